"""A walk past every screen of one's own room, stopping wherever it looks different."""

from collections.abc import Iterator

from playwright.sync_api import Page
from tests.journeys.own_room import (
    LONG,
    check_in,
    go_to,
    go_to_keys,
    keep_here,
    lock,
    make_words,
    open_entry,
    wait_for,
)

WORRIED = "Today Marigold from Cedar Falls did not come, and I want to die."


def walk_own_room(page: Page) -> Iterator[str]:
    """This will say the name of each stop; it begins on an empty page of the room.

    Wherever one stands, help is one tap away.
    """
    for stop in _walk(page):
        assert page.locator(".top").get_by_role("button", name="Help now").is_visible(), stop
        yield stop


def _walk(page: Page) -> Iterator[str]:
    yield from _walk_before_any_key(page)
    yield from _walk_the_journal(page)
    yield from _walk_the_help(page)
    yield from _walk_the_ways_in(page)
    yield from _walk_the_lock(page)


def _walk_before_any_key(page: Page) -> Iterator[str]:
    go_to(page, "My room")
    yield "my room, nothing kept"
    page.get_by_role("button", name="Ways in, export").click()
    yield "ways in, nothing kept"
    page.get_by_role("button", name="I have a room on another device").click()
    yield "fetching a room"
    go_to(page, "My room")
    page.get_by_role("button", name="Ways in, export").click()
    page.get_by_role("button", name="I have an export").click()
    yield "bringing an export back"
    go_to(page, "Check-in")
    yield "a question"
    check_in(page, "Nearly all the time")
    page.get_by_text("too early to say more").wait_for(timeout=LONG)
    yield "first words"
    keep_here(page)
    yield "first words, kept"


def _walk_the_journal(page: Page) -> Iterator[str]:
    go_to(page, "Journal")
    yield "an empty journal"
    page.get_by_role("button", name="Write something").click()
    page.get_by_label("About", exact=True).select_option("care_not_given")
    page.get_by_label("In my words").fill(WORRIED)
    page.get_by_role("button", name="About someone I see").wait_for(timeout=LONG)
    yield "an entry that is being written"
    page.get_by_role("button", name="Keep it", exact=True).click()
    wait_for(page, "journal")
    page.get_by_role("button", name=WORRIED).wait_for(timeout=LONG)
    yield "a journal"
    open_entry(page, WORRIED)
    page.get_by_role("button", name="Erase this entry").click()
    yield "an entry about to be erased"


def _walk_the_help(page: Page) -> Iterator[str]:
    go_to(page, "Help now")
    page.get_by_text("About someone I see").click()
    yield "help"
    page.get_by_role("button", name="My safety plan").click()
    page.get_by_role("button", name="Keep my plan").wait_for(timeout=LONG)
    yield "a safety plan"
    go_to(page, "Help now")
    page.get_by_role("button", name="Finding someone").click()
    yield "finding someone"
    go_to(page, "Help now")
    page.get_by_role("button", name="Something bad").click()
    yield "after something bad"


def _walk_the_ways_in(page: Page) -> Iterator[str]:
    go_to_keys(page)
    page.get_by_role("button", name="Make my sheet").click()
    page.locator(".sheet-key").wait_for(timeout=LONG)
    make_words(page)
    page.get_by_role("button", name="Erase my room").click()
    page.get_by_role("button", name="Change my keys").click()
    yield "ways in, with a sheet"
    go_to(page, "My room")
    page.get_by_text("Not yet recoverable").wait_for(timeout=LONG)
    yield "my room, open"
    page.get_by_role("button", name="Published forms").click()
    page.get_by_label("Its questions, as a table").wait_for(timeout=LONG)
    yield "published forms"


def _walk_the_lock(page: Page) -> Iterator[str]:
    lock(page)
    wait_for(page, "unlock")
    page.get_by_text("Open with six words").click()
    page.get_by_text("Open with my printed sheet").click()
    page.get_by_label("My six words").fill("one two three four five six")
    page.locator("form", has=page.get_by_label("My six words")).get_by_role("button").click()
    page.locator(".problem").wait_for(timeout=LONG)
    yield "a locked room, wrong words"
    go_to(page, "My room")
    yield "my room, locked"
