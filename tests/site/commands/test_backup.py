"""A backup holds the database and its keys; it comes back whole, or not at all."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from fallow.base.errors import FallowError
from fallow_site.commands.backup import restore_backup, write_backup


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    with sqlite3.connect(home / "fallow.sqlite3") as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE notes (word TEXT)")
        database.execute("INSERT INTO notes VALUES ('kept')")
    (home / "keys.json").write_text('{"signing": "a"}')
    return home


@pytest.fixture
def backup(home: Path, tmp_path: Path) -> Path:
    write_backup(home, tmp_path / "monday.fallow")
    return tmp_path / "monday.fallow"


def test_a_backup_comes_back_with_its_rows_and_its_keys(backup: Path, tmp_path: Path) -> None:
    restore_backup(backup, tmp_path / "new")

    with sqlite3.connect(tmp_path / "new" / "fallow.sqlite3") as database:
        assert database.execute("SELECT word FROM notes").fetchall() == [("kept",)]
    assert (tmp_path / "new" / "keys.json").read_text() == '{"signing": "a"}'


def test_a_backup_and_what_it_becomes_are_for_its_owner_alone(backup: Path, tmp_path: Path) -> None:
    restore_backup(backup, tmp_path / "new")

    written = [backup, *(tmp_path / "new").iterdir()]
    assert {file.stat().st_mode & 0o777 for file in written} == {0o600}
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("name", ["fallow.sqlite3", "fallow.sqlite3-wal", "fallow.sqlite3-shm"])
def test_it_never_writes_beside_what_is_left_of_a_database(
    backup: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / name).write_bytes(b"other")

    with pytest.raises(FallowError, match="There is a database in this home already"):
        restore_backup(backup, tmp_path / "new")

    assert [file.name for file in (tmp_path / "new").iterdir()] == [name]


def test_it_never_writes_over_other_keys(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "keys.json").write_text('{"signing": "b"}')

    with pytest.raises(FallowError, match="a key file of another installation"):
        restore_backup(backup, tmp_path / "new")

    assert (tmp_path / "new" / "keys.json").read_text() == '{"signing": "b"}'


@pytest.mark.parametrize("place", [0, 40, 200, -60, -1])
def test_a_changed_byte_is_noticed_before_anything_is_written(
    backup: Path, tmp_path: Path, place: int
) -> None:
    content = bytearray(backup.read_bytes())
    content[place] ^= 0xFF
    backup.write_bytes(content)

    with pytest.raises(FallowError, match="damaged or not one of Fallow's"):
        restore_backup(backup, tmp_path / "new")

    assert not (tmp_path / "new").exists()


def test_without_a_database_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(FallowError, match="There is no database to back up yet"):
        write_backup(tmp_path, tmp_path / "monday.fallow")


def test_a_backup_is_consistent_while_others_write(home: Path, tmp_path: Path) -> None:
    """Two rows are written in each transaction, so a copy between them would hold an odd number."""
    stopped = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(home / "fallow.sqlite3", isolation_level=None)) as database:
            while not stopped.is_set():
                database.execute("BEGIN IMMEDIATE")
                database.execute("INSERT INTO notes VALUES (?)", ("x" * 5000,))
                database.execute("INSERT INTO notes VALUES (?)", ("x" * 5000,))
                database.execute("COMMIT")

    writer = threading.Thread(target=write)
    writer.start()
    for turn in range(10):
        write_backup(home, tmp_path / f"{turn}.fallow")
    stopped.set()
    writer.join()

    for turn in range(10):
        restore_backup(tmp_path / f"{turn}.fallow", tmp_path / f"home-{turn}")
        with closing(sqlite3.connect(tmp_path / f"home-{turn}" / "fallow.sqlite3")) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert database.execute("SELECT count(*) % 2 FROM notes").fetchone() == (1,)


def test_what_is_not_in_the_file_yet_is_backed_up_too(home: Path, tmp_path: Path) -> None:
    """The newest rows stand in the write-ahead log alone until it is folded in."""
    with closing(sqlite3.connect(home / "fallow.sqlite3")) as live:
        live.execute("INSERT INTO notes VALUES ('newest')")
        live.commit()
        assert b"newest" not in (home / "fallow.sqlite3").read_bytes()

        write_backup(home, tmp_path / "monday.fallow")

    restore_backup(tmp_path / "monday.fallow", tmp_path / "new")
    assert b"newest" in (tmp_path / "new" / "fallow.sqlite3").read_bytes()


def without_keys(home: Path, _folder: Path) -> None:
    (home / "keys.json").unlink()


def without_a_folder(_home: Path, folder: Path) -> None:
    folder.rmdir()


def with_a_damaged_page(home: Path, _folder: Path) -> None:
    """The second page holds the rows of the only table; the first alone names it."""
    with closing(sqlite3.connect(home / "fallow.sqlite3")) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray((home / "fallow.sqlite3").read_bytes())
    content[4096:8192] = b"\x5a" * 4096
    (home / "fallow.sqlite3").write_bytes(content)


@pytest.mark.parametrize("spoil", [without_keys, without_a_folder, with_a_damaged_page])
def test_a_backup_that_cannot_be_written_is_a_sentence_and_leaves_nothing(
    home: Path, tmp_path: Path, spoil: Callable[[Path, Path], None]
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    spoil(home, folder)

    with pytest.raises(FallowError):
        write_backup(home, folder / "monday.fallow")

    assert not folder.exists() or list(folder.iterdir()) == []


def test_an_older_backup_stays_until_the_new_one_is_whole(home: Path, tmp_path: Path) -> None:
    write_backup(home, tmp_path / "monday.fallow")
    before = (tmp_path / "monday.fallow").read_bytes()
    (home / "keys.json").unlink()

    with pytest.raises(FallowError):
        write_backup(home, tmp_path / "monday.fallow")

    assert (tmp_path / "monday.fallow").read_bytes() == before


def test_a_home_that_is_there_and_empty_is_restored_into(backup: Path, tmp_path: Path) -> None:
    """A container brings its folder along."""
    (tmp_path / "volume").mkdir()

    restore_backup(backup, tmp_path / "volume")

    assert sorted(path.name for path in (tmp_path / "volume").iterdir()) == [
        "fallow.sqlite3",
        "keys.json",
    ]
