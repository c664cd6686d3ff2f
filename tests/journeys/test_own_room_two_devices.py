"""Two devices of one account write on one entry while both are offline, and meet at the server.

Each has its own browser, its own keys in it and its own chain; the sealed copy is all they share.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Page
from tests.cast import Cast
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import (
    LONG,
    begin_room,
    enter,
    go_to,
    go_to_keys,
    keep_copy,
    make_sheet,
    open_entry,
    open_with_sheet,
    read_journal,
    wait_for,
    write_entry,
)
from tests.journeys.practice_pages import enter as enter_as

pytestmark = [
    pytest.mark.browser,
    pytest.mark.without_desk,
    pytest.mark.django_db(transaction=True),
]
FIRST, ON_PHONE, AT_DESK = "The first version.", "Changed on the phone.", "Changed at the desk."
BOTH = "Written on two devices"


def begin_on_phone(page: Page, cast: Cast) -> str:
    """This will write an entry, keep a copy on the server, and give the line of the sheet."""
    enter_as(page, cast.ada.account)
    begin_room(page)
    write_entry(page, FIRST)
    go_to_keys(page)
    sheet = make_sheet(page)
    keep_copy(page)
    return sheet


def fetch_to_desk(page: Page, cast: Cast, sheet: str) -> None:
    enter_as(page, cast.ada.account)
    go_to_keys(enter(page))
    page.get_by_role("button", name="I have a room on another device").click()
    page.get_by_role("button", name="Fetch my sealed copy").click()
    wait_for(page, "unlock")
    open_with_sheet(page, sheet)
    page.get_by_text("It is open").wait_for(timeout=LONG)


def change_offline(page: Page, words: str) -> None:
    page.context.set_offline(True)
    read_journal(page)
    open_entry(page, FIRST)
    page.get_by_label("In my words").fill(words)
    page.get_by_role("button", name="Keep it", exact=True).click()
    wait_for(page, "journal")
    assert BOTH not in read_journal(page)


def come_online(page: Page) -> None:
    """This will wait until what was written has been sent."""
    with sending(page):
        page.context.set_offline(False)


def sending(page: Page) -> AbstractContextManager[object]:
    return page.expect_response(lambda one: one.request.method == "PUT" and one.ok, timeout=LONG)


def read_until(page: Page, is_there: Callable[[str], bool]) -> str:
    """This will enter the journal anew after each answer of the server, until it is as hoped for.

    What came is told to the others two seconds later, so that one more answer always follows it.
    """
    while not is_there(said := read_journal(page)):
        page.wait_for_event("response", timeout=LONG)
        go_to(page, "My room")
    return said


def test_both_versions_reach_both_devices_and_the_writer_chooses(
    page_at: PageAt, built_page: str, cast: Cast
) -> None:
    phone, desk = page_at(360), page_at(1280)
    fetch_to_desk(desk, cast, begin_on_phone(phone, cast))

    change_offline(phone, ON_PHONE)
    change_offline(desk, AT_DESK)
    come_online(phone)
    come_online(desk)
    write_entry(phone, "And then tea.")  # whatever is written next brings what is new

    for page in (phone, desk):
        read_until(page, lambda said: BOTH in said)
        open_entry(page, "Changed")
        assert sorted(page.locator(".version").all_inner_texts()) == [AT_DESK, ON_PHONE]
    take(phone, AT_DESK)
    write_entry(desk, "A walk at noon.")
    for page in (phone, desk):
        said = read_until(page, lambda said: BOTH not in said)
        assert AT_DESK in said
        assert ON_PHONE not in said


def take(page: Page, version: str) -> None:
    """This will choose one of the two versions, keep it, and wait until that is sent."""
    page.locator("details", has=page.get_by_text(version)).get_by_role("button").click()
    with sending(page):
        page.get_by_role("button", name="Keep it", exact=True).click()
