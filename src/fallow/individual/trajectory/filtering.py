"""The arithmetic of following one plausible person through the weeks: a Kalman filter.

State: the usual, the movement around it, and what load adds. Plain floats and plain loops, so that
every Python gives the same bytes. Checked against `statsmodels` to 1e-6 (Durbin & Koopman 2012).
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.parameters import Parameters

State = tuple[float, float, float, float, float, float, float, float, float]
"""Three means (usual, movement, slope of load), then six covariances: usual-usual, usual-movement,
usual-slope, movement-movement, movement-slope, slope-slope."""


@dataclass(frozen=True, slots=True)
class Step:
    """One week: what was expected before its answers, what is believed after them.

    `surprise` is the answer less what was expected (None without an answer), `spread` its variance,
    `gains` how much of it each part of the state took.
    """

    expected: State
    believed: State
    load: float
    surprise: float | None
    spread: float
    gains: tuple[float, float, float]

    @property
    def log_likelihood(self) -> float:
        """How well this person foretold the week's answers; 0 without an answer."""
        if self.surprise is None:
            return 0.0
        return -0.5 * (
            math.log(2 * math.pi * self.spread) + self.surprise * self.surprise / self.spread
        )


def begin(person: Parameters) -> State:
    """This will give what is believed of a person before the first week."""
    movement, level = person.movement_sd, person.level_sd
    slope = person.slope_sd * person.slope_sd
    return (person.level_mean, 0.0, 0.0, level * level, 0.0, 0.0, movement * movement, 0.0, slope)


def follow(observations: Iterable[Observation], *, person: Parameters) -> tuple[Step, ...]:
    """This will go through consecutive weeks, oldest first, and give a step for each."""
    steps: list[Step] = []
    expected = begin(person)
    for observation in observations:
        step = take_in(expected, observation)
        steps.append(step)
        expected = a_week_later(step.believed, person=person)
    return tuple(steps)


def a_week_later(state: State, *, person: Parameters) -> State:
    """This will give what is expected of the next week: movements fade, everything is less sure."""
    level, move, slope, ll, lm, ls, mm, ms, ss = state
    lasting, sd = person.lasting, person.movement_sd
    return (
        level,
        lasting * move,
        slope,
        ll + person.wander_sd * person.wander_sd,
        lasting * lm,
        ls,
        lasting * lasting * mm + sd * sd * (1 - lasting * lasting),
        lasting * ms,
        ss,
    )


def take_in(expected: State, observation: Observation) -> Step:
    """This will let one week's answers change what is believed; without any, nothing changes."""
    level, move, slope, ll, lm, ls, mm, ms, ss = expected
    load = observation.load or 0.0
    to_level, to_move, to_slope = ll + lm + load * ls, lm + mm + load * ms, ls + ms + load * ss
    spread = to_level + to_move + load * to_slope + observation.error_variance
    if observation.value is None:
        return Step(expected, expected, load, None, spread, (0.0, 0.0, 0.0))
    surprise = observation.value - level - move - load * slope
    gain_l, gain_m, gain_s = to_level / spread, to_move / spread, to_slope / spread
    believed = (
        level + gain_l * surprise,
        move + gain_m * surprise,
        slope + gain_s * surprise,
        ll - gain_l * to_level,
        lm - gain_l * to_move,
        ls - gain_l * to_slope,
        mm - gain_m * to_move,
        ms - gain_m * to_slope,
        ss - gain_s * to_slope,
    )
    return Step(expected, believed, load, surprise, spread, (gain_l, gain_m, gain_s))
