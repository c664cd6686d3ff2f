"""The posted week: what everyone in the practice may see of a week of work, and nothing else.

Booked contact hours, weighted hours, cap and headroom, protected time kept, supervision given, and
how much could be seen (DESIGN.md, who can read it). Each is the same number that the clinician has.
"""

from dataclasses import fields
from datetime import date

import pytest
from tests.spec.workload.diary import (
    BERLIN,
    MON,
    MONDAY_BERLIN_FALL,
    MONDAY_BERLIN_SPRING,
    NOT_HELD,
    SUN,
    TUE,
    all_day,
    between,
    entry,
    measured,
    posted,
    session,
    sessions,
)

from fallow.workload.appointments import Kind, Status
from fallow.workload.exposure.week import PostedWeek

A_WEEK = (
    *sessions(MON, "9:00", "10:00", "11:00", "18:00"),
    entry(Kind.SUPERVISION, TUE, "9:00", 60),
    entry(Kind.PROTECTED_TIME, TUE, "14:00", 120),
    session(TUE, "14:00"),
)


def test_the_fields_are_those_of_the_promise_and_no_others() -> None:
    # DESIGN.md, "practice schedule": the posted list only. ADR 9.
    assert [field.name for field in fields(PostedWeek)] == [
        "monday",
        "coverage",
        "contact_minutes",
        "weighted_hours",
        "cap_hours",
        "headroom_hours",
        "protected_minutes",
        "protected_lost_minutes",
        "supervision_minutes",
    ]


def test_a_week_as_the_practice_sees_it() -> None:
    week = posted(*A_WEEK)

    assert week.contact_minutes == 250  # 5 × 50
    assert week.supervision_minutes == 60
    assert (week.protected_minutes, week.protected_lost_minutes) == (70, 50)


def test_every_number_is_the_clinicians_own() -> None:
    seen, own = posted(*A_WEEK), measured(*A_WEEK)

    for name in ("contact_minutes", "weighted_hours", "supervision_minutes", "protected_minutes"):
        assert getattr(seen, name) == getattr(own, name), name


def test_nothing_tells_of_the_evening() -> None:
    by_day = posted(session(MON, "10:00"))
    at_night = posted(session(MON, "22:00"))

    assert by_day == at_night


def test_a_week_that_could_not_be_seen_has_no_numbers() -> None:
    week = posted(session(MON, "9:00"), spans=())

    assert not week.coverage.is_known
    assert (week.contact_minutes, week.weighted_hours, week.headroom_hours) == (None, None, None)
    assert (week.protected_minutes, week.protected_lost_minutes) == (None, None)
    assert week.supervision_minutes is None


def test_a_week_of_leave_is_known_to_hold_nothing() -> None:
    week = posted(all_day(Kind.LEAVE, MON, days=5))

    assert (week.contact_minutes, week.supervision_minutes) == (0, 0)


def test_without_acuity_the_weighted_hours_are_a_range_for_all_to_see() -> None:
    week = posted(session(MON, "9:00", 60), caseload=None)

    assert week.weighted_hours is not None
    assert (week.weighted_hours.low, week.weighted_hours.high) == (1.05, 1.85)


@pytest.mark.parametrize("status", NOT_HELD)
def test_what_was_not_held_is_not_posted(status: Status) -> None:
    week = posted(session(MON, "9:00"), session(MON, "11:00", status=status))

    assert week.contact_minutes == 50


def test_across_monday_only_this_weeks_minutes_are_posted() -> None:
    week = posted(session(-1, "23:30", 60), session(SUN, "23:30", 60))

    assert week.contact_minutes == 60  # 30 after midnight and 30 before


@pytest.mark.parametrize(("monday", "hours"), [(MONDAY_BERLIN_SPRING, 2), (MONDAY_BERLIN_FALL, 4)])
def test_at_a_clock_change_the_hours_that_pass_are_posted(monday: date, hours: int) -> None:
    night = between(Kind.CRISIS, SUN, ("1:00", "4:00"), monday=monday, zone=BERLIN)

    week = posted(night, monday=monday, zone=BERLIN)

    assert week.contact_minutes == hours * 60
