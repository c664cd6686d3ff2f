"""On call: hours of being reachable, kept apart from the contacts that come of it.

A night on call is neither contact nor work done, so it weighs nothing and fills no pause. Its day
is not off. An all-day mark counts whole: whoever is on call for a day is so for all of it.
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
    TUE,
    all_day,
    between,
    entry,
    measured,
    session,
)

from fallow.workload.appointments import Kind, Status

A_NIGHT = entry(Kind.ON_CALL, FRI, "17:00", 15 * 60)  # until Saturday 8:00


def test_a_night_on_call_is_fifteen_hours_of_it() -> None:
    assert measured(A_NIGHT).on_call_minutes == 15 * 60


def test_it_is_no_contact_no_work_and_weighs_nothing() -> None:
    week = measured(A_NIGHT)

    assert (week.sessions, week.contact_minutes, week.work_minutes) == (0, 0, 0)
    assert (week.weighted_hours.value, week.after_hours_minutes) == (0, 0)


def test_a_call_that_comes_is_a_contact_of_its_own() -> None:
    week = measured(A_NIGHT, entry(Kind.CRISIS, SAT, "2:10", 35))

    assert (week.crisis_contacts, week.contact_minutes, week.on_call_minutes) == (1, 35, 900)


def test_its_days_are_not_off() -> None:
    assert measured(A_NIGHT).days_off == 5  # all but Friday and Saturday


def test_an_all_day_mark_counts_whole() -> None:
    week = measured(session(MON, "9:00"), all_day(Kind.ON_CALL, SAT, days=2))

    assert (week.on_call_minutes, week.days_off) == (2 * 24 * 60, 4)


def test_it_fills_no_pause_and_shortens_no_night() -> None:
    evening = entry(Kind.ON_CALL, MON, "8:00", 24 * 60)

    week = measured(session(MON, "9:00"), session(MON, "10:00"), session(TUE, "9:00"), evening)

    assert (week.longest_run, week.gaps_kept) == (1, 1)
    assert week.shortest_night_minutes == 22 * 60 + 10  # 10:50 to 9:00


def test_two_rotas_at_the_same_hour_are_one_hour() -> None:
    twice = (entry(Kind.ON_CALL, MON, "18:00", 120), entry(Kind.ON_CALL, MON, "19:00", 120))

    assert measured(*twice).on_call_minutes == 180


def test_only_the_part_inside_the_week_counts() -> None:
    nights = (entry(Kind.ON_CALL, day, "20:00", 12 * 60) for day in (-1, SUN))

    assert measured(*nights).on_call_minutes == 12 * 60  # 8 h after midnight, 4 h before


@pytest.mark.parametrize("status", NOT_HELD)
def test_a_rota_that_was_called_off_is_none(status: Status) -> None:
    off = entry(Kind.ON_CALL, MON, "18:00", 120, status=status)

    assert measured(off).on_call_minutes == 0


@pytest.mark.parametrize(("monday", "hours"), [(MONDAY_BERLIN_SPRING, 7), (MONDAY_BERLIN_FALL, 9)])
def test_a_night_of_a_clock_change_is_as_long_as_it_really_is(monday: date, hours: int) -> None:
    night = between(Kind.ON_CALL, SUN, ("0:00", "8:00"), monday=monday, zone=BERLIN)

    assert measured(night, monday=monday, zone=BERLIN).on_call_minutes == hours * 60
