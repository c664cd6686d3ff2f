"""From the bytes of a calendar to appointments, by way of the sieve and the calendar packages.

It knows RFC 5545 as calendars of practices write it; floating times are in the plan's zone.
"""

import re
from datetime import timedelta
from typing import BinaryIO

from fallow.base.periods import read_zone
from fallow.workload.appointments import Kind, Status
from fallow.workload.readers.gathering import Entry, Gathering
from fallow.workload.readers.icalendar.instance import Instance, as_moment
from fallow.workload.readers.icalendar.recurrence import StepBudget
from fallow.workload.readers.icalendar.sieve import Sieve
from fallow.workload.readers.icalendar.writing_out import EntryWriter
from fallow.workload.readers.limits import not_readable
from fallow.workload.readers.reading import Reading, ReadingPlan
from fallow.workload.readers.text import as_stream, read_whole

_STATUS = {
    "CANCELLED": Status.CANCELLED,
    "TENTATIVE": Status.PENDING,
    "CONFIRMED": Status.BOOKED,
}
_CANCELLED_TITLE = re.compile(
    r"^\W*(cancell?ed|late cancel\w*|abgesagt)\b|[-–(\[]\s*(cancell?ed|abgesagt)\W*$", re.IGNORECASE
)
_NO_SHOW_TITLE = re.compile(r"\bno[\s-]?show\b", re.IGNORECASE)


def read_icalendar(source: bytes | BinaryIO, plan: ReadingPlan) -> Reading:
    """This will read one calendar, or raise FileRefused; nothing is kept of a refused file."""
    content = read_whole(as_stream(source))
    if b"BEGIN:VCALENDAR" not in content[:4096].upper():
        raise not_readable("a calendar")
    sieve = Sieve(content)
    gathering = Gathering(plan, "iCalendar")
    gathering.drop(sieve.dropped)
    gathering.rows_read = sieve.events
    budget = StepBudget(plan.period.ends_at.year)
    for lines in sieve.calendars:
        for instance in EntryWriter(lines, plan, gathering=gathering, budget=budget).instances():
            gathering.keep(_entry(instance, plan))
    return gathering.reading()


def _entry(instance: Instance, plan: ReadingPlan) -> Entry:
    zone, told, ends = read_zone(plan.zone), instance, instance.ends
    if told.is_day and ends == told.starts:
        ends = told.starts + timedelta(days=1)  # some makers end a day on itself
    return Entry(
        uid=told.uid or f"{told.starts}\0{told.ends}\0{told.title}",
        recurrence_id=told.recurrence_id,
        starts_at=as_moment(told.starts, zone),
        ends_at=None if ends is None else as_moment(ends, zone),
        length=told.length,
        end_inferred=told.mended,
        title=told.title,
        kind=Kind.PERSONAL if told.is_free and not told.is_day else None,
        status=_status(told),
        all_day=told.is_day,
    )


def _status(told: Instance) -> Status:
    if _NO_SHOW_TITLE.search(told.title):
        return Status.NO_SHOW
    if _CANCELLED_TITLE.search(told.title):
        return Status.CANCELLED
    return _STATUS.get(told.status.strip().upper(), Status.UNKNOWN)
