"""A standing session that moved for good: every later one moves by as much (RFC 5545, 3.2.13)."""

from datetime import UTC, datetime

from fallow.base.periods import Period
from fallow.workload.appointments import Appointment
from fallow.workload.readers.icalendar import read_icalendar
from fallow.workload.readers.reading import ReadingPlan

PLAN = ReadingPlan(
    source="calendar",
    key=bytes(32),
    zone="UTC",
    period=Period(
        starts_at=datetime(2026, 3, 1, tzinfo=UTC), ends_at=datetime(2026, 5, 1, tzinfo=UTC)
    ),
    rules=(),
)
MONDAYS_AT_NINE = """BEGIN:VEVENT
UID:standing
DTSTART:20260302T090000Z
DTEND:20260302T095000Z
RRULE:FREQ=WEEKLY;COUNT=5
END:VEVENT"""
FROM_THE_THIRD_AN_HOUR_LATER = """BEGIN:VEVENT
UID:standing
RECURRENCE-ID;RANGE=THISANDFUTURE:20260316T090000Z
DTSTART:20260316T100000Z
DTEND:20260316T110000Z
END:VEVENT"""
ONCE_ON_A_TUESDAY = """BEGIN:VEVENT
UID:standing
RECURRENCE-ID:20260309T090000Z
DTSTART:20260310T150000Z
DTEND:20260310T155000Z
END:VEVENT"""


def _read(*events: str) -> tuple[Appointment, ...]:
    lines = "\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", ""))
    return read_icalendar(lines.replace("\n", "\r\n").encode(), PLAN).appointments


def test_every_later_session_moves_and_none_is_lost() -> None:
    read = _read(MONDAYS_AT_NINE, FROM_THE_THIRD_AN_HOUR_LATER)

    starts = [(a.starts_at.day, a.starts_at.month, a.starts_at.hour) for a in read]
    assert starts == [(2, 3, 9), (9, 3, 9), (16, 3, 10), (23, 3, 10), (30, 3, 10)]
    assert [a.end_minute - a.start_minute for a in read] == [50, 50, 60, 60, 60]


def test_a_session_is_known_by_the_time_the_series_gave_it() -> None:
    """So that it is the same session when the calendar is read again after a move."""
    before = _read(MONDAYS_AT_NINE)

    after = _read(MONDAYS_AT_NINE, FROM_THE_THIRD_AN_HOUR_LATER, ONCE_ON_A_TUESDAY)

    assert [a.identity for a in after] == [a.identity for a in before]
    assert (after[1].starts_at.day, after[1].starts_at.hour) == (10, 15)
