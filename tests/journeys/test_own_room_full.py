"""A browser without room: what was written stays on the screen, and is kept once there is some."""

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import LONG, check_in, enter, go_to, keep_here, open_again

pytestmark = [
    pytest.mark.browser,
    pytest.mark.without_desk,
    pytest.mark.django_db(transaction=True),
]
FULL = "This browser has no room left for that."
SIGNS = "I count the stairs. " * 35_000  # 700 kB: Chromium looks anew only where little was left
A_LITTLE = 600_000  # bytes: for a room that begins, and not for these words


def allow(page: Page, **size: int) -> None:
    """This will set how much the browser keeps of this site; without a size, what it did before."""
    given = {"origin": page.evaluate("location.origin"), **size}
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", given)


def test_what_finds_no_room_stays_on_the_screen_and_is_kept_once_there_is_some(
    page_at: PageAt, built_page: str
) -> None:
    page = enter(page_at(360))
    check_in(page)
    allow(page, quotaSize=1)
    page.get_by_role("button", name="Remember on this device").click()
    expect(page.locator(".keep").get_by_role("alert")).to_contain_text(FULL)

    allow(page, quotaSize=A_LITTLE)
    keep_here(page)
    go_to(page, "My room")
    page.get_by_role("button", name="My safety plan").click()
    page.get_by_label("How I notice").fill(SIGNS)
    page.get_by_role("button", name="Keep my plan").click()
    expect(page.locator("#trouble").get_by_role("alert")).to_contain_text(FULL)
    assert page.get_by_label("How I notice").input_value() == SIGNS

    allow(page)
    page.get_by_role("button", name="Keep my plan").click()
    page.get_by_text("Kept.", exact=True).wait_for(timeout=LONG)
    expect(page.locator("#trouble")).to_be_empty()
    open_again(page)
    assert page.locator(".problem").count() == 0
    page.get_by_role("button", name="My safety plan").click()
    expect(page.get_by_label("How I notice")).to_have_value(SIGNS, timeout=LONG)
