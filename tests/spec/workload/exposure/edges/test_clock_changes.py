"""The four clock changes of New York and Berlin: every figure counts the minutes that really pass.

An entry from 1:00 to 4:00 on the Sunday of a change lasts two hours in spring and four in fall.
"""

from datetime import date

import pytest
from tests.spec.workload.diary import (
    BERLIN,
    MONDAY_BERLIN_FALL,
    MONDAY_BERLIN_SPRING,
    MONDAY_NEW_YORK_FALL,
    MONDAY_NEW_YORK_SPRING,
    NEW_YORK,
    SAT,
    SUN,
    between,
    measured,
    session,
    working,
)

from fallow.workload.appointments import Kind
from fallow.workload.exposure.week import WeekExposure

CHANGES = [
    pytest.param(NEW_YORK, MONDAY_NEW_YORK_SPRING, 2, id="New York in spring"),
    pytest.param(NEW_YORK, MONDAY_NEW_YORK_FALL, 4, id="New York in fall"),
    pytest.param(BERLIN, MONDAY_BERLIN_SPRING, 2, id="Berlin in spring"),
    pytest.param(BERLIN, MONDAY_BERLIN_FALL, 4, id="Berlin in fall"),
]
MINUTES_OF_KIND = [
    (Kind.INDIVIDUAL, "contact_minutes"),
    (Kind.INDIVIDUAL, "longest_run_minutes"),
    (Kind.ON_CALL, "on_call_minutes"),
    (Kind.TRAVEL, "travel_minutes"),
    (Kind.TRAINING, "training_minutes"),
    (Kind.ADMINISTRATION, "administration_minutes"),
    (Kind.ADMINISTRATION, "after_hours_notes_minutes"),
    (Kind.SUPERVISION, "supervision_minutes"),
    (Kind.PEER_CONSULTATION, "peer_minutes"),
    (Kind.PROTECTED_TIME, "protected_minutes"),
    (Kind.TRAVEL, "work_minutes"),
    (Kind.TRAVEL, "longest_day_minutes"),
    (Kind.TRAVEL, "after_hours_minutes"),
    (Kind.TRAVEL, "weekend_minutes"),
]


def one_to_four(kind: Kind, zone: str, monday: date, **terms: object) -> WeekExposure:
    night = between(kind, SUN, ("1:00", "4:00"), monday=monday, zone=zone)
    return measured(night, monday=monday, zone=zone, **terms)


@pytest.mark.parametrize(("zone", "monday", "hours"), CHANGES)
@pytest.mark.parametrize(("kind", "figure"), MINUTES_OF_KIND)
def test_a_figure_in_minutes_holds_what_passed(
    kind: Kind, figure: str, zone: str, monday: date, hours: int
) -> None:
    assert getattr(one_to_four(kind, zone, monday), figure) == hours * 60


@pytest.mark.parametrize(("zone", "monday", "hours"), CHANGES)
def test_weighted_hours_hold_what_passed(zone: str, monday: date, hours: int) -> None:
    week = one_to_four(Kind.INDIVIDUAL, zone, monday)

    assert week.weighted_hours.value == hours + 0.25


@pytest.mark.parametrize(("zone", "monday", "hours"), CHANGES)
def test_working_hours_across_the_change_are_as_long_as_it_makes_them(
    zone: str, monday: date, hours: int
) -> None:
    at_night = working((60, 4 * 60), zone=zone, weekend=True)

    week = one_to_four(Kind.INDIVIDUAL, zone, monday, hours=at_night)

    assert week.after_hours_minutes == 0
    assert week.direct_share == hours / (6 * 3 + hours)  # six nights of three hours, and this one


@pytest.mark.parametrize(("zone", "monday", "hours"), CHANGES)
def test_protected_time_that_was_booked_over_is_lost_whole(
    zone: str, monday: date, hours: int
) -> None:
    kinds = (Kind.PROTECTED_TIME, Kind.INDIVIDUAL)
    both = [between(kind, SUN, ("1:00", "4:00"), monday=monday, zone=zone) for kind in kinds]

    week = measured(*both, monday=monday, zone=zone)

    assert (week.protected_minutes, week.protected_lost_minutes) == (0, hours * 60)


@pytest.mark.parametrize(("zone", "monday", "hours"), CHANGES)
def test_the_night_of_the_change_is_an_hour_shorter_or_longer(
    zone: str, monday: date, hours: int
) -> None:
    evening = session(SAT, "21:00", 60, monday=monday, zone=zone)
    morning = session(SUN, "8:00", 60, monday=monday, zone=zone)

    week = measured(evening, morning, monday=monday, zone=zone)

    # 22:00 to 8:00 is 10 hours on the clock; the change takes or gives what it does to 1:00 to 4:00
    assert week.shortest_night_minutes == (10 + hours - 3) * 60


@pytest.mark.parametrize(("zone", "monday", "hours"), CHANGES)
def test_the_days_of_the_week_stay_seven(zone: str, monday: date, hours: int) -> None:
    week = one_to_four(Kind.INDIVIDUAL, zone, monday)

    assert (week.sessions, week.days_off) == (1, 6)
