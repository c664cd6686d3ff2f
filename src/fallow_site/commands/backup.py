"""`fallow backup FILE` and `fallow restore FILE`: database and key file in one sealed archive.

It knows SQLite's own online backup. On PostgreSQL it prints the line that does it there.
"""

import argparse
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from fallow.base.errors import FallowError
from fallow_site.commands.archive import read_archive, write_archive
from fallow_site.kit.environment import read_environment
from fallow_site.kit.failing.full_disk import is_full
from fallow_site.kit.keys import KEY_FILE

DATABASE = "fallow.sqlite3"


def add(commands: Any) -> None:
    parser = commands.add_parser("backup", help="write database and key file into one file")
    parser.add_argument("file", help="where to write it")
    parser.set_defaults(run=run)


def add_restore(commands: Any) -> None:
    parser = commands.add_parser("restore", help="bring a backup into an empty home")
    parser.add_argument("file", help="a file that `fallow backup` wrote")
    parser.set_defaults(run=run_restore)


def run(chosen: argparse.Namespace) -> int:
    """On PostgreSQL nothing was backed up; the code says so to whatever runs it every night."""
    environment = read_environment()
    if environment.database is not None:
        print("The database is PostgreSQL. Back it up with:")
        print('  pg_dump --format=custom --file=fallow.dump "$DATABASE_URL"')
        print(f"and keep {environment.home / KEY_FILE} apart from it.")
        return 1
    write_backup(environment.home, Path(chosen.file))
    print(f"Written: {chosen.file}. It holds the keys too: keep it like the practice's records.")
    return 0


def write_backup(home: Path, file: Path) -> None:
    """This will write a consistent copy, also while the server runs; whole, or not at all."""
    if not (home / DATABASE).exists():
        raise FallowError("There is no database to back up yet.", "Start it once: fallow serve")
    try:
        with tempfile.TemporaryDirectory(prefix=".fallow-backup-", dir=file.parent) as folder:
            copy = Path(folder) / DATABASE
            _copy_database(home / DATABASE, copy)
            whole = Path(folder) / "whole"
            write_archive(whole, [copy, home / KEY_FILE])
            whole.replace(file)
    except sqlite3.DatabaseError as error:
        raise _explain_database(error) from error
    except OSError as error:
        raise FallowError(
            f"The backup could not be written: {os.strerror(error.errno or 0).lower()}.",
            "Choose a folder that you may write to and that has room.",
        ) from error


def _explain_database(error: sqlite3.DatabaseError) -> FallowError:
    if is_full(error):
        return FallowError(
            "The backup could not be written: no space left on device.",
            "Choose a folder that you may write to and that has room.",
        )
    return FallowError("The database cannot be read.", "Look it over with: fallow doctor")


def _copy_database(live: Path, copy: Path) -> None:
    """A damaged database is refused, so that it never takes the place of a good backup."""
    with closing(sqlite3.connect(live)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
        if target.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError


def run_restore(chosen: argparse.Namespace) -> int:
    environment = read_environment()
    if environment.database is not None:
        print("The database is PostgreSQL. Restore it with:")
        print('  pg_restore --clean --if-exists --dbname="$DATABASE_URL" fallow.dump')
        print(f"and put the key file back at {environment.home / KEY_FILE}.")
        return 1
    restore_backup(Path(chosen.file), environment.home)
    print(f"Restored into {environment.home}. Look it over with: fallow doctor")
    return 0


def restore_backup(file: Path, home: Path) -> None:
    """This will check the whole file first, and never write over what is there.

    A write-ahead log of another database would be played into the restored one, so it stops too.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".fallow-restore-", dir=_nearest(home)) as folder:
            read_archive(file, Path(folder), names=(DATABASE, KEY_FILE))
            _check_nothing_is_there(home, Path(folder) / KEY_FILE)
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
            for name in (KEY_FILE, DATABASE):
                (Path(folder) / name).replace(home / name)
    except OSError as error:
        raise FallowError(
            f"The backup could not be restored: {os.strerror(error.errno or 0).lower()}.",
            "Choose a home that you may write to and that has room.",
        ) from error


def _nearest(home: Path) -> Path:
    """The home or the nearest folder above it, so that files can be moved in one step."""
    return next(folder for folder in (home, *home.parents) if folder.is_dir())


def _check_nothing_is_there(home: Path, keys: Path) -> None:
    if any((home / name).exists() for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm")):
        raise FallowError(
            "There is a database in this home already; nothing was changed.",
            "Move the whole folder away, or set FALLOW_HOME to an empty one.",
        )
    if (home / KEY_FILE).exists() and (home / KEY_FILE).read_bytes() != keys.read_bytes():
        raise FallowError(
            "This home has a key file of another installation; nothing was changed.",
            "Set FALLOW_HOME to an empty folder.",
        )
