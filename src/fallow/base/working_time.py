"""The one definition of a person's working hours, used by every module.

It knows nothing of appointments; it never asks for the zone of the machine.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from fallow.base.errors import ValueRefused
from fallow.base.periods import DAYS_IN_WEEK, local_minute, read_zone

MINUTES_IN_DAY = 24 * 60

Window = tuple[int, int]  # minutes of the local day, half-open


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingHours:
    """This will hold the working windows of Monday to Sunday in one IANA zone."""

    zone: str
    days: tuple[tuple[Window, ...], ...]

    def __post_init__(self) -> None:
        read_zone(self.zone)
        if len(self.days) != DAYS_IN_WEEK:
            raise ValueRefused("Working hours need seven days.", "Leave a free day empty.")
        for windows in self.days:
            _check_windows(windows)


def _check_windows(windows: tuple[Window, ...]) -> None:
    last_end = 0
    for start, end in windows:
        if not last_end <= start < end <= MINUTES_IN_DAY:
            raise ValueRefused(
                "Working hours overlap or run backwards.",
                "Give each window a start before its end, in order, within one day.",
            )
        last_end = end


def office_hours(zone: str, *, start: int = 9 * 60, end: int = 17 * 60) -> WorkingHours:
    """This will give Monday to Friday, one window a day; a starting value, not evidence."""
    weekdays: tuple[tuple[Window, ...], ...] = (((start, end),),) * 5
    return WorkingHours(zone=zone, days=(*weekdays, (), ()))


def working_windows(hours: WorkingHours, monday: date) -> tuple[Window, ...]:
    """This will give the week's working windows as half-open spans of UTC minutes."""
    zone = read_zone(hours.zone)
    spans = [
        (local_minute(day, start, zone=zone), local_minute(day, end, zone=zone))
        for day, windows in ((monday + timedelta(days=i), w) for i, w in enumerate(hours.days))
        for start, end in windows
    ]
    return tuple((start, end) for start, end in spans if start < end)
