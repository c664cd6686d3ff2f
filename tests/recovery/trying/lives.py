"""People who try something, in numpy: truth is drawn in plain steps and not by the filter.

Weeks move around a usual with autocorrelation .6 to .9 (core.md §6), each person as far as they do.
Points of a scale from 0 to 4, one question a week, and a quarter of the weeks missed, unless said.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tests.recovery.simulating import wander

from fallow.individual.evaluation.again import PAUSE_WEEKS
from fallow.individual.evaluation.weeks import LEAST_AFTER, LEAST_BEFORE, LEAST_IN_PART
from fallow.individual.trajectory.observation import error_variance

Floats = NDArray[np.float64]
ERROR = error_variance(4, answered=1)
ORDINARY = 0.6  # points: how far an ordinary person's weeks move
MOST_BEFORE = 120  # by then whoever waits for a hard spell begins without
HARD = 0.8  # own standard deviations above the own mean, over three answers: then people begin
QUESTIONS, QUESTION_SD = 3, 0.3  # taking turns; how far apart their usual answers lie


@dataclass(frozen=True, kw_only=True)
class World:
    """How people live and answer, and how they try. Nothing that they try does anything."""

    name: str
    before: int = 26
    weeks: tuple[int, ...] = (12,)
    """Weeks of each time with it."""
    pause: int = 1 + PAUSE_WEEKS
    """Weeks between two times, the first of them left out."""
    onset: int = 4
    lasting: tuple[float, float] = (0.6, 0.9)
    noise: str = "normal"  # or "skewed", "whole", "turns"
    missed: float = 0.25
    missed_when_hard: float | None = None
    fall: float = 0.0
    """Points by which weeks grow lighter each week, before the start and after it."""
    waits: bool = False
    """Whether they begin in a hard spell."""


@dataclass(frozen=True, kw_only=True)
class Lives:
    """`answers[person, week]`, nan where missed or not to come; `heights` of the change alike.

    `starts` is the week of each person's start; `lasting` and `movement` are known to an oracle.
    """

    answers: Floats
    heights: Floats
    starts: NDArray[np.int64]
    lasting: Floats
    movement: Floats

    def only(self, who: NDArray[np.bool_]) -> "Lives":
        return Lives(
            answers=self.answers[who],
            heights=self.heights[who],
            starts=self.starts[who],
            lasting=self.lasting[who],
            movement=self.movement[who],
        )


def live(world: World, count: int, *, rng: np.random.Generator) -> Lives:
    """This will make so many people, and keep those who answered enough for a look."""
    shape = _heights_since_start(world)
    weeks = (MOST_BEFORE if world.waits else world.before) + len(shape)
    lasting = rng.uniform(*world.lasting, count)
    movement = ORDINARY * rng.uniform(0.65, 1.5, count)
    moves = movement[:, None] * wander(lasting, weeks, rng=rng)
    usual = rng.normal(2.0, 0.6, count)[:, None] - world.fall * np.arange(weeks)
    answers = _answer(usual + moves, world.noise, rng=rng)
    answers[_is_missed(moves, movement, world, rng=rng)] = np.nan
    starts = _find_starts(answers, world)
    since = np.arange(weeks) - starts[:, None]
    heights = np.where(since < 0, 0.0, shape[np.clip(since, 0, len(shape) - 1)])
    answers[np.isnan(heights) | (since >= len(shape))] = np.nan
    lives = Lives(
        answers=answers,
        heights=np.nan_to_num(heights),
        starts=starts,
        lasting=lasting,
        movement=movement,
    )
    return lives.only(_is_enough(lives, world))


def _heights_since_start(world: World) -> Floats:
    """How much of the change each week has; nan for the first week of a pause, left out."""
    told: list[float] = []
    for weeks in world.weeks:
        told += [np.nan, *[0.0] * (world.pause - 1)] if told else []
        told += [min((week + 1) / (world.onset + 1), 1.0) for week in range(weeks)]
    return np.array(told)


def _answer(true: Floats, noise: str, *, rng: np.random.Generator) -> Floats:
    if noise == "skewed":
        return np.asarray(true + np.sqrt(ERROR) * (rng.exponential(size=true.shape) - 1))
    if noise == "turns":
        own = rng.normal(0, QUESTION_SD, (len(true), QUESTIONS))
        asked = own[:, np.arange(true.shape[1]) % QUESTIONS]
        return np.asarray(true + asked + rng.normal(0, np.sqrt(ERROR - QUESTION_SD**2), true.shape))
    told = true + np.sqrt(ERROR) * rng.normal(size=true.shape)
    return np.clip(np.round(told), 0, 4) if noise == "whole" else told


def _is_missed(
    moves: Floats, movement: Floats, world: World, *, rng: np.random.Generator
) -> NDArray[np.bool_]:
    chances = np.full(moves.shape, world.missed)
    if world.missed_when_hard is not None:
        chances[moves > movement[:, None]] = world.missed_when_hard
    return np.asarray(rng.random(moves.shape) < chances)


def _find_starts(answers: Floats, world: World) -> NDArray[np.int64]:
    """The first week after three answers that lie well above all so far, or the last there is."""
    count = len(answers)
    if not world.waits:
        return np.full(count, world.before)
    starts, last = np.full(count, MOST_BEFORE), np.zeros((count, 3))
    told, total, squares = np.zeros(count), np.zeros(count), np.zeros(count)
    for week in range(MOST_BEFORE):
        mean = total / np.maximum(told, 1)
        spread = np.sqrt(np.maximum(squares / np.maximum(told, 1) - mean**2, 0))
        is_hard = (told >= 3) & (last.mean(axis=1) > mean + HARD * spread)
        starts[is_hard & (starts == MOST_BEFORE) & (week >= world.before)] = week
        seen = ~np.isnan(answers[:, week])
        value = np.where(seen, answers[:, week], 0.0)
        told, total, squares = told + seen, total + value, squares + value**2
        last[seen] = np.column_stack([last[seen, 1:], value[seen]])
    return starts


def _is_enough(lives: Lives, world: World) -> NDArray[np.bool_]:
    """As `find_missing` has it."""
    is_told = ~np.isnan(lives.answers)
    since = np.arange(is_told.shape[1]) - lives.starts[:, None]
    enough = np.asarray((is_told & (since < 0)).sum(axis=1) >= LEAST_BEFORE)
    least, begins = (LEAST_AFTER if len(world.weeks) == 1 else LEAST_IN_PART), 0
    for weeks in world.weeks:
        if begins:
            pause = (since >= begins - world.pause) & (since < begins)
            enough &= (is_told & pause).sum(axis=1) >= least
        enough &= (is_told & (since >= begins) & (since < begins + weeks)).sum(axis=1) >= least
        begins += weeks + world.pause
    return enough
