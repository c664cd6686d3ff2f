"""A backup holds the database and its keys; it comes back whole, or not at all."""

import sqlite3
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
