"""Weeks one after another, for what is held against the usual.

It knows hours with clients, leave, supervision and coverage, and nothing else of a week.
"""

from datetime import date, timedelta

from tests.spec.workload.diary import MONDAY, all_day, entry, measured, session

from fallow.workload.appointments import Kind
from fallow.workload.exposure.week import WeekExposure


def week_of(
    hours: float,
    *,
    monday: date = MONDAY,
    supervision: int = 60,
    leave: int = 0,
    seen: bool = True,
    **terms: object,
) -> WeekExposure:
    """This will measure a week with so many hours with clients, one a day from 9:00 on."""
    each = round(hours * 60 / 5)
    diary = [session(day, "9:00", each, monday=monday) for day in range(5)] if each else []
    if supervision:
        diary.append(entry(Kind.SUPERVISION, 0, "16:00", supervision, monday=monday))
    if leave:
        diary.append(all_day(Kind.LEAVE, 5 - leave, days=leave, monday=monday))
    return measured(*diary, monday=monday, spans=None if seen else (), **terms)


def weeks_of(*hours: float, **terms: object) -> tuple[WeekExposure, ...]:
    """This will measure weeks before the plain one, the last of them just before it."""
    first = MONDAY - timedelta(weeks=len(hours))
    return tuple(
        week_of(each, monday=first + timedelta(weeks=place), **terms)
        for place, each in enumerate(hours)
    )
