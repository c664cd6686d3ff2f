"""Contact minutes: the time of the week in which the clinician was, or will be, with clients.

Individual, couple or family and group sessions, intakes and crisis contacts count. A minute that
two entries share is one minute. Only the part inside the week counts (DESIGN.md, Exposure).
"""

from datetime import date

import pytest
from tests.spec.workload.diary import (
    BERLIN,
    MON,
    MONDAY_BERLIN_FALL,
    MONDAY_BERLIN_SPRING,
    MONDAY_NEW_YORK_FALL,
    MONDAY_NEW_YORK_SPRING,
    NEW_YORK,
    NOT_HELD,
    SUN,
    TUE,
    all_day,
    between,
    entry,
    measured,
    session,
    sessions,
)

from fallow.workload.appointments import CONTACT_KINDS, Kind, Status


def test_three_sessions_of_fifty_minutes_are_two_and_a_half_hours() -> None:
    week = measured(*sessions(MON, "9:00", "10:00"), session(TUE, "9:00"))

    assert week.contact_minutes == 150  # 3 × 50


@pytest.mark.parametrize("kind", sorted(CONTACT_KINDS))
def test_every_kind_of_session_counts(kind: Kind) -> None:
    week = measured(entry(kind, MON, "9:00", 60))

    assert week.contact_minutes == 60


@pytest.mark.parametrize("kind", sorted(set(Kind) - CONTACT_KINDS))
def test_nothing_else_counts(kind: Kind) -> None:
    week = measured(entry(kind, MON, "9:00", 60))

    assert week.contact_minutes == 0


def test_time_that_two_entries_share_counts_once() -> None:
    week = measured(session(MON, "9:00", 60), session(MON, "9:30", 60))

    assert week.contact_minutes == 90  # 9:00 to 10:30


@pytest.mark.parametrize("status", NOT_HELD)
def test_a_session_that_was_not_held_does_not_count(status: Status) -> None:
    week = measured(session(MON, "9:00"), session(MON, "11:00", status=status))

    assert week.contact_minutes == 50


def test_a_proposed_session_counts_because_one_system_calls_every_booking_so() -> None:
    # OpenEMR exports an ordinary appointment as "proposed" (formats.md §5).
    week = measured(session(MON, "9:00", status=Status.PROPOSED))

    assert week.contact_minutes == 50


def test_a_session_across_midnight_counts_whole() -> None:
    week = measured(entry(Kind.CRISIS, MON, "23:40", 60))

    assert week.contact_minutes == 60


def test_across_two_weeks_each_week_gets_its_part() -> None:
    into_monday = entry(Kind.CRISIS, -1, "23:40", 60)  # 20 minutes of Sunday, 40 of Monday
    out_of_sunday = entry(Kind.CRISIS, SUN, "23:40", 60)

    week = measured(into_monday, out_of_sunday)

    assert week.contact_minutes == 40 + 20


@pytest.mark.parametrize(
    ("zone", "monday", "hours"),
    [
        (NEW_YORK, MONDAY_NEW_YORK_SPRING, 2),  # the hour from 2 to 3 does not exist
        (BERLIN, MONDAY_BERLIN_SPRING, 2),
        (NEW_YORK, MONDAY_NEW_YORK_FALL, 4),  # the hour from 1 to 2 comes twice
        (BERLIN, MONDAY_BERLIN_FALL, 4),  # the hour from 2 to 3 comes twice
    ],
)
def test_at_a_clock_change_the_hours_that_pass_count(zone: str, monday: date, hours: int) -> None:
    night = between(Kind.CRISIS, SUN, ("1:00", "4:00"), monday=monday, zone=zone)

    week = measured(night, monday=monday, zone=zone)

    assert week.contact_minutes == hours * 60


def test_an_all_day_entry_takes_no_hours() -> None:
    week = measured(all_day(Kind.INDIVIDUAL, MON), session(TUE, "9:00"))

    assert week.contact_minutes == 50


def test_an_entry_that_nobody_sorted_counts_as_nothing_and_is_told_of() -> None:
    week = measured(entry(Kind.UNKNOWN, MON, "9:00", 50))

    assert (week.contact_minutes, week.unsorted_entries) == (0, 1)


def test_the_week_is_the_clinicians_own_and_not_the_one_of_greenwich() -> None:
    # Sunday 20:00 in New York is Monday 1:00 UTC.
    week = measured(session(-1, "20:00"), session(SUN, "20:00"))

    assert week.contact_minutes == 50
