"""Time kept free: blocks found in a week's gaps, shown first, and given to a calendar as "Busy".

It knows minutes and no reason. What a calendar is given is the word Busy and two times (RFC 5545);
it is made when its owner asks for it and goes nowhere by itself.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from fallow.base.errors import ValueRefused
from fallow.base.periods import Period, from_utc_minute, utc_minute
from fallow.base.working_time import Window

BUSY = "Busy"
GRID_MINUTES = 5
"""Blocks begin on a multiple of so many minutes. (a choice)"""
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


def find_free(
    windows: Iterable[Window], busy: Iterable[Period], *, wanted_minutes: Sequence[int]
) -> tuple[Period, ...]:
    """This will find, for each length wanted, the first free span inside the windows.

    Windows are half-open spans of UTC minutes. A length for which there is no room is left out.
    """
    taken = [(utc_minute(one.starts_at), _minute_after(one.ends_at)) for one in busy]
    found: list[Period] = []
    spaces = list(windows)
    for minutes in wanted_minutes:
        start = _first_start(spaces, taken, minutes=minutes)
        if start is not None:
            taken.append((start, start + minutes))
            found.append(
                Period(starts_at=from_utc_minute(start), ends_at=from_utc_minute(start + minutes))
            )
    return tuple(found)


def _minute_after(moment: datetime) -> int:
    """The first whole minute that is not before a moment."""
    minute = utc_minute(moment)
    return minute if from_utc_minute(minute) == moment else minute + 1


def _first_start(spaces: Iterable[Window], taken: Sequence[Window], *, minutes: int) -> int | None:
    for low, high in spaces:
        start = _on_grid(low)
        while start + minutes <= high:
            clash = next((t for t in taken if t[0] < start + minutes and start < t[1]), None)
            if clash is None:
                return start
            start = _on_grid(max(clash[1], start + 1))
    return None


def _on_grid(minute: int) -> int:
    return -(-minute // GRID_MINUTES) * GRID_MINUTES


def find_clashes(blocks: Iterable[Block], busy: Sequence[Period]) -> tuple[Block, ...]:
    """This will give the blocks that lie over something that is there already."""
    return tuple(
        block
        for block in blocks
        if any(
            other.starts_at < block.span.ends_at and block.span.starts_at < other.ends_at
            for other in busy
        )
    )


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
