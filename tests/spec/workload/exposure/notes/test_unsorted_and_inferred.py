"""Unsorted entries and inferred lengths: how much of a week rests on what nobody said.

An entry that no field, rule or person sorted counts as nothing; the number of them stands beside
the hours, so that a half-sorted week is never taken for a light one. A session that came without an
end has a usual length, and is counted here.
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
    notes,
    session,
)

from fallow.workload.appointments import Kind, Status


def test_two_entries_that_nobody_sorted() -> None:
    week = measured(entry(Kind.UNKNOWN, MON, "9:00", 50), all_day(Kind.UNKNOWN, TUE))

    assert (week.unsorted_entries, week.work_minutes) == (2, 0)


def test_an_unsorted_entry_belongs_to_the_week_it_starts_in() -> None:
    around = (entry(Kind.UNKNOWN, day, "23:30", 60) for day in (-1, SUN))

    assert measured(*around).unsorted_entries == 1


@pytest.mark.parametrize("status", NOT_HELD)
def test_what_was_not_held_needs_no_sorting(status: Status) -> None:
    assert measured(entry(Kind.UNKNOWN, MON, "9:00", 50, status=status)).unsorted_entries == 0


def test_a_session_with_an_inferred_length_counts_and_is_told_of() -> None:
    week = measured(session(MON, "9:00", end_inferred=True), session(TUE, "9:00"))

    assert (week.lengths_inferred, week.contact_minutes) == (1, 100)


def test_only_lengths_of_sessions_are_told_of() -> None:
    assert measured(notes(MON, "9:00", 30, end_inferred=True)).lengths_inferred == 0


@pytest.mark.parametrize("status", NOT_HELD)
def test_the_length_of_a_session_that_was_not_held_does_not_matter(status: Status) -> None:
    lost = session(MON, "9:00", end_inferred=True, status=status)

    assert measured(lost).lengths_inferred == 0
