"""A newcomer without an account brings a calendar and sees the week behind it."""

import json
from collections.abc import Callable

import pytest
from tests.journeys.calendars import (
    write_fhir,
    write_ics,
    write_simplepractice,
    write_table,
)
from tests.journeys.conftest import PageAt
from tests.journeys.room_page import (
    bring,
    open_room,
    read_figure,
    wait_for_screen,
    wait_for_week,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FILES: tuple[tuple[str, Callable[[int], bytes], str], ...] = (
    ("calendar.ics", write_ics, "20 h"),  # 24 × 50 minutes
    ("bundle.json", write_fhir, "20 h"),
    ("report.csv", write_simplepractice, "18 h"),  # 24 × 45 minutes, the middle of 90834
)


@pytest.mark.parametrize(("name", "write", "hours"), FILES, ids=[f[0] for f in FILES])
def test_a_newcomer_brings_a_calendar_and_sees_the_week(
    page_at: PageAt, built_page: str, name: str, write: Callable[[int], bytes], hours: str
) -> None:
    page = open_room(page_at(360))

    bring(page, name, write(8))

    wait_for_week(page)
    assert read_figure(page, "With clients") == hours
    assert read_figure(page, "Sessions") == "24"


def test_an_unknown_table_asks_for_its_columns_once(page_at: PageAt, built_page: str) -> None:
    page = open_room(page_at(360))
    bring(page, "export.csv", write_table(8))
    wait_for_screen(page, "mapping")

    page.get_by_role("button", name="Read the table").click()

    wait_for_week(page)
    assert read_figure(page, "Sessions") == "24"


def test_what_could_not_be_sorted_takes_one_tap(page_at: PageAt, built_page: str) -> None:
    page = open_room(page_at(360))
    bring(page, "calendar.ics", write_ics(8, client_title="K.M. 7"))
    wait_for_screen(page, "sorting")
    assert page.locator(".leftover").get_by_text("192 like this").is_visible()  # 8 × 24

    page.locator(".leftover").get_by_role("button", name="Individual session").click()
    page.get_by_role("button", name="Show my week").click()

    wait_for_week(page)
    assert read_figure(page, "Sessions") == "24"


def test_a_pasted_calendar_is_read_too(page_at: PageAt, built_page: str) -> None:
    page = open_room(page_at(360))
    page.get_by_text("Paste it instead").click()

    page.get_by_label("The text of a calendar").fill(write_ics(2).decode())
    page.get_by_role("button", name="Read what I pasted").click()

    wait_for_week(page)
    assert read_figure(page, "Sessions") == "24"


def test_a_long_run_stands_beside_the_practices_part(page_at: PageAt, built_page: str) -> None:
    page = open_room(page_at(360))

    bring(page, "calendar.ics", write_ics(8))

    wait_for_week(page)
    assert "Tuesday 5 sessions" in page.locator(".stands-out").first.inner_text()
    assert "practice" in page.locator(".counterpart p").first.inner_text()


def test_a_figure_explains_itself_on_a_tap(page_at: PageAt, built_page: str) -> None:
    page = open_room(page_at(360))
    bring(page, "calendar.ics", write_ics(8))
    wait_for_week(page)

    page.locator(".row > summary", has=page.get_by_text("Sessions", exact=True)).click()

    entries = page.locator(".row[open] .entries li")
    entries.first.wait_for()
    assert entries.first.inner_text().startswith("Mon 16 Nov, 09:00 to 09:50")
    assert page.get_by_text("and 12 more").is_visible()  # 24 sessions, 12 shown


def test_another_week_can_be_chosen(page_at: PageAt, built_page: str) -> None:
    page = open_room(page_at(360))
    bring(page, "calendar.ics", write_ics(8))
    wait_for_week(page)

    page.get_by_role("button", name="The week before").click()

    page.wait_for_function("() => document.querySelector('#week').value === '2026-11-09'")
    assert page.locator("#week option").count() == 26
    assert page.locator("#week option:checked").inner_text() == "9 to 15 November 2026"


def test_five_numbers_give_a_rough_picture(page_at: PageAt, built_page: str) -> None:
    page = open_room(page_at(360))
    page.get_by_role("button", name="Five numbers").click()

    page.get_by_label("Sessions in a usual week").fill("24")
    page.get_by_role("button", name="Show the rough picture").click()

    page.get_by_role("heading", name="A rough picture").wait_for()
    assert "20" in page.locator(".rough .stands-out").inner_text()  # 24 × 50 minutes


def test_a_file_that_is_no_calendar_is_refused_kindly(page_at: PageAt, built_page: str) -> None:
    page = open_room(page_at(360))

    bring(page, "holiday.ics", b"\x89PNG\r\n\x1a\n\x00\x00")

    page.locator(".problem").wait_for()
    assert page.locator(".problem p").count() == 2
    assert page.get_by_text("Choose a file").is_visible()


def test_joining_adds_the_practices_appointments(page_at: PageAt, built_page: str) -> None:
    page = open_room(page_at(360))
    bring(page, "calendar.ics", write_ics(8))
    wait_for_week(page)
    found = {"appointments": [], "spans": [], "policy": None, "practice": "Willow House"}
    page.route("**/api/own/appointments", lambda route: route.fulfill(body=json.dumps(found)))

    page.get_by_role("button", name="Join with my practice").click()

    page.get_by_text("Joined with Willow House").wait_for()
