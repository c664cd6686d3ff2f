"""From the sign-in page to the posted list with the keyboard alone, the focus always seen."""

import pytest
from playwright.sync_api import Page, expect
from tests.cast import PASSWORD, Cast
from tests.journeys.conftest import PageAt

pytestmark = pytest.mark.browser
IN_FOCUS = (
    "() => document.activeElement === document.body ? '' :"
    " document.activeElement.innerText || document.activeElement.labels?.[0]?.innerText"
)
OUTLINE = "() => getComputedStyle(document.activeElement).outlineStyle"
MOST_TABS = 30


def test_the_posted_list_is_reached_by_keyboard_alone(page_at: PageAt, cast: Cast) -> None:
    page = page_at()
    page.goto("/accounts/login/")

    _tab_to(page, "Email")
    page.keyboard.type(cast.ada.account.email)
    _tab_to(page, "Password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Sign out")).to_be_visible()
    _tab_to(page, "Harbor Street Practice")
    page.keyboard.press("Enter")
    page.wait_for_url("**/practice/*/")
    _tab_to(page, "What everyone here can see")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("What everyone here can see")


def test_the_first_tab_leads_past_the_top_of_the_page(page_at: PageAt, cast: Cast) -> None:
    page = page_at()
    page.goto("/help/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_be_focused()


def _tab_to(page: Page, words: str) -> None:
    """Whatever holds the focus on the way shows it."""
    for _ in range(MOST_TABS):
        if words in str(page.evaluate(IN_FOCUS)):
            return
        page.keyboard.press("Tab")
        assert page.evaluate(OUTLINE) != "none"
    pytest.fail(f"{MOST_TABS} tabs did not lead to “{words}”.")
