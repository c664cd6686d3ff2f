"""How large a difference would have to be before a look could tell it from noise.

It knows a trial and the weeks so far. Said before the start, so that nobody waits for what cannot
be seen: eight in ten is the power that trials use by custom (a choice).
"""

import math
from dataclasses import replace
from datetime import timedelta
from statistics import NormalDist

from fallow.individual.evaluation.likely_people import likely_people
from fallow.individual.evaluation.looking import SURE
from fallow.individual.evaluation.trial import Trial
from fallow.individual.evaluation.weeks import (
    MeasureHistory,
    Reason,
    find_heights,
    find_missing,
    take_weeks,
)
from fallow.individual.evaluation.weighing import foresee_sd
from fallow.individual.trajectory.observation import Observation

POWER = 0.8
"""In how many looks of all a difference of that size would be told. (a choice, by custom)"""
_FACTOR = NormalDist().inv_cdf(SURE) + NormalDist().inv_cdf(POWER)  # 1.645 + 0.842


def find_reach(trial: Trial, history: MeasureHistory) -> float | None:
    """This will give the points that 8 looks of 10 would tell, if every week to come is answered.

    Weeks up to the day to look are added with the error of the last one, and all are taken as the
    look takes them. None where it would lack weeks from before; no size is told, however large,
    where it would lack weeks since the start.
    """
    if not history.observations:
        return None
    kept = take_weeks(trial, _extend(trial, history))
    missing = find_missing(trial, kept)
    if missing is not Reason.NONE:
        return None if missing is Reason.FEW_BEFORE else math.inf
    people = likely_people(least=trial.measure.least, most=trial.measure.most)
    unsure = foresee_sd(kept.observations, find_heights(trial, kept), people=people)
    return None if unsure is None else _FACTOR * unsure


def _extend(trial: Trial, history: MeasureHistory) -> MeasureHistory:
    middle = 0.5 * (trial.measure.least + trial.measure.most)
    coming = replace(history.observations[-1], value=middle, load=None)
    added: list[Observation] = []
    place = len(history.observations)
    while history.monday_of_week(place) + timedelta(days=6) <= trial.last.look_date:
        added.append(coming)
        place += 1
    return replace(history, observations=(*history.observations, *added))
