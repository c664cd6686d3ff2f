"""Erasing one entry is asked twice, can be taken back until then, and is for good afterwards."""

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import (
    LONG,
    begin_room,
    go_to,
    open_again,
    open_entry,
    wait_for,
    write_entry,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.without_desk,
    pytest.mark.django_db(transaction=True),
]
SECRET = "The chair by the window stayed empty."
OTHER = "A walk at noon."


@pytest.fixture
def entry(page_at: PageAt, built_page: str) -> Page:
    """An entry that is open, with another one in the journal."""
    page = begin_room(page_at(360))
    write_entry(page, OTHER)
    write_entry(page, SECRET)
    open_entry(page, SECRET)
    return page


def test_a_double_tap_erases_nothing(entry: Page) -> None:
    entry.get_by_role("button", name="Erase this entry").dblclick()

    go_to(entry, "Journal")
    entry.get_by_role("button", name=SECRET).wait_for(timeout=LONG)


def test_a_key_pressed_twice_erases_nothing(entry: Page) -> None:
    entry.get_by_role("button", name="Erase this entry").focus()
    for _ in range(3):
        entry.keyboard.press("Enter")

    go_to(entry, "Journal")
    entry.get_by_role("button", name=SECRET).wait_for(timeout=LONG)


def test_it_says_that_this_is_for_good_and_can_be_taken_back(entry: Page) -> None:
    entry.get_by_role("button", name="Erase this entry").click()
    expect(entry.locator("main").get_by_text("It cannot be brought back.")).to_be_visible()

    entry.get_by_role("button", name="No, keep it").click()

    expect(entry.get_by_role("button", name="Erase this entry")).to_be_focused()
    expect(entry.get_by_role("button", name="Yes, erase it")).to_have_count(0)


def test_an_erased_entry_is_gone_for_good_and_the_others_stay(entry: Page) -> None:
    entry.get_by_role("button", name="Erase this entry").click()
    entry.get_by_role("button", name="Yes, erase it").click()

    wait_for(entry, "journal")
    open_again(entry)
    go_to(entry, "Journal")
    entry.get_by_role("button", name=OTHER).wait_for(timeout=LONG)
    assert entry.get_by_role("button", name=SECRET).count() == 0
    assert entry.locator(".problem").count() == 0
