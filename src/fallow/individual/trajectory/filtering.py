"""The arithmetic of following one plausible person through the weeks: a Kalman filter.

State: the usual, the movement around it, and what load adds. How sure of them one can be hangs on
what was asked and not on what was answered, so constructs that are asked alike work that out once.
Plain floats and plain loops, so that every Python gives the same bytes. Checked against
`statsmodels` to 1e-6 (Durbin & Koopman 2012).
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.parameters import Parameters

Means = tuple[float, float, float]
"""The usual, the movement, the slope of load."""
Doubt = tuple[float, float, float, float, float, float]
"""Their covariances: usual-usual, usual-movement, usual-slope, movement-movement, movement-slope,
slope-slope."""


class Sureness(NamedTuple):
    """One week of one plausible person, whatever is answered.

    `expected` and `believed`: the doubt before and after the answers; `spread`: the variance of a
    surprise; `log_part`: log(2π × spread); `gains`: how much of a surprise each part of the state
    takes, nought without an answer. A plain tuple, as a step is: a page makes some ten thousand.
    """

    expected: Doubt
    believed: Doubt
    load: float
    spread: float
    log_part: float
    gains: Means
    is_answered: bool


class Step(NamedTuple):
    """One week with its answers: the means expected before them, and believed after them.

    `surprise` is the answer less what was expected (None without an answer).
    """

    sureness: Sureness
    expected: Means
    believed: Means
    surprise: float | None

    @property
    def spread(self) -> float:
        return self.sureness.spread

    @property
    def log_likelihood(self) -> float:
        """How well this person foretold the week's answers; 0 without an answer."""
        if self.surprise is None:
            return 0.0
        return -0.5 * (
            self.sureness.log_part + self.surprise * self.surprise / self.sureness.spread
        )


def follow(observations: Sequence[Observation], *, person: Parameters) -> tuple[Step, ...]:
    """This will go through consecutive weeks, oldest first, and give a step for each."""
    return take_in(observations, foresee(observations, person=person), person=person)


def foresee(observations: Sequence[Observation], *, person: Parameters) -> tuple[Sureness, ...]:
    """This will say how sure one can be in each week; of a value it asks only whether it is there.

    Before the first week the usual, the movement and the slope know nothing of one another.
    """
    level, move, slope = person.level_sd, person.movement_sd, person.slope_sd
    doubt = (level * level, 0.0, 0.0, move * move, 0.0, slope * slope)
    weeks: list[Sureness] = []
    for observation in observations:
        week = _gauge(doubt, observation)
        weeks.append(week)
        doubt = _a_week_later(week.believed, person)
    return tuple(weeks)


def _gauge(expected: Doubt, observation: Observation) -> Sureness:
    """One week's answers leave less doubt; without any, nothing changes."""
    ll, lm, ls, mm, ms, ss = expected
    load = observation.load or 0.0
    to_level, to_move, to_slope = ll + lm + load * ls, lm + mm + load * ms, ls + ms + load * ss
    spread = to_level + to_move + load * to_slope + observation.error_variance
    log_part = math.log(2 * math.pi * spread)
    if observation.value is None:
        return Sureness(expected, expected, load, spread, log_part, (0.0, 0.0, 0.0), False)
    gain_l, gain_m, gain_s = to_level / spread, to_move / spread, to_slope / spread
    believed = (
        ll - gain_l * to_level,
        lm - gain_l * to_move,
        ls - gain_l * to_slope,
        mm - gain_m * to_move,
        ms - gain_m * to_slope,
        ss - gain_s * to_slope,
    )
    return Sureness(expected, believed, load, spread, log_part, (gain_l, gain_m, gain_s), True)


def _a_week_later(doubt: Doubt, person: Parameters) -> Doubt:
    """Movements fade, and everything is less sure."""
    ll, lm, ls, mm, ms, ss = doubt
    lasting, sd = person.lasting, person.movement_sd
    return (
        ll + person.wander_sd * person.wander_sd,
        lasting * lm,
        ls,
        lasting * lasting * mm + sd * sd * (1 - lasting * lasting),
        lasting * ms,
        ss,
    )


def take_in(
    observations: Sequence[Observation], weeks: Sequence[Sureness], *, person: Parameters
) -> tuple[Step, ...]:
    """This will let each week's answers change what is believed, as far as `weeks` allows."""
    lasting = person.lasting
    level, move, slope = person.level_mean, 0.0, 0.0
    steps: list[Step] = []
    for observation, week in zip(observations, weeks, strict=True):
        expected, value, surprise = (level, move, slope), observation.value, None
        if value is not None:
            surprise = value - level - move - week.load * slope
            gain_l, gain_m, gain_s = week.gains
            level += gain_l * surprise
            move += gain_m * surprise
            slope += gain_s * surprise
        steps.append(Step(week, expected, (level, move, slope), surprise))
        move = lasting * move  # a movement fades until the next week
    return tuple(steps)
