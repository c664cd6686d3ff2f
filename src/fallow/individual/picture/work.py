"""The weeks of work beneath one's answers: what is kept of a calendar, and how heavy a week was.

It knows measured weeks. A week that was not seen is not known, and is never a light one.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from fallow.individual.picture.records import WorkedWeek
from fallow.workload.exposure.week import WeekExposure

WEEKS_FOR_A_USUAL = 8
"""Weeks of known work before a week is called heavier or lighter than usual. (a choice)"""
MOST_LOAD = 3.0
"""Standard deviations of work beyond which a week counts as no heavier still. (a choice)"""
_LEAST_HOURS = 1.0  # a person whose weeks are all alike: less than an hour is no difference


def keep_weeks(
    known: Iterable[WorkedWeek], measured: Iterable[WeekExposure], *, today: date
) -> tuple[WorkedWeek, ...]:
    """This will add weeks that are over and were seen; the better seen of two is kept."""
    kept = {week.monday: week for week in known}
    for week in measured:
        is_over = week.monday + timedelta(days=7) <= today
        before = kept.get(week.monday)
        if is_over and week.coverage.is_known and _is_as_well_seen(week, before):
            kept[week.monday] = _worked(week)
    return tuple(kept[monday] for monday in sorted(kept))


def _is_as_well_seen(week: WeekExposure, before: WorkedWeek | None) -> bool:
    return before is None or week.coverage.share >= before.seen_share


def _worked(week: WeekExposure) -> WorkedWeek:
    hours = week.weighted_hours
    return WorkedWeek(
        monday=week.monday,
        seen_share=week.coverage.share,
        contact_minutes=week.contact_minutes,
        weighted_hours=hours.value,
        weighted_low=hours.low,
        weighted_high=hours.high,
    )


def write_weeks(weeks: Iterable[WorkedWeek]) -> dict[str, Any]:
    """This will give the body of the record of worked weeks."""
    return {"weeks": [asdict(week) | {"monday": week.monday.isoformat()} for week in weeks]}


def find_loads(
    mondays: Sequence[date], worked: Mapping[date, WorkedWeek]
) -> tuple[float | None, ...]:
    """This will say of each week how heavy it was, in standard deviations of the weeks before it.

    None where it is not known, or where too few weeks came before. A week is held against what
    was known then, so that a later week changes nothing about an earlier one.
    """
    loads: list[float | None] = []
    before: list[float] = []
    for monday in mondays:
        hours = worked[monday].weighted_hours if monday in worked else None
        loads.append(None if hours is None else _load(hours, before))
        if hours is not None:
            before.append(hours)
    return tuple(loads)


def _load(hours: float, before: Sequence[float]) -> float | None:
    if len(before) < WEEKS_FOR_A_USUAL:
        return None
    total = squares = 0.0
    for one in before:
        total += one
        squares += one * one
    mean = total / len(before)
    variance = squares / len(before) - mean * mean
    sd = math.sqrt(max(variance, _LEAST_HOURS * _LEAST_HOURS))
    return max(-MOST_LOAD, min(MOST_LOAD, (hours - mean) / sd))
