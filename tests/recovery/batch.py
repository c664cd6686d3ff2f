"""The product's heads-up for many people at once, in numpy; a test holds it to the product's own.

It follows `fallow.individual.trajectory` step by step, without load. It is here to simulate with.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tests.recovery.simulating import QUIET, Floats, People

from fallow.individual.trajectory.early_change import SHARED
from fallow.individual.trajectory.onsets import (
    MOST_LOG,
    ONSET_EVERY,
    ONSET_WINDOW,
    RISE_WEEKS,
    SIZES,
)
from fallow.individual.trajectory.parameters import (
    TYPICAL_MOVEMENT_SHARE,
    Parameters,
    plausible_people,
)
from fallow.individual.trajectory.tracking import NEGLIGIBLE

RANGE = 1 / TYPICAL_MOVEMENT_SHARE  # so that an ordinary movement is 1, the unit of the simulation
PLAUSIBLE = plausible_people(least=-RANGE / 2, most=RANGE / 2)
TRIED = len(RISE_WEEKS) * len(SIZES)


@dataclass(kw_only=True)
class Filter:
    """Usual and movement of all people; each parameter is one number, or one a person."""

    lasting: Floats | float
    movement: Floats | float
    wander: float
    level: Floats
    level_sd: float

    def __post_init__(self) -> None:
        ones = np.ones(len(self.level))
        self.move, self.lm = 0.0 * ones, 0.0 * ones
        self.ll, self.mm = self.level_sd**2 * ones, self.movement**2 * ones

    def take_in(self, answers: Floats, variance: float) -> tuple[Floats, Floats, Floats, Floats]:
        """This will give surprise, spread and the two gains, nought where nothing was answered."""
        seen = ~np.isnan(answers)
        surprise = np.where(seen, answers - self.level - self.move, 0.0)
        to_level, to_move = self.ll + self.lm, self.lm + self.mm
        spread = to_level + to_move + variance
        gain_l = np.where(seen, to_level / spread, 0.0)
        gain_m = np.where(seen, to_move / spread, 0.0)
        self.level, self.move = self.level + gain_l * surprise, self.move + gain_m * surprise
        self.ll, self.lm = self.ll - gain_l * to_level, self.lm - gain_l * to_move
        self.mm = self.mm - gain_m * to_move
        return surprise, spread, gain_l, gain_m

    def a_week_later(self) -> None:
        lasting = self.lasting
        self.move, self.lm = lasting * self.move, lasting * self.lm
        self.ll = self.ll + self.wander**2
        self.mm = lasting**2 * self.mm + self.movement**2 * (1 - lasting**2)


def plausible_filter(person: Parameters, *, count: int) -> Filter:
    """This will follow `count` people as if each were that plausible one."""
    return Filter(
        lasting=person.lasting,
        movement=person.movement_sd,
        wander=person.wander_sd,
        level=np.full(count, person.level_mean),
        level_sd=person.level_sd,
    )


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """`told[person, week, onset]`: what each onset adds to the statistic, nought if not tried."""

    told: NDArray[np.float64]
    onsets: tuple[int, ...]


def find_evidence(people: People) -> Evidence:
    """This will give what the statistic is a sum of, for the weeks after the quiet ones."""
    count, weeks, constructs = people.answers.shape
    onsets = tuple(range(QUIET, weeks, ONSET_EVERY))
    told = np.zeros((count, weeks, len(onsets)))
    series = [_Series(people, place, onsets) for place in range(constructs)]
    shared = 1 + (constructs - 1) * SHARED
    for week in range(weeks):
        tried = [p for p, onset in enumerate(onsets) if onset <= week < onset + ONSET_WINDOW]
        ratios = [one.pass_week(week, tried) for one in series]
        if not tried:
            continue
        alone = sum(np.exp(one) for one in ratios) / constructs
        together = np.exp(np.minimum(sum(ratios) / shared, MOST_LOG))
        each = (alone + together).sum(axis=2) / (2 * TRIED)
        told[:, week, tried[0] : tried[-1] + 1] = each
    return Evidence(told=told, onsets=onsets)


class _Series:
    """One construct of all people: six plausible filters and the traces of every onset."""

    def __init__(self, people: People, place: int, onsets: Sequence[int]) -> None:
        self.answers, self.variances = people.answers[:, :, place], people.variances[:, place]
        self.onsets = np.array(onsets)
        count = len(self.answers)
        self.filters = [plausible_filter(person, count=count) for person in PLAUSIBLE]
        self.traces = np.zeros((len(PLAUSIBLE), 4, count, len(onsets), len(RISE_WEEKS)))
        self.told = np.zeros((len(PLAUSIBLE), count))

    def pass_week(self, week: int, tried: list[int]) -> Floats:
        """This will give log likelihood ratios [person, onset, shape and size]."""
        span = slice(tried[0], tried[-1] + 1) if tried else slice(0, 0)
        lags = week - self.onsets[span] + 1
        height = np.minimum(lags[:, None] / np.array(RISE_WEEKS), 1.0)[None]
        answers, variance = self.answers[:, week], float(self.variances[week])
        seen = ~np.isnan(answers)
        for place, one in enumerate(self.filters):
            if week:
                one.a_week_later()
            surprise, spread, *gains = one.take_in(answers, variance)
            likely = -0.5 * (np.log(2 * np.pi * spread) + surprise**2 / spread)
            self.told[place] += np.where(seen, likely, 0.0)
            level, move, fits, weighs = self.traces[place][:, :, span]
            move *= one.lasting
            unforeseen = np.where(seen[:, None, None], height - level - move, 0.0)
            fits += unforeseen * (surprise / spread)[:, None, None]
            weighs += unforeseen**2 / spread[:, None, None]
            level += gains[0][:, None, None] * unforeseen
            move += gains[1][:, None, None] * unforeseen
        return self._blend(span)

    def _blend(self, span: slice) -> Floats:
        weights = np.exp(self.told - self.told.max(axis=0))
        weights /= weights.sum(axis=0)
        weights[weights < NEGLIGIBLE] = 0.0
        total: Floats = np.zeros(1)
        for place, one in enumerate(self.filters):
            _, _, fits, weighs = self.traces[place][:, :, span]
            points = np.array(SIZES) * one.movement
            ratio = points * fits[..., None] - 0.5 * points**2 * weighs[..., None]
            ratio = np.minimum(ratio, MOST_LOG).reshape(*ratio.shape[:2], TRIED)
            total = total + weights[place][:, None, None] * np.exp(ratio)
        return np.asarray(np.log(total))


def alarms_of(evidence: Evidence, threshold: float) -> NDArray[np.bool_]:
    """This will give the weeks of a heads-up, each of which begins the watch anew."""
    count, weeks, _ = evidence.told.shape
    onsets, alarms = np.array(evidence.onsets), np.zeros((count, weeks), dtype=bool)
    after = np.full(count, QUIET - 1)
    for week in range(QUIET, weeks):
        counted = evidence.told[:, week] * (onsets[None] > after[:, None])
        alarms[:, week] = counted.sum(axis=1) > threshold
        after = np.where(alarms[:, week], week, after)
    return alarms
