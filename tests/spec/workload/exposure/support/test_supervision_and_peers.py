"""Supervision and peer minutes: two kinds of company that hold, kept apart.

Both are counted from the calendar, whoever leads. Hours alone say nothing of quality, and quality
decides (Martin 2021, 32 studies; standards.md §5), so no sentence judges them.
"""

from datetime import date

import pytest
from tests.spec.workload.diary import (
    BERLIN,
    MON,
    MONDAY_BERLIN_SPRING,
    SUN,
    TUE,
    all_day,
    between,
    entry,
    measured,
    posted,
)

from fallow.workload.appointments import Kind, Status

BOTH = [(Kind.SUPERVISION, "supervision_minutes"), (Kind.PEER_CONSULTATION, "peer_minutes")]


def test_an_hour_of_each_is_an_hour_of_each() -> None:
    week = measured(
        entry(Kind.SUPERVISION, MON, "9:00", 60), entry(Kind.PEER_CONSULTATION, TUE, "9:00", 90)
    )

    assert (week.supervision_minutes, week.peer_minutes) == (60, 90)


@pytest.mark.parametrize(("kind", "figure"), BOTH)
def test_two_entries_for_the_same_hour_are_one_hour(kind: Kind, figure: str) -> None:
    twice = (entry(kind, MON, "9:00", 60, uid="one"), entry(kind, MON, "9:00", 60, uid="other"))

    assert getattr(measured(*twice), figure) == 60


@pytest.mark.parametrize(("kind", "figure"), BOTH)
def test_an_hour_that_fell_through_was_not_given(kind: Kind, figure: str) -> None:
    for status in (Status.CANCELLED, Status.NO_SHOW, Status.VANISHED):
        assert getattr(measured(entry(kind, MON, "9:00", 60, status=status)), figure) == 0


@pytest.mark.parametrize(("kind", "figure"), BOTH)
def test_an_all_day_mark_is_no_hour(kind: Kind, figure: str) -> None:
    assert getattr(measured(all_day(kind, MON)), figure) == 0


@pytest.mark.parametrize(("kind", "figure"), BOTH)
def test_at_a_clock_change_what_passes_counts(kind: Kind, figure: str) -> None:
    monday: date = MONDAY_BERLIN_SPRING
    night = between(kind, SUN, ("1:00", "4:00"), monday=monday, zone=BERLIN)

    assert getattr(measured(night, monday=monday, zone=BERLIN), figure) == 120


def test_everyone_sees_supervision_and_not_the_peer_group() -> None:
    week = posted(
        entry(Kind.SUPERVISION, MON, "9:00", 60), entry(Kind.PEER_CONSULTATION, TUE, "9:00", 90)
    )

    assert week.supervision_minutes == 60
    assert not hasattr(week, "peer_minutes")
