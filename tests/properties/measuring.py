"""How the laws measure: one week, or every week a calendar touches, always at the same moment."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from fallow.workload.appointments import Appointment
from fallow.workload.exposure.measure import measure_week, measure_weeks
from fallow.workload.exposure.setting import SourceSpan, WeekSetting
from fallow.workload.exposure.week import WeekExposure

LONG_AFTER = datetime(2028, 1, 1, tzinfo=UTC)
ALL_DAYS = SourceSpan(source="calendar", first_date=date(2020, 1, 1), last_date=date(2030, 1, 1))


def measure_one(
    calendar: Iterable[Appointment],
    monday: date,
    setting: WeekSetting,
    *,
    now: datetime = LONG_AFTER,
) -> WeekExposure:
    """This will measure one week as if the source spoke for all days."""
    return measure_week(calendar, monday=monday, setting=setting, spans=(ALL_DAYS,), now=now)


def measure_around(
    calendar: Iterable[Appointment], monday: date, setting: WeekSetting
) -> tuple[WeekExposure, ...]:
    """This will measure the five weeks around `monday`: all that a calendar of a law can touch."""
    mondays = tuple(monday + timedelta(weeks=offset) for offset in range(-2, 3))
    return measure_weeks(
        calendar, mondays=mondays, setting=setting, spans=(ALL_DAYS,), now=LONG_AFTER
    )
