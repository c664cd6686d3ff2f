"""Notes waiting: sessions that are over and whose note is open; the week's own, and those before.

A source tells whether a note is done ("locked") or open; most calendars tell nothing, and then it
is not known. A note of a session still to come does not wait. The debt of earlier weeks is carried
along, because a backlog does not go away with its week; the oldest is given its age in whole days.
"""

from dataclasses import replace

import pytest
from tests.spec.workload.diary import (
    FRI,
    MON,
    NOT_HELD,
    SUN,
    TUE,
    WED,
    at,
    entry,
    measured,
    session,
)

from fallow.workload.appointments import Appointment, Kind, NoteState, Status

OPEN, LOCKED = NoteState.OPEN, NoteState.LOCKED


def open_session(day: int, clock: str = "9:00") -> Appointment:
    return session(day, clock, note_state=OPEN)


def test_two_open_notes_of_this_week_wait() -> None:
    week = measured(open_session(MON), open_session(TUE), session(WED, "9:00", note_state=LOCKED))

    assert week.notes_waiting == 2


def test_where_the_calendar_says_nothing_of_notes_it_is_not_known() -> None:
    week = measured(session(MON, "9:00"))

    assert (week.notes_waiting, week.notes_waiting_before, week.oldest_note_days) == (None,) * 3


def test_where_all_notes_are_done_none_waits() -> None:
    week = measured(session(MON, "9:00", note_state=LOCKED))

    assert (week.notes_waiting, week.oldest_note_days) == (0, None)


def test_the_note_of_a_session_still_to_come_does_not_wait() -> None:
    week = measured(open_session(MON), open_session(FRI), now=at(WED, "12:00"))

    assert week.notes_waiting == 1


def test_a_note_waits_from_the_minute_its_session_ends() -> None:
    now = at(MON, "9:50")

    assert measured(open_session(MON), now=now).notes_waiting == 1
    assert measured(open_session(MON), now=now.replace(minute=49)).notes_waiting == 0


def test_the_debt_of_earlier_weeks_is_carried_along() -> None:
    week = measured(open_session(-14), open_session(-3), open_session(MON))

    assert (week.notes_waiting, week.notes_waiting_before) == (1, 2)


def test_a_debt_is_there_in_a_week_of_leave_too() -> None:
    leave = entry(Kind.LEAVE, MON, "9:00", 480)

    week = measured(open_session(-14), leave)

    assert (week.notes_waiting, week.notes_waiting_before) == (0, 1)


def test_where_earlier_notes_are_all_done_no_debt_is_carried() -> None:
    week = measured(session(-3, "9:00", note_state=LOCKED), open_session(MON))

    assert week.notes_waiting_before == 0


def test_the_oldest_of_all_has_its_age_in_whole_days() -> None:
    week = measured(open_session(-3), open_session(MON), now=at(WED, "8:00"))

    # Friday 9:50 to Wednesday 8:00 is four days and 22 hours
    assert week.oldest_note_days == 4


def test_without_a_debt_the_age_is_that_of_this_weeks_oldest() -> None:
    week = measured(open_session(TUE), open_session(MON), now=at(WED, "9:50"))

    assert week.oldest_note_days == 2


def test_a_later_week_does_not_change_the_debt_of_an_earlier_one() -> None:
    week = measured(open_session(MON), open_session(9), now=at(14, "0:00"))

    assert (week.notes_waiting, week.oldest_note_days) == (1, 13)  # Monday 9:50, two weeks less


@pytest.mark.parametrize("status", NOT_HELD)
def test_a_session_that_was_not_held_needs_no_note(status: Status) -> None:
    week = measured(replace(open_session(MON), status=status))

    assert (week.notes_waiting, week.oldest_note_days) == (0, None)


def test_a_session_across_midnight_on_sunday_has_its_note_where_it_started() -> None:
    week = measured(open_session(-1, "23:30"), open_session(SUN, "23:30"), now=at(8, "0:00"))

    assert (week.notes_waiting, week.notes_waiting_before) == (1, 1)
