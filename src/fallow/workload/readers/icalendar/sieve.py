"""Lets through only the lines of an iCalendar file that Fallow may read, before it is parsed.

It knows property names alone. What is not on the list is dropped unseen, and its name is counted.
Hostile shapes (depth, size, counts) are refused here, before any parser meets them.
"""

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
_DEEPEST = 6
_ALWAYS_DROPPED = (b"DTSTAMP", b"CREATED", b"LAST-MODIFIED")


class Sieve:
    """This will hold what passed (`lines`) and the names of what was dropped (`dropped`)."""

    def __init__(self, content: bytes) -> None:
        self.lines: list[bytes] = []
        self.dropped: set[str] = set()
        self.events = 0
        self._open: list[bytes] = []
        self._keeps = True
        for line in content.splitlines():
            self._pass(line)
        if self._open or not self.lines:
            raise not_readable("a calendar: its end is missing")

    def _pass(self, line: bytes) -> None:
        if line[:1] in (b" ", b"\t"):
            if self._keeps:
                self._continue(line)
            return
        upper = line[:80].upper()
        if upper.startswith(b"BEGIN:"):
            self._begin(line[6:].strip().upper())
        elif not self._open:
            self._keeps = False  # anything before the first BEGIN is not calendar
            return
        self._keeps = self._is_kept(upper)
        if self._keeps:
            self.lines.append(line)
        if upper.startswith(b"END:"):
            self._end(line[4:].strip().upper())

    def _continue(self, line: bytes) -> None:
        joined = self.lines[-1] + line[1:]
        if len(joined) > MOST_LINE_BYTES:
            raise too_large("a single line of more than 1 MB")
        self.lines[-1] = joined

    def _begin(self, name: bytes) -> None:
        self._open.append(name)
        if len(self._open) > _DEEPEST:
            raise not_readable("a calendar: it is nested too deeply")
        if name == b"VEVENT":
            self.events += 1
        if self.events > MOST_COMPONENTS:
            raise too_large(f"more than {MOST_COMPONENTS:,} entries")

    def _end(self, name: bytes) -> None:
        if not self._open or self._open[-1] != name:
            raise not_readable("a calendar: its parts are out of order")
        self._open.pop()

    def _is_kept(self, upper: bytes) -> bool:
        if b"VTIMEZONE" in self._open:
            return not upper.startswith(b"RRULE") or b"FREQ=YEARLY" in upper
        inside = self._open[-1] if self._open else b""
        if len(self._open) == 1:
            return upper.startswith((b"BEGIN:VCAL", b"END:VCAL", b"VERSION", b"X-WR-TIMEZONE"))
        if inside != b"VEVENT" or len(self._open) != 2:
            return False
        name = upper.split(b":", 1)[0].split(b";", 1)[0]
        if name in KEPT or name in (b"BEGIN", b"END"):
            return True
        if name not in _ALWAYS_DROPPED:
            self.dropped.add(name.decode("ascii", "replace")[:30])
        return False
