"""Every clock of the IANA database and every change of it from 2000 to 2037, found by walking.

It knows the `tzdata` package, its list of names and its files, and nothing of Fallow. Two names of
one file are one clock (RFC 8536; the database's links), so that no year is walked twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

_DAY = 24 * 60 * 60
_FIRST = int(datetime(2000, 1, 1, tzinfo=UTC).timestamp())
_LAST = int(datetime(2038, 1, 1, tzinfo=UTC).timestamp())


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockChange:
    """A moment, in minutes since 1970 UTC, and the zone's offset before and after it."""

    at_minute: int
    before_minutes: int
    after_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One clock, all the names it goes by, and its changes in order of time."""

    names: tuple[str, ...]
    zone: ZoneInfo
    changes: tuple[ClockChange, ...]


@cache
def list_clocks() -> tuple[Clock, ...]:
    """This will walk every zone of the package, each file once."""
    names: dict[bytes, list[str]] = {}
    for name in list_names():
        names.setdefault(_read_file(name), []).append(name)
    zones = [(tuple(found), _open_zone(found[0])) for found in names.values()]
    return tuple(
        Clock(names=found, zone=zone, changes=tuple(walk_changes(zone))) for found, zone in zones
    )


def list_names() -> list[str]:
    """This will give every name of the release, links and old names too."""
    return files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()


def _read_file(name: str) -> bytes:
    return files("tzdata.zoneinfo").joinpath(*name.split("/")).read_bytes()


def _open_zone(name: str) -> ZoneInfo:
    with files("tzdata.zoneinfo").joinpath(*name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def walk_changes(zone: ZoneInfo) -> Iterator[ClockChange]:
    """This will look at the offset once a day, and halve the day in which it changed."""
    before = _offset(_FIRST, zone)
    for second in range(_FIRST + _DAY, _LAST + 1, _DAY):
        after = _offset(second, zone)
        if after != before:
            moment = _halve(second - _DAY, second, zone=zone)
            yield ClockChange(
                at_minute=moment // 60,
                before_minutes=before // timedelta(minutes=1),
                after_minutes=after // timedelta(minutes=1),
            )
            before = after


def _offset(second: int, zone: ZoneInfo) -> timedelta:
    return datetime.fromtimestamp(second, zone).utcoffset() or timedelta()


def _halve(low: int, high: int, *, zone: ZoneInfo) -> int:
    before = _offset(low, zone)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(middle, zone) == before else (low, middle)
    return high
