"""A zone that a calendar defines itself (VTIMEZONE), from its definition to offsets.

It knows RFC 5545 §3.6.5 and PEP 495, and nothing of names: the calendar package would remember a
definition by its name for every file that comes after, whoever's that is.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Any

import icalendar

from fallow.workload.readers.icalendar.recurrence import is_bounded, read_parts

_OLDEST = 1970  # Outlook begins its rules in 1601
_BROKEN = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError)
Transition = tuple[datetime, timedelta]  # UTC without a zone, and the offset from then on


class OwnZone(tzinfo):
    """This will give the offset of a wall time; where a change skips it, the offset before."""

    def __init__(self, transitions: list[Transition]) -> None:
        self._offsets = [transitions[0][1], *(offset for _, offset in transitions)]
        steps = list(zip(transitions, self._offsets, strict=False))
        self._first = [at + max(before, after) for (at, after), before in steps]
        self._second = [at + min(before, after) for (at, after), before in steps]

    def utcoffset(self, moment: datetime | None) -> timedelta:
        if moment is None:
            return self._offsets[0]
        thresholds = self._second if moment.fold else self._first
        return self._offsets[bisect_right(thresholds, moment.replace(tzinfo=None, fold=0))]

    def dst(self, _moment: datetime | None) -> timedelta | None:
        return None

    def tzname(self, _moment: datetime | None) -> str | None:
        return None


@lru_cache(maxsize=64)
def read_own_zone(lines: tuple[bytes, ...]) -> OwnZone | None:
    """This will read the lines of a definition; None where it does not define a zone.

    A definition is remembered by all that it says, never by its name.
    """
    try:
        parts = [line for observance in _observances(lines) for line in observance]
        # the package remembers a definition by its name, unless it knows the name already: so UTC
        text = b"\r\n".join([b"BEGIN:VTIMEZONE", b"TZID:UTC", *parts, b"END:VTIMEZONE", b""])
        component: Any = icalendar.Timezone.from_ical(text.decode("utf-8", "replace"))
        times, offsets = component.get_transitions()
        transitions = [(at, offset) for at, (offset, *_) in zip(times, offsets, strict=True)]
        return OwnZone(transitions) if _are_sound(transitions) else None
    except _BROKEN:
        return None


def _are_sound(transitions: list[Transition]) -> bool:
    return bool(transitions) and all(abs(o) < timedelta(hours=24) for _, o in transitions)


def _observances(lines: tuple[bytes, ...]) -> Iterator[list[bytes]]:
    """STANDARD and DAYLIGHT one by one; those that ended before 1970 are left out."""
    part: list[bytes] = []
    for line in lines:
        part = [line] if line[:6].upper() == b"BEGIN:" else [*part, line]
        if line[:4].upper() == b"END:" and (kept := _recent(part)):
            yield kept


def _recent(part: list[bytes]) -> list[bytes]:
    """An observance whose rule begins no earlier than 1970, so that it is written out quickly."""
    rule = next((line.partition(b":")[2] for line in part if line[:5].upper() == b"RRULE"), None)
    if rule is None:
        return part
    parts = read_parts(rule.decode("ascii", "replace"))
    if not is_bounded(parts, date(_OLDEST, 1, 1)) or parts["FREQ"] != ["YEARLY"]:
        raise ValueError("a zone that changes in another way than once a year")
    if parts.get("UNTIL", ["9999"])[0][:4] < str(_OLDEST):
        return []
    return [_recent_start(line) for line in part]


def _recent_start(line: bytes) -> bytes:
    name, colon, value = line.partition(b":")
    is_old = name[:7].upper() == b"DTSTART" and value[:4] < str(_OLDEST).encode()
    return name + colon + str(_OLDEST).encode() + value[4:] if is_old else line
