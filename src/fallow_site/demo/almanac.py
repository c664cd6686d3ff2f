"""The days of the invented practice's town: its public holidays, and when its clocks are changed.

It knows New York: its time zone, and the holidays of 5 U.S.C. §6103 that most practices keep.
"""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from fallow.base.periods import local_date, monday_of, read_zone

ZONE = "America/New_York"
WEEKS = 26

_MONDAY, _THURSDAY = 0, 3
_SATURDAY, _SUNDAY = 5, 6


def today_there(at: datetime) -> date:
    """This will give the day that a moment belongs to in the practice's town."""
    return local_date(at, zone=ZONE)


def is_holiday(day: date) -> bool:
    """This will tell whether the practice is closed; a holiday on a weekend is kept beside it."""
    return day in _holidays(day.year) or day in _holidays(day.year + 1)


@lru_cache(maxsize=16)
def _holidays(year: int) -> frozenset[date]:
    fixed = (
        date(year, 1, 1),  # New Year's Day
        date(year, 6, 19),  # Juneteenth
        date(year, 7, 4),  # Independence Day
        date(year, 12, 25),  # Christmas Day
    )
    moving = (
        _weekday_of(year, 1, _MONDAY, 3),  # Birthday of Martin Luther King, Jr.
        _last_monday_of_may(year),  # Memorial Day
        _weekday_of(year, 9, _MONDAY, 1),  # Labor Day
        _weekday_of(year, 11, _THURSDAY, 4),  # Thanksgiving Day
    )
    return frozenset((*map(_observed, fixed), *moving))


def _observed(day: date) -> date:
    shift = {_SATURDAY: -1, _SUNDAY: 1}.get(day.weekday(), 0)
    return day + timedelta(days=shift)


def _weekday_of(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _last_monday_of_may(year: int) -> date:
    last = date(year, 5, 31)
    return last - timedelta(days=last.weekday())


def find_clock_change(today: date) -> date:
    """This will give the Monday of the last week, up to today, in which the clocks were changed."""
    day = today
    while _offset(day) == _offset(day - timedelta(days=1)):
        day -= timedelta(days=1)
    return monday_of(day)


def _offset(day: date) -> timedelta | None:
    return datetime.combine(day, time(12), tzinfo=read_zone(ZONE)).utcoffset()


def count_weeks(today: date) -> int:
    """This will give 26, or a few more where the last clock change lies further back."""
    return max(WEEKS, (monday_of(today) - find_clock_change(today)).days // 7 + 1)
