"""The answer on the chosen day: helped, cannot tell, made it worse; or that it is too early.

It knows one trial and one history. The guard against regression to the mean is the forecast
without the change (rule 6 of interventions.md §3): weeks that were hard ease by themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from fallow.base.adding import mean
from fallow.base.errors import ValueRefused
from fallow.base.estimate import Estimate
from fallow.base.periods import monday_of
from fallow.individual.evaluation.trial import Measure, Trial
from fallow.individual.evaluation.weighing import Difference, weigh_difference
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.parameters import plausible_people
from fallow.individual.trajectory.tracking import EARLY_WEEKS, track

SURE = 0.95
"""How likely a gain or a loss has to be before it is said: the 90 % interval leaves out nought."""
LEAST_BEFORE = EARLY_WEEKS
"""Answered weeks before the start that a forecast needs."""
LEAST_AFTER = 4
"""Answered weeks since the start, before anything is said. (a choice)"""
WEEKS_LOOKED_BACK = 104
"""Weeks before the start that are looked at, at most: two years. (a choice)"""
JUST_BEFORE = 4
"""Answered weeks that count as just before the start, for the plain comparison. (a choice)"""
SOURCE = "your own weeks, against a forecast from the weeks before (tested on simulated people)"


class Answer(StrEnum):
    """What came of it."""

    HELPED = "helped"
    CANNOT_TELL = "cannot_tell"
    MADE_IT_WORSE = "made_it_worse"
    TOO_EARLY = "too_early"


class Reason(StrEnum):
    """Why it cannot be told, or not yet."""

    NONE = "none"
    BEFORE_THE_DAY = "before_the_day"
    FEW_BEFORE = "few_before"
    FEW_AFTER = "few_after"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureHistory:
    """Consecutive weeks of one measure, the first of them beginning on `first_monday`."""

    first_monday: date
    observations: tuple[Observation, ...]

    def __post_init__(self) -> None:
        if monday_of(self.first_monday) != self.first_monday:
            raise ValueRefused("A history begins within a week.", "Begin it on a Monday.")

    def monday_of_week(self, place: int) -> date:
        return self.first_monday + timedelta(weeks=place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look. All figures in points of the measure; the interval of `effect` is 90 %.

    `effect` is with the change less without it. `raw_change` is the weeks since the start less
    those just before; `expected_change` is the same of the forecast without the change.
    """

    answer: Answer
    reason: Reason
    effect: Estimate | None = None
    raw_change: float | None = None
    expected_change: float | None = None


def look(trial: Trial, history: MeasureHistory, *, today: date) -> Look:
    """This will answer whether it helped, from the weeks up to the day to look, or say why not."""
    if today < trial.look_date:
        return Look(answer=Answer.TOO_EARLY, reason=Reason.BEFORE_THE_DAY)
    kept = take_weeks(trial, history)
    heights = find_heights(trial, kept)
    missing = find_missing(kept, heights)
    if missing is not Reason.NONE:
        return Look(answer=Answer.CANNOT_TELL, reason=missing)
    people = plausible_people(least=trial.measure.least, most=trial.measure.most)
    difference = weigh_difference(kept.observations, heights, people=people)
    if difference is None:
        return Look(answer=Answer.CANNOT_TELL, reason=Reason.FEW_AFTER)
    return _tell(trial.measure, difference, _compare(kept, heights, trial.measure))


def take_weeks(trial: Trial, history: MeasureHistory) -> MeasureHistory:
    """This will give the weeks that count: two years before the start, up to look or end.

    A week that has only part of it, at the start or the end, is left out of both sides. Where the
    change works through load, load is not set against it: that would take the gain away.
    """
    last = min(trial.look_date, trial.end_date or trial.look_date)
    first = trial.first_monday - timedelta(weeks=WEEKS_LOOKED_BACK)
    kept = [
        (monday, one)
        for place, one in enumerate(history.observations)
        if first <= (monday := history.monday_of_week(place)) and monday + timedelta(days=6) <= last
    ]
    split = monday_of(trial.start_date) if trial.first_monday > trial.start_date else None
    return MeasureHistory(
        first_monday=kept[0][0] if kept else monday_of(trial.start_date),
        observations=tuple(
            replace(
                one,
                value=None if monday == split else one.value,
                load=None if trial.works_through_load else one.load,
            )
            for monday, one in kept
        ),
    )


def find_heights(trial: Trial, history: MeasureHistory) -> tuple[float, ...]:
    """This will give for each week how much of the change it has, from 0 to 1."""
    return tuple(
        trial.height_in(history.monday_of_week(place)) for place in range(len(history.observations))
    )


def find_missing(history: MeasureHistory, heights: Sequence[float]) -> Reason:
    """This will say which answered weeks are too few for a look, before or since the start."""
    answered = [
        height
        for one, height in zip(history.observations, heights, strict=True)
        if one.value is not None
    ]
    if len([height for height in answered if height == 0]) < LEAST_BEFORE:
        return Reason.FEW_BEFORE
    if len([height for height in answered if height > 0]) < LEAST_AFTER:
        return Reason.FEW_AFTER
    return Reason.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Comparison:
    """The plain comparison that everybody makes, and what it had shown without the change."""

    raw_change: float
    expected_change: float


def _compare(history: MeasureHistory, heights: Sequence[float], measure: Measure) -> _Comparison:
    start = next(place for place, height in enumerate(heights) if height > 0)
    blank = [replace(one, value=None) for one in history.observations[start:]]
    people = plausible_people(least=measure.least, most=measure.most)
    forecast = track((*history.observations[:start], *blank), people=people)
    before = [one.value for one in history.observations[:start] if one.value is not None]
    base = mean(before[-JUST_BEFORE:])
    seen = [
        (one.value, week.now.mean)
        for one, week in zip(history.observations[start:], forecast.weeks[start:], strict=True)
        if one.value is not None
    ]
    return _Comparison(
        raw_change=mean([value for value, _ in seen]) - base,
        expected_change=mean([foretold for _, foretold in seen]) - base,
    )


def _tell(measure: Measure, difference: Difference, comparison: _Comparison) -> Look:
    below = difference.chance_below(0.0)
    better = 1 - below if measure.is_better_when_higher else below
    answer = Answer.CANNOT_TELL
    if better >= SURE:
        answer = Answer.HELPED
    elif better <= 1 - SURE:
        answer = Answer.MADE_IT_WORSE
    low, high = difference.find_quantile(1 - SURE), difference.find_quantile(SURE)
    return Look(
        answer=answer,
        reason=Reason.UNSURE if answer is Answer.CANNOT_TELL else Reason.NONE,
        effect=Estimate(
            value=difference.find_quantile(0.5),
            low=low,
            high=high,
            unit="points",
            source=SOURCE,
        ),
        raw_change=comparison.raw_change,
        expected_change=comparison.expected_change,
    )
