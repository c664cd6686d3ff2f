"""Protected time: hours the practice promised to keep free; those kept, and those booked over.

Sessions and travel take it away. Notes, supervision, peers and training do not: they are what it is
there for. A session to which nobody came was booked over it all the same; a cancelled one gave the
time back. What is lost is the practice's miss (DESIGN.md, Practice).
"""

from datetime import date

import pytest
from tests.spec.workload.diary import (
    BERLIN,
    MON,
    MONDAY_BERLIN_FALL,
    SUN,
    TUE,
    all_day,
    between,
    entry,
    measured,
    posted,
    session,
)

from fallow.workload.appointments import Appointment, Kind, Status
from fallow.workload.exposure.selecting import TAKES_PROTECTED_TIME

TWO_HOURS = entry(Kind.PROTECTED_TIME, TUE, "14:00", 120)
USES_IT = sorted(set(Kind) - TAKES_PROTECTED_TIME)


def kept_and_lost(*entries: Appointment, **terms: object) -> tuple[int, int]:
    week = measured(*entries, **terms)
    return week.protected_minutes, week.protected_lost_minutes


def test_two_free_hours_are_kept() -> None:
    assert kept_and_lost(TWO_HOURS) == (120, 0)


@pytest.mark.parametrize("kind", sorted(TAKES_PROTECTED_TIME))
def test_a_session_or_a_journey_booked_over_it_takes_its_part(kind: Kind) -> None:
    assert kept_and_lost(TWO_HOURS, entry(kind, TUE, "14:00", 50)) == (70, 50)


@pytest.mark.parametrize("kind", USES_IT)
def test_what_it_is_there_for_takes_nothing_away(kind: Kind) -> None:
    assert kept_and_lost(TWO_HOURS, entry(kind, TUE, "14:00", 120)) == (120, 0)


def test_only_the_part_that_overlaps_is_lost() -> None:
    assert kept_and_lost(TWO_HOURS, session(TUE, "13:30")) == (100, 20)  # until 14:20


def test_two_sessions_at_the_same_hour_take_it_once() -> None:
    double = (session(TUE, "14:00", uid="one"), session(TUE, "14:00", uid="other"))

    assert kept_and_lost(TWO_HOURS, *double) == (70, 50)


def test_two_marks_on_the_same_hours_protect_them_once() -> None:
    again = entry(Kind.PROTECTED_TIME, TUE, "15:00", 120)

    assert kept_and_lost(TWO_HOURS, again) == (180, 0)  # 14:00 to 17:00


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.WAITLIST, Status.VANISHED])
def test_a_booking_that_was_called_off_gives_it_back(status: Status) -> None:
    assert kept_and_lost(TWO_HOURS, session(TUE, "14:00", status=status)) == (120, 0)


def test_a_session_to_which_nobody_came_was_booked_over_it() -> None:
    assert kept_and_lost(TWO_HOURS, session(TUE, "14:00", status=Status.NO_SHOW)) == (70, 50)


def test_protected_time_that_was_called_off_is_neither_kept_nor_lost() -> None:
    off = entry(Kind.PROTECTED_TIME, TUE, "14:00", 120, status=Status.CANCELLED)

    assert kept_and_lost(off, session(TUE, "14:00")) == (0, 0)


def test_an_all_day_mark_protects_no_hours_because_it_names_none() -> None:
    assert kept_and_lost(all_day(Kind.PROTECTED_TIME, TUE), session(TUE, "14:00")) == (0, 0)


def test_across_midnight_on_sunday_each_week_has_its_part() -> None:
    before, after = (entry(Kind.PROTECTED_TIME, day, "23:00", 120) for day in (-1, SUN))

    assert kept_and_lost(before, after, session(MON, "0:30", 30)) == (90, 30)


def test_at_a_clock_change_the_hours_that_pass_are_protected() -> None:
    monday: date = MONDAY_BERLIN_FALL
    clocks = ("1:00", "4:00")
    night = between(Kind.PROTECTED_TIME, SUN, clocks, monday=monday, zone=BERLIN)

    assert kept_and_lost(night, monday=monday, zone=BERLIN) == (240, 0)


def test_what_everyone_sees_is_what_the_clinician_sees() -> None:
    week = posted(TWO_HOURS, session(TUE, "14:00"))

    assert (week.protected_minutes, week.protected_lost_minutes) == (70, 50)
