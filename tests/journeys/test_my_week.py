"""A newcomer without an account brings a calendar and sees the week behind it."""

import json
from collections.abc import Callable
from datetime import datetime, time, timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page
from tests.journeys.calendars import (
    LAST_MONDAY,
    write_fhir,
    write_ics,
    write_simplepractice,
    write_table,
)
from tests.journeys.room_page import (
    bring,
    read_figure,
    wait_for_screen,
    wait_for_week,
)

from fallow.workload.appointments import Appointment, Kind, Status
from fallow.workload.my_week.appointment_json import write_appointment

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FILES: tuple[tuple[str, Callable[[int], bytes], str], ...] = (
    ("calendar.ics", write_ics, "20 h"),  # 24 × 50 minutes
    ("bundle.json", write_fhir, "20 h"),
    ("report.csv", write_simplepractice, "18 h"),  # 24 × 45 minutes, the middle of 90834
)


@pytest.mark.parametrize(("name", "write", "hours"), FILES, ids=[f[0] for f in FILES])
def test_a_newcomer_brings_a_calendar_and_sees_the_week(
    room: Page, name: str, write: Callable[[int], bytes], hours: str
) -> None:
    bring(room, name, write(8))

    wait_for_week(room)
    assert read_figure(room, "With clients") == hours
    assert read_figure(room, "Sessions") == "24"


def test_an_unknown_table_asks_for_its_columns_once(room: Page) -> None:
    bring(room, "export.csv", write_table(8))
    wait_for_screen(room, "mapping")

    room.get_by_role("button", name="Read the table").click()

    wait_for_week(room)
    assert read_figure(room, "Sessions") == "24"
    room.get_by_role("button", name="Add another calendar").click()
    bring(room, "export.csv", write_table(8))
    wait_for_week(room)  # the columns are remembered by the header


def test_what_could_not_be_sorted_takes_one_tap(room: Page) -> None:
    bring(room, "calendar.ics", write_ics(8, client_title="K.M. 7"))
    wait_for_screen(room, "sorting")
    assert room.locator(".leftover").get_by_text("192 like this").is_visible()  # 8 × 24

    room.locator(".leftover").get_by_role("button", name="Individual session").click()
    room.get_by_role("button", name="Show my week").click()

    wait_for_week(room)
    assert read_figure(room, "Sessions") == "24"


def test_a_zip_of_calendars_is_opened_on_the_device(room: Page) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("calendars/work.ics", write_ics(8))
        archive.writestr("notes.pdf", b"%PDF-1.7")

    bring(room, "export.zip", packed.getvalue())

    wait_for_week(room)
    assert read_figure(room, "Sessions") == "24"


def test_a_pasted_calendar_is_read_too(room: Page) -> None:
    room.get_by_text("Paste it instead").click()

    room.get_by_label("The text of a calendar").fill(write_ics(2).decode())
    room.get_by_role("button", name="Read what I pasted").click()

    wait_for_week(room)
    assert read_figure(room, "Sessions") == "24"


def test_a_long_run_stands_beside_the_practices_part(room: Page) -> None:
    bring(room, "calendar.ics", write_ics(8))

    wait_for_week(room)
    assert "Tuesday 5 sessions" in room.locator(".stands-out").first.inner_text()
    assert "practice" in room.locator(".counterpart p").first.inner_text()


def test_a_figure_explains_itself_on_a_tap(room: Page) -> None:
    bring(room, "calendar.ics", write_ics(8))
    wait_for_week(room)

    room.locator(".row > summary", has=room.get_by_text("Sessions", exact=True)).click()

    entries = room.locator(".row[open] .entries li")
    entries.first.wait_for()
    assert entries.first.inner_text().startswith("Mon 16 Nov, 09:00 to 09:50")
    assert entries.count() == 12
    room.get_by_role("button", name="Show 12 more").click()
    assert entries.count() == 24


def test_another_week_can_be_chosen(room: Page) -> None:
    bring(room, "calendar.ics", write_ics(8))
    wait_for_week(room)

    room.get_by_role("button", name="The week before").click()

    room.wait_for_function("() => document.querySelector('#week').value === '2026-11-09'")
    assert room.locator("#week option").count() == 26
    assert room.locator("#week option:checked").inner_text() == "9 to 15 November 2026"


def test_five_numbers_give_a_rough_picture(room: Page) -> None:
    room.get_by_role("button", name="Five numbers").click()

    room.get_by_label("Sessions in a usual week").fill("24")
    room.get_by_role("button", name="Show the rough picture").click()

    room.get_by_role("heading", name="A rough picture").wait_for()
    assert "20" in room.locator(".rough .stands-out").inner_text()  # 24 × 50 minutes


def test_a_file_that_is_no_calendar_is_refused_kindly(room: Page) -> None:
    bring(room, "holiday.ics", b"\x89PNG\r\n\x1a\n\x00\x00")

    room.locator(".problem").wait_for()
    assert room.locator(".problem p").count() == 2
    assert room.get_by_text("Choose a file").is_visible()


def test_joining_adds_the_practices_appointments(room: Page) -> None:
    bring(room, "calendar.ics", write_ics(8))
    wait_for_week(room)
    starts_at = datetime.combine(LAST_MONDAY, time(17), tzinfo=ZoneInfo("America/New_York"))
    evening = Appointment(
        source="practice",
        uid="1",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=50),
        kind=Kind.INDIVIDUAL,
        status=Status.FULFILLED,
    )
    appointments = [write_appointment(evening)]
    found = {"appointments": appointments, "spans": [], "policy": None, "practice": "Willow House"}
    room.route("**/api/own/appointments", lambda route: route.fulfill(body=json.dumps(found)))

    room.get_by_role("button", name="Join with my practice").click()

    room.get_by_text("Joined with Willow House").wait_for()
    assert read_figure(room, "Sessions") == "25"


def test_the_practices_calendar_can_stand_alone(room: Page) -> None:
    found = {"appointments": [], "spans": [], "policy": None, "practice": "Willow House"}
    room.route("**/api/own/appointments", lambda route: route.fulfill(body=json.dumps(found)))

    room.get_by_role("button", name="your practice's calendar").click()

    room.get_by_text("Joined with Willow House").wait_for()


def test_a_file_of_several_people_asks_whose_week_it_is(room: Page) -> None:
    two = write_simplepractice(8) + write_simplepractice(8).split(b"\n", 1)[1].replace(
        b",Ada,", b",Petra,"
    )

    bring(room, "report.csv", two)
    wait_for_screen(room, "whose")
    room.get_by_role("button", name="Ada", exact=True).click()

    wait_for_week(room)
    assert read_figure(room, "Sessions") == "24"  # Ada's alone
