"""Time kept free: blocks that are shown first, and given to a calendar as "Busy".

It knows minutes and no reason. What a calendar is given is the word Busy and two times (RFC 5545);
it is made when its owner asks for it and goes nowhere by itself.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from fallow.base.errors import ValueRefused
from fallow.base.periods import Period

BUSY = "Busy"
_RANDOM = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")  # a UUID (RFC 9562)
_PRODUCT = "-//Fallow//Plan//EN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One span to keep free. `uid` is a random UUID told from outside: it can carry no word."""

    uid: str
    span: Period

    def __post_init__(self) -> None:
        if not _RANDOM.fullmatch(self.uid):
            raise ValueRefused("A block has no name a calendar can keep.", "Give it a random one.")
        if self.span.starts_at >= self.span.ends_at:
            raise ValueRefused("A block has no length.", "Give it some minutes.")


def preview_block(block: Block, *, zone: ZoneInfo) -> str:
    """This will say a block as others will see it, before anything is given to a calendar."""
    return f"{say_span(block.span, zone=zone)}: {BUSY}"


def say_span(span: Period, *, zone: ZoneInfo) -> str:
    """This will say a day and two times on the clock of that zone."""
    day = span.starts_at.astimezone(zone).date()
    return f"{say_day(day)}, {say_times(span, zone=zone)}"


def say_day(day: date) -> str:
    """This will say a day with its weekday."""
    return f"{day:%A} {day.day} {day:%B}"


def say_times(span: Period, *, zone: ZoneInfo) -> str:
    """This will say two times without their day."""
    return f"{span.starts_at.astimezone(zone):%H:%M} to {span.ends_at.astimezone(zone):%H:%M}"


def write_icalendar(blocks: Iterable[Block], *, now: datetime) -> str:
    """This will write a calendar file with nothing in it but times and the word Busy."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}"]
    for block in sorted(blocks, key=lambda one: (one.span.starts_at, one.uid)):
        lines += _write_event(block, now)
    return "\r\n".join((*lines, "END:VCALENDAR", ""))


def _write_event(block: Block, now: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{block.uid}",
        f"DTSTAMP:{_stamp(now)}",
        f"DTSTART:{_stamp(block.span.starts_at)}",
        f"DTEND:{_stamp(block.span.ends_at)}",
        f"SUMMARY:{BUSY}",
        "TRANSP:OPAQUE",
        "CLASS:PRIVATE",
        "END:VEVENT",
    ]


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
