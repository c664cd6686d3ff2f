"""The invented weeks: always the same, as many as asked for, with holidays and a clock change."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from random import Random

import pytest

from fallow.base.periods import monday_of, read_zone
from fallow_site.demo.almanac import ZONE, count_weeks, find_clock_change, is_holiday
from fallow_site.demo.calendars import invent_weeks
from fallow_site.demo.generator import make_weeks
from fallow_site.demo.people import PEOPLE, invent_people

TODAY = date(2026, 11, 25)
EVERY_MONDAY = [date(2026, 1, 5) + timedelta(weeks=n) for n in range(260)]

# The list of federal holidays of the U.S. Office of Personnel Management for these years.
HOLIDAYS = (
    date(2026, 1, 1), date(2026, 1, 19), date(2026, 5, 25), date(2026, 6, 19), date(2026, 7, 3),
    date(2026, 9, 7), date(2026, 11, 26), date(2026, 12, 25),
    date(2027, 1, 1), date(2027, 1, 18), date(2027, 5, 31), date(2027, 6, 18), date(2027, 7, 5),
    date(2027, 9, 6), date(2027, 11, 25), date(2027, 12, 24), date(2027, 12, 31),
)  # fmt: skip


def test_the_holidays_of_two_years_are_those_that_were_announced() -> None:
    days = (date(2026, 1, 1) + timedelta(days=n) for n in range(730))

    assert tuple(day for day in days if is_holiday(day)) == HOLIDAYS


def test_there_are_24_clinicians_in_four_teams_with_names_of_their_own() -> None:
    assert sorted(Counter(person.team for person in PEOPLE).values()) == [6, 6, 6, 6]
    assert len({person.email for person in PEOPLE}) == 24


def test_someone_of_each_sort_is_among_them() -> None:
    shares = {person.fte_share for person in PEOPLE}
    interns = [person for person in PEOPLE if person.is_intern]

    assert {1.0, 0.8, 0.6, 0.5} == shares
    assert len(interns) == 3
    assert all("intern" in person.name for person in interns)
    assert any("trauma" in person.team for person in PEOPLE)
    assert [person.name for person in PEOPLE if person.is_quiet] == ["Fern Fallow"]
    assert {person.export for person in PEOPLE} == {"table", "simplepractice", "fhir", "feed"}


def test_the_same_day_invents_the_same_weeks() -> None:
    assert invent_weeks(PEOPLE, today=TODAY) == invent_weeks(PEOPLE, today=TODAY)


@pytest.mark.parametrize("count", [1, 24, 25, 300])
def test_as_many_people_as_asked_for_are_invented(count: int) -> None:
    people = invent_people(count)

    assert len({person.email for person in people}) == len({p.name for p in people}) == count
    assert people[:24] == PEOPLE[:count]


@pytest.mark.parametrize("weeks", [8, 26, 104])
def test_as_many_weeks_as_asked_for_are_invented(weeks: int) -> None:
    monday = monday_of(TODAY)

    entries = make_weeks(PEOPLE[1], last_monday=monday, rng=Random(1), weeks=weeks)

    first, last = entries[0].starts_at.date(), entries[-1].starts_at.date()
    assert monday_of(first) == monday - timedelta(weeks=weeks - 1)
    assert monday_of(last) == monday + timedelta(weeks=1)


def test_nobody_but_ada_sees_anyone_on_a_holiday() -> None:
    weeks = invent_weeks(PEOPLE, today=TODAY)

    working = {
        entry.clinician
        for entries in weeks.values()
        for entry in entries
        if is_holiday(entry.starts_at.date()) and entry.title != "Holiday"
        if entry.title != "Annual leave"
    }
    assert working <= {"Ada Amber"}


def test_a_holiday_stands_in_the_calendar_as_a_day_off() -> None:
    petra = invent_weeks(PEOPLE, today=TODAY)["Petra Pebble"]

    off = {entry.starts_at.date() for entry in petra if entry.title == "Holiday"}
    leave = {entry.starts_at.date() for entry in petra if entry.title == "Annual leave"}
    assert off | leave >= {
        date(2026, 6, 19),
        date(2026, 7, 3),
        date(2026, 9, 7),
        date(2026, 11, 26),
    }


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        (date(2026, 3, 8), date(2026, 3, 2)),  # 15 U.S.C. §260a: the second Sunday of March
        (date(2026, 3, 7), date(2025, 10, 27)),
        (date(2026, 11, 1), date(2026, 10, 26)),  # and the first of November
        (date(2026, 10, 31), date(2026, 3, 2)),
    ],
)
def test_the_clock_change_is_found_in_the_week_of_its_sunday(today: date, monday: date) -> None:
    assert find_clock_change(today) == monday


@pytest.mark.parametrize("today", EVERY_MONDAY[:53], ids=str)
def test_a_week_across_a_clock_change_is_always_among_them(today: date) -> None:
    first = monday_of(today) - timedelta(weeks=count_weeks(today) - 1)

    zone = read_zone(ZONE)
    days = [first + timedelta(days=n) for n in range((today - first).days + 1)]
    offsets = {datetime.combine(day, time(12), tzinfo=zone).utcoffset() for day in days}
    assert len(offsets) == 2
    assert 26 <= count_weeks(today) <= 36


def test_adas_tuesday_is_whole_on_whatever_day_the_demo_is_begun() -> None:
    for today in EVERY_MONDAY:
        tuesday = today - timedelta(days=6)
        entries = invent_weeks(PEOPLE[:1], today=today)["Ada Amber"]
        hours = [e.starts_at.hour for e in entries if e.starts_at.date() == tuesday and e.client]
        assert hours == [9, 10, 11, 12, 13, 15], today
