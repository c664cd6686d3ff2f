"""Spans of time and calendar weeks, right across every clock change.

It knows nothing of what fills the time, and never asks what time it is.
Wall times that a clock change skips are read with the offset before the change (PEP 495).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from fallow.base.errors import ValueRefused

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAYS_IN_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """This will hold a half-open span [starts_at, ends_at) of two zone-aware datetimes."""

    starts_at: datetime
    ends_at: datetime

    def __post_init__(self) -> None:
        if self.starts_at.utcoffset() is None or self.ends_at.utcoffset() is None:
            raise ValueRefused("A period has a time without a zone.", "Give both times a zone.")
        if self.ends_at < self.starts_at:
            raise ValueRefused("A period ends before it starts.", "Swap its two times.")


@lru_cache(maxsize=64)
def read_zone(name: str) -> ZoneInfo:
    """This will find an IANA zone by name, or raise ValueRefused."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueRefused(
            "The time zone is not one we know.",
            "Choose a zone such as America/New_York or Europe/Berlin.",
        ) from error


def utc_minute(moment: datetime) -> int:
    """This will give whole minutes since 1970-01-01 00:00 UTC, rounded down."""
    return (moment - _EPOCH) // timedelta(minutes=1)


def from_utc_minute(minute: int) -> datetime:
    """This will give the UTC datetime of a count of minutes since 1970."""
    return _EPOCH + timedelta(minutes=minute)


def local_date(moment: datetime, *, zone: str) -> date:
    """This will give the day that a moment falls on where that zone is the clock on the wall."""
    return moment.astimezone(read_zone(zone)).date()


def local_minute(day: date, minute_of_day: int, *, zone: ZoneInfo) -> int:
    """This will give the UTC minute of a wall time; 1440 means the next midnight."""
    whole_days, rest = divmod(minute_of_day, 24 * 60)
    wall = datetime.combine(day + timedelta(days=whole_days), time(rest // 60, rest % 60))
    return utc_minute(wall.replace(tzinfo=zone))


def monday_of(day: date) -> date:
    """This will give the Monday of the ISO week that holds `day`."""
    return day - timedelta(days=day.weekday())


def day_bounds(monday: date, zone: ZoneInfo) -> tuple[int, ...]:
    """This will give eight UTC minutes: the midnights that part a week, the last one included."""
    return tuple(
        local_minute(monday + timedelta(days=offset), 0, zone=zone)
        for offset in range(DAYS_IN_WEEK + 1)
    )
