"""History: what a source told over time, by UID and RECURRENCE-ID, first and last seen.

Feeds forget (formats.md §4): some drop cancelled entries, some hold 60 days. An entry that a new
reading no longer holds, inside the days it speaks for, vanished: unknown, not cancelled. What the
source had told of its end stays true.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.spec.workload.diary import FRI, MON, SUN, TUE, at, session

from fallow.base.periods import Period
from fallow.workload.appointments import Appointment, Status
from fallow.workload.history.merging import SeenAppointment, merge_history

SATURDAY = datetime(2026, 1, 31, 8, tzinfo=UTC)
A_WEEK_ON = SATURDAY + timedelta(days=7)
THE_WEEK = Period(starts_at=at(MON, "0:00"), ends_at=at(7, "0:00"))
FIRST, SECOND = session(MON, "9:00"), session(TUE, "9:00")
Seen = tuple[SeenAppointment, ...]


def read(
    *told: Appointment, known: Seen = (), covered: Period = THE_WEEK, seen_at: datetime = SATURDAY
) -> Seen:
    return merge_history(known, told, covered=covered, seen_at=seen_at)


def statuses(seen: Seen) -> list[Status]:
    return [s.appointment.status for s in seen]


def test_a_first_reading_is_first_and_last_seen_now() -> None:
    (seen,) = read(FIRST)

    assert (seen.appointment, seen.first_seen_at, seen.last_seen_at) == (FIRST, SATURDAY, SATURDAY)


def test_reading_the_same_again_keeps_when_it_was_first_seen() -> None:
    (seen,) = read(FIRST, known=read(FIRST), seen_at=A_WEEK_ON)

    assert (seen.first_seen_at, seen.last_seen_at) == (SATURDAY, A_WEEK_ON)


def test_an_entry_that_moved_is_the_same_entry_at_its_new_time() -> None:
    moved = replace(session(TUE, "15:00"), uid=FIRST.uid)

    (seen,) = read(moved, known=read(FIRST))

    assert seen.appointment.starts_at == at(TUE, "15:00")


def test_two_instances_of_one_series_are_two_entries() -> None:
    series = [replace(FIRST, recurrence_id=day) for day in ("20260202T1400Z", "20260209T1400Z")]

    assert len(read(*series)) == 2


def test_an_entry_that_is_no_longer_told_vanished() -> None:
    seen = read(SECOND, known=read(FIRST, SECOND), seen_at=A_WEEK_ON)

    assert statuses(seen) == [Status.VANISHED, Status.UNKNOWN]
    assert seen[0].last_seen_at == SATURDAY


def test_outside_the_days_the_reading_speaks_for_nothing_vanishes() -> None:
    from_tuesday = Period(starts_at=at(TUE, "0:00"), ends_at=at(7, "0:00"))

    assert statuses(read(SECOND, known=read(FIRST, SECOND), covered=from_tuesday)) == [
        Status.UNKNOWN,
        Status.UNKNOWN,
    ]


def test_the_end_of_what_a_reading_speaks_for_is_not_part_of_it() -> None:
    next_monday = session(7, "0:00")
    known = read(next_monday, covered=Period(starts_at=at(7, "0:00"), ends_at=at(8, "0:00")))

    assert statuses(read(known=known)) == [Status.UNKNOWN]
    assert statuses(read(known=read(session(SUN, "23:59")))) == [Status.VANISHED]


@pytest.mark.parametrize("told", [Status.CANCELLED, Status.NO_SHOW, Status.FULFILLED])
def test_an_entry_whose_end_was_told_keeps_it_when_the_feed_drops_it(told: Status) -> None:
    assert statuses(read(known=read(replace(FIRST, status=told)))) == [told]


@pytest.mark.parametrize("told", [Status.BOOKED, Status.ARRIVED, Status.PENDING, Status.UNKNOWN])
def test_an_entry_whose_end_is_open_does_not(told: Status) -> None:
    assert statuses(read(known=read(replace(FIRST, status=told)))) == [Status.VANISHED]


def test_an_entry_that_is_told_again_is_back() -> None:
    gone = read(SECOND, known=read(FIRST, SECOND))

    assert statuses(read(FIRST, SECOND, known=gone)) == [Status.UNKNOWN, Status.UNKNOWN]


def test_the_history_is_in_order_of_time() -> None:
    later = session(FRI, "9:00")

    assert [s.appointment for s in read(later, FIRST, SECOND)] == [FIRST, SECOND, later]
