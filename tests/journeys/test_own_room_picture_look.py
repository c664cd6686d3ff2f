"""The picture, the plan and the review look right on a phone, at a desk, on paper, light and dark.

The image of the picture in docs/images is written anew when FALLOW_SCREENSHOTS is set.
"""

import os
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import enter
from tests.journeys.paper import list_wrong_on_paper
from tests.journeys.picture_walk import walk_the_picture
from tests.journeys.test_room_look import ALL_RULES, ASK_AXE, COLOR_RULES, OUTLINE, TOO_SMALL

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTHS = (360, 1280)
NARROWEST = 320
IMAGES = Path(__file__).parents[2] / "docs" / "images"


def test_every_stop_is_clean_for_axe_and_fits_a_small_phone(
    page_at: PageAt, built_page: str
) -> None:
    """One walk for all widths and both themes: the room is loaded once."""
    page = enter(page_at(WIDTHS[0]))
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(AXE_SCRIPT)

    wrong = []
    for stop in walk_the_picture(page):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            wrong += [f"{stop}, {width}: {one}" for one in page.evaluate(ASK_AXE, ALL_RULES)]
        page.emulate_media(color_scheme="dark")
        wrong += [f"{stop}, dark: {one}" for one in page.evaluate(ASK_AXE, COLOR_RULES)]
        page.emulate_media(color_scheme="light")
        wrong += [f"{stop}: {one}" for one in _misfits(page)]
        if stop != "one thing it could be":  # a page of the manual, the same for everyone
            wrong += [f"{stop}, on paper: {one}" for one in list_wrong_on_paper(page)]
        if stop == "a picture" and "FALLOW_SCREENSHOTS" in os.environ:
            _take_image(page)

    assert wrong == []


def _misfits(page: Page) -> list[str]:
    """What is wider than the narrowest phone, too small for a thumb, or outlined wrongly."""
    page.set_viewport_size({"width": NARROWEST, "height": 800})
    wide = page.evaluate("document.documentElement.scrollWidth")
    outline = page.evaluate(OUTLINE)
    small: list[str] = page.evaluate(TOO_SMALL)
    found = [*small, f"{wide} wide"] if wide > NARROWEST else small
    is_right = outline["tops"] == 1 and not outline["jumps"]
    return found if is_right else [*found, str(outline)]


def _take_image(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 1180})
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=IMAGES / "picture-light.png")
