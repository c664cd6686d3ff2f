"""People whose truth is known: each has a usual, weeks that move around it, and answers with error.

The setting is that of core.md §6: the unit is the ordinary within-person standard deviation, people
differ in usual, in how far and how long they move, and a quarter of the weeks is missed. Drift is
in units of the person's own movement. Everything comes from a seed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from fallow.individual.instruments.catalog import OWN, find_instrument
from fallow.individual.instruments.rotation import CORE, choose_items

Floats = NDArray[np.float64]
QUIET = 14  # weeks before anything is watched (core.md §6)
WATCHED = 104
ITEM_ERROR = 1.0  # one answer's error, in ordinary movements
ITEM_DIFFERENCE = 0.5  # how far apart the usual answers to two questions of a scale lie
LEVELS = 2.0  # how far apart people's usual lies
UNEQUAL = 0.25  # of the logarithm of people's movements
SHARED = 0.5  # correlation of the movements of two constructs of one person


@dataclass(frozen=True, kw_only=True)
class People:
    """`answers[person, week, construct]`, nan where missed; `variances[week, construct]` of error.

    `lasting`, `movement` and `level` are the truth of each person, which only an oracle knows;
    `shocked[person, week]` where an alarm would be no false one.
    """

    answers: Floats
    variances: Floats
    lasting: Floats
    movement: Floats
    level: Floats
    shocked: NDArray[np.bool_]

    @property
    def weeks(self) -> int:
        return int(self.answers.shape[1])


@dataclass(frozen=True, kw_only=True)
class Nature:
    """How people are made; the defaults are the setting of core.md §6."""

    lasting: tuple[float, float] = (0.6, 0.9)
    missed: float = 0.25
    noise: str = "normal"  # or "skewed", "ordinal"
    shocks_a_year: float = 0.0
    leaves: bool = False


def make_people(
    count: int, *, weeks: int, rng: np.random.Generator, nature: Nature | None = None
) -> People:
    """This will make people who answer three questions on one construct each week."""
    nature = nature or Nature()
    lasting = rng.uniform(*nature.lasting, count)
    movement = np.exp(rng.normal(0, UNEQUAL, count))
    level = rng.normal(0, LEVELS, count)
    moves = movement[:, None] * wander(lasting, weeks, rng=rng)
    shocks, shocked = _shocks(count, weeks, nature.shocks_a_year, rng=rng)
    true = level[:, None] + moves + movement[:, None] * shocks
    if nature.leaves:
        true -= movement[:, None] * _after_leave(weeks)
    answers = _answer(true, nature, rng=rng)
    answers[rng.random(answers.shape) < nature.missed] = np.nan
    if nature.leaves:
        answers[:, _on_leave(weeks)] = np.nan
    return People(
        answers=answers[:, :, None],
        variances=np.full((weeks, 1), ITEM_ERROR**2 / 3),
        lasting=lasting,
        movement=movement,
        level=level,
        shocked=shocked,
    )


def wander(lasting: Floats, weeks: int, *, rng: np.random.Generator) -> Floats:
    """Movements of variance 1, each week like the one before as far as they last."""
    moves = np.empty((len(lasting), weeks))
    moves[:, 0] = rng.normal(size=len(lasting))
    for week in range(1, weeks):
        fresh = np.sqrt(1 - lasting**2) * rng.normal(size=len(lasting))
        moves[:, week] = lasting * moves[:, week - 1] + fresh
    return moves


def _answer(true: Floats, nature: Nature, *, rng: np.random.Generator) -> Floats:
    """The mean of three answers, each with its error."""
    each = ITEM_ERROR * rng.normal(size=(*true.shape, 3))
    if nature.noise == "skewed":
        each = ITEM_ERROR * (rng.gamma(2, size=each.shape) - 2) / np.sqrt(2)
    told = true[:, :, None] + each
    if nature.noise == "ordinal":  # five answers, 1.67 movements apart, and an end on either side
        told = np.clip(np.round(told / 1.67), -2, 2) * 1.67
    return np.asarray(told.mean(axis=2))


def _shocks(
    count: int, weeks: int, a_year: float, *, rng: np.random.Generator
) -> tuple[Floats, NDArray[np.bool_]]:
    """Events that raise answers by two movements at once and are over after eight weeks."""
    height = np.zeros((count, weeks))
    begins = rng.random((count, weeks)) < a_year / 52
    begins[:, :QUIET] = False
    for after in range(8):
        height[:, after:] += begins[:, : weeks - after] * 2.0 * (1 - after / 8)
    return height, height > 0


def _on_leave(weeks: int) -> NDArray[np.bool_]:
    return np.arange(weeks) % 26 < 3


def _after_leave(weeks: int) -> Floats:
    """Rest helps, and fades within a month."""
    since = np.arange(weeks) % 26 - 3
    return np.where((since >= 0) & (since < 4), 1 - since / 4, 0.0)


def make_rotating(count: int, *, weeks: int, rng: np.random.Generator) -> People:
    """This will make people who answer our own questions as they take turns: one a week of each.

    Six constructs, whose movements share half, and questions that differ in their usual answer.
    """
    lasting, movement = rng.uniform(0.6, 0.9, count), np.exp(rng.normal(0, UNEQUAL, count))
    level = rng.normal(0, LEVELS, count)
    common = wander(lasting, weeks, rng=rng)
    answers = np.empty((count, weeks, len(CORE)))
    for place, name in enumerate(CORE):
        own = wander(lasting, weeks, rng=rng)
        moves = movement[:, None] * (np.sqrt(SHARED) * common + np.sqrt(1 - SHARED) * own)
        asked = _asked(name, weeks)
        differences = ITEM_DIFFERENCE * rng.normal(size=(count, max(asked) + 1))
        error = ITEM_ERROR * rng.normal(size=(count, weeks))
        answers[:, :, place] = level[:, None] + moves + differences[:, asked] + error
    answers[rng.random((count, weeks)) < 0.25] = np.nan
    variance = ITEM_ERROR**2 + ITEM_DIFFERENCE**2
    return People(
        answers=answers,
        variances=np.full((weeks, len(CORE)), variance),
        lasting=lasting,
        movement=movement,
        level=level,
        shocked=np.zeros((count, weeks), dtype=bool),
    )


def _asked(name: str, weeks: int) -> Sequence[int]:
    """Which question of a scale each week asks."""
    instrument = find_instrument(OWN)
    items = next(scale.items for scale in instrument.scales if scale.name == name)
    return [next(items.index(key) for key in choose_items(w) if key in items) for w in range(weeks)]


def with_rise(people: People, *, size: float, over: int, begins: int) -> People:
    """This will raise everyone's answers, in their own movements, over that many weeks."""
    height = np.clip((np.arange(people.weeks) - begins + 1) / over, 0, 1)
    rise = size * people.movement[:, None] * height
    return replace(people, answers=people.answers + rise[:, :, None])
