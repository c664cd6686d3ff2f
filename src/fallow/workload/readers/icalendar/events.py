"""One VEVENT through the calendar package: a component whose times are placed and run forward.

It knows the package's components, and nothing of how they repeat.
"""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
from icalendar.prop import vDDDLists, vDDDTypes

from fallow.workload.readers.gathering.spans import mend_backwards
from fallow.workload.readers.icalendar.instance import Instance, Told, as_moment
from fallow.workload.readers.icalendar.zones import NUMBERED, Zones

BROKEN = (
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    OverflowError,
    AssertionError,
)
"""What the calendar packages raise on an entry that is not one."""
_MENDED = "X-MENDED"
_MOMENTS = ("DTSTART", "DTEND", "RECURRENCE-ID")
_LISTS = ("RDATE", "EXDATE")


def parse_event(lines: list[bytes], zones: Zones) -> Any | None:
    """This will parse an entry and give its times their zones; None where they cannot be read."""
    renamed = [zones.rename(line) for line in lines]
    text = b"\r\n".join([b"BEGIN:VEVENT", *renamed, b"END:VEVENT", b""])
    try:
        event = icalendar.Event.from_ical(text.decode("utf-8", "replace"))
        _place(event, zones)
        return event if _is_whole(event) else None
    except BROKEN:
        return None


def _place(event: Any, zones: Zones) -> None:
    for name in _MOMENTS:
        if isinstance(value := event.get(name), vDDDTypes):
            event[name] = vDDDTypes(_placed(value.dt, value, zones))
            event[name].params.update(_range_of(value))
    for name in _LISTS:
        values = event.get(name, [])
        lists = values if isinstance(values, list) else [values]
        if lists:
            event[name] = vDDDLists([_placed(d.dt, v, zones) for v in lists for d in v.dts])


def _range_of(value: Any) -> dict[str, str]:
    """RANGE=THISANDFUTURE: a moved instance that moves those after it too."""
    return {"RANGE": value.params["RANGE"]} if "RANGE" in value.params else {}


def _placed(told: Any, value: Any, zones: Zones) -> Any:
    told_number = value.params.get(NUMBERED)
    number = None if told_number is None else int(told_number)
    if isinstance(told, datetime):
        return zones.place(told, number)
    if isinstance(told, tuple):  # a period among the dates that RDATE lists
        return tuple(zones.place(t, number) if isinstance(t, datetime) else t for t in told)
    return told


def _is_whole(event: Any) -> bool:
    end, length = event.get("DTEND"), event.get("DURATION")
    return (
        isinstance(event["DTSTART"].dt, date)
        and (end is None or isinstance(end.dt, date))
        and (length is None or isinstance(length.dt, timedelta))
    )


def describe(event: Any, *, starts: Told, ends: Told | None, recurrence_id: str) -> Instance:
    """This will give one instance of a component."""
    length = event.get("DURATION")
    return Instance(
        uid=str(event.get("UID", "")),
        title=str(event.get("SUMMARY", "")),
        status=str(event.get("STATUS", "")),
        is_free=str(event.get("TRANSP", "")).upper() == "TRANSPARENT",
        starts=starts,
        ends=ends,
        length=length.dt if ends is None and length is not None else None,
        recurrence_id=recurrence_id,
        mended=_MENDED in event,
    )


def end_of(event: Any) -> Any:
    """This will give the end as told; a day of its own length for an all-day entry; else None."""
    start, end, length = event["DTSTART"].dt, event.get("DTEND"), event.get("DURATION")
    is_day = not isinstance(start, datetime)
    if end is not None:
        return end.dt
    if length is not None:
        return start + length.dt if is_day else None
    return start + timedelta(days=1) if is_day else None


def mend_event(event: Any, zone: ZoneInfo) -> None:
    """This will turn round an entry that runs backwards, before it is repeated, and mark it."""
    start, end = event["DTSTART"].dt, end_of(event)
    if end is None or _at(end, zone) >= _at(start, zone):
        return
    event[_MENDED] = "1"
    event.pop("DURATION", None)
    first, last = mend_backwards(_at(start, zone), _at(end, zone))
    if last is None:
        event.pop("DTEND", None)
    elif first == _at(start, zone):
        event["DTEND"] = vDDDTypes(end + timedelta(days=1))
    else:
        event["DTSTART"], event["DTEND"] = vDDDTypes(end), vDDDTypes(start)


def _at(told: Told, zone: ZoneInfo) -> datetime:
    moment = as_moment(told, zone)
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment
