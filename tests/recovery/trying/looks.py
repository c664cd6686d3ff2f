"""The product's look for many people at once, in numpy; a test holds it to the product's own.

It follows `fallow.individual.evaluation.weighing`, without load. It is here to simulate with.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr
from tests.recovery.batch import Filter
from tests.recovery.trying.lives import ERROR, Floats, Lives

from fallow.individual.evaluation.likely_people import likely_people
from fallow.individual.trajectory.parameters import Parameters

LIKELY = likely_people(least=0, most=4)
_HALVINGS = 50


@dataclass(frozen=True, kw_only=True)
class Differences:
    """`weights`, `means`, `sds` are [person, plausible person]: one mixture for each person."""

    weights: Floats
    means: Floats
    sds: Floats

    def chance_below(self, points: Floats | float) -> Floats:
        at = np.broadcast_to(points, len(self.means))[:, None]
        return np.asarray((self.weights * ndtr((at - self.means) / self.sds)).sum(axis=1))

    def find_quantile(self, chance: float) -> Floats:
        low = (self.means - 10 * self.sds).min(axis=1)
        high = (self.means + 10 * self.sds).max(axis=1)
        for _ in range(_HALVINGS):
            middle = 0.5 * (low + high)
            is_low = self.chance_below(middle) < chance
            low, high = np.where(is_low, middle, low), np.where(is_low, high, middle)
        return np.asarray(0.5 * (low + high))


def weigh_many(lives: Lives, people: Sequence[Parameters] = LIKELY) -> Differences:
    """This will weigh what nothing at all made of everyone's weeks."""
    sums = [_follow(lives.answers, lives.heights, _filter(one, lives)) for one in people]
    return _mix(np.array(sums))


def weigh_as_oracle(lives: Lives) -> Differences:
    """The same, knowing how far and how long each person's weeks move."""
    known = Filter(
        lasting=lives.lasting,
        movement=lives.movement,
        wander=LIKELY[0].wander_sd,
        level=np.full(len(lives.answers), LIKELY[0].level_mean),
        level_sd=LIKELY[0].level_sd,
    )
    return _mix(np.array([_follow(lives.answers, lives.heights, known)]))


def _filter(person: Parameters, lives: Lives) -> Filter:
    return Filter(
        lasting=person.lasting,
        movement=person.movement_sd,
        wander=person.wander_sd,
        level=np.full(len(lives.answers), person.level_mean),
        level_sd=person.level_sd,
    )


def _follow(answers: Floats, heights: Floats, one: Filter) -> tuple[Floats, Floats, Floats]:
    """Log likelihood, how the change fits, and what it weighs, of one plausible person."""
    made = Filter(
        lasting=one.lasting,
        movement=one.movement,
        wander=one.wander,
        level=np.zeros(len(answers)),
        level_sd=one.level_sd,
    )
    told, fits, weighs = (np.zeros(len(answers)) for _ in range(3))
    for week in range(answers.shape[1]):
        seen = ~np.isnan(answers[:, week])
        surprise, spread, _, _ = one.take_in(answers[:, week], ERROR)
        of_change, _, _, _ = made.take_in(np.where(seen, heights[:, week], np.nan), ERROR)
        told -= np.where(seen, 0.5 * (np.log(2 * np.pi * spread) + surprise**2 / spread), 0.0)
        fits += of_change * surprise / spread
        weighs += of_change**2 / spread
        one.a_week_later()
        made.a_week_later()
    return told, fits, weighs


def _mix(sums: NDArray[np.float64]) -> Differences:
    told, fits, weighs = sums[:, 0].T, sums[:, 1].T, sums[:, 2].T
    log_weights = told + 0.5 * fits**2 / weighs - 0.5 * np.log(weighs)
    weights = np.exp(log_weights - log_weights.max(axis=1, keepdims=True))
    return Differences(
        weights=weights / weights.sum(axis=1, keepdims=True),
        means=fits / weighs,
        sds=1 / np.sqrt(weighs),
    )
