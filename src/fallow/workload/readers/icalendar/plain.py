"""The plain entry, which most calendars are full of: one start, one end, no repetition.

It knows a few exact shapes of lines. Whatever has another shape goes to the calendar package,
which gives the same for these (tests hold the two side by side) and takes ten times as long.
"""

import re
from datetime import UTC, date, datetime
from typing import NamedTuple

from fallow.workload.readers.icalendar.instance import Instance, Told
from fallow.workload.readers.icalendar.zones import Zones

_LINE = re.compile(
    rb"(UID|SUMMARY|STATUS|TRANSP|SEQUENCE|DTSTART|DTEND)((?:;[^:\"]*)?):(.*)", re.DOTALL
)
_MOMENT = re.compile(rb"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)")
_DAY = re.compile(rb"(\d{4})(\d\d)(\d\d)")
_ZONE = re.compile(rb";TZID=([^;:,\"]+)")
_ESCAPED = re.compile(r"\\([\\;,nN])")


class _Line(NamedTuple):
    parameters: bytes
    value: bytes


def read_plain(lines: list[bytes], zones: Zones) -> Instance | None:
    """This will read an entry of exactly this shape, or give None."""
    told: dict[bytes, _Line] = {}
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None or match[1] in told:
            return None
        told[match[1]] = _Line(match[2], match[3])
    if not {b"UID", b"DTSTART", b"DTEND"} <= set(told):
        return None
    starts, ends = _read_time(told[b"DTSTART"], zones), _read_time(told[b"DTEND"], zones)
    if starts is None or ends is None or type(starts) is not type(ends):
        return None
    return Instance(
        uid=_text(told, b"UID"),
        title=_text(told, b"SUMMARY"),
        status=_text(told, b"STATUS"),
        is_free=_text(told, b"TRANSP").upper() == "TRANSPARENT",
        starts=starts,
        ends=ends,
    )


def _read_time(line: _Line, zones: Zones) -> Told | None:
    try:
        if line.parameters.upper() == b";VALUE=DATE":
            day = _DAY.fullmatch(line.value)
            return date(int(day[1]), int(day[2]), int(day[3])) if day else None
        clock, zone = _MOMENT.fullmatch(line.value), _ZONE.fullmatch(line.parameters)
        if clock is None or (line.parameters and (zone is None or clock[7])):
            return None
        year, month, day_of_month, hour, minute, second = map(int, clock.groups()[:6])
        zone_told = UTC if clock[7] else None
        moment = datetime(year, month, day_of_month, hour, minute, second, tzinfo=zone_told)
        return zones.place_named(moment, zone[1] if zone else None)
    except (ValueError, OverflowError):
        return None


def _text(told: dict[bytes, _Line], name: bytes) -> str:
    text = told[name].value.decode("utf-8", "replace") if name in told else ""
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], text) if "\\" in text else text
