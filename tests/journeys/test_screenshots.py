"""The pictures of my week in the README: the demo's own calendar on a phone, light and dark.

They are taken in every run, so that they can be taken; the ones in docs/images are written anew by
    FALLOW_SCREENSHOTS=1 .venv/bin/python -m pytest tests/journeys/test_screenshots.py
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.journeys.calendars import NOW
from tests.journeys.room_page import bring, open_room, wait_for_week

from fallow_site.demo.calendars import invent_weeks, write_adas_own
from fallow_site.demo.people import PEOPLE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

IMAGES = Path(__file__).parents[2] / "docs" / "images"
MOST_BYTES = 150_000  # a picture in a repository is there for good
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_my_week_on_a_phone_makes_a_picture(
    browser: Browser, live_server: object, built_page: str, tmp_path: Path, scheme: str
) -> None:
    address = str(live_server).replace("127.0.0.1", "localhost")
    context = browser.new_context(
        base_url=address,
        viewport={"width": 390, "height": 1180},
        device_scale_factor=1.25,
        color_scheme=scheme,  # type: ignore[arg-type]
        timezone_id="America/New_York",
    )
    page = open_room(context.new_page())
    folder = IMAGES if "FALLOW_SCREENSHOTS" in os.environ else tmp_path
    image = folder / f"my-week-{scheme}.png"

    bring(page, "ada.ics", write_adas_own(invent_weeks(PEOPLE, today=NOW.date()), today=NOW.date()))
    wait_for_week(page)
    page.screenshot(path=image)
    context.close()

    assert image.read_bytes().startswith(PNG)
    assert image.stat().st_size < MOST_BYTES
