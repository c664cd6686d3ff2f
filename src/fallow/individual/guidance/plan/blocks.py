"""Time kept free: blocks that are shown first, and given to a calendar as "Busy".

It knows minutes and no reason. What a calendar is given is the word Busy and two times (RFC 5545);
it is made when its owner asks for it and goes nowhere by itself.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from fallow.base.errors import ValueRefused
from fallow.base.periods import Period

BUSY = "Busy"
_NAME = re.compile(r"[A-Za-z0-9@.-]{1,60}")  # a line of a calendar holds 75 signs
_PRODUCT = "-//Fallow//Plan//EN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One span to keep free. `uid` is random and told from outside, so that no two are one."""

    uid: str
    span: Period

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.uid):
            raise ValueRefused("A block has no name a calendar can keep.", "Give it a random one.")
        if self.span.starts_at >= self.span.ends_at:
            raise ValueRefused("A block has no length.", "Give it some minutes.")


def preview_blocks(blocks: Iterable[Block], *, zone: ZoneInfo) -> tuple[str, ...]:
    """This will say each block as others will see it, before anything is given to a calendar."""
    ordered = sorted(blocks, key=lambda block: block.span.starts_at)
    return tuple(f"{_say(block.span, zone)}: {BUSY}" for block in ordered)


def _say(span: Period, zone: ZoneInfo) -> str:
    start, end = span.starts_at.astimezone(zone), span.ends_at.astimezone(zone)
    return f"{start:%A} {start.day} {start:%B}, {start:%H:%M} to {end:%H:%M}"


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
