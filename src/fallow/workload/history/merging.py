"""What a source has told so far: entries by UID and RECURRENCE-ID, first and last seen.

It knows that feeds forget. An entry that vanished is unknown, never cancelled, unless the source
had already told how it ended.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from fallow.base.periods import Period
from fallow.workload.appointments import Appointment, Status

SETTLED = frozenset({Status.FULFILLED, Status.CANCELLED, Status.NO_SHOW})
"""Statuses that tell how an entry ended. Some feeds drop such entries (formats.md §4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenAppointment:
    """An appointment as it was last told, and when it was first and last seen in its source."""

    appointment: Appointment
    first_seen_at: datetime
    last_seen_at: datetime


def merge_history(
    known: Iterable[SeenAppointment],
    read: Iterable[Appointment],
    *,
    covered: Period,
    seen_at: datetime,
) -> tuple[SeenAppointment, ...]:
    """This will merge a new reading of the same source into what was known of it.

    Entries inside `covered` that the reading no longer holds become VANISHED, but for those whose
    end was told; outside it, the source says nothing and they stay as they were. Reading twice
    equals reading once.
    """
    merged = {seen.appointment.identity: seen for seen in known}
    told = {appointment.identity: appointment for appointment in read}
    for identity, seen in merged.items():
        is_open = seen.appointment.status not in SETTLED
        if identity not in told and is_open and _lies_in(seen.appointment, covered):
            gone = replace(seen.appointment, status=Status.VANISHED)
            merged[identity] = replace(seen, appointment=gone)
    for identity, appointment in told.items():
        before = merged.get(identity)
        first = before.first_seen_at if before else seen_at
        merged[identity] = SeenAppointment(
            appointment=appointment, first_seen_at=first, last_seen_at=seen_at
        )
    return tuple(sorted(merged.values(), key=_order))


def _order(seen: SeenAppointment) -> tuple[datetime, tuple[str, str, str]]:
    return seen.appointment.starts_at, seen.appointment.identity


def _lies_in(appointment: Appointment, period: Period) -> bool:
    return period.starts_at <= appointment.starts_at < period.ends_at
