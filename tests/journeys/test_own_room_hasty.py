"""What is tapped twice is done once; who goes elsewhere before it is done is not pulled back."""

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import (
    LONG,
    begin_room,
    enter,
    go_to,
    go_to_keys,
    lock,
    make_words,
    open_with_words,
    read_journal,
    wait_for,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "The river was high today."
# Both taps come before anything that the first one began can have been answered.
TAP_AND_LEAVE = """(wanted) => {
  const buttons = [...document.querySelectorAll("button")];
  for (const words of wanted) buttons.find((one) => one.textContent === words).click();
}"""


def write(page: Page) -> None:
    go_to(page, "Journal")
    page.get_by_role("button", name="Write something").click()
    page.get_by_label("In my words").fill(WORDS)


@pytest.mark.without_desk
def test_an_entry_that_is_kept_with_two_taps_is_kept_once(page_at: PageAt, built_page: str) -> None:
    page = begin_room(page_at(360))
    write(page)

    page.evaluate(TAP_AND_LEAVE, ["Keep it", "Keep it"])

    wait_for(page, "journal")
    assert read_journal(page).count(WORDS) == 1


@pytest.mark.without_desk
def test_an_entry_that_could_not_be_kept_says_so_and_can_be_kept_again(
    page_at: PageAt, built_page: str
) -> None:
    page = begin_room(page_at(360))
    write(page)
    page.evaluate(_BREAK_KEEPING)

    page.get_by_role("button", name="Keep it", exact=True).click()

    expect(page.get_by_role("alert")).to_contain_text("That did not go through.")
    expect(page.get_by_label("In my words")).to_have_value(WORDS)
    page.evaluate("mend()")
    page.get_by_role("button", name="Keep it", exact=True).click()
    wait_for(page, "journal")
    assert read_journal(page).count(WORDS) == 1


_BREAK_KEEPING = """() => {
  navigator.locks.request = () => Promise.reject(new Error("broken for a test"));
  window.mend = () => delete navigator.locks.request;
}"""


@pytest.mark.without_desk
def test_a_way_in_does_not_go_with_two_taps(page_at: PageAt, built_page: str) -> None:
    page = begin_room(page_at(360))
    go_to_keys(page)
    make_words(page)
    ways = page.locator("section", has=page.get_by_role("heading", name="What you have"))
    words = ways.get_by_role("listitem").filter(has_text="Six words")

    words.get_by_role("button", name="Remove", exact=True).dblclick()
    expect(words).to_contain_text("What it opened, it opens no more.")
    words.get_by_role("button", name="No, keep it").click()
    expect(words).to_have_count(1)
    words.get_by_role("button", name="Remove", exact=True).click()
    words.get_by_role("button", name="Yes, remove it").click()

    expect(words).to_have_count(0)


def test_who_asks_for_help_while_the_example_is_made_stays_there(
    page_at: PageAt, built_page: str
) -> None:
    page = enter(page_at(360))
    go_to(page, "Picture")
    page.get_by_role("button", name="Look at an example").wait_for(timeout=LONG)

    page.evaluate(TAP_AND_LEAVE, ["Look at an example", "Help now"])

    page.wait_for_timeout(3_000)  # the desk needs less for it once it has started
    wait_for(page, "help")
    go_to(page, "Picture")
    page.get_by_role("button", name="Look at an example").wait_for(timeout=LONG)
    expect(page.get_by_role("button", name="Leave the example")).to_have_count(0)


@pytest.mark.without_desk
def test_who_asks_for_help_while_the_room_opens_stays_there(
    page_at: PageAt, built_page: str
) -> None:
    page = begin_room(page_at(360))
    go_to_keys(page)
    words = make_words(page)
    lock(page)
    wait_for(page, "unlock")

    open_with_words(page, words)
    go_to(page, "Help now")

    page.locator(".top").get_by_role("button", name="Lock").wait_for(timeout=LONG)
    page.wait_for_timeout(500)  # longer than it takes from the open room to the next screen
    wait_for(page, "help")
