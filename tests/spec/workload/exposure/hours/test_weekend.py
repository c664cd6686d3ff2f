"""Weekend minutes: work on Saturday and Sunday, whatever the working hours say.

It overlaps with work after hours and is never added to it.
"""

from datetime import date

import pytest
from tests.spec.workload.diary import (
    BERLIN,
    FRI,
    MON,
    MONDAY_BERLIN_FALL,
    MONDAY_BERLIN_SPRING,
    NOT_HELD,
    SAT,
    SUN,
    between,
    entry,
    measured,
    notes,
    session,
    working,
)

from fallow.workload.appointments import Kind, Status


def test_saturday_notes_and_a_sunday_session_add_up() -> None:
    week = measured(session(MON, "9:00"), notes(SAT, "10:00", 90), session(SUN, "10:00"))

    assert week.weekend_minutes == 140  # 90 + 50


def test_a_night_from_friday_counts_from_midnight_on() -> None:
    assert measured(entry(Kind.CRISIS, FRI, "23:30", 60)).weekend_minutes == 30


def test_a_night_into_monday_counts_until_midnight() -> None:
    assert measured(entry(Kind.CRISIS, SUN, "23:30", 60)).weekend_minutes == 30


def test_the_sunday_before_belongs_to_its_own_week() -> None:
    assert measured(session(-1, "10:00")).weekend_minutes == 0


def test_a_working_saturday_is_weekend_all_the_same() -> None:
    week = measured(session(SAT, "10:00"), hours=working(weekend=True))

    assert (week.weekend_minutes, week.after_hours_minutes) == (50, 0)


@pytest.mark.parametrize(("monday", "hours"), [(MONDAY_BERLIN_SPRING, 7), (MONDAY_BERLIN_FALL, 9)])
def test_a_sunday_night_of_a_clock_change_counts_what_passed(monday: date, hours: int) -> None:
    watch = between(Kind.CRISIS, SUN, ("0:00", "8:00"), monday=monday, zone=BERLIN)

    assert measured(watch, monday=monday, zone=BERLIN).weekend_minutes == hours * 60


@pytest.mark.parametrize("status", NOT_HELD)
def test_what_was_not_held_counts_as_nothing(status: Status) -> None:
    assert measured(session(SAT, "10:00", status=status)).weekend_minutes == 0
