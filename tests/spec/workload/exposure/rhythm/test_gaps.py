"""Gaps kept: how many pauses between a day's sessions were long enough, of how many.

Each time one session follows another on the same day there is a pause, if only of no minutes. It is
kept when 10 minutes of it are without any work; after three sessions in a row, 30 minutes
(standards.md §3, `gap_minutes`: "≥10 min, 30 after 3", assumption). A pause of 30 starts the count
of three anew. Sessions that overlap have no pause between them.
"""

from dataclasses import replace

import pytest
from tests.spec.workload.diary import (
    MON,
    NOT_HELD,
    TUE,
    entry,
    measured,
    notes,
    session,
    sessions,
)

from fallow.workload.appointments import Appointment, Kind, Status
from fallow.workload.limits.policy import starting_policy


def gaps(*entries: Appointment, **terms: object) -> tuple[int, int]:
    week = measured(*entries, **terms)
    return week.gaps_kept, week.gaps_possible


def test_one_pause_of_ten_minutes_and_one_of_five() -> None:
    assert gaps(session(MON, "9:00"), session(MON, "10:00", 55), session(MON, "11:00")) == (1, 2)


def test_a_session_right_after_another_leaves_a_pause_of_no_minutes() -> None:
    assert gaps(session(MON, "9:00", 60), session(MON, "10:00")) == (0, 1)


def test_after_three_sessions_ten_minutes_are_not_enough() -> None:
    assert gaps(*sessions(MON, "9:00", "10:00", "11:00", "12:00")) == (2, 3)


def test_after_three_sessions_half_an_hour_is() -> None:
    assert gaps(*sessions(MON, "9:00", "10:00", "11:00", "12:20")) == (3, 3)  # 11:50 to 12:20


def test_until_the_half_hour_comes_every_pause_has_to_be_one() -> None:
    # After 9, 10 and 11 the pauses of ten minutes at 11:50 and 12:50 are too short; then lunch.
    day = sessions(MON, "9:00", "10:00", "11:00", "12:00", "13:00", "14:30", "15:30")

    assert gaps(*day) == (4, 6)  # kept: 9:50, 10:50, 13:50 to 14:30, 15:20


def test_a_lunch_earlier_on_starts_the_count_anew() -> None:
    day = sessions(MON, "9:00", "10:00", "11:30", "12:30", "13:30")

    assert gaps(*day) == (4, 4)  # 10:50 to 11:30 is a long pause; three sessions since


def test_notes_fill_a_pause() -> None:
    assert gaps(session(MON, "9:00"), notes(MON, "9:50", 35), session(MON, "10:30")) == (0, 1)


def test_ten_free_minutes_beside_notes_are_enough() -> None:
    assert gaps(session(MON, "9:00"), notes(MON, "9:50", 20), session(MON, "10:30")) == (1, 1)


@pytest.mark.parametrize("status", NOT_HELD)
def test_a_session_that_was_not_held_is_part_of_the_pause(status: Status) -> None:
    middle = session(MON, "10:00", 60, status=status)

    assert gaps(session(MON, "9:00", 60), middle, session(MON, "11:00", 60)) == (1, 1)


def test_from_one_day_to_the_next_there_is_a_night_and_no_pause() -> None:
    assert gaps(session(MON, "16:00"), session(TUE, "9:00")) == (0, 0)


def test_overlapping_sessions_have_no_pause_between_them() -> None:
    double = (session(MON, "9:00", 60), session(MON, "9:30", 60))

    assert gaps(*double, session(MON, "10:45")) == (1, 1)  # 10:30 to 10:45


def test_a_session_inside_a_longer_one_does_not_end_it() -> None:
    inside = (entry(Kind.GROUP, MON, "9:00", 120), session(MON, "9:30", 30))

    assert gaps(*inside, session(MON, "11:05")) == (0, 1)  # 11:00 to 11:05


def test_where_a_practice_asks_for_more_the_long_pause_is_never_shorter() -> None:
    three_quarters = replace(starting_policy(), recovery_gap_minutes=45)

    assert gaps(*sessions(MON, "9:00", "10:30", "12:00", "13:30"), policy=three_quarters) == (0, 3)


def test_a_week_with_one_session_a_day_has_no_pauses() -> None:
    assert gaps(session(MON, "9:00"), session(TUE, "9:00")) == (0, 0)
