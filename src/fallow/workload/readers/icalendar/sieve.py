"""Lets through only the lines of an iCalendar file that Fallow may read, before it is parsed.

It knows property names alone. What is not on the list is dropped unseen, and its name is counted.
Hostile shapes (depth, size, counts) are refused here, before any parser meets them.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from fallow.workload.readers.limits import (
    MOST_COMPONENTS,
    MOST_LINE_BYTES,
    not_readable,
    too_large,
)

KEPT = frozenset(
    b"UID DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID"
    b" SUMMARY STATUS TRANSP SEQUENCE".split()
)
_LISTS = frozenset((b"RDATE", b"EXDATE"))
_IN_ZONES = frozenset(b"BEGIN END DTSTART TZOFFSETFROM TZOFFSETTO RRULE RDATE".split())
_ZONE_PARTS = ([b"VTIMEZONE", b"STANDARD"], [b"VTIMEZONE", b"DAYLIGHT"])
_STAMPS = frozenset((b"DTSTAMP", b"CREATED", b"LAST-MODIFIED"))  # dropped, and not worth a word
_NAMED = frozenset(
    b"ATTACH ATTENDEE CATEGORIES CLASS COLOR COMMENT CONFERENCE CONTACT DESCRIPTION GEO IMAGE"
    b" LOCATION ORGANIZER PRIORITY RELATED-TO REQUEST-STATUS RESOURCES URL".split()
)
_OWN = "fields of one calendar's own (X-…)"
_ELSE = "lines that the calendar standard does not name"
_DEEPEST = 6
_MOST_ROWS = 1_000_000  # lines as they stand in the file; 20 MB of entries have fewer
_LONGEST_KEPT = 2_000  # bytes of a line that is not a list of dates; titles are cut there
_MOST_LINES = 40  # of one entry, beside lists of dates; it has a dozen names
_MOST_ZONES = 100  # zones that one calendar defines, and…
_MOST_ZONE_LINES = 400  # …lines in each


@dataclass(slots=True)
class CalendarLines:
    """What passed of one calendar: lines of its entries and zones, and the zone it names."""

    events: list[list[bytes]] = field(default_factory=list)
    zones: list[list[bytes]] = field(default_factory=list)
    zone_name: bytes = b""


class Sieve:
    """This will hold what passed (`calendars`) and the names of what was dropped (`dropped`)."""

    def __init__(self, content: bytes) -> None:
        self.calendars: list[CalendarLines] = []
        self.dropped: set[str] = set()
        self.events = 0
        self._dates = 0
        self._open: list[bytes] = []
        for line in _unfold(content):
            self._pass(line)
        if self._open or not self.calendars:
            raise not_readable("a calendar: its end is missing")

    def _pass(self, line: bytes) -> None:
        name = line[:80].split(b":", 1)[0].split(b";", 1)[0].strip().upper()
        if name == b"BEGIN":
            self._begin(line[6:].strip().upper())
        elif not self._open:
            return  # anything before the first BEGIN is not calendar
        elif self._open[1:] == [b"VEVENT"]:
            self._pass_in_event(line, name)
        elif self._open[1:2] == [b"VTIMEZONE"]:
            self._pass_in_zone(line, name)
        elif name == b"X-WR-TIMEZONE" and len(self._open) == 1:
            self.calendars[-1].zone_name = line.partition(b":")[2].strip()
        if name == b"END":
            self._end(line[4:].strip().upper())

    def _begin(self, name: bytes) -> None:
        self._open.append(name)
        if len(self._open) > _DEEPEST:
            raise not_readable("a calendar: it is nested too deeply")
        if len(self._open) == 1 and name != b"VCALENDAR":
            raise not_readable("a calendar: its parts are out of order")
        if len(self._open) == 1:
            self.calendars.append(CalendarLines())
        elif self._open[1:] == [b"VEVENT"]:
            self.events += 1
            self.calendars[-1].events.append([])
        elif self._open[1:] == [b"VTIMEZONE"]:
            self.calendars[-1].zones.append([])
        else:
            self._pass_in_zone(b"BEGIN:" + name, b"BEGIN")
        if self.events > MOST_COMPONENTS:
            raise too_large(f"more than {MOST_COMPONENTS:,} entries")

    def _end(self, name: bytes) -> None:
        if self._open.pop() != name:
            raise not_readable("a calendar: its parts are out of order")

    def _pass_in_event(self, line: bytes, name: bytes) -> None:
        lines = self.calendars[-1].events[-1]
        if name in _LISTS:
            self._dates += 1 + line.count(b",")
            if self._dates > MOST_COMPONENTS:
                raise too_large(f"more than {MOST_COMPONENTS:,} single dates")
            lines.append(line)
        elif name in KEPT and len(lines) < _MOST_LINES:
            lines.append(line[:_LONGEST_KEPT])
        elif name not in KEPT and name not in _STAMPS and name != b"END":
            self._drop(name)

    def _pass_in_zone(self, line: bytes, name: bytes) -> None:
        zones = self.calendars[-1].zones
        is_rule = name in _IN_ZONES and self._open[1:] in _ZONE_PARTS
        is_name = name == b"TZID" and self._open[1:] == [b"VTIMEZONE"]
        has_room = zones and len(zones) <= _MOST_ZONES and len(zones[-1]) < _MOST_ZONE_LINES
        if (is_rule or is_name) and has_room:
            zones[-1].append(line[:_LONGEST_KEPT])

    def _drop(self, name: bytes) -> None:
        if name in _NAMED:
            self.dropped.add(name.decode("ascii"))
        else:
            self.dropped.add(_OWN if name.startswith(b"X-") else _ELSE)


def _unfold(content: bytes) -> Iterator[bytes]:
    """Whole lines: one that begins with a space or a tab goes on the line before (RFC 5545)."""
    parts: list[bytes] = []
    size = 0
    if max(content.count(b"\n"), content.count(b"\r")) > _MOST_ROWS:
        raise too_large(f"more than {_MOST_ROWS:,} lines")
    for raw in io.BytesIO(content):
        for line in raw.splitlines():
            goes_on = bool(parts) and line[:1] in (b" ", b"\t")
            if parts and not goes_on:
                yield b"".join(parts)
            if not goes_on:
                parts, size = [], 0
            parts.append(line[1:] if goes_on else line)
            size += len(line)
            if size > MOST_LINE_BYTES:
                raise too_large("a single line of more than 1 MB")
    if parts:
        yield b"".join(parts)
