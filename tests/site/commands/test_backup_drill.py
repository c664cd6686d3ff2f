"""The restore drill, with a practice in it: what was there is there again, and opens."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from tests.site.commands.conftest import Prepared
from tests.site.products import DJANGO, FALLOW, run

from fallow.base.errors import FallowError
from fallow_site.commands.backup import restore_backup

OPEN_ADDRESSES = """
from django.conf import settings
from fallow_site.kit.keys import open_address
from fallow_site.workload.models import Source
feeds = Source.objects.exclude(sealed_address=None)
print([open_address(settings.FALLOW_HOME, bytes(feed.sealed_address)) for feed in feeds])
"""


@pytest.fixture(scope="module")
def backup(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("backups") / "monday.fallow"
    assert run(*FALLOW, "backup", str(file), home=prepared.home).returncode == 0
    return file


@pytest.fixture(scope="module")
def restored(backup: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("restored") / "home"
    done = run(*FALLOW, "restore", str(backup), home=home)
    assert (done.returncode, done.stderr) == (0, "")
    return home


def hash_tables(home: Path) -> dict[str, str]:
    """A hash of all rows of each table, in the order of their first columns."""
    with closing(sqlite3.connect(home / "fallow.sqlite3")) as database:
        listed = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        hashes = {}
        for name in sorted(row[0] for row in listed):
            rows = database.execute(f'SELECT * FROM "{name}" ORDER BY 1, 2').fetchall()
            hashes[name] = hashlib.sha256(repr(rows).encode()).hexdigest()
    return hashes


def test_every_row_of_every_table_comes_back(prepared: Prepared, restored: Path) -> None:
    assert hash_tables(restored) == hash_tables(prepared.home)


def test_sealed_addresses_open_in_the_new_home(restored: Path) -> None:
    said = run(*DJANGO, "shell", "-v", "0", "-c", OPEN_ADDRESSES, home=restored).stdout

    assert said.count("https://calendar.invalid/feed.ics") == 2


def test_the_doctor_finds_the_new_home_in_order(restored: Path) -> None:
    done = run(*FALLOW, "doctor", home=restored)

    assert "look here" not in done.stdout
    assert done.returncode == 0


def test_a_second_restore_is_refused_and_changes_nothing(backup: Path, restored: Path) -> None:
    before = hash_tables(restored)

    done = run(*FALLOW, "restore", str(backup), home=restored)

    assert done.returncode == 1
    assert done.stderr.startswith("There is a database in this home already; nothing was changed.")
    assert len(done.stderr.splitlines()) == 1
    assert hash_tables(restored) == before


def test_two_hundred_changed_bytes_are_all_noticed(backup: Path, tmp_path: Path) -> None:
    """trust.md R4: 200 byte-flips all detected."""
    whole, rng = backup.read_bytes(), Random(4)
    broken = tmp_path / "broken.fallow"

    noticed = 0
    for _ in range(200):
        place, change = rng.randrange(len(whole)), rng.randrange(1, 256)
        broken.write_bytes(whole[:place] + bytes([whole[place] ^ change]) + whole[place + 1 :])
        with pytest.raises(FallowError, match="damaged"):
            restore_backup(broken, tmp_path / "home")
        noticed += 1

    assert noticed == 200
    assert [path.name for path in tmp_path.iterdir()] == ["broken.fallow"]
