"""How large a difference would have to be before a look could tell it from noise.

It knows a trial and the weeks so far. Said before the start, so that nobody waits for what cannot
be seen: eight in ten is the power that trials use by custom (a choice).
"""

from dataclasses import replace
from datetime import timedelta
from statistics import NormalDist

from fallow.individual.evaluation.looking import SURE, MeasureHistory
from fallow.individual.evaluation.trial import Trial
from fallow.individual.evaluation.weighing import foresee_sd
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.parameters import plausible_people

POWER = 0.8
"""In how many looks of all a difference of that size would be told. (a choice, by custom)"""
_FACTOR = NormalDist().inv_cdf(SURE) + NormalDist().inv_cdf(POWER)  # 1.645 + 0.842


def find_reach(trial: Trial, history: MeasureHistory) -> float | None:
    """This will give the points that 8 looks of 10 would tell, if every week to come is answered.

    Weeks up to the day to look are added with the error of the last one. None without any week.
    """
    if not history.observations:
        return None
    observations = _extend(trial, history)
    heights = tuple(
        trial.height_in(history.monday_of_week(place)) for place in range(len(observations))
    )
    people = plausible_people(least=trial.measure.least, most=trial.measure.most)
    unsure = foresee_sd(observations, heights, people=people)
    return None if unsure is None else _FACTOR * unsure


def _extend(trial: Trial, history: MeasureHistory) -> tuple[Observation, ...]:
    middle = 0.5 * (trial.measure.least + trial.measure.most)
    coming = replace(history.observations[-1], value=middle, load=None)
    added: list[Observation] = []
    place = len(history.observations)
    while history.monday_of_week(place) + timedelta(days=6) <= trial.look_date:
        added.append(coming)
        place += 1
    return (*history.observations, *added)
