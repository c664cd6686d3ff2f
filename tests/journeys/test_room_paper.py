"""My week on paper: one may hand it to a supervisor, or keep it in a drawer."""

import re

import pytest
from playwright.sync_api import Page
from tests.journeys.calendars import write_ics
from tests.journeys.room_page import bring, wait_for_week

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST_PAGES = 2


def test_a_week_prints_on_two_pages(room: Page) -> None:
    bring(room, "calendar.ics", write_ics(8))
    wait_for_week(room)

    paper = room.pdf(format="A4")

    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= MOST_PAGES


def test_paper_shows_what_a_phone_folds_and_nothing_to_tap(room: Page) -> None:
    bring(room, "calendar.ics", write_ics(8))
    wait_for_week(room)
    night = room.get_by_text("Shortest night between work", exact=True)
    assert not night.is_visible()  # folded on a phone

    room.emulate_media(media="print")

    assert night.is_visible()
    assert room.get_by_text("16 to 22 November 2026").first.is_visible()
    assert room.locator("main button:visible, main select:visible").count() == 0
    assert not room.locator("#foot").is_visible()
