"""Notes that may wait, from the calendar on the device: day, time and kind, and nothing else.

It is Thursday, 26 November 2026, 12:00 at UTC.
"""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.guidance.plan.calendar.past_sessions import (
    NO_CALENDAR,
    NOTHING_NEW,
    STRIKE,
    PastSession,
    count_unsorted,
    explain_age,
    explain_past_sessions,
    find_past_sessions,
    join_looked,
    span_of_weeks,
)
from fallow.workload.appointments import Appointment, Kind, NoteState, Status

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


def _session(days_ago: float = 1, kind: Kind = Kind.INDIVIDUAL) -> Appointment:
    start = NOW - timedelta(days=days_ago)
    return Appointment(
        source="own",
        uid=f"{days_ago}",
        starts_at=start,
        ends_at=start + timedelta(minutes=50),
        kind=kind,
        client_ref="somebody",
        label_ref="something",
    )


def _find(*entries: Appointment, weeks: int = 2) -> tuple[PastSession, ...]:
    return find_past_sessions(entries, weeks=weeks, now=NOW, zone="UTC")


def test_sessions_come_with_their_age_the_oldest_first() -> None:
    found = _find(_session(1), _session(9), _session(3))

    assert [one.age_days for one in found] == [9, 3, 1]
    assert [explain_age(age) for age in (0, 1, 9)] == ["today", "1 day ago", "9 days ago"]


def test_the_day_is_that_of_the_clock_on_the_wall() -> None:
    # 22:30 UTC on the 24th is 07:30 on the 25th in Tokyo, where it is 21:00 on the 26th now
    late = _session(1.5625)

    (found,) = find_past_sessions([late], weeks=2, now=NOW, zone="Asia/Tokyo")

    assert (found.session_date.isoformat(), found.age_days) == ("2026-11-25", 1)


def test_as_far_back_as_was_asked_that_day_included() -> None:
    entries = [_session(14), _session(15)]

    assert [one.age_days for one in _find(*entries)] == [14]
    assert [one.age_days for one in _find(*entries, weeks=3)] == [15, 14]


@pytest.mark.parametrize(
    "entry",
    [
        _session(kind=Kind.SUPERVISION),
        _session(kind=Kind.ADMINISTRATION),
        _session(kind=Kind.UNKNOWN),
        _session(-1),
        _session(0.01),  # it began a quarter of an hour ago and is not over
        replace(_session(), status=Status.CANCELLED),
        replace(_session(), status=Status.NO_SHOW),
        replace(_session(), all_day=True),
        replace(_session(), note_state=NoteState.LOCKED),
        replace(_session(), note_written_at=NOW),
    ],
)
def test_what_needs_no_note_or_has_one_is_left_out(entry: Appointment) -> None:
    assert _find(entry) == ()


@pytest.mark.parametrize(
    "kind", [Kind.INDIVIDUAL, Kind.COUPLE_FAMILY, Kind.GROUP, Kind.INTAKE, Kind.CRISIS]
)
def test_every_kind_of_contact_may_need_one(kind: Kind) -> None:
    assert [one.kind for one in _find(_session(kind=kind))] == [kind]


def test_nothing_of_whom_it_was_with_is_in_it() -> None:
    names = {field.name for field in fields(PastSession)}

    assert names == {"starts_at", "ends_at", "kind", "session_date", "age_days"}


def test_what_nobody_sorted_is_counted_and_said() -> None:
    unsorted = [_session(days, Kind.UNKNOWN) for days in (1, 20, -1, 0.01)]

    count = count_unsorted(unsorted, weeks=2, now=NOW, zone="UTC")

    assert count == 1
    said = explain_past_sessions(3, unsorted=count, has_calendar=True)
    assert said == f"{STRIKE} 1 entry is not sorted yet, so not here."


def test_what_was_looked_through_grows_while_it_meets_what_is_looked_at_now() -> None:
    now = span_of_weeks(1, now=NOW, zone="UTC")
    week = timedelta(days=7)

    overlapping = replace(now, starts_at=now.starts_at - week, ends_at=now.ends_at - week / 2)
    apart = replace(overlapping, ends_at=now.starts_at - timedelta(minutes=1))

    assert join_looked(overlapping, now) == replace(now, starts_at=overlapping.starts_at)
    assert join_looked(apart, now) == join_looked(None, now) == now


def test_without_sessions_or_a_calendar_it_says_so() -> None:
    assert explain_past_sessions(0, unsorted=0, has_calendar=True) == NOTHING_NEW
    assert explain_past_sessions(0, unsorted=0, has_calendar=False) == NO_CALENDAR


@pytest.mark.parametrize("weeks", [0, 9])
def test_further_back_than_that_is_not_looked(weeks: int) -> None:
    with pytest.raises(ValueRefused):
        _find(weeks=weeks)
