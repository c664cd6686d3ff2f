"""The heads-up: have answers begun to move, over all constructs together, by more than noise?

A Shiryaev–Roberts statistic, mixed over when a change began, its shape and its size, on what each
week's answers were off from what was expected (core.md §6). It knows trajectories and nothing else.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import add as plus

from fallow.base.adding import add
from fallow.base.errors import ValueRefused
from fallow.individual.trajectory.onsets import (
    MOST_LOG,
    ONSET_EVERY,
    ONSET_WINDOW,
    Ratios,
    Responses,
    respond,
    weigh_onsets,
)
from fallow.individual.trajectory.tracking import Trajectory

FIRST_WEEK = 14
"""Weeks of a history before anything is watched for: the usual has to be known (core.md §6)."""
SHARED = 0.5
"""Correlation of the movements of two constructs: general distress moves them all. (assumption)"""
RECENT_WEEKS = 4
"""For how many weeks a heads-up stands. (a choice)"""


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
    weeks = _count_weeks(list(constructs.values()))
    evidence = weigh_all(constructs)
    told = {onset: combine(list(by_name.values())) for onset, by_name in evidence.items()}
    strengths: list[float | None] = [None] * min(FIRST_WEEK, weeks)
    heads_ups: list[int] = []
    leading: tuple[str, ...] = ()
    since: int | None = None
    after = FIRST_WEEK - 1
    for week in range(FIRST_WEEK, weeks):
        onsets = [onset for onset in _onsets_tried(week) if onset > after]
        statistic = add(told[onset][week - onset] for onset in onsets)
        strengths.append(math.log(statistic) if statistic > 0 else None)
        if statistic > threshold:
            leading = _lead(evidence, onsets, week)
            since = max(onsets, key=lambda onset: told[onset][week - onset])
            heads_ups.append(week)
            after = week
    return Watch(
        strengths=tuple(strengths), heads_ups=tuple(heads_ups), leading=leading, since=since
    )


def _onsets_tried(week: int) -> range:
    """Every so many weeks one is tried anew, and those that are too old no longer."""
    oldest = max(FIRST_WEEK, week - ONSET_WINDOW + 1)
    first = oldest + (FIRST_WEEK - oldest) % ONSET_EVERY
    return range(first, week + 1, ONSET_EVERY)


def weigh_all(constructs: Mapping[str, Watched]) -> dict[int, dict[str, Ratios]]:
    """This will give, by onset and construct in the order of their names, the likelihood ratios."""
    responses: Responses = {}
    evidence: dict[int, dict[str, Ratios]] = {}
    for name in sorted(constructs):
        one = constructs[name]
        for outlook in one.trajectory.outlooks:
            if outlook not in responses:
                responses[outlook] = respond(outlook, begins=FIRST_WEEK)
        told = weigh_onsets(
            one.trajectory, responses, begins=FIRST_WEEK,
            is_worse_when_higher=one.is_worse_when_higher,
        )  # fmt: skip
        for onset, ratios in told.items():
            evidence.setdefault(onset, {})[name] = ratios
    return evidence


def combine(constructs: Sequence[Ratios]) -> list[float]:
    """This will give one onset's part of the statistic, week by week since it.

    Half is for one construct that moves alone, half for all that move together. Their evidence
    adds up, less what they share anyway: 1 + (n − 1) × `SHARED`, which is exact for changes of one
    size in normal movements.
    """
    count = len(constructs)
    shared = 1 + (count - 1) * SHARED
    parts = [0.0] * len(constructs[0][0])
    for tried in zip(*constructs, strict=True):
        alone, logs = [0.0] * len(parts), [0.0] * len(parts)
        for ratios in tried:
            alone = list(map(plus, alone, ratios))
            logs = list(map(plus, logs, map(math.log, ratios)))
        parts = [
            part + one / count + math.exp(min(together / shared, MOST_LOG))
            for part, one, together in zip(parts, alone, logs, strict=True)
        ]
    return [part / (2 * len(constructs[0])) for part in parts]


def _lead(
    evidence: Mapping[int, Mapping[str, Ratios]], onsets: Sequence[int], week: int
) -> tuple[str, ...]:
    """The constructs that carry a heads-up, strongest first."""
    best = {
        name: max(ratios[week - onset] for onset in onsets for ratios in evidence[onset][name])
        for name in evidence[onsets[0]]
    }
    return tuple(
        sorted((name for name in best if best[name] > 1), key=lambda name: (-best[name], name))
    )


def _count_weeks(watched: Sequence[Watched]) -> int:
    counts = {len(one.trajectory.weeks) for one in watched}
    if len(counts) != 1:
        raise ValueRefused(
            "Constructs that are watched together have different weeks.",
            "Give each the same weeks, with no answer where nothing was asked.",
        )
    return counts.pop()
