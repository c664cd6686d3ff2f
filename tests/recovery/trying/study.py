"""How often a look is right, on simulated people to whom nothing happened.

A difference that is added is found one for one (a law in tests/properties), so intervals cover any
size as often as they cover nought, and what would be told of it is read from the same looks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from tests.recovery.trying.lives import Floats, Lives, World, live
from tests.recovery.trying.looks import (
    LIKELY,
    Differences,
    weigh_as_oracle,
    weigh_many,
)

from fallow.individual.evaluation.looking import DRIFT_SURE, JUST_BEFORE, SURE, SURE_WHEN_STOPPED
from fallow.individual.trajectory.parameters import Parameters, plausible_people

SIX = plausible_people(least=0, most=4)
HELD = (0.87, 0.93)
"""What the issue asks of intervals of 90 %."""
SIZES = (0.8, 1.2)
EARLIEST = 4  # answered weeks after which people may stop
ON_MODEL = (
    *(
        World(name=f"{before} weeks before, {after} with it", before=before, weeks=(after,))
        for before in (12, 16, 26, 52)
        for after in (8, 12, 26)
    ),
    World(name="8 weeks before and 4 with it, all answered", before=8, weeks=(4,), missed=0.0),
    World(name="begun in a hard spell", waits=True),
    World(name="begun in a hard spell, 12 weeks before", waits=True, before=12),
    World(name="done twice, 12 weeks each", weeks=(12, 12)),
    World(name="done twice, 9 weeks each, 12 weeks before", weeks=(9, 9), onset=1, before=12),
)
OFF_MODEL = (
    World(name="shorter movements (.3 to .6)", lasting=(0.3, 0.6)),
    World(name="longer movements (.85 to .95)", lasting=(0.85, 0.95)),
    World(name="skewed noise", noise="skewed"),
    World(name="whole points from 0 to 4", noise="whole"),
    World(name="whole points, begun in a hard spell", noise="whole", waits=True),
    World(name="questions that take turns", noise="turns"),
    World(name="every week answered", missed=0.0),
    World(name="half of the weeks missed", missed=0.5),
    World(name="hard weeks missed more often (15 and 55 %)", missed=0.15, missed_when_hard=0.55),
    World(name="lighter by a point a year, before and after", fall=0.02),
    World(name="lighter by a point in 20 weeks, before and after", fall=0.05),
)


@dataclass(frozen=True, kw_only=True)
class Found:
    """Shares of looks. `helped` and `worse` are said of nothing; `told` of 0.8 and 1.2 points.

    `width` is the median of the intervals, `plain` the mean of what a plain comparison shows, and
    `left` the mean of what the look leaves of it, both in points.
    """

    name: str
    looks: int
    covered: float
    helped: float
    worse: float
    width: float
    told: tuple[float, ...]
    plain: float
    left: float

    @property
    def is_held(self) -> bool:
        return HELD[0] <= self.covered <= HELD[1]


def study(
    world: World, count: int, *, rng: np.random.Generator, people: Sequence[Parameters] = LIKELY
) -> Found:
    """This will look at so many people of one world, less those who answered too little."""
    lives = live(world, count, rng=rng)
    return sum_up(world.name, lives, weigh_many(lives, people))


def study_choices(count: int, *, seed: int) -> list[Found]:
    """This will look at the same people with other plausible people, and as an oracle would."""
    world = World(name="26 weeks before, 12 with it")
    lives = live(world, count, rng=np.random.default_rng(seed))
    ranged = [replace(SIX[0], lasting=k, movement_sd=p.movement_sd) for k in (0.6, 0.75, 0.9)
              for p in SIX[:3]]  # fmt: skip
    return [
        sum_up("the six people of the picture", lives, weigh_many(lives, SIX)),
        sum_up("nine, movements lasting as in core.md §6", lives, weigh_many(lives, ranged)),
        sum_up("twelve, and more finely spread: as shipped", lives, weigh_many(lives)),
        sum_up("an oracle that knows each person", lives, weigh_as_oracle(lives)),
    ]


def sum_up(name: str, lives: Lives, found: Differences) -> Found:
    below = found.chance_below(0.0)
    plain = _compare_plainly(lives)
    return Found(
        name=name,
        looks=len(below),
        covered=float(((below >= 1 - SURE) & (below <= SURE)).mean()),
        helped=float((below >= SURE).mean()),
        worse=float((below <= 1 - SURE).mean()),
        width=float(np.median(found.find_quantile(SURE) - found.find_quantile(1 - SURE))),
        told=tuple(float((found.chance_below(size) >= SURE).mean()) for size in SIZES),
        plain=float(plain.mean()),
        left=float(found.find_quantile(0.5).mean()),
    )


def _compare_plainly(lives: Lives) -> Floats:
    """The weeks with it less the last four answers before the start."""
    since = np.arange(lives.answers.shape[1]) - lives.starts[:, None]
    is_told = ~np.isnan(lives.answers)
    past = is_told & (since < 0)
    is_last = past & (past[:, ::-1].cumsum(axis=1)[:, ::-1] <= JUST_BEFORE)
    return _mean(lives.answers, lives.heights > 0) - _mean(lives.answers, is_last)


def _mean(answers: Floats, which: NDArray[np.bool_]) -> Floats:
    told = which & ~np.isnan(answers)
    return np.asarray(np.where(told, answers, 0.0).sum(axis=1) / np.maximum(told.sum(axis=1), 1))


@dataclass(frozen=True, kw_only=True)
class Stopped:
    """People to whom nothing happened, and who stopped when it felt better by so many points.

    Of those who stopped, `covered` by the range, and told *helped* by the usual rule and by ours.
    """

    felt: float
    stopped: float
    covered: float
    plainly: float
    ours: float


def study_stopping(count: int, *, felt: float, seed: int) -> Stopped:
    """This will let people stop once three answers lie that far below those before the start."""
    world = World(name="stopped when it felt better")
    lives = live(world, count, rng=np.random.default_rng(seed))
    ends = _find_ends(lives, weeks=world.weeks[0], felt=felt)
    is_early = ends < world.weeks[0]
    since = np.arange(lives.answers.shape[1]) - lives.starts[:, None]
    told = np.where(since >= ends[:, None], np.nan, lives.answers)
    below = weigh_many(replace(lives, answers=told).only(is_early)).chance_below(0.0)
    sure = SURE_WHEN_STOPPED
    return Stopped(
        felt=felt,
        stopped=float(is_early.mean()),
        covered=float(((below >= 1 - sure) & (below <= sure)).mean()),
        plainly=float((below >= SURE).mean()),
        ours=float((below >= sure).mean()),
    )


def _find_ends(lives: Lives, *, weeks: int, felt: float) -> NDArray[np.int64]:
    """After how many weeks with it each person stops."""
    before = _mean(lives.answers, lives.heights == 0)
    ends = np.full(len(before), weeks)
    since = np.arange(lives.answers.shape[1]) - lives.starts[:, None]
    for week in range(weeks - 1, EARLIEST - 1, -1):
        told = ~np.isnan(lives.answers) & (since >= 0) & (since < week)
        is_last = told & (told[:, ::-1].cumsum(axis=1)[:, ::-1] <= 3)
        is_enough = told.sum(axis=1) >= EARLIEST
        ends[is_enough & (_mean(lives.answers, is_last) < before - felt)] = week
    return ends


def study_two_looks(count: int, *, seed: int) -> float:
    """In which share of people, to whom nothing happened, one of two looks says that it helped:
    after the first time, or after the second."""
    world = World(name="looked at twice", weeks=(9, 9), onset=1)
    lives = live(world, count, rng=np.random.default_rng(seed))
    since = np.arange(lives.answers.shape[1]) - lives.starts[:, None]
    first = replace(lives, answers=np.where(since >= world.weeks[0], np.nan, lives.answers))
    is_told = [weigh_many(one).chance_below(0.0) >= SURE for one in (first, lives)]
    return float((is_told[0] | is_told[1]).mean())


@dataclass(frozen=True, kw_only=True)
class Drifting:
    """People whose weeks grow lighter by so many points a week, and to whom nothing else happened.

    `helped` is said to that share of them, and `named` of these hear that it began before.
    """

    fall: float
    before: int
    helped: float
    named: float


def study_drift(count: int, *, fall: float, before: int, seed: int) -> Drifting:
    """This will look at people of a drift, and hold the weeks before against a slow change."""
    lives = live(
        World(name="drifting", before=before, fall=fall), count, rng=np.random.default_rng(seed)
    )
    helped = weigh_many(lives).chance_below(0.0) >= SURE
    weeks = np.arange(lives.answers.shape[1])
    past = replace(
        lives,
        answers=np.where(weeks < before, lives.answers, np.nan),
        heights=np.broadcast_to(weeks / before, lives.answers.shape),
    )
    is_named = weigh_many(past).chance_below(0.0) >= DRIFT_SURE
    return Drifting(
        fall=fall,
        before=before,
        helped=float(helped.mean()),
        named=float(is_named[helped].mean()),
    )
