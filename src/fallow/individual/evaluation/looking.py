"""The answer on the chosen day: helped, cannot tell, made it worse; or that it is too early.

It knows one trial and one history. The guard against regression to the mean is the forecast
without the change (rule 6 of interventions.md §3): weeks that were hard ease by themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from fallow.base.adding import mean
from fallow.base.estimate import Estimate
from fallow.individual.evaluation.likely_people import likely_people
from fallow.individual.evaluation.trial import Measure, Trial
from fallow.individual.evaluation.weeks import (
    MeasureHistory,
    Reason,
    find_heights,
    find_missing,
    take_weeks,
)
from fallow.individual.evaluation.weighing import Difference, weigh_difference
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.parameters import Parameters
from fallow.individual.trajectory.tracking import track

SURE = 0.95
"""How likely a gain or a loss has to be before it is said: the 90 % interval leaves out nought."""
SURE_WHEN_STOPPED = 0.99
"""The same where it was stopped before its day: a day that is chosen by how it feels is often a
lucky one. It is what a bar of one height asks of someone who could stop in any of twelve weeks, so
that a gain is said of nothing in 5 looks of 100 (Pocock 1977, Biometrika 64:191; 2.30 standard
deviations, worked out by simulation)."""
DRIFT_SURE = 0.9
"""How likely weeks have to have moved the same way before the start, to be named. (a choice)"""
JUST_BEFORE = 4
"""Answered weeks that count as just before the start, for the plain comparison. (a choice)"""
SOURCE = "your own weeks, against a forecast from the weeks before (tested on simulated people)"


class Answer(StrEnum):
    """What came of it."""

    HELPED = "helped"
    CANNOT_TELL = "cannot_tell"
    MADE_IT_WORSE = "made_it_worse"
    TOO_EARLY = "too_early"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look. All figures in points of the measure.

    The interval of `effect` is 90 %, and 98 % where it was stopped before its day.
    `effect` is with the change less without it. `raw_change` is the weeks since the start less
    those just before; `expected_change` is the same of the forecast without the change. Neither is
    there where it was done again, since then the pause stands for what had come without it.
    `was_drifting` where weeks went the way of the answer already before the start.
    """

    answer: Answer
    reason: Reason
    effect: Estimate | None = None
    raw_change: float | None = None
    expected_change: float | None = None
    was_drifting: bool = False


def look(trial: Trial, history: MeasureHistory, *, today: date) -> Look:
    """This will answer whether it helped, from the weeks up to the day to look, or say why not."""
    if today < trial.last.last_date:
        return Look(answer=Answer.TOO_EARLY, reason=Reason.BEFORE_THE_DAY)
    kept = take_weeks(trial, history)
    missing = find_missing(trial, kept)
    if missing is not Reason.NONE:
        is_soon = missing is Reason.ENDED_SOON
        return Look(answer=Answer.TOO_EARLY if is_soon else Answer.CANNOT_TELL, reason=missing)
    heights = find_heights(trial, kept)
    people = likely_people(least=trial.measure.least, most=trial.measure.most)
    difference = weigh_difference(kept.observations, heights, people=people)
    if difference is None:
        return Look(answer=Answer.CANNOT_TELL, reason=Reason.FEW_AFTER)
    sure = SURE_WHEN_STOPPED if trial.last.is_cut_short else SURE
    told = _tell(trial.measure, difference, sure=sure)
    if trial.is_repeated:
        return told
    start = next(place for place, height in enumerate(heights) if height > 0)
    return replace(
        _compare(told, kept, start=start, people=people),
        was_drifting=_was_drifting(told, kept.observations[:start], people=people),
    )


def _tell(measure: Measure, difference: Difference, *, sure: float) -> Look:
    below = difference.chance_below(0.0)
    better = 1 - below if measure.is_better_when_higher else below
    answer = Answer.CANNOT_TELL
    if better >= sure:
        answer = Answer.HELPED
    elif better <= 1 - sure:
        answer = Answer.MADE_IT_WORSE
    low, high = difference.find_quantile(1 - sure), difference.find_quantile(sure)
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
    )


def _compare(
    told: Look, history: MeasureHistory, *, start: int, people: Sequence[Parameters]
) -> Look:
    """Adds the plain comparison that everybody makes, and what it had shown without the change."""
    blank = [replace(one, value=None) for one in history.observations[start:]]
    forecast = track((*history.observations[:start], *blank), people=people)
    before = [one.value for one in history.observations[:start] if one.value is not None]
    base = mean(before[-JUST_BEFORE:])
    seen = [
        (one.value, week.now.mean)
        for one, week in zip(history.observations[start:], forecast.weeks[start:], strict=True)
        if one.value is not None
    ]
    return replace(
        told,
        raw_change=mean([value for value, _ in seen]) - base,
        expected_change=mean([foretold for _, foretold in seen]) - base,
    )


def _was_drifting(
    told: Look, before: Sequence[Observation], *, people: Sequence[Parameters]
) -> bool:
    """Whether a slow change, even from the first week to the start, went the way of the answer.

    The forecast takes a usual to stay, so that such a change going on would pass for the answer.
    """
    if told.effect is None or told.answer is Answer.CANNOT_TELL:
        return False
    ramp = [place / len(before) for place in range(len(before))]
    drift = weigh_difference(before, ramp, people=people)
    if drift is None:
        return False
    below = drift.chance_below(0.0)
    return (below if told.effect.high < 0 else 1 - below) >= DRIFT_SURE
