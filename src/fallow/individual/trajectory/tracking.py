"""One construct through the weeks: where it stood, the person's own usual, and what moved.

It lets several plausible people explain the same answers and weighs them by how well they did.
A week is judged by what was known then, so that a history brought in later equals a live one.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from fallow.base.adding import add
from fallow.base.normal import NINETY
from fallow.individual.trajectory.filtering import State, Step, follow
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.parameters import Parameters
from fallow.individual.trajectory.smoothing import look_back

EARLY_WEEKS = 8
"""With fewer answered weeks nothing is said of one's usual. (a choice: two months)"""
NEGLIGIBLE = 1e-6
"""People who are believed less than this are left out of a blend: it changes no shown digit."""
Direction = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A value in points of the scale, its standard deviation, and the interval of 90 %."""

    mean: float
    sd: float

    @property
    def low(self) -> float:
        return self.mean - NINETY * self.sd

    @property
    def high(self) -> float:
        return self.mean + NINETY * self.sd


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedWeek:
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

    `steps[person][week]`; `weights[week][person]`, after that week's answers; they add up to 1.
    """

    weeks: tuple[TrackedWeek, ...]
    people: tuple[Parameters, ...]
    steps: tuple[tuple[Step, ...], ...]
    weights: tuple[tuple[float, ...], ...]

    @property
    def answered(self) -> int:
        return len([week for week in self.weeks if week.is_answered])

    @property
    def is_early(self) -> bool:
        return self.answered < EARLY_WEEKS


def track(observations: Sequence[Observation], *, people: Sequence[Parameters]) -> Trajectory:
    """This will follow one construct through consecutive weeks, oldest first."""
    steps = tuple(follow(observations, person=person) for person in people)
    weights = weigh(steps)
    smoothed = [
        _look_back(steps[index], person, weight=weights[-1][index] if weights else 0.0)
        for index, person in enumerate(people)
    ]
    weeks = tuple(
        _tell_week(
            [taken[week] for taken in steps], [seen[week] for seen in smoothed],
            then=weights[week], now=weights[-1],
        )
        for week in range(len(observations))
    )  # fmt: skip
    return Trajectory(weeks=weeks, people=tuple(people), steps=steps, weights=weights)


def _look_back(steps: tuple[Step, ...], person: Parameters, *, weight: float) -> tuple[State, ...]:
    """Nobody looks back for a person who is not believed."""
    if weight < NEGLIGIBLE:
        return tuple(step.believed for step in steps)
    return look_back(steps, lasting=person.lasting)


def weigh(steps: Sequence[Sequence[Step]]) -> tuple[tuple[float, ...], ...]:
    """This will give, week by week, how much each person is believed: all alike at first."""
    told = [0.0 for _ in steps]
    weights: list[tuple[float, ...]] = []
    for week in zip(*steps, strict=True):
        told = [so_far + step.log_likelihood for so_far, step in zip(told, week, strict=True)]
        weights.append(_shares(told))
    return tuple(weights)


def _shares(log_weights: Sequence[float]) -> tuple[float, ...]:
    most = max(log_weights)
    raw = [math.exp(one - most) for one in log_weights]
    total = add(raw)
    return tuple(one / total for one in raw)


def _tell_week(
    steps: Sequence[Step],
    seen: Sequence[State],
    *,
    then: Sequence[float],
    now: Sequence[float],
) -> TrackedWeek:
    load = steps[0].load
    believed = [step.believed for step in steps]
    return TrackedWeek(
        then=blend(believed, then, direction=(1.0, 1.0, load)),
        now=blend(seen, now, direction=(1.0, 1.0, load)),
        usual=blend(seen, now, direction=(1.0, 0.0, 0.0)),
        movement=blend(seen, now, direction=(0.0, 1.0, load)),
        is_answered=steps[0].surprise is not None,
    )


def blend(states: Sequence[State], weights: Sequence[float], *, direction: Direction) -> Band:
    """This will give mean and spread of a mixture of what several people would believe.

    One loop and no function inside it: a page asks for this some thousand times.
    """
    a, b, c = direction
    mean = variance = squares = 0.0
    for index in range(len(weights)):
        weight = weights[index]
        if weight < NEGLIGIBLE:
            continue
        level, move, slope, ll, lm, ls, mm, ms, ss = states[index]
        here = a * level + b * move + c * slope
        inside = a * a * ll + b * b * mm + c * c * ss
        inside += 2 * (a * b * lm + a * c * ls + b * c * ms)
        mean += weight * here
        variance += weight * inside
        squares += weight * here * here
    between = squares - mean * mean
    return Band(mean=mean, sd=math.sqrt(max(variance, 0.0) + max(between, 0.0)))
