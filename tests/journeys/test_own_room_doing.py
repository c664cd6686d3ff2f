"""What one does in an open room: find a word, note a sign, clear the tray.

All of it is done on one page that stays open.
"""

import json
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from go import find_node
from playwright.sync_api import Browser, Page, expect
from tests.journeys.calendars import NOW, write_ics
from tests.journeys.lying import FORGE, read_pins
from tests.journeys.own_room import (
    LONG,
    begin_room,
    check_in,
    go_to,
    open_again,
    read_journal,
    wait_for,
    write_entry,
)
from tests.journeys.room_page import bring, wait_for_week

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
UNKNOWN = "You agreed to the new caseload."  # what forge.mjs writes


@pytest.fixture(scope="module")
def mine(browser: Browser, live_server: Any, built_page: str) -> Iterator[Page]:
    """One room on a phone, on the Sunday of the calendars."""
    context = browser.new_context(
        base_url=live_server.url.replace("127.0.0.1", "localhost"),
        viewport={"width": 360, "height": 740},
        timezone_id="America/New_York",
        service_workers="block",
    )
    page = context.new_page()
    page.clock.set_fixed_time(f"{NOW.isoformat()}-05:00")
    yield begin_room(page)
    context.close()


def count_rows(page: Page) -> int:
    count: int = page.evaluate(_COUNT)
    return count


_COUNT = """() => new Promise((resolve) => {
  const request = indexedDB.open("fallow.vault");
  request.onsuccess = () => {
    const asked = request.result.transaction("rows").objectStore("rows").count();
    asked.onsuccess = () => { request.result.close(); resolve(asked.result); };
  };
})"""
_PUT = """({ row, sealed }) => new Promise((resolve) => {
  const bytes = Uint8Array.from(atob(sealed), (letter) => letter.charCodeAt(0));
  const request = indexedDB.open("fallow.vault");
  request.onsuccess = () => {
    const rows = request.result.transaction("rows", "readwrite").objectStore("rows");
    rows.put({ row, sealed: bytes, isSent: true }).onsuccess = () => {
      request.result.close();
      resolve();
    };
  };
})"""


def test_a_word_is_found_without_its_accents_and_capitals(mine: Page) -> None:
    write_entry(mine, "Tea at the Café Rosé, alone.")
    write_entry(mine, "A walk at noon.")
    read_journal(mine)

    mine.get_by_label("Find a word").fill("ROSE cafe")

    expect(mine.get_by_text("1 found.")).to_be_visible()
    expect(mine.locator(".entry-card")).to_have_count(1)
    expect(mine.locator(".entry-card")).to_contain_text("Tea at the Café Rosé, alone.")


@pytest.mark.parametrize("sign", ["Sleep", "Mood", "Body"])
def test_a_sign_is_noted_in_two_taps(mine: Page, sign: str) -> None:
    go_to(mine, "My room")
    before = count_rows(mine)

    go_to(mine, "Journal")
    mine.get_by_role("group", name=sign).get_by_role("button", name="so-so").click()

    expect(mine.locator("#status")).to_have_text(f"{sign}: so-so. Noted.")
    assert count_rows(mine) == before + 1


def receive_from_unknown_device(page: Page) -> None:
    """A row comes that a device sealed for Ada, of which no record of hers tells."""
    pins = read_pins(page)
    words = "one two three four five six"
    node = [*find_node(), str(FORGE), pins["author"], pins["recipient"], words]
    done = subprocess.run(node, capture_output=True, text=True, check=True)
    page.evaluate(_PUT, json.loads(done.stdout)["unknown"])
    open_again(page)
    page.get_by_text("One record comes from a device you have not confirmed.").wait_for()


def test_a_record_of_an_unknown_device_waits_and_can_be_put_away(mine: Page) -> None:
    receive_from_unknown_device(mine)
    assert UNKNOWN not in read_journal(mine)
    go_to(mine, "My room")

    mine.get_by_role("button", name="It is not mine").dblclick()
    assert mine.get_by_text("Put away.").count() == 0
    mine.get_by_role("button", name="Yes, erase it").click()

    mine.get_by_text("Put away.").wait_for()
    assert UNKNOWN not in read_journal(mine)


def test_a_record_of_an_unknown_device_can_be_taken_over(mine: Page) -> None:
    receive_from_unknown_device(mine)

    mine.get_by_role("button", name="It is mine, keep it").click()

    mine.get_by_text("Kept.", exact=True).first.wait_for()
    open_again(mine)
    assert UNKNOWN in read_journal(mine)
    go_to(mine, "My room")
    expect(mine.get_by_text("a device you have not confirmed")).to_have_count(0)


def test_the_week_of_the_calendar_stands_beside_the_first_words(mine: Page) -> None:
    go_to(mine, "My week")
    bring(mine, "calendar.ics", write_ics(8))
    wait_for_week(mine)
    headline = mine.locator(".headlines .stands-out").first.inner_text()

    check_in(mine)

    mine.get_by_role("heading", name="Your week beside it").wait_for(timeout=LONG)
    beside = mine.locator("section", has=mine.get_by_role("heading", name="Your week beside it"))
    expect(beside).to_contain_text(headline)
    beside.get_by_role("button", name="Look at my week").click()
    wait_for(mine, "week")
