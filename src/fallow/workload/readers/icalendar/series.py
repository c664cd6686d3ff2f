"""Writes out the entries of one UID inside a span: one entry, versions of it, or a series.

It knows how `recurring-ical-events` writes a series out, and which of several versions counts.
"""

from collections.abc import Iterator
from typing import Any

from recurring_ical_events import EventAdapter, Occurrence, Series

from fallow.base.periods import Period
from fallow.workload.readers.icalendar.events import describe, end_of
from fallow.workload.readers.icalendar.instance import Instance, stamp


class _Adapter(EventAdapter):  # type: ignore[misc]
    @property
    def event(self) -> Any:
        return self._component


class _Occurrence(Occurrence):  # type: ignore[misc]
    @property
    def event(self) -> Any:
        return self._adapter.event

    @property
    def recurrence_id(self) -> str:
        """By the time that the series itself gave it, before it was moved, alone or with others.

        A change of "this and all that follow" names one time for many (RFC 5545, 3.2.13).
        """
        if self._adapter.this_and_future and self.start != self._adapter.start:
            return stamp(self.start - self._adapter.move_recurrences_by)
        return stamp(self.event["RECURRENCE-ID"].dt if is_moved(self.event) else self.start)


class _Series(Series):  # type: ignore[misc]
    """A series whose occurrences point at their entry; the package would copy it for each."""

    occurrence = _Occurrence


def is_moved(event: Any) -> bool:
    return "RECURRENCE-ID" in event


def repeats(event: Any) -> bool:
    return "RRULE" in event or "RDATE" in event


def list_single(event: Any, *, is_alone: bool) -> Instance:
    """This will give an entry that does not repeat; one of several has its time as a name."""
    start = event["DTSTART"].dt
    named = event["RECURRENCE-ID"].dt if is_moved(event) else start
    recurrence_id = "" if is_alone and not is_moved(event) else stamp(named)
    return describe(event, starts=start, ends=end_of(event), recurrence_id=recurrence_id)


def list_series(event: Any, moved: list[Any], *, span: Period) -> Iterator[Instance]:
    """This will give the instances of a repeated entry and its moved ones inside a span."""
    series = _Series([_Adapter(component) for component in (event, *moved)])
    for found in series.between(span.starts_at, span.ends_at):
        is_exact = "DURATION" in found.event and "RDATE" not in found.event
        ends = None if is_exact or found.end == found.start else found.end
        yield describe(
            found.event, starts=found.start, ends=ends, recurrence_id=found.recurrence_id
        )


def newest(events: list[Any]) -> list[Any]:
    """This will give the newest version of each entry without RECURRENCE-ID.

    By SEQUENCE (RFC 5545); several of one SEQUENCE that start apart are several entries, because
    some makers give one UID to many.
    """
    highest = max((_sequence(event) for event in events), default=0)
    by_start: dict[str, Any] = {}
    in_order = events if len(events) < 2 else sorted(events, key=lambda event: event.to_ical())
    for event in in_order:
        if _sequence(event) == highest:
            by_start.setdefault(str(event["DTSTART"].dt), event)
    return list(by_start.values())


def _sequence(event: Any) -> int:
    told = event.get("SEQUENCE", 0)
    return told if isinstance(told, int) else 0
