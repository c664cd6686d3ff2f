"""Joining: one's own calendar and the practice's, so that the same session counts once.

Two entries are one session when they start at most 10 minutes apart (assumption), share at least
half of the shorter one, and agree on what they are. The practice's is kept, because it knows how
the session ended; but what it lost sight of, one's own calendar still tells.
"""

from dataclasses import replace

import pytest
from tests.spec.workload.diary import MON, all_day, entry, measured, session

from fallow.workload.appointments import Appointment, Kind, NoteState, Status
from fallow.workload.history.joining import join_appointments


def practice(clock: str = "9:00", minutes: int = 50, **more: object) -> Appointment:
    return session(MON, clock, minutes, source="practice", uid="theirs", **more)


def own(clock: str = "9:00", minutes: int = 50, **more: object) -> Appointment:
    return session(MON, clock, minutes, uid="mine", **more)


def joined(mine: Appointment, theirs: Appointment) -> list[str]:
    return [a.uid for a in join_appointments((mine,), (theirs,))]


def test_the_same_session_in_both_counts_once_and_the_practices_is_kept() -> None:
    assert joined(own(), practice(note_state=NoteState.OPEN)) == ["theirs"]


@pytest.mark.parametrize("clock", ["8:50", "9:10"])
def test_ten_minutes_apart_they_are_one(clock: str) -> None:
    assert joined(own(clock), practice()) == ["theirs"]


@pytest.mark.parametrize("clock", ["8:49", "9:11"])
def test_eleven_minutes_apart_they_are_two(clock: str) -> None:
    assert len(joined(own(clock), practice())) == 2


def test_less_than_half_shared_they_are_two() -> None:
    # 9:00 to 9:15 and 9:08 to 9:23 share 7 of 15 minutes.
    assert len(joined(own("9:08", 15), practice("9:00", 15))) == 2


def test_a_session_called_couple_here_and_individual_there_is_one() -> None:
    mine = entry(Kind.COUPLE_FAMILY, MON, "9:00", 50, uid="mine")

    assert joined(mine, practice()) == ["theirs"]


def test_supervision_and_a_session_are_two_whatever_the_hour() -> None:
    mine = entry(Kind.SUPERVISION, MON, "9:00", 50, uid="mine")

    assert len(joined(mine, practice())) == 2


def test_what_nobody_sorted_is_what_the_practice_says_it_is() -> None:
    mine = entry(Kind.UNKNOWN, MON, "9:00", 50, uid="mine")

    assert joined(mine, practice()) == ["theirs"]


def test_the_practice_knows_that_a_session_was_called_off() -> None:
    both = join_appointments((own(),), (practice(status=Status.CANCELLED),))

    assert measured(*both).sessions == 0


def test_what_the_practice_lost_sight_of_is_still_told_by_ones_own_calendar() -> None:
    both = join_appointments((own(),), (practice(status=Status.VANISHED),))

    week = measured(*both)

    assert (week.sessions, week.coverage.share) == (1, 0.5)


def test_each_entry_of_the_practice_takes_in_one_of_ones_own() -> None:
    mine = (own(), replace(own("9:05"), uid="mine too"))

    both = join_appointments(mine, (practice(),))

    assert [a.uid for a in both] == ["theirs", "mine too"]


def test_an_all_day_entry_is_no_session_to_be_taken_in() -> None:
    mine = replace(all_day(Kind.INDIVIDUAL, MON), uid="mine")

    assert len(joined(mine, practice("0:00", 1440))) == 2


def test_the_joined_calendar_is_in_order_of_time() -> None:
    mine = (session(MON, "11:00", uid="later"), session(MON, "7:00", uid="earlier"))

    both = join_appointments(mine, (practice(),))

    assert [a.uid for a in both] == ["earlier", "theirs", "later"]
