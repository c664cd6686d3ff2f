"""One VCALENDAR, written out entry by entry: plain ones at once, the others by the package.

It knows which entries belong together by their UID, and counts those that cannot be read.
"""

from collections.abc import Iterator
from typing import Any

from fallow.base.periods import Period, read_zone
from fallow.workload.readers.gathering import Gathering
from fallow.workload.readers.icalendar.events import BROKEN, mend_event, parse_event
from fallow.workload.readers.icalendar.instance import Instance
from fallow.workload.readers.icalendar.plain import read_plain
from fallow.workload.readers.icalendar.recurrence import StepBudget
from fallow.workload.readers.icalendar.repeats import foresee_steps, repeats_of
from fallow.workload.readers.icalendar.series import (
    is_moved,
    list_series,
    list_single,
    newest,
    repeats,
)
from fallow.workload.readers.icalendar.sieve import CalendarLines
from fallow.workload.readers.icalendar.zones import Zones
from fallow.workload.readers.reading import ReadingPlan

_BROKEN = "an entry without a readable time"
_OLD = "an older version of another entry"


class EntryWriter:
    """This will write out one calendar UID by UID, so that few components are held at a time."""

    def __init__(
        self, lines: CalendarLines, plan: ReadingPlan, *, gathering: Gathering, budget: StepBudget
    ) -> None:
        self._events = lines.events
        self._zones = Zones(lines.zones, lines.zone_name)
        self._zone = read_zone(plan.zone)
        self._skip = gathering.skip
        self._budget = budget
        begin, end = plan.period.starts_at, plan.period.ends_at
        self._span = Period(
            starts_at=begin.astimezone(self._zone), ends_at=end.astimezone(self._zone)
        )

    def instances(self) -> Iterator[Instance]:
        groups: dict[bytes, list[list[bytes]]] = {}
        for place, lines in enumerate(self._events):
            groups.setdefault(_uid(lines) or b"\0%d" % place, []).append(lines)
        self._budget.foresee(sum(map(self._foresee_steps, groups.values())))
        for group in groups.values():
            plain = read_plain(group[0], self._zones) if len(group) == 1 else None
            if plain is not None:
                yield plain
            else:
                events = [parse_event(lines, self._zones) for lines in group]
                self._skip(_BROKEN, count=events.count(None))
                yield from self._write_out([event for event in events if event is not None])

    def _write_out(self, events: list[Any]) -> Iterator[Instance]:
        moved = [event for event in events if is_moved(event)]
        told = [event for event in events if not is_moved(event)]
        cores = newest(told)
        self._skip(_OLD, count=len(told) - len(cores))
        is_alone = len(cores) + len(moved) == 1  # told twice or in two versions, it is one entry
        for core in cores:
            if not repeats(core) and (is_alone or len(cores) > 1):
                yield from self._list_single(core, is_alone=is_alone)
            elif self._may_repeat(core):
                yield from self._list_series(core, moved)
                moved = []
        for event in moved:
            yield from self._list_single(event, is_alone=False)

    def _foresee_steps(self, group: list[list[bytes]]) -> int:
        """At the least: of several that share a UID, some may be older versions."""
        return max(foresee_steps(one, budget=self._budget, span=self._span) for one in group)

    def _may_repeat(self, event: Any) -> bool:
        repeats = repeats_of(event)
        why_not = repeats.why_not(self._span)
        if why_not is not None:
            self._skip(why_not)
            return False
        self._budget.spend(repeats.count_steps(self._budget))
        return True

    def _list_single(self, event: Any, *, is_alone: bool) -> Iterator[Instance]:
        try:
            yield list_single(event, is_alone=is_alone)
        except BROKEN:
            self._skip(_BROKEN)

    def _list_series(self, event: Any, moved: list[Any]) -> Iterator[Instance]:
        try:
            for component in (event, *moved):
                mend_event(component, self._zone)
            yield from list_series(event, moved, span=self._span)
        except BROKEN:
            self._skip(_BROKEN)


def _uid(lines: list[bytes]) -> bytes:
    named = (line.partition(b":")[2] for line in lines if line[:4].upper() in (b"UID:", b"UID;"))
    return next(named, b"").strip()
