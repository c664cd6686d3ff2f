"""Which zone a calendar means by the name it writes: IANA's, Windows', a maker's, or its own.

It knows names of zones. A definition counts inside its own file alone, and only for a name that
nobody else knows.
"""

import re
from datetime import datetime, tzinfo
from functools import lru_cache
from zoneinfo import available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from fallow.base.periods import read_zone
from fallow.workload.readers.icalendar.own_zone import read_own_zone

NUMBERED = "X-ZONE"
"""The parameter that takes TZID's place on the way through the calendar package."""
_MOST_OWN = 20  # zones of the file's own, and…
_LONGEST_OWN = 60  # …lines in a definition: each is written out year by year
_TZID = re.compile(rb';TZID=(?:"([^"]*)"|([^":;]*))(?=[;:])', re.IGNORECASE)


@lru_cache(maxsize=1024)
def known_zone(name: str) -> str | None:
    """This will give the IANA name that a calendar's name for a zone stands for, or None.

    Makers put their own name before it, as in /citadel.org/20260101_1/Europe/Berlin.
    """
    cleaned = name.strip().strip("/")
    parts = cleaned.split("/")
    tries = (cleaned, WINDOWS_TO_OLSON.get(cleaned, ""), *("/".join(parts[i:]) for i in (1, 2, 3)))
    names = _iana_names()
    return next((names[text.lower()] for text in tries if text.lower() in names), None)


@lru_cache(maxsize=1)
def _iana_names() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


class Zones:
    """This will read the names of zones in one calendar by that calendar's definitions."""

    def __init__(self, definitions: list[list[bytes]], default_name: bytes) -> None:
        self._definitions = {_name_of(lines): lines for lines in reversed(definitions)}
        self._numbers: dict[bytes, int] = {}
        self._zones: list[tzinfo | None] = []
        self._own = 0
        default = known_zone(_text(default_name))
        self._default = read_zone(default) if default else None

    def rename(self, line: bytes) -> bytes:
        """This will put the number of a zone in place of TZID, so that no package looks it up."""
        return _TZID.sub(self._parameter, line, count=1)

    def place_named(self, moment: datetime, name: bytes | None) -> datetime:
        """This will give a moment the zone that is named beside it."""
        return self.place(moment, None if name is None else self._number(name))

    def place(self, moment: datetime, number: int | None) -> datetime:
        """This will give a moment its zone: the one of its line, else the whole calendar's.

        A name that nothing explains gives none: the time stays without a zone, and marked so.
        """
        zone = None if number is None else self._zones[number]
        if zone is not None:
            return moment.replace(tzinfo=zone)
        if self._default is None:
            return moment
        if moment.tzinfo is None:
            return moment.replace(tzinfo=self._default)
        return moment.astimezone(self._default)

    def _parameter(self, match: re.Match[bytes]) -> bytes:
        name = match[1] if match[1] is not None else match[2]
        return f";{NUMBERED}={self._number(name)}".encode()

    def _number(self, name: bytes) -> int:
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = len(self._zones)
            self._zones.append(self._find(_text(name)))
        return number

    def _find(self, name: str) -> tzinfo | None:
        known = known_zone(name)
        if known:
            return read_zone(known)
        lines = self._definitions.get(name, [])
        if not 0 < len(lines) <= _LONGEST_OWN or self._own >= _MOST_OWN:
            return None
        self._own += 1
        return read_own_zone(tuple(lines))


def _name_of(lines: list[bytes]) -> str:
    named = (line.partition(b":")[2] for line in lines if line[:4].upper() == b"TZID")
    return _text(next(named, b"")).replace("\\", "")


def _text(name: bytes) -> str:
    return name.decode("utf-8", "replace").strip()
