"""Weeks of answers for the chapter on the picture, as a room keeps them."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from fallow.individual.instruments.rotation import choose_items, week_number

FIRST = date(2026, 6, 1)  # a Monday


def monday(place: int) -> date:
    return FIRST + timedelta(weeks=place)


def checkin(place: int, answers: Mapping[str, float] | float) -> dict[str, Any]:
    """One week's record; a number answers all nine questions of that week alike."""
    day = monday(place)
    if not isinstance(answers, Mapping):
        answers = dict.fromkeys(choose_items(week_number(day)), answers)
    return {"form": "fallow_weekly", "version": "1", "week": day.isoformat(), "answers": answers}


def worked(place: int, hours: float | None, *, seen: float = 1.0) -> dict[str, Any]:
    return {
        "monday": monday(place).isoformat(),
        "seen_share": seen,
        "contact_minutes": 1200,
        "weighted_hours": hours,
        "weighted_low": 18.0 if hours is None else hours,
        "weighted_high": 30.0 if hours is None else hours,
    }
