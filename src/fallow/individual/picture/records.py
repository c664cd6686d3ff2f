"""What a room keeps, read from JSON into values: answered weeks, and weeks of work.

They know nothing of any model. What does not fit any more is left out, and never guessed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from fallow.base.errors import ValueRefused, call_or_refuse
from fallow.base.periods import monday_of
from fallow.individual.instruments.catalog import OWN, find_instrument
from fallow.individual.instruments.instrument import Instrument

Json = Mapping[str, Any]
_NOT_THE_SHAPE = (KeyError, TypeError, AttributeError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredWeek:
    """The answers of one week to the questions of one form, by the key of each."""

    monday: date
    answers: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedWeek:
    """What a calendar said of one week. `weighted_hours` is None where only a range is known."""

    monday: date
    seen_share: float
    contact_minutes: int
    weighted_hours: float | None
    weighted_low: float
    weighted_high: float


def read_answered_weeks(bodies: Iterable[Json]) -> tuple[AnsweredWeek, ...]:
    """This will give one value a week, oldest first; of two answers to a question the later counts.

    `bodies` come in the order in which they were written. Other forms are left out.
    """
    form = find_instrument(OWN)
    by_week: dict[date, dict[str, float]] = {}
    for body in bodies:
        if body.get("form") == OWN:
            monday, answers = _read(body, form)
            by_week.setdefault(monday, {}).update(answers)
    return _weeks(by_week)


def read_occasions(bodies: Iterable[Json], form: Instrument) -> tuple[AnsweredWeek, ...]:
    """This will give the weeks in which a form was answered, oldest first; `bodies` are its own.

    Of two in one week the later counts, as a whole. One whose questions were all skipped is none.
    """
    by_week: dict[date, dict[str, float]] = {}
    for body in bodies:
        monday, answers = _read(body, form)
        by_week |= {monday: answers} if answers else {}
    return _weeks(by_week)


def read_worked_weeks(body: Json | None) -> tuple[WorkedWeek, ...]:
    """This will read the record of worked weeks, oldest first."""
    told = [] if body is None else body["weeks"]
    weeks = [
        call_or_refuse(partial(_worked, week), _refusal(), causes=_NOT_THE_SHAPE) for week in told
    ]
    return tuple(sorted(weeks, key=lambda week: week.monday))


def read_day(text: str) -> date:
    """This will read a date as the page writes it."""
    return call_or_refuse(lambda: date.fromisoformat(text), _refusal(), causes=_NOT_THE_SHAPE)


def _weeks(by_week: Mapping[date, Mapping[str, float]]) -> tuple[AnsweredWeek, ...]:
    return tuple(AnsweredWeek(monday=day, answers=by_week[day]) for day in sorted(by_week))


def _read(body: Json, form: Instrument) -> tuple[date, dict[str, float]]:
    return call_or_refuse(lambda: _answered(body, form), _refusal(), causes=_NOT_THE_SHAPE)


def _answered(body: Json, form: Instrument) -> tuple[date, dict[str, float]]:
    offered = {item.key: form.anchors_of(item).values for item in form.items}
    answers = {
        key: float(value) for key, value in body["answers"].items() if value in offered.get(key, ())
    }
    return monday_of(date.fromisoformat(body["week"])), answers


def _worked(told: Json) -> WorkedWeek:
    value = told["weighted_hours"]
    return WorkedWeek(
        monday=date.fromisoformat(told["monday"]),
        seen_share=float(told["seen_share"]),
        contact_minutes=int(told["contact_minutes"]),
        weighted_hours=None if value is None else float(value),
        weighted_low=float(told["weighted_low"]),
        weighted_high=float(told["weighted_high"]),
    )


def _refusal() -> ValueRefused:
    return ValueRefused(
        "A record in this room has a shape that this version does not know.",
        "Load the page again; nothing of it was changed.",
    )
