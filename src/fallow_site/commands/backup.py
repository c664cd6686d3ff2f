"""`fallow backup FILE` and `fallow restore FILE`: database and key file, checked by their hashes.

It knows SQLite's own online backup. On PostgreSQL it prints the line that does it there.
"""

import argparse
import gzip
import hashlib
import io
import json
import os
import sqlite3
import tarfile
import tempfile
import zlib
from pathlib import Path
from typing import Any

from fallow.base.errors import FallowError
from fallow_site.kit.environment import read_environment
from fallow_site.kit.keys import KEY_FILE

DATABASE = "fallow.sqlite3"
_MANIFEST = "manifest.json"


def add(commands: Any) -> None:
    parser = commands.add_parser("backup", help="write database and key file into one file")
    parser.add_argument("file", help="where to write it")
    parser.set_defaults(run=run)


def add_restore(commands: Any) -> None:
    parser = commands.add_parser("restore", help="bring a backup into an empty home")
    parser.add_argument("file", help="a file that `fallow backup` wrote")
    parser.set_defaults(run=run_restore)


def run(chosen: argparse.Namespace) -> int:
    environment = read_environment()
    if environment.database is not None:
        print("The database is PostgreSQL. Back it up with:")
        print('  pg_dump --format=custom --file=fallow.dump "$DATABASE_URL"')
        print(f"and keep {environment.home / KEY_FILE} apart from it.")
        return 0
    write_backup(environment.home, Path(chosen.file))
    print(f"Written: {chosen.file}. It holds the keys too: keep it like the practice's records.")
    return 0


def write_backup(home: Path, file: Path) -> None:
    """This will write a consistent copy, also while the server runs."""
    if not (home / DATABASE).exists():
        raise FallowError("There is no database to back up yet.", "Start it once: fallow serve")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / DATABASE
        with sqlite3.connect(home / DATABASE) as live, sqlite3.connect(copy) as target:
            live.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
        live.close()
        target.close()
        contents = {DATABASE: copy.read_bytes(), KEY_FILE: (home / KEY_FILE).read_bytes()}
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    contents[_MANIFEST] = json.dumps(hashes).encode()
    part = file.with_name(file.name + ".part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as stream, tarfile.open(fileobj=stream, mode="w:gz") as tar:
        for name, content in contents.items():
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(content), 0o600
            tar.addfile(entry, io.BytesIO(content))
    part.replace(file)


def run_restore(chosen: argparse.Namespace) -> int:
    environment = read_environment()
    if environment.database is not None:
        print("The database is PostgreSQL. Restore it with:")
        print('  pg_restore --clean --if-exists --dbname="$DATABASE_URL" fallow.dump')
        print(f"and put the key file back at {environment.home / KEY_FILE}.")
        return 0
    restore_backup(Path(chosen.file), environment.home)
    print(f"Restored into {environment.home}. Look it over with: fallow doctor")
    return 0


def restore_backup(file: Path, home: Path) -> None:
    """This will check every hash first, and never write over what is there.

    A write-ahead log of another database would be played into the restored one, so it stops too.
    """
    contents = _read_checked(file)
    if any((home / name).exists() for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm")):
        raise FallowError(
            "There is a database in this home already; nothing was changed.",
            "Move the whole folder away, or set FALLOW_HOME to an empty one.",
        )
    if (home / KEY_FILE).exists() and (home / KEY_FILE).read_bytes() != contents[KEY_FILE]:
        raise FallowError(
            "This home has a key file of another installation; nothing was changed.",
            "Set FALLOW_HOME to an empty folder.",
        )
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in (KEY_FILE, DATABASE):
        _write_whole(home / name, contents[name])


def _write_whole(file: Path, content: bytes) -> None:
    """Under another name first, so that a cut in the middle leaves no half of it."""
    part = file.with_name(file.name + ".part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(file)


def _read_checked(file: Path) -> dict[str, bytes]:
    damaged = FallowError(
        "This backup is damaged or not one of Fallow's; nothing was changed.",
        "Take an older one.",
    )
    try:
        with gzip.open(file) as stream, tarfile.open(fileobj=stream, mode="r:") as tar:
            names = (DATABASE, KEY_FILE, _MANIFEST)
            members = {name: tar.extractfile(name) for name in names}
            contents = {name: member.read() for name, member in members.items() if member}
            while stream.read(1 << 20):
                pass  # to the very end, where gzip keeps its own sum
        hashes = json.loads(contents[_MANIFEST])
    except (OSError, tarfile.TarError, zlib.error, KeyError, ValueError, EOFError) as error:
        raise damaged from error
    for name in (DATABASE, KEY_FILE):
        if hashlib.sha256(contents[name]).hexdigest() != hashes.get(name):
            raise damaged
    return contents
