"""What a clinician sees first: a Tuesday run of five, notes at 21:10, the practice's part beside.

Ada's own calendar is read as the page on the device reads it, for many days of starting the demo.
"""

import json
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

import pytest

from fallow.base.periods import monday_of, read_zone
from fallow.workload.my_week.facade import Desk
from fallow_site.demo.almanac import ZONE
from fallow_site.demo.calendars import invent_weeks, write_adas_own
from fallow_site.demo.people import PEOPLE

NINE_TO_FIVE = [[[540, 1020]]] * 5 + [[], []]
STARTS = (
    date(2026, 1, 1),  # a holiday
    date(2026, 3, 10),  # two days after the clocks went forward
    date(2026, 7, 20),  # a Monday
    date(2026, 10, 25),  # a Sunday, a week before the clocks go back
    date(2026, 11, 25),  # a Wednesday, the day before a holiday
    date(2028, 2, 29),
    date(2030, 1, 6),  # the Tuesday of this week, and the one before, are holidays
)


@cache
def last_full_week(today: date) -> dict[str, Any]:
    """What the desk answers for the week before, at noon of a day."""
    desk = Desk()
    now = datetime.combine(today, time(12), tzinfo=read_zone(ZONE))
    request = {"now": now.isoformat(), "settings": {"zone": ZONE, "hours": NINE_TO_FIVE}}
    ask = request | {"do": "read", "source": "own", "name": "ada-calendar.ics", "key": "00" * 32}
    read = json.loads(desk.answer(json.dumps(ask), write_adas_own(_adas_weeks(today), today=today)))
    assert read["ok"], read
    monday = monday_of(today) - timedelta(weeks=1)
    ask = request | {"do": "week", "monday": monday.isoformat()}
    answer: dict[str, Any] = json.loads(desk.answer(json.dumps(ask)))
    return answer


def _adas_weeks(today: date) -> dict[str, Any]:
    return invent_weeks(PEOPLE[:1], today=today)


@pytest.mark.parametrize("today", STARTS, ids=str)
def test_the_run_of_five_on_tuesday_is_the_first_thing_said(today: date) -> None:
    first = last_full_week(today)["headlines"][0]

    assert first["sentence"].startswith("On Tuesday 5 sessions followed one another")


@pytest.mark.parametrize("today", STARTS, ids=str)
def test_the_notes_at_ten_past_nine_are_the_second(today: date) -> None:
    second = last_full_week(today)["headlines"][1]

    assert "notes and administration lay outside your hours" in second["sentence"]
    assert "21:10" in second["sentence"]


@pytest.mark.parametrize("today", STARTS, ids=str)
def test_the_practices_part_stands_beside_each(today: date) -> None:
    for headline in last_full_week(today)["headlines"]:
        assert headline["counterpart"].startswith("The practice can ")


@pytest.mark.parametrize("today", STARTS, ids=str)
def test_no_evening_of_notes_lies_in_the_future(today: date) -> None:
    ada = write_adas_own({"Ada Amber": []}, today=today).decode()

    days = {line[-15:-7] for line in ada.splitlines() if line.startswith("DTSTART")}
    assert max(days) < f"{today:%Y%m%d}"


def test_ada_is_no_different_among_the_others() -> None:
    """She comes first from the seed, so that her file may be read by itself in these tests."""
    today = STARTS[0]

    assert invent_weeks(PEOPLE, today=today)["Ada Amber"] == _adas_weeks(today)["Ada Amber"]
