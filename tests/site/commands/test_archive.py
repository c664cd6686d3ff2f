"""An archive notices every byte that changed, and opens without Fallow."""

import os
import subprocess
from pathlib import Path

import pytest

from fallow.base.errors import FallowError
from fallow_site.commands.archive import read_archive, write_archive

PATH = os.environ["PATH"]
NAMES = ("a.txt", "b.txt")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / name).write_text(f"what {name} holds " * 40)
    write_archive(tmp_path / "archive", [tmp_path / name for name in NAMES])
    return tmp_path / "archive"


def read(archive: Path, folder: Path) -> list[str]:
    folder.mkdir(exist_ok=True)
    read_archive(archive, folder, names=NAMES)
    return [(folder / name).read_text() for name in NAMES]


def test_what_went_in_comes_out(archive: Path, tmp_path: Path) -> None:
    assert read(archive, tmp_path / "out") == [f"what {name} holds " * 40 for name in NAMES]


def test_plain_tar_opens_it(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    done = subprocess.run(
        ["tar", "xzf", archive, "-C", tmp_path / "out"], capture_output=True, text=True, check=True
    )

    assert done.stderr == ""
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == list(NAMES)


def test_it_tells_nothing_of_who_made_it(archive: Path) -> None:
    done = subprocess.run(
        ["tar", "tvzf", archive], capture_output=True, text=True, check=True, env={"PATH": PATH}
    )

    lines = [line.split()[:2] for line in done.stdout.splitlines()]
    assert lines == [["-rw-------", "0/0"]] * 2


def test_every_single_byte_counts(archive: Path, tmp_path: Path) -> None:
    whole = archive.read_bytes()

    noticed = 0
    for place in range(len(whole)):
        archive.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(FallowError, match="damaged"):
            read(archive, tmp_path / "out")
        noticed += 1

    assert noticed == len(whole) > 300
    assert list((tmp_path / "out").iterdir()) == []


def test_every_missing_end_is_noticed(archive: Path, tmp_path: Path) -> None:
    whole = archive.read_bytes()

    for length in range(len(whole)):
        archive.write_bytes(whole[:length])
        with pytest.raises(FallowError, match="damaged"):
            read(archive, tmp_path / "out")


@pytest.mark.parametrize("more", [b"\0", b"more"])
def test_what_was_put_behind_it_is_noticed(archive: Path, tmp_path: Path, more: bytes) -> None:
    archive.write_bytes(archive.read_bytes() + more)

    with pytest.raises(FallowError, match="damaged"):
        read(archive, tmp_path / "out")


def test_a_member_that_is_missing_is_noticed(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(FallowError, match="damaged"):
        read_archive(archive, tmp_path, names=("c.txt",))


def test_a_file_that_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(FallowError, match="no such file"):
        read_archive(tmp_path / "nothing", tmp_path, names=NAMES)
