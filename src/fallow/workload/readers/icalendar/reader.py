"""From the bytes of a calendar to appointments, by way of the sieve and the calendar packages.

It knows RFC 5545 as calendars of practices write it; floating times are in the plan's zone.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any, BinaryIO

import icalendar
import recurring_ical_events

from fallow.base.periods import read_zone
from fallow.workload.appointments import Kind, Status
from fallow.workload.readers.gathering import Entry, Gathering
from fallow.workload.readers.icalendar.happening import HAPPENINGS, Happening
from fallow.workload.readers.icalendar.recurrence import StepBudget, is_bounded, read_parts
from fallow.workload.readers.icalendar.sieve import Sieve
from fallow.workload.readers.limits import MOST_APPOINTMENTS, not_readable, too_large
from fallow.workload.readers.reading import Reading, ReadingPlan
from fallow.workload.readers.text import as_stream, read_whole

_STATUS = {
    "CANCELLED": Status.CANCELLED,
    "TENTATIVE": Status.PENDING,
    "CONFIRMED": Status.BOOKED,
}
_CANCELLED_TITLE = re.compile(r"^\W*(cancell?ed|late cancel\w*|abgesagt)\b", re.IGNORECASE)
_NO_SHOW_TITLE = re.compile(r"\bno[\s-]?show\b", re.IGNORECASE)
_ODD_RULE = "repeats in a way that Fallow does not read"
_BROKEN = "an entry without a readable time"


def read_icalendar(source: bytes | BinaryIO, plan: ReadingPlan) -> Reading:
    """This will read one calendar, or raise FileRefused; nothing is kept of a refused file."""
    content = read_whole(as_stream(source))
    if b"BEGIN:VCALENDAR" not in content[:4096].upper():
        raise not_readable("a calendar")
    sieve = Sieve(content)
    gathering = Gathering(plan, "iCalendar")
    gathering.drop(sieve.dropped)
    gathering.rows_read = sieve.events
    for calendar in _parse(sieve):
        recurring = _prepare(calendar, plan, gathering)
        for entry in _occurrences(calendar, plan, recurring):
            gathering.keep(entry)
    return gathering.reading()


def _parse(sieve: Sieve) -> list[Any]:
    text = b"\r\n".join(sieve.lines).decode("utf-8", errors="replace")
    try:
        return list(icalendar.Calendar.from_ical(text, multiple=True))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError) as error:
        raise not_readable("a calendar") from error


def _prepare(calendar: Any, plan: ReadingPlan, gathering: Gathering) -> frozenset[str]:
    """This will take out what cannot be written out, and name the entries that recur."""
    budget = StepBudget(plan.period.ends_at.year)
    kept, recurring = [], set()
    for component in calendar.subcomponents:
        if component.name != "VEVENT":
            kept.append(component)
            continue
        reason = _why_not(component, budget)
        if reason:
            gathering.skip(reason)
            continue
        kept.append(component)
        if any(name in component for name in ("RRULE", "RDATE", "RECURRENCE-ID")):
            recurring.add(str(component.get("UID", "")))
    calendar.subcomponents = kept
    return frozenset(recurring)


def _why_not(component: Any, budget: StepBudget) -> str | None:
    start = getattr(component.get("DTSTART"), "dt", None)
    end = getattr(component.get("DTEND"), "dt", None)
    if not isinstance(start, date) or not (end is None or isinstance(end, date)):
        return _BROKEN
    rules = component.get("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        parts = read_parts(rule.to_ical().decode("utf-8", errors="replace"))
        starts_on = start.date() if isinstance(start, datetime) else start
        if not parts or not is_bounded(parts, starts_on):
            return _ODD_RULE
        budget.spend(parts, starts_on)
    return None


def _occurrences(calendar: Any, plan: ReadingPlan, recurring: frozenset[str]) -> Iterator[Entry]:
    zone = read_zone(plan.zone)
    span = (plan.period.starts_at.astimezone(zone), plan.period.ends_at.astimezone(zone))
    query = recurring_ical_events.of(calendar, components=[HAPPENINGS], skip_bad_series=True)
    try:
        happenings = query.between(*span)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise not_readable("a calendar: one of its entries has times that do not fit") from error
    if len(happenings) > MOST_APPOINTMENTS:
        raise too_large(f"more than {MOST_APPOINTMENTS:,} appointments")
    return (_entry(happening, recurring, plan) for happening in happenings)


def _entry(happening: Happening, recurring: frozenset[str], plan: ReadingPlan) -> Entry:
    event, start, end = happening.event, happening.start, happening.end
    uid, title = str(event.get("UID", "")), str(event.get("SUMMARY", ""))
    all_day = not isinstance(start, datetime)
    return Entry(
        uid=uid,
        recurrence_id=_recurrence_id(happening.recurrence_start) if uid in recurring else "",
        starts_at=_moment(start, plan),
        ends_at=_moment(end, plan) if end != start else None,
        title=title,
        field_kind=None if all_day else _field_kind(event),
        status=_status(event, title),
        all_day=all_day,
    )


def _moment(moment: date | datetime, plan: ReadingPlan) -> datetime:
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, time(), tzinfo=read_zone(plan.zone))


def _recurrence_id(moment: date | datetime) -> str:
    if isinstance(moment, datetime) and moment.utcoffset() is not None:
        return moment.astimezone(UTC).strftime("%Y%m%dT%H%MZ")
    return moment.strftime("%Y%m%dT%H%M") if isinstance(moment, datetime) else f"{moment:%Y%m%d}"


def _field_kind(event: Any) -> Kind | None:
    """A long all-day entry that is marked busy in a work calendar is not guessed to be leave."""
    transparent = str(event.get("TRANSP", "")).upper() == "TRANSPARENT"
    return Kind.PERSONAL if transparent else None


def _status(event: Any, title: str) -> Status:
    if _NO_SHOW_TITLE.search(title):
        return Status.NO_SHOW
    if _CANCELLED_TITLE.search(title):
        return Status.CANCELLED
    return _STATUS.get(str(event.get("STATUS", "")).upper(), Status.UNKNOWN)
