"""One construct through the weeks: where it stood, the person's own usual, and what moved.

It lets several plausible people explain the same answers and weighs them by how well they did.
A week is judged by what was known then, so that a history brought in later equals a live one.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add as plus
from operator import mul
from typing import NamedTuple

from fallow.base.adding import add
from fallow.base.normal import NINETY
from fallow.individual.trajectory.filtering import Means, Step, take_in
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.outlook import Outlook, Outlooks, find_outlooks
from fallow.individual.trajectory.parameters import Parameters
from fallow.individual.trajectory.smoothing import look_back

EARLY_WEEKS = 8
"""With fewer answered weeks nothing is said of one's usual. (a choice: two months)"""
NEGLIGIBLE = 1e-6
"""People who are believed less than this are left out of a blend: it changes no shown digit."""


class Band(NamedTuple):
    """A value in points of the scale, its standard deviation, and the interval of 90 %.

    A plain tuple, as a tracked week is: a page makes some ten thousand of them.
    """

    mean: float
    sd: float

    @property
    def low(self) -> float:
        return self.mean - NINETY * self.sd

    @property
    def high(self) -> float:
        return self.mean + NINETY * self.sd


class TrackedWeek(NamedTuple):
    """One week: where it stood as known then and as known now, the usual, and the movement.

    `movement` is `now` less `usual`, with the sureness of the difference.
    """

    then: Band
    now: Band
    usual: Band
    movement: Band
    is_answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trajectory:
    """All weeks of one construct, oldest first, and how each plausible person saw them.

    `outlooks[person]`; `steps[person][week]`; `weights[week][person]`, after that week's answers;
    they add up to 1.
    """

    weeks: tuple[TrackedWeek, ...]
    outlooks: tuple[Outlook, ...]
    steps: tuple[tuple[Step, ...], ...]
    weights: tuple[tuple[float, ...], ...]

    @property
    def people(self) -> tuple[Parameters, ...]:
        return tuple(outlook.person for outlook in self.outlooks)

    @property
    def answered(self) -> int:
        return len([week for week in self.weeks if week.is_answered])

    @property
    def is_early(self) -> bool:
        return self.answered < EARLY_WEEKS


def track(
    observations: Sequence[Observation],
    *,
    people: Sequence[Parameters],
    known: Outlooks | None = None,
) -> Trajectory:
    """This will follow one construct through consecutive weeks, oldest first.

    Constructs that were asked about alike are followed faster if they are given the same `known`.
    """
    outlooks = find_outlooks(observations, people, known={} if known is None else known)
    steps = tuple(take_in(observations, one.weeks, person=one.person) for one in outlooks)
    weights = weigh(steps)
    weeks = _tell_weeks(outlooks, steps, weights) if observations else ()
    return Trajectory(weeks=weeks, outlooks=outlooks, steps=steps, weights=weights)


def weigh(steps: Sequence[Sequence[Step]]) -> tuple[tuple[float, ...], ...]:
    """This will give, week by week, how much each person is believed: all alike at first."""
    told = [accumulate([step.log_likelihood for step in one]) for one in steps]
    return tuple(_shares(week) for week in zip(*told, strict=True))


def _shares(log_weights: Sequence[float]) -> tuple[float, ...]:
    most = max(log_weights)
    raw = [math.exp(one - most) for one in log_weights]
    total = add(raw)
    return tuple([one / total for one in raw])


def beliefs_of(weights: Sequence[Sequence[float]]) -> tuple[list[float], ...]:
    """This will give the weights person by person, nought for who is not believed that week."""
    people = zip(*weights, strict=True)
    return tuple([one if one >= NEGLIGIBLE else 0.0 for one in person] for person in people)


def _tell_weeks(
    outlooks: Sequence[Outlook], steps: Sequence[Sequence[Step]], weights: Sequence[Sequence[float]]
) -> tuple[TrackedWeek, ...]:
    """As known now is told by those who are still believed; nobody looks back for the others."""
    kept = [place for place, weight in enumerate(weights[-1]) if weight >= NEGLIGIBLE]
    theirs = [outlooks[place] for place in kept]
    seen = [look_back(steps[place], lasting=outlooks[place].person.lasting) for place in kept]
    stood = map(_stand, outlooks, [[step.believed for step in one] for one in steps])
    last = [[weights[-1][place]] * len(weights) for place in kept]
    usual = [[level for level, _, _ in means] for means in seen]
    return tuple(
        map(
            TrackedWeek,
            _blend(beliefs_of(weights), stood, [outlook.then for outlook in outlooks]),
            _blend(last, map(_stand, theirs, seen), [outlook.now for outlook in theirs]),
            _blend(last, usual, [outlook.usual for outlook in theirs]),
            _blend(last, map(_moved, theirs, seen), [outlook.movement for outlook in theirs]),
            [step.surprise is not None for step in steps[0]],
        )
    )


def _stand(outlook: Outlook, means: Sequence[Means]) -> list[float]:
    weeks = zip(means, outlook.weeks, strict=True)
    return [level + move + week.load * slope for (level, move, slope), week in weeks]


def _moved(outlook: Outlook, means: Sequence[Means]) -> list[float]:
    weeks = zip(means, outlook.weeks, strict=True)
    return [move + week.load * slope for (_, move, slope), week in weeks]


def _blend(
    beliefs: Sequence[Sequence[float]],
    means: Iterable[Sequence[float]],
    variances: Iterable[Sequence[float]],
) -> list[Band]:
    """Mean and spread of a mixture of what several people believe, all weeks at once.

    All three come person by person, each with a column of weeks.
    """
    mean = variance = squares = [0.0] * len(beliefs[0])
    for weights, here, inside in zip(beliefs, means, variances, strict=True):
        parts = list(map(mul, weights, here))
        mean = list(map(plus, mean, parts))
        variance = list(map(plus, variance, map(mul, weights, inside)))
        squares = list(map(plus, squares, map(mul, parts, here)))
    return [
        Band(middle, math.sqrt(max(within, 0.0) + max(square - middle * middle, 0.0)))
        for middle, within, square in zip(mean, variance, squares, strict=True)
    ]
