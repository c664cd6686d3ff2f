"""One instance of a calendar entry: its times as told, and the few words that decide what it is.

It knows no package and no format; it holds text and lives only while a file is read.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

Told = date | datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One instance, as told. `ends` and `length` may both be missing; `mended` times ran back."""

    uid: str = field(repr=False)
    title: str = field(repr=False)
    status: str
    is_free: bool
    starts: Told
    ends: Told | None
    length: timedelta | None = None
    recurrence_id: str = ""
    mended: bool = False

    @property
    def is_day(self) -> bool:
        return not isinstance(self.starts, datetime)


def as_moment(told: Told, zone: ZoneInfo) -> datetime:
    """This will give a day its midnight; a moment stays as it is, with or without a zone."""
    return told if isinstance(told, datetime) else datetime.combine(told, time(), tzinfo=zone)


def stamp(told: Told) -> str:
    """This will name an instance by the time its rule gave it, in UTC where that is known."""
    if not isinstance(told, datetime):
        return f"{told:%Y%m%d}"
    if told.utcoffset() is None:
        return f"{told:%Y%m%dT%H%M}"
    return f"{told.astimezone(UTC):%Y%m%dT%H%MZ}"
