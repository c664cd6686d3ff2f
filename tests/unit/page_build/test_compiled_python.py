"""The Python that goes to the device is bytecode of the runtime beside it, and nothing else."""

import io
import zipfile
from pathlib import Path

import pytest

from fallow_site.kit.build.ingredients import archives, compiling
from fallow_site.kit.build.stopping import CannotBuild


def zipped(**files: str) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as packed:
        for name, text in files.items():
            packed.writestr(name.replace("__", "."), text)
    return body.getvalue()


def read(body: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_a_module_becomes_bytecode_and_is_kept_until_it_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "stale.zip").write_bytes(b"")
    given = {"a.zip": zipped(usual__py="WEEKS = 26\n", usual__toml="weeks = 26\n")}

    made = read(compiling.compile_archives(given, kept_in=tmp_path)["a.zip"])

    assert set(made) == {"usual.pyc", "usual.toml"}
    assert made["usual.toml"] == b"weeks = 26\n"
    assert made["usual.pyc"][4:16] == b"\x01" + bytes(11)  # unchecked, and of no source
    (place,) = tmp_path.iterdir()
    place.write_bytes(b"as it was kept")
    assert compiling.compile_archives(given, kept_in=tmp_path) == {"a.zip": b"as it was kept"}


def test_a_module_that_cannot_be_compiled_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(CannotBuild, match="could not be compiled"):
        compiling.compile_archives({"a.zip": zipped(broken__py="def\n")}, kept_in=tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_no_device_is_sent_what_only_consoles_servers_and_mail_call() -> None:
    names = {name.partition("/")[0] for name in read(archives.pack_standard_library())}

    assert names.isdisjoint({"unittest", "smtplib.py", "pdb.py"})
    assert {"json", "zoneinfo", "decimal.py"} <= names
