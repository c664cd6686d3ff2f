"""Every screen of one's own room, on a phone and at a desk: axe, reflow, targets, headings."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import enter
from tests.journeys.own_room_walk import walk_own_room
from tests.journeys.test_room_look import ALL_RULES, ASK_AXE, COLOR_RULES, OUTLINE, TOO_SMALL

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


WIDTHS = (360, 1280)  # for axe; a small phone comes after them


def test_every_screen_is_clean_for_axe_and_fits_a_small_phone(
    page_at: PageAt, built_page: str
) -> None:
    page = enter(page_at(WIDTHS[0]))
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(AXE_SCRIPT)

    wrong = []
    for stop in walk_own_room(page):
        wrong += [f"{stop}, {one}" for width in WIDTHS for one in _ask_axe(page, width)]
        wrong += [f"{stop}: {one}" for one in _look_at_a_small_phone(page)]
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})

    assert wrong == []


def _ask_axe(page: Page, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": 800})
    found = [f"light, {width}: {one}" for one in page.evaluate(ASK_AXE, ALL_RULES)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark, {width}: {one}" for one in page.evaluate(ASK_AXE, COLOR_RULES)]
    page.emulate_media(color_scheme="light")
    return found


def _look_at_a_small_phone(page: Page) -> list[str]:
    page.set_viewport_size({"width": 320, "height": 700})
    wide = page.evaluate("document.documentElement.scrollWidth")
    outline = page.evaluate(OUTLINE)
    wrong = [f"{wide} wide"] if wide > 320 else []
    wrong += page.evaluate(TOO_SMALL)
    return wrong + ([str(outline)] if outline["jumps"] or outline["tops"] != 1 else [])
