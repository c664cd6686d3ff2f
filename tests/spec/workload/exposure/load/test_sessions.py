"""Sessions: how many entries with clients start in the week.

A session belongs to the week in which it starts, whole, as its note does. Two sessions at the same
hour are two sessions: each has its client and its note.
"""

import pytest
from tests.spec.workload.diary import (
    MON,
    NOT_HELD,
    SUN,
    TUE,
    all_day,
    entry,
    measured,
    session,
    sessions,
)

from fallow.workload.appointments import CONTACT_KINDS, Kind, Status


def test_two_on_monday_and_one_on_tuesday_are_three() -> None:
    week = measured(*sessions(MON, "9:00", "10:00"), session(TUE, "9:00"))

    assert week.sessions == 3


@pytest.mark.parametrize("kind", sorted(CONTACT_KINDS))
def test_a_group_a_couple_or_a_crisis_is_one_session_too(kind: Kind) -> None:
    week = measured(entry(kind, MON, "9:00", 90, group_size=8))

    assert week.sessions == 1


@pytest.mark.parametrize("status", NOT_HELD)
def test_what_was_not_held_is_no_session(status: Status) -> None:
    week = measured(session(MON, "9:00", status=status))

    assert week.sessions == 0


def test_two_sessions_at_the_same_hour_are_two() -> None:
    week = measured(session(MON, "9:00", uid="one"), session(MON, "9:00", uid="other"))

    assert (week.sessions, week.contact_minutes) == (2, 50)


def test_a_session_across_midnight_on_sunday_belongs_to_the_week_it_started_in() -> None:
    week = measured(session(-1, "23:40"), session(SUN, "23:40"))

    assert week.sessions == 1  # the second; the first is told in the week before


def test_an_entry_without_length_is_still_a_session_with_a_note() -> None:
    # iCalendar gives an event with a start alone no length (RFC 5545 §3.6.1).
    week = measured(session(MON, "9:00", 0))

    assert (week.sessions, week.contact_minutes) == (1, 0)


def test_an_all_day_entry_is_no_session() -> None:
    week = measured(all_day(Kind.INDIVIDUAL, MON))

    assert week.sessions == 0


def test_a_week_of_leave_has_none() -> None:
    week = measured(all_day(Kind.LEAVE, MON, days=5))

    assert week.sessions == 0
