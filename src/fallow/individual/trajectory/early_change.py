"""The heads-up: have answers begun to move, over all constructs together, by more than noise?

A Shiryaev–Roberts statistic, mixed over when a change began, its shape and its size, on what each
week's answers were off from what was expected (core.md §6). It knows trajectories and nothing else.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fallow.base.errors import ValueRefused
from fallow.individual.trajectory.filtering import Step
from fallow.individual.trajectory.parameters import Parameters
from fallow.individual.trajectory.tracking import NEGLIGIBLE, Trajectory

FIRST_WEEK = 14
"""Weeks of a history before anything is watched for: the usual has to be known (core.md §6)."""
ONSET_EVERY = 4
"""Weeks between the onsets that are tried. (a choice: finer ones found nothing earlier)"""
ONSET_WINDOW = 48
"""Weeks after which an onset is no longer tried: what is older has become the usual. (a choice)"""
RISE_WEEKS = (4, 20)
"""The shapes: how many weeks a change takes until it is whole. (a choice: sudden, and slow)"""
SIZES = (1.0, 2.0)
"""How large a change is when it is whole, in the person's own movements. (a choice)"""
SHARED = 0.5
"""Correlation of the movements of two constructs: general distress moves them all. (assumption)"""
RECENT_WEEKS = 4
"""For how many weeks a heads-up stands. (a choice)"""
_MOST_LOG = 60.0  # e^60 is far above any threshold, and far below what a float can hold


class Sensitivity(StrEnum):
    """How readily a heads-up comes; the person sets it."""

    SOONER = "sooner"
    USUAL = "usual"
    SURER = "surer"


THRESHOLDS = {Sensitivity.SOONER: 7.8, Sensitivity.USUAL: 13.7, Sensitivity.SURER: 22.9}
"""Where a heads-up begins, for the six constructs that every week asks about. From the simulation
of `python3 go.py bench bench_trajectory`: 1,500 people over 104 weeks, seed 2026."""
YEARS_BETWEEN_FALSE = {Sensitivity.SOONER: 1, Sensitivity.USUAL: 2, Sensitivity.SURER: 4}
"""Years between two false ones for a person whose answers do not change (core.md §6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One construct: its trajectory, and whether a rise or a fall is what worries."""

    trajectory: Trajectory
    is_worse_when_higher: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What was watched: the strength of evidence each week, and the weeks of a heads-up.

    `strengths` are on a log scale, None where nothing was watched yet; `leading` names the
    constructs that carried the last heads-up, strongest first; `since` is the week in which that
    change most likely began. Weeks are places in the history, from 0.
    """

    strengths: tuple[float | None, ...]
    heads_ups: tuple[int, ...]
    leading: tuple[str, ...]
    since: int | None

    @property
    def is_on(self) -> bool:
        """Whether a heads-up stands now."""
        return bool(self.heads_ups) and self.heads_ups[-1] > len(self.strengths) - 1 - RECENT_WEEKS


def watch(constructs: Mapping[str, Watched], *, sensitivity: Sensitivity) -> Watch:
    """This will go through the weeks of several constructs; each heads-up begins the watch anew."""
    return watch_at(constructs, threshold=THRESHOLDS[sensitivity])


def watch_at(constructs: Mapping[str, Watched], *, threshold: float) -> Watch:
    """This will do the same at a threshold of one's own, on the scale of the statistic.

    It always goes through all weeks: a start that moved on with the history would move the onsets
    and the restarts with it, and take back what earlier weeks had said.
    """
    names = sorted(constructs)
    weeks = _count_weeks([constructs[name] for name in names])
    evidence = {name: weigh_onsets(constructs[name], begins=FIRST_WEEK) for name in names}
    strengths: list[float | None] = [None] * min(FIRST_WEEK, weeks)
    heads_ups: list[int] = []
    leading: tuple[str, ...] = ()
    since: int | None = None
    after = FIRST_WEEK - 1
    for week in range(FIRST_WEEK, weeks):
        here = {name: evidence[name][week - FIRST_WEEK] for name in names}
        statistic = combine(here, later_than=after)
        strengths.append(math.log(statistic) if statistic > 0 else None)
        if statistic > threshold:
            leading, since = _explain(here, later_than=after)
            heads_ups.append(week)
            after = week
    return Watch(
        strengths=tuple(strengths), heads_ups=tuple(heads_ups), leading=leading, since=since
    )


Onsets = dict[int, tuple[float, ...]]
"""By onset: the log likelihood ratio of each shape and size, shapes first."""


def weigh_onsets(watched: Watched, *, begins: int) -> tuple[Onsets, ...]:
    """This will give, for each week from `begins`, how well each onset explains what came after."""
    trajectory = watched.trajectory
    sign = 1.0 if watched.is_worse_when_higher else -1.0
    by_person = [
        _gather(
            trajectory.steps[index],
            person=person,
            weights=[week[index] for week in trajectory.weights],
            begins=begins,
            sign=sign,
        )
        for index, person in enumerate(trajectory.people)
    ]
    weeks: list[Onsets] = []
    for place in range(len(by_person[0])):
        weights = trajectory.weights[begins + place]
        weeks.append(_blend([of[place] for of in by_person], weights))
    return tuple(weeks)


def _blend(people: Sequence[Onsets], weights: Sequence[float]) -> Onsets:
    """Over plausible people: each one's likelihood ratio, as much as that person is believed."""
    believed = [index for index in range(len(people)) if weights[index] >= NEGLIGIBLE]
    blended: Onsets = {}
    for onset in people[0]:
        told = []
        for place in range(len(RISE_WEEKS) * len(SIZES)):
            total = 0.0
            for index in believed:
                total += weights[index] * math.exp(people[index][onset][place])
            told.append(math.log(total) if total > 0 else -_MOST_LOG)
        blended[onset] = tuple(told)
    return blended


_Trace = list[float]
"""A change of size 1 that began at some onset: how far the filter follows it in its usual, its
movement and its slope, then `fits` and `weighs`: size d is likelier by d × fits − d² × weighs / 2.
"""


def _gather(
    steps: Sequence[Step],
    *,
    person: Parameters,
    weights: Sequence[float],
    begins: int,
    sign: float,
) -> list[Onsets]:
    """How well each onset explains what one plausible person was surprised by.

    Nothing is told in weeks in which that person is not believed, and nothing is followed after
    the last week of belief.
    """
    last = max((week for week, one in enumerate(weights) if one >= NEGLIGIBLE), default=-1)
    traces: dict[int, list[_Trace]] = {}
    weeks: list[Onsets] = []
    for week in range(begins, len(steps)):
        if (week - begins) % ONSET_EVERY == 0:
            traces[week] = [[0.0, 0.0, 0.0, 0.0, 0.0] for _ in RISE_WEEKS]
        traces.pop(week - ONSET_WINDOW, None)
        told: Onsets = {}
        for onset, shapes in traces.items():
            if week <= last:
                _pass_week(shapes, steps[week], since=week - onset + 1, lasting=person.lasting)
            is_believed = weights[week] >= NEGLIGIBLE
            told[onset] = _ratios(shapes, sign, person.movement_sd) if is_believed else ()
        weeks.append(told)
    return weeks


def _pass_week(shapes: Sequence[_Trace], step: Step, *, since: int, lasting: float) -> None:
    """The filter foresees part of a change, and the rest surprises it. Plain, for it is called
    some hundred thousand times.
    """
    surprise, load = step.surprise, step.load
    gain_level, gain_move, gain_slope = step.gains
    for index in range(len(shapes)):
        trace, rise = shapes[index], RISE_WEEKS[index]
        trace[1] *= lasting
        if surprise is None:
            continue
        height = since / rise if since < rise else 1.0
        unforeseen = height - trace[0] - trace[1] - load * trace[2]
        trace[0] += gain_level * unforeseen
        trace[1] += gain_move * unforeseen
        trace[2] += gain_slope * unforeseen
        trace[3] += unforeseen * surprise / step.spread
        trace[4] += unforeseen * unforeseen / step.spread


def _ratios(shapes: Sequence[_Trace], sign: float, movement: float) -> tuple[float, ...]:
    ratios = []
    points = [size * movement for size in SIZES]
    for _, _, _, fits, weighs in shapes:
        turned = sign * fits
        for one in points:
            ratio = one * (turned - 0.5 * one * weighs)
            ratios.append(ratio if ratio < _MOST_LOG else _MOST_LOG)
    return tuple(ratios)


def combine(evidence: Mapping[str, Onsets], *, later_than: int) -> float:
    """This will give the statistic: the sum over onsets, half for one construct that moves alone.

    The other half is for all that move together. Their evidence adds up, less what they share
    anyway: 1 + (n − 1) × `SHARED`, which is exact for changes of one size in normal movements.
    """
    names = list(evidence)
    shared = 1 + (len(names) - 1) * SHARED
    total = 0.0
    for onset in evidence[names[0]]:
        if onset <= later_than:
            continue
        for place in range(len(RISE_WEEKS) * len(SIZES)):
            alone = together = 0.0
            for name in names:
                ratio = evidence[name][onset][place]
                alone += math.exp(ratio)
                together += ratio
            total += alone / len(names) + math.exp(min(together / shared, _MOST_LOG))
    return total / (2 * len(RISE_WEEKS) * len(SIZES))


def _explain(
    evidence: Mapping[str, Onsets], *, later_than: int
) -> tuple[tuple[str, ...], int | None]:
    """Which constructs carry it, strongest first, and the onset that explains most."""
    onsets = [onset for onset in next(iter(evidence.values())) if onset > later_than]
    best = {name: max(max(told[onset]) for onset in onsets) for name, told in evidence.items()}
    leading = sorted(
        (name for name in best if best[name] > 0), key=lambda name: (-best[name], name)
    )
    since = max(onsets, key=lambda onset: combine(_only(evidence, onset), later_than=later_than))
    return tuple(leading), since


def _only(evidence: Mapping[str, Onsets], onset: int) -> dict[str, Onsets]:
    return {name: {onset: told[onset]} for name, told in evidence.items()}


def _count_weeks(watched: Sequence[Watched]) -> int:
    counts = {len(one.trajectory.weeks) for one in watched}
    if len(counts) != 1:
        raise ValueRefused(
            "Constructs that are watched together have different weeks.",
            "Give each the same weeks, with no answer where nothing was asked.",
        )
    return counts.pop()
