"""One time at which a calendar's entry happens: its event, its span, and its place in the series.

It knows the two classes that `recurring-ical-events` lets one replace. The package would copy the
whole event for each time; here the event is only pointed at, which halves the work.
"""

from datetime import date, timedelta
from typing import Any

from recurring_ical_events import ComponentsWithName, EventAdapter, Occurrence


class _Event(EventAdapter):  # type: ignore[misc] # the package carries no types
    @property
    def event(self) -> Any:
        return self._component

    @property
    def named_start(self) -> date | None:
        """The start that a changed instance replaces, or None for the series itself."""
        return getattr(self._component.get("RECURRENCE-ID"), "dt", None)


class Happening(Occurrence):  # type: ignore[misc]
    """This will give `event`, `start` and `end` (both dates for an all-day entry)."""

    def as_component(self, _keep_recurrence_attributes: bool) -> "Happening":
        return self

    @property
    def event(self) -> Any:
        return self._adapter.event

    @property
    def recurrence_start(self) -> date:
        """The start that the series itself gives to this time: what tells it from the others.

        A change of "this and all that follow" names one start for many times (RFC 5545, 3.2.13).
        """
        named: date | None = self._adapter.named_start
        start: date = self.start
        if self._adapter.this_and_future and start != self._adapter.start:
            moved: timedelta = self._adapter.move_recurrences_by
            return start - moved
        return start if named is None else named


HAPPENINGS = ComponentsWithName("VEVENT", adapter=_Event, occurrence=Happening)
