"""Every screen of one's own room, on a phone and at a desk: axe, reflow, targets, headings."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import enter
from tests.journeys.own_room_walk import walk_own_room
from tests.journeys.test_room_look import ALL_RULES, ASK_AXE, COLOR_RULES, OUTLINE, TOO_SMALL

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_any_screen_in_either_theme(
    page_at: PageAt, built_page: str, width: int
) -> None:
    page = enter(page_at(width))
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(AXE_SCRIPT)

    found = []
    for stop in walk_own_room(page):
        found += [f"{stop}, light: {one}" for one in page.evaluate(ASK_AXE, ALL_RULES)]
        page.emulate_media(color_scheme="dark")
        found += [f"{stop}, dark: {one}" for one in page.evaluate(ASK_AXE, COLOR_RULES)]
        page.emulate_media(color_scheme="light")

    assert found == []


def test_every_screen_fits_320_pixels_a_thumb_and_one_outline(
    page_at: PageAt, built_page: str
) -> None:
    page = enter(page_at(320))

    wrong = []
    for stop in walk_own_room(page):
        wide = page.evaluate("document.documentElement.scrollWidth")
        outline = page.evaluate(OUTLINE)
        wrong += [f"{stop}: {wide} wide"] if wide > 320 else []
        wrong += [f"{stop}: {one}" for one in page.evaluate(TOO_SMALL)]
        wrong += [f"{stop}: {outline}"] if outline["jumps"] or outline["tops"] != 1 else []

    assert wrong == []
