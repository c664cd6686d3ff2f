"""Leave days: working days on which leave covers at least half of the working hours.

A free day inside a holiday is no day of leave. standards.md §3 calls 5 days in 13 weeks usual
(assumption).
"""

from datetime import date

import pytest
from tests.spec.workload.diary import (
    BERLIN,
    MON,
    MONDAY_BERLIN_SPRING,
    NEW_YORK,
    NOT_HELD,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    all_day,
    entry,
    measured,
    session,
    working,
)

from fallow.base.working_time import WorkingHours
from fallow.workload.appointments import Kind, Status

TWO_WINDOWS = working((9 * 60, 12 * 60), (13 * 60, 18 * 60))


def test_a_week_of_leave_is_five_days_and_not_seven() -> None:
    week = measured(all_day(Kind.LEAVE, MON, days=7))

    assert week.leave_days == 5
    assert (week.sessions, week.contact_minutes, week.work_minutes, week.days_off) == (0, 0, 0, 7)


def test_leave_that_began_the_week_before_counts_its_days_of_this_week() -> None:
    assert measured(all_day(Kind.LEAVE, -4, days=6)).leave_days == 2  # Monday and Tuesday


def test_half_of_the_working_hours_are_a_day() -> None:
    assert measured(entry(Kind.LEAVE, MON, "9:00", 240)).leave_days == 1  # 4 of 8 hours


def test_less_than_half_is_none() -> None:
    assert measured(entry(Kind.LEAVE, MON, "9:00", 239)).leave_days == 0


def test_only_working_hours_count_where_a_day_has_two_windows() -> None:
    # 8 working hours; from 12:00 to 17:00 leave covers 4 of them.
    assert measured(entry(Kind.LEAVE, MON, "12:00", 300), hours=TWO_WINDOWS).leave_days == 1


def test_two_halves_make_a_day() -> None:
    halves = (entry(Kind.LEAVE, MON, "9:00", 120), entry(Kind.LEAVE, MON, "11:00", 120))

    assert measured(*halves).leave_days == 1


def test_overlapping_leave_counts_once() -> None:
    twice = (entry(Kind.LEAVE, MON, "9:00", 180), entry(Kind.LEAVE, MON, "9:00", 120))

    assert measured(*twice).leave_days == 0  # 3 of 8 hours


def test_a_weekend_away_is_no_leave() -> None:
    assert measured(all_day(Kind.LEAVE, SAT, days=2), session(MON, "9:00")).leave_days == 0


def test_a_session_held_on_leave_takes_nothing_from_it() -> None:
    assert measured(all_day(Kind.LEAVE, WED), session(WED, "9:00")).leave_days == 1


@pytest.mark.parametrize("status", NOT_HELD)
def test_leave_that_was_called_off_is_none(status: Status) -> None:
    off = entry(Kind.LEAVE, TUE, "9:00", 480, status=status)

    assert measured(off, session(TUE, "9:00")).leave_days == 0


def test_leave_kept_in_another_zone_lands_on_its_working_day() -> None:
    # A day in Berlin is 18:00 to 18:00 in New York, and so covers 9 to 17 of one day.
    assert measured(all_day(Kind.LEAVE, THU, zone=BERLIN)).leave_days == 1


def test_a_working_sunday_of_a_clock_change_can_be_leave() -> None:
    monday: date = MONDAY_BERLIN_SPRING
    leave = all_day(Kind.LEAVE, SUN, monday=monday, zone=BERLIN)

    week = measured(leave, monday=monday, zone=BERLIN, hours=working(zone=BERLIN, weekend=True))

    assert week.leave_days == 1


def test_without_working_hours_there_are_no_days_of_leave() -> None:
    never = WorkingHours(zone=NEW_YORK, days=((),) * 7)

    assert measured(all_day(Kind.LEAVE, MON, days=7), hours=never).leave_days == 0
