"""New keys for a whole room, and a page that stops in the middle of sealing everything again."""

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import (
    LONG,
    begin_room,
    go_to,
    go_to_keys,
    open_with_words,
    wait_for,
    write_entry,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.without_desk,
    pytest.mark.django_db(transaction=True),
]
ENTRIES = [f"Evening number {number} by the river." for number in range(4)]
# Once so much is sealed, the next write never ends, as on a device that fell asleep.
STOP_AT = """(share) => {
  const real = navigator.locks.request.bind(navigator.locks);
  const isThere = () => (document.querySelector("progress")?.value ?? 0) >= share;
  const never = () => new Promise(() => {});
  const isStopped = (name) => name === "fallow.vault" && isThere();
  navigator.locks.request = (...asked) => (isStopped(asked[0]) ? never() : real(...asked));
}"""
SEALED_BEFORE = 2


def change_keys(page: Page) -> str:
    """This will begin to change the keys of an open room, and give the new words."""
    go_to_keys(page)
    page.get_by_role("button", name="Change my keys").click()
    words = page.locator(".six-words li").all_inner_texts()
    page.get_by_role("button", name="They are on paper").click()
    page.get_by_label("Word 2").fill(words[1])
    page.get_by_label("Word 5").fill(words[4])
    page.get_by_role("button", name="Change my keys now").click()
    return " ".join(words)


def test_sealing_again_that_was_stopped_midway_goes_on_and_shows_how_far_it_is(
    page_at: PageAt, built_page: str
) -> None:
    page = begin_room(page_at(360))
    for entry in ENTRIES:
        write_entry(page, entry)
    share = SEALED_BEFORE / (len(ENTRIES) + 1)  # the entries and one check-in
    page.evaluate(STOP_AT, share)
    words = change_keys(page)
    bar = page.get_by_role("progressbar", name="Sealing again")
    expect(bar).to_have_js_property("value", share, timeout=LONG)

    page.reload()
    wait_for(page, "home")
    page.get_by_role("button", name="Open my room").click()
    open_with_words(page, words)

    wait_for(page, "home")
    page.get_by_text("Done: 3 records are sealed for your new keys").wait_for(timeout=LONG)
    assert page.locator(".problem").count() == 0
    go_to(page, "Journal")
    for entry in ENTRIES:
        page.get_by_role("button", name=entry).wait_for(timeout=LONG)
    assert page.locator(".entry-card").count() == len(ENTRIES)
