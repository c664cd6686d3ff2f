"""Unique words are written into every private field of a real browser, and looked for everywhere.

The sweep has to find them when sealing is left out, in a copy of the page made for that test alone,
and to find what was planted in each place.
"""

import logging
import secrets
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from playwright.sync_api import Page, Route
from pytest_django import Settings
from tests.cast import AT, Cast
from tests.journeys.conftest import PageAt
from tests.journeys.lying import capture
from tests.journeys.own_room import (
    LONG,
    begin_room,
    bring_wording,
    go_to,
    go_to_keys,
    keep_copy,
    lock,
    make_words,
    open_with_sheet,
    open_with_words,
    wait_for,
    write_entry,
)
from tests.journeys.practice_pages import enter as enter_as
from tests.journeys.room_page import bring
from tests.journeys.server_places import ServerPlaces, break_keeping
from tests.journeys.sweeping import finds
from tests.journeys.test_own_room_forms import MARKUP, invented_form
from tests.journeys.weakening import weaken

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PLAN = ("signs", "alone", "places", "people", "professionals", "safer")
SEALS = "  return encrypter.encrypt(pad(text));"
LEAVES_OUT = '  return toBytes("age-encryption.org/v1\\n" + text);'


def make_canary() -> str:
    return secrets.token_hex(16)


@pytest.fixture
def places(page_at: PageAt, cast: Cast, caplog: pytest.LogCaptureFixture) -> ServerPlaces:
    """A browser of Ada's that is listened to, and the server it talks with."""
    caplog.set_level(logging.DEBUG)
    page = page_at(360, service_workers="block")
    enter_as(page, cast.ada.account)
    return ServerPlaces(page=page, sent=capture(page), log=caplog)


def write_everywhere(page: Page) -> list[str]:
    """This will write a canary of 128 bits into every field that takes words."""
    begin_room(page)
    in_entry, then, searched, in_wording, basis = (make_canary() for _ in range(5))
    write_entry(page, f"It was hard. {in_entry}\nAnd then {then}.")
    page.get_by_label("Find a word").fill(searched)
    bring_wording(page, invented_form().replace(MARKUP.encode(), in_wording.encode()), basis=basis)
    words = write_ways_in(page)
    safety, from_calendar = write_plan(page), write_notes(page)
    return [in_entry, then, searched, in_wording, basis, *safety, *from_calendar, *words]


def write_plan(page: Page) -> list[str]:
    go_to(page, "Help now")
    page.get_by_role("button", name="My safety plan").click()
    canaries = [make_canary() for _ in PLAN]
    for name, canary in zip(PLAN, canaries, strict=True):
        page.locator(f"#plan-{name}").fill(canary)
    page.get_by_role("button", name="Keep my plan").click()
    page.locator("main").get_by_text("Kept.", exact=True).wait_for(timeout=LONG)
    return canaries


def write_notes(page: Page) -> list[str]:
    """A session of yesterday in one's own calendar, whose note joins those that wait."""
    client = make_canary()
    go_to(page, "My room")
    page.get_by_role("button", name="My plan").click()
    page.locator("#part-blocks > summary").click(timeout=LONG)
    page.get_by_role("button", name="Show me first").click()
    page.locator("#part-blocks").get_by_role("button", name="Bring a calendar").click(timeout=LONG)
    bring(page, "own.ics", page.evaluate(_YESTERDAY, client).encode())
    wait_for(page, "week")
    go_to(page, "My room")
    page.get_by_role("button", name="My plan").click()
    page.locator("#part-notes > summary").click(timeout=LONG)
    page.get_by_text("Begin from my calendar").click()
    page.get_by_role("button", name="Show them").click()
    page.get_by_label("1 day ago").wait_for(timeout=LONG)
    page.get_by_role("button", name="Put the rest on my list").click()
    kept = page.locator("#part-notes li", has_text="individual session")
    kept.wait_for(timeout=LONG)
    return [client, kept.inner_text().removesuffix(" Written")]


_YESTERDAY = """(client) => {
  const day = new Date(Date.now() - 864e5).toLocaleDateString("sv").replaceAll("-", "");
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//by hand//EN", "BEGIN:VEVENT", "UID:one",
    `DTSTART:${day}T090000`, `DTEND:${day}T095000`, `SUMMARY:Session ${client}`, "END:VEVENT",
    "END:VCALENDAR", ""].join("\\r\\n");
}"""


def write_ways_in(page: Page) -> list[str]:
    """Six words that are kept, and wrong words and a wrong sheet that are typed at the lock."""
    go_to_keys(page)
    words, wrong, sheet = make_words(page), make_canary(), make_canary()
    keep_copy(page)
    lock(page)
    for typed, open_with in ((wrong, open_with_words), (sheet, open_with_sheet)):
        go_to(page, "Open")
        open_with(page, typed)
        page.locator(".problem").wait_for(timeout=LONG)
    page.get_by_role("button", name="Open on this device").click()
    page.get_by_text("It is open").wait_for(timeout=LONG)
    return [words, wrong, sheet]


def write_while_broken(page: Page, patch: pytest.MonkeyPatch, text: str) -> bytes:
    """This will write an entry that the server breaks on, and give the page it sends then."""
    break_keeping(patch)
    told: list[bytes] = []

    def listen(route: Route) -> None:
        answer = route.fetch()
        told.append(answer.body())
        route.fulfill(response=answer)

    page.route("**/api/own/vault/rows", listen)
    with page.expect_response(lambda answer: answer.status == 500, timeout=LONG):
        write_entry(page, text)
    page.unroute_all()
    return told[0]


def test_no_private_word_reaches_the_server_in_any_spelling(
    places: ServerPlaces,
    built_page: str,
    monkeypatch: pytest.MonkeyPatch,
    troubles: list[str],
) -> None:
    page = places.page
    canaries = write_everywhere(page)
    canaries.append(make_canary())
    places.errors.append(write_while_broken(page, monkeypatch, canaries[-1]))
    lock(page)

    assert b"/api/own/vault/rows" in b"".join(places.sent)
    assert b"Something broke on our side" in places.errors[0]
    assert places.find(*canaries) == {}
    kept = page.evaluate(_WHAT_THE_BROWSER_KEEPS).encode()
    assert [canary for canary in canaries if finds(canary, kept)] == []
    troubles.clear()  # the browser says aloud that the server broke


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


def test_the_sweep_finds_them_when_sealing_is_left_out(
    places: ServerPlaces,
    built_page: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
    troubles: list[str],
) -> None:
    page = places.page
    weaken(page, tmp_path, ("vault/sealing.js", SEALS, LEAVES_OUT))
    begin_room(page)
    kept, broken_on = make_canary(), make_canary()
    write_entry(page, kept)
    go_to_keys(page)
    with page.expect_response("**/api/own/vault/slots", timeout=LONG):
        page.get_by_role("button", name="Keep a sealed copy there").click()
    settings.DEBUG = True  # an error page that tells what it broke on
    places.errors.append(write_while_broken(page, monkeypatch, broken_on))

    found = places.find(kept, broken_on)

    assert found[kept] >= {"rows", "database files", "backup", "requests"}
    assert found[broken_on] >= {"error pages", "log", "requests"}
    troubles.clear()  # such a page cannot read its own records, and says so


def test_the_sweep_finds_what_is_planted_in_each_place(
    places: ServerPlaces, cast: Cast, troubles: list[str]
) -> None:
    in_rows, in_log, in_mail, in_address, in_header, in_body = (make_canary() for _ in range(6))
    _keep_row(cast, in_rows)
    logging.getLogger("fallow").debug("opened %s", in_log)
    mail.send_mail("A note", in_mail, "from@fallow.example", ["to@fallow.example"])
    places.page.goto("/accounts/login/")
    places.page.evaluate(_ASK, [in_address, in_header, in_body])

    found = places.find(in_rows, in_log, in_mail, in_address, in_header, in_body)

    assert found.pop(in_rows) == {"rows", "database files", "backup", "answers"}
    assert found.pop(in_log) == {"log"}
    assert found.pop(in_mail) == {"mail"}
    assert [sorted(where & {"requests"}) for where in found.values()] == [["requests"]] * 3
    troubles.clear()  # nothing is to be sent to that address, and the browser says so


_ASK = """([address, header, body]) => fetch(`/health/?${address}`, {
  method: "POST", headers: { "X-Own": header }, body,
})"""


def test_the_sweep_finds_what_only_the_log_of_the_database_holds(
    places: ServerPlaces, cast: Cast
) -> None:
    """A row that was kept and dropped again, before the log was taken into the database."""
    canary = make_canary()
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as held:
        held.execute("PRAGMA wal_autocheckpoint = 0")
        row = _keep_row(cast, canary)
        row.delete()

        assert places.find(canary) == {canary: {"database files"}}


def _keep_row(cast: Cast, name: str) -> Any:
    from fallow_site.sharing.models import SealedRow  # noqa: PLC0415 - apps have to be ready

    kind = SealedRow.Kind.RECORD
    return SealedRow.objects.create(
        owner=cast.ada.account, kind=kind, name=name, day=AT.date(), sealed=b"age"
    )
