"""Unique words are written into every private field of a real browser, and looked for everywhere.

The sweep has to find them when sealing is left out, in a copy of the page made for that test alone.
"""

import logging
import secrets
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection
from playwright.sync_api import Page, Request
from tests.cast import Cast
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import (
    LONG,
    begin_room,
    go_to,
    keep_copy,
    lock,
    wait_for,
    write_entry,
)
from tests.journeys.practice_pages import enter as enter_as
from tests.journeys.sweeping import finds, read_database

from fallow_site.kit.build import room
from fallow_site.kit.build.ingredients import bundling
from fallow_site.kit.build.places import BUILT, NODE_PACKAGES, PAGE
from fallow_site.kit.build.writing import build_all

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PLAN = ("signs", "alone", "places", "people", "professionals", "safer")
SEALS = "  return encrypter.encrypt(pad(text));"
LEAVES_OUT = '  return toBytes("age-encryption.org/v1\\n" + text);'


def write_everywhere(page: Page) -> list[str]:
    """This will write a canary of 128 bits into every field that takes words."""
    canaries = [secrets.token_hex(16) for _ in range(3 + len(PLAN))]
    begin_room(page)
    write_entry(page, f"It was hard. {canaries[0]}\nAnd then {canaries[1]}.")
    go_to(page, "Help now")
    page.get_by_role("button", name="My safety plan").click()
    for name, canary in zip(PLAN, canaries[2:], strict=False):
        page.locator(f"#plan-{name}").fill(canary)
    page.get_by_role("button", name="Keep my plan").click()
    page.locator("main").get_by_text("Kept.", exact=True).wait_for(timeout=LONG)
    go_to(page, "Journal")
    page.get_by_label("Find a word").fill(canaries[-1])
    keep_copy(page)
    return canaries


def capture(page: Page) -> list[bytes]:
    """Everything the browser sends from now on: addresses, headers and bodies."""
    sent: list[bytes] = []

    def note(request: Request) -> None:
        sent.append(request.url.encode() + str(request.headers).encode())
        sent.append(request.post_data_buffer or b"")

    page.context.on("request", note)
    return sent


def everything_the_server_has(page: Page, sent: list[bytes], logged: str) -> bytes:
    from fallow_site.commands.backup import write_backup  # noqa: PLC0415 - apps have to be ready

    connection.close()
    path = Path(str(connection.settings_dict["NAME"]))
    home = path.parent / "copy"
    home.mkdir(exist_ok=True)
    shutil.copy(path, home / "fallow.sqlite3")
    shutil.copy(settings.FALLOW_HOME / "keys.json", home / "keys.json")
    write_backup(home, home / "backup.tar.gz")
    answers = [page.request.get(address).body() for address in ("/nowhere/", "/api/own/vault")]
    mails = [str(message.message()).encode() for message in getattr(mail, "outbox", [])]
    backup = (home / "backup.tar.gz").read_bytes()
    return b"\n".join([read_database(path), backup, *sent, *answers, *mails, logged.encode()])


def test_no_private_word_reaches_the_server_in_any_spelling(
    page_at: PageAt, built_page: str, cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    page = page_at(360)
    enter_as(page, cast.ada.account)
    sent = capture(page)

    canaries = write_everywhere(page)
    lock(page)

    whole = everything_the_server_has(page, sent, caplog.text)
    assert b"/api/own/vault/rows" in whole
    assert [canary for canary in canaries if finds(canary, whole)] == []
    kept = page.evaluate(_WHAT_THE_BROWSER_KEEPS).encode()
    assert [canary for canary in canaries if finds(canary, kept)] == []


_WHAT_THE_BROWSER_KEEPS = """async () => {
  const database = await new Promise((resolve) => {
    const request = indexedDB.open("fallow.vault");
    request.onsuccess = () => resolve(request.result);
  });
  const read = (place) => new Promise((resolve) => {
    const asked = database.transaction(place).objectStore(place).getAll();
    asked.onsuccess = () => resolve(asked.result);
  });
  const places = await Promise.all([...database.objectStoreNames].map(read));
  const bytes = (value) => (value instanceof Uint8Array ? String.fromCharCode(...value) : value);
  database.close();
  return JSON.stringify([places, { ...localStorage }], (_, value) => bytes(value));
}"""


@pytest.fixture
def page_that_leaves_sealing_out(
    built_page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page built from a copy of the sources whose sealing does nothing."""
    copy = tmp_path / "private_room"
    shutil.copytree(PAGE, copy)
    (tmp_path / "node_modules").symlink_to(NODE_PACKAGES)
    sealing = copy / "page" / "vault" / "sealing.js"
    source = sealing.read_text("utf-8")
    assert SEALS in source
    sealing.write_text(source.replace(SEALS, LEAVES_OUT), "utf-8")
    monkeypatch.setattr(room, "PAGE", copy)
    monkeypatch.setattr(bundling, "PAGE", copy)
    built = tmp_path / "built"
    shutil.copytree(BUILT, built, ignore=shutil.ignore_patterns("stamp.json"))
    build_all(built)
    monkeypatch.setattr(settings, "FALLOW_BUILT", built)


def test_the_sweep_finds_them_when_sealing_is_left_out(
    page_at: PageAt,
    page_that_leaves_sealing_out: None,
    cast: Cast,
    caplog: pytest.LogCaptureFixture,
    troubles: list[str],
) -> None:
    page = page_at(360)
    enter_as(page, cast.ada.account)
    sent = capture(page)
    begin_room(page)
    canary = secrets.token_hex(16)
    write_entry(page, canary)
    go_to(page, "My room")
    page.get_by_role("button", name="Ways in, export").click()
    wait_for(page, "keys")

    with page.expect_response("**/api/own/vault/rows", timeout=LONG):
        page.get_by_role("button", name="Keep a sealed copy there").click()

    assert finds(canary, everything_the_server_has(page, sent, caplog.text))
    troubles.clear()  # such a page cannot read its own records, and says so
