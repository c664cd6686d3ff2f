"""How the manual of the readers reads: tiny files, and answers in the words of a wall clock.

The practice is in New York, 5 hours behind UTC in winter and 4 from 8 March to 1 November 2026
(IANA). Every expected time is worked out by hand from that.
"""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from fallow.base.errors import FileRefused
from fallow.base.periods import Period
from fallow.workload.appointments import Appointment
from fallow.workload.readers.dispatch import read_calendar
from fallow.workload.readers.reading import Reading, ReadingPlan
from fallow.workload.sorting.starting_rules import starting_rules

NEW_YORK = ZoneInfo("America/New_York")
PLAN = ReadingPlan(
    source="calendar",
    key=b"k" * 32,
    zone="America/New_York",
    period=Period(
        starts_at=datetime(2025, 10, 1, tzinfo=UTC), ends_at=datetime(2026, 12, 1, tzinfo=UTC)
    ),
    rules=starting_rules(),
)


def read(content: str | bytes, *, name: str = "", **changes: Any) -> Reading:
    """This will read a file by the plan, with some of it changed."""
    raw = content.encode() if isinstance(content, str) else content
    return read_calendar(raw, name=name, plan=replace(PLAN, **changes))


def refuse(content: str | bytes, *, name: str = "") -> FileRefused:
    """This will give the refusal that a file is answered with."""
    with pytest.raises(FileRefused) as refused:
        read(content, name=name)
    return refused.value


def calendar(*events: str, top: str = "VERSION:2.0") -> str:
    """A calendar of entries; an entry without a UID is given one."""
    parts = ["BEGIN:VCALENDAR", top]
    for number, event in enumerate(events):
        uid = "" if "UID:" in event else f"UID:{number}@example.org\n"
        parts.append(f"BEGIN:VEVENT\n{uid}{event.strip()}\nEND:VEVENT")
    return "\n".join([*parts, "END:VCALENDAR", ""])


def read_events(*events: str, top: str = "VERSION:2.0", **changes: Any) -> Reading:
    return read(calendar(*events, top=top), **changes)


def one(reading: Reading) -> Appointment:
    """The only appointment of a reading."""
    (appointment,) = reading.appointments
    return appointment


def spans(reading: Reading) -> list[str]:
    """Each appointment as "01-05 09:00 to 09:50", by the wall clock in New York."""
    return [_span(appointment) for appointment in reading.appointments]


def _span(appointment: Appointment) -> str:
    start, end = (m.astimezone(NEW_YORK) for m in (appointment.starts_at, appointment.ends_at))
    same_day = start.date() == end.date()
    return (
        f"{start:%m-%d %H:%M} to {end:%H:%M}"
        if same_day
        else f"{start:%m-%d %H:%M} to {end:%m-%d %H:%M}"
    )


def minutes(appointment: Appointment) -> int:
    return appointment.end_minute - appointment.start_minute


def skipped(reading: Reading) -> dict[str, int]:
    return dict(reading.report.skipped)
