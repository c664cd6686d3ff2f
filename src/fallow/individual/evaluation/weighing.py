"""How large a difference a change made, against what was expected without it.

It knows weeks of one construct and which weeks have how much of the change. Each plausible person
of the trajectory foretells every week from the weeks before; the difference is what best explains
how far the foretelling was off. Nothing is believed of it beforehand (a flat prior).
A start in bad weeks is no gain here: that such weeks ease is part of the foretelling.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fallow.base.adding import add
from fallow.base.normal import normal_cdf
from fallow.individual.trajectory.filtering import Step, follow
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.parameters import Parameters

_HALVINGS = 80
_FAR_SD = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencePart:
    """What one plausible person says of the difference, and how much that person is believed."""

    weight: float
    mean: float
    sd: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The difference in points of the scale, as a mixture over plausible people."""

    parts: tuple[DifferencePart, ...]

    def chance_below(self, points: float) -> float:
        """This will give the probability that the difference is below so many points."""
        return add(part.weight * normal_cdf((points - part.mean) / part.sd) for part in self.parts)

    def find_quantile(self, chance: float) -> float:
        """This will find the points below which the difference lies with this probability."""
        low = min(part.mean - _FAR_SD * part.sd for part in self.parts)
        high = max(part.mean + _FAR_SD * part.sd for part in self.parts)
        for _ in range(_HALVINGS):
            middle = 0.5 * (low + high)
            if self.chance_below(middle) < chance:
                low = middle
            else:
                high = middle
        return 0.5 * (low + high)


def weigh_difference(
    observations: Sequence[Observation],
    heights: Sequence[float],
    *,
    people: Sequence[Parameters],
) -> Difference | None:
    """This will weigh the difference; None where no answered week has any of the change.

    `heights` says for each week how much of the change it has, from 0 to 1.
    """
    taken = [_take_part(observations, heights, person) for person in people]
    told = [one for one in taken if one is not None]
    if not told:
        return None
    most = max(log_weight for log_weight, _, _ in told)
    total = add(math.exp(log_weight - most) for log_weight, _, _ in told)
    return Difference(
        parts=tuple(
            DifferencePart(weight=math.exp(log_weight - most) / total, mean=mean, sd=sd)
            for log_weight, mean, sd in told
        )
    )


def _take_part(
    observations: Sequence[Observation], heights: Sequence[float], person: Parameters
) -> tuple[float, float, float] | None:
    """One person's log weight, mean and standard deviation of the difference."""
    without = follow(observations, person=person)
    likelihood = _likelihood(without)
    fits, weighs = weigh_steps(without, _follow_less(observations, heights, person))
    if weighs <= 0:
        return None
    gained = 0.5 * fits * fits / weighs - 0.5 * math.log(weighs)
    return likelihood + gained, fits / weighs, 1 / math.sqrt(weighs)


def _follow_less(
    observations: Sequence[Observation], heights: Sequence[float], person: Parameters
) -> tuple[Step, ...]:
    """The same weeks with one point of the change taken off."""
    less = [
        one if one.value is None else replace(one, value=one.value - height)
        for one, height in zip(observations, heights, strict=True)
    ]
    return follow(less, person=person)


def weigh_steps(without: Sequence[Step], less: Sequence[Step]) -> tuple[float, float]:
    """This will give the two sums of generalized least squares: how it fits, and what it weighs.

    A filter is linear: the surprise that one point makes is the difference of two passes.
    """
    fits = weighs = 0.0
    for step, other in zip(without, less, strict=True):
        if step.surprise is None or other.surprise is None:
            continue
        made = step.surprise - other.surprise
        fits += made * step.surprise / step.spread
        weighs += made * made / step.spread
    return fits, weighs


def foresee_sd(
    observations: Sequence[Observation],
    heights: Sequence[float],
    *,
    people: Sequence[Parameters],
) -> float | None:
    """This will give how unsure the difference would be, as a standard deviation in points.

    Weeks to come are given with any value: how unsure they leave it does not hang on what is
    answered, apart from which person is believed, and that is judged by weeks without a height.
    """
    past = [
        one if height == 0 else replace(one, value=None)
        for one, height in zip(observations, heights, strict=True)
    ]
    total = weights = 0.0
    likelihoods = [_likelihood(follow(past, person=person)) for person in people]
    for person, likelihood in zip(people, likelihoods, strict=True):
        taken = _take_part(observations, heights, person)
        if taken is None:
            return None
        weight = math.exp(likelihood - max(likelihoods))
        weights += weight
        total += weight * taken[2] * taken[2]
    return math.sqrt(total / weights)


def _likelihood(steps: Sequence[Step]) -> float:
    return add(step.log_likelihood for step in steps)
