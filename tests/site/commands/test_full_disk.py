"""The server's disk is full: it says so, keeps nothing by half, and goes on once there is room.

SQLite's own bound on the pages of a database brings the very error that a full disk brings.
"""

import base64
import io
import logging
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from allauth.usersessions.models import UserSession
from django.db import OperationalError, connection
from django.http import HttpRequest
from django.test import Client, RequestFactory
from tests.cast import Cast
from tests.site.conftest import SignIn
from tests.site.sharing.test_vault_rows import NAME, SEALED, put, read

from fallow.base.errors import FallowError
from fallow_site.commands import backup
from fallow_site.foundation.audit.models import AuditEntry
from fallow_site.kit.views import broke
from fallow_site.sharing.models import SealedRow

LARGE = SEALED + b"\0" * 1_000_000
MOST_PAGES = 4_294_967_294  # sqlite.org/limits.html


def allow_pages(most: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # no page is left over from before
        cursor.execute(f"PRAGMA max_page_count = {most}")


@pytest.fixture
def ada(cast: Cast, sign_in: SignIn) -> Iterator[Client]:
    """Ada, whose one row is kept, on a server that has no page left."""
    client = sign_in(cast.ada)
    client.raise_request_exception = False
    put(client, "rows", {NAME: SEALED})
    allow_pages(1)  # as few as there are
    yield client
    allow_pages(MOST_PAGES)


@pytest.mark.django_db(transaction=True)
def test_a_row_that_finds_no_room_is_refused_with_all_that_came_with_it(ada: Client) -> None:
    assert put(ada, "rows", {"a" * 32: SEALED, "b" * 32: LARGE}) == 507

    assert ada.get("/api/own/vault").json() == {"rows": [NAME], "slots": []}
    assert NAME in read(ada, "rows", NAME)


@pytest.mark.django_db(transaction=True)
def test_a_way_in_leaves_no_line_in_the_trail_when_it_found_no_room(ada: Client) -> None:
    before = AuditEntry.objects.count()

    assert put(ada, "slots", {"a" * 32: LARGE}) == 507

    assert (AuditEntry.objects.count(), SealedRow.objects.count()) == (before, 1)


@pytest.mark.django_db(transaction=True)
def test_the_same_row_is_kept_once_there_is_room(ada: Client) -> None:
    put(ada, "rows", {"b" * 32: LARGE})
    allow_pages(MOST_PAGES)

    assert put(ada, "rows", {"b" * 32: LARGE}) == 200

    assert SealedRow.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_it_is_said_in_plain_words_and_nothing_private_is_logged(
    ada: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = io.StringIO()
    (handler,) = [h for h in logging.getLogger().handlers if type(h) is logging.StreamHandler]
    monkeypatch.setattr(handler, "stream", log)

    said = ada.put(
        "/api/own/vault/rows",
        {"rows": {"b" * 32: base64.b64encode(LARGE).decode()}},
        content_type="application/json",
    )

    assert said.json()["detail"].startswith("The server has no room left")
    assert "OperationalError" in log.getvalue()
    assert not any(
        word in log.getvalue() for word in ("b" * 32, "AAAA", "YWdl", "age-enc", str(NAME))
    )


@pytest.mark.django_db(transaction=True)
def test_a_page_says_it_in_words(ada: Client, rf: RequestFactory) -> None:
    try:
        SealedRow.objects.filter(name=NAME).update(sealed=LARGE)
    except OperationalError:
        said = broke(rf.get("/"))

    assert said.status_code == 507
    assert "There is no room left on our side" in said.content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_visit_that_cannot_be_noted_is_a_visit_all_the_same(
    ada: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A note changes a row in place, which this bound lets pass and a disk does not."""

    def find_no_room(_request: HttpRequest) -> None:
        SealedRow.objects.update(sealed=LARGE)

    monkeypatch.setattr(UserSession.objects, "create_from_request", find_no_room)

    assert ada.get("/health/").status_code == 200


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with closing(sqlite3.connect(tmp_path / "fallow.sqlite3")) as database:
        database.execute("CREATE TABLE notes (word BLOB)")
        database.execute("INSERT INTO notes VALUES (randomblob(2000000))")
        database.commit()
    (tmp_path / "keys.json").write_text('{"signing": "a"}')
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "monday.fallow").write_text("the one before")
    return tmp_path


def expect_the_one_before(home: Path) -> None:
    with pytest.raises(FallowError, match="could not be written"):
        backup.write_backup(home, home / "backups" / "monday.fallow")
    assert [file.name for file in (home / "backups").iterdir()] == ["monday.fallow"]
    assert (home / "backups" / "monday.fallow").read_text() == "the one before"


def test_a_backup_whose_copy_is_cut_never_takes_the_place_of_a_whole_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def with_few_pages(file: Path) -> sqlite3.Connection:
        database = connect(file)
        if file.parent != home:
            database.execute("PRAGMA max_page_count = 100")
        return database

    monkeypatch.setattr(sqlite3, "connect", with_few_pages)
    expect_the_one_before(home)


def test_a_backup_whose_archive_is_cut_never_takes_the_place_of_a_whole_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From then on no file of this process grows beyond a megabyte."""
    copy = backup._copy_database
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def then_full(live: Path, target: Path) -> None:
        copy(live, target)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, before[1]))

    monkeypatch.setattr(backup, "_copy_database", then_full)
    try:
        expect_the_one_before(home)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
