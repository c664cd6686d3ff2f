"""Which weeks count for a trial, how much of the change each has, and whether they are enough.

It knows one trial and one history, and no arithmetic of differences.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from fallow.base.errors import ValueRefused
from fallow.base.periods import monday_of
from fallow.individual.evaluation.trial import Trial
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.tracking import EARLY_WEEKS

LEAST_BEFORE = EARLY_WEEKS
"""Answered weeks before the start that a forecast needs."""
LEAST_AFTER = 4
"""Answered weeks since the start, before anything is said. (a choice)"""
LEAST_IN_PART = 5
"""Answered weeks with it, and in each pause, where it was done again: what single-case designs ask
of every phase (Kratochwill et al. 2013, What Works Clearinghouse)."""
WEEKS_LOOKED_BACK = 104
"""Weeks before the start that are looked at, at most: two years. (a choice)"""


class Reason(StrEnum):
    """Why it cannot be told, or not yet."""

    NONE = "none"
    BEFORE_THE_DAY = "before_the_day"
    FEW_BEFORE = "few_before"
    FEW_AFTER = "few_after"
    FEW_IN_A_PART = "few_in_a_part"
    ENDED_SOON = "ended_soon"
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


def take_weeks(trial: Trial, history: MeasureHistory) -> MeasureHistory:
    """This will give the weeks that count: two years before the start, up to look or end.

    A week that counts for neither side is there without its answers. Where the change works through
    load, load is not set against it: that would take the gain away.
    """
    first = trial.phases[0].first_monday - timedelta(weeks=WEEKS_LOOKED_BACK)
    kept = [
        (monday, one)
        for place, one in enumerate(history.observations)
        if first <= (monday := history.monday_of_week(place))
        and monday + timedelta(days=6) <= trial.last.last_date
    ]
    return MeasureHistory(
        first_monday=kept[0][0] if kept else monday_of(trial.start_date),
        observations=tuple(
            replace(
                one,
                value=None if trial.part_in(monday) is None else one.value,
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


def find_missing(trial: Trial, history: MeasureHistory) -> Reason:
    """This will say which answered weeks are too few for a look: before it, with it, or between."""
    answered = Counter(
        trial.part_in(history.monday_of_week(place))
        for place, one in enumerate(history.observations)
        if one.value is not None
    )
    if answered[0] < LEAST_BEFORE:
        return Reason.FEW_BEFORE
    if trial.is_repeated:
        parts = range(1, 2 * len(trial.phases))
        is_few = any(answered[part] < LEAST_IN_PART for part in parts)
        return Reason.FEW_IN_A_PART if is_few else Reason.NONE
    if answered[1] >= LEAST_AFTER:
        return Reason.NONE
    return Reason.ENDED_SOON if trial.last.is_cut_short else Reason.FEW_AFTER
