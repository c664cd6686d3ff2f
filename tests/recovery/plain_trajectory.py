"""Following and watching, written straightforwardly: the slow twin of the product's quick form.

Each plausible person and each onset goes through the weeks by itself, and nothing is shared. It is
here to be compared with (`tests/properties/test_quick_and_plain.py`) and to be timed against.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fallow.individual.trajectory.early_change import FIRST_WEEK, SHARED
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.onsets import (
    MOST_LOG,
    ONSET_EVERY,
    ONSET_WINDOW,
    RISE_WEEKS,
    SIZES,
)
from fallow.individual.trajectory.parameters import Parameters
from fallow.individual.trajectory.tracking import NEGLIGIBLE

Vector = list[float]
Matrix = list[list[float]]
THREE = range(3)  # the usual, the movement, the slope of load


@dataclass(frozen=True, kw_only=True)
class PlainWeek:
    """One week of one plausible person: means and doubt, before and after the answers."""

    means: Vector
    doubt: Matrix
    believed: Vector
    left: Matrix
    sees: Vector
    surprise: float | None
    spread: float
    gains: Vector


@dataclass(frozen=True, kw_only=True)
class PlainTrack:
    """`people[person][week]`; `weights[week][person]`; `told[week]`: mean and sd of the four."""

    people: list[list[PlainWeek]]
    weights: list[Vector]
    told: list[list[tuple[float, float]]]


def track_plainly(observations: Sequence[Observation], people: Sequence[Parameters]) -> PlainTrack:
    """This will follow one construct, with matrices of three by three."""
    followed = [list(_follow(observations, person)) for person in people]
    weights = list(_weigh(followed))
    seen = [_look_back(one, person) for one, person in zip(followed, people, strict=True)]
    told = []
    for week, observation in enumerate(observations):
        load = observation.load or 0.0
        then = [(one[week].believed, one[week].left) for one in followed]
        now = [one[week] for one in seen]
        told.append(
            [
                _blend(weights[week], then, [1.0, 1.0, load]),
                _blend(weights[-1], now, [1.0, 1.0, load]),
                _blend(weights[-1], now, [1.0, 0.0, 0.0]),
                _blend(weights[-1], now, [0.0, 1.0, load]),
            ]
        )
    return PlainTrack(people=followed, weights=weights, told=told)


def _follow(observations: Sequence[Observation], person: Parameters) -> Iterator[PlainWeek]:
    means = [person.level_mean, 0.0, 0.0]
    doubt = _diagonal(person.level_sd**2, person.movement_sd**2, person.slope_sd**2)
    passes = _diagonal(1.0, person.lasting, 1.0)
    fresh = person.movement_sd**2 * (1 - person.lasting**2)
    for observation in observations:
        week = _take_in(means, doubt, observation)
        yield week
        means = _through(passes, week.believed)
        doubt = _times(_times(passes, week.left), passes)
        doubt = _plus(doubt, _diagonal(person.wander_sd**2, fresh, 0.0))


def _take_in(means: Vector, doubt: Matrix, observation: Observation) -> PlainWeek:
    sees = [1.0, 1.0, observation.load or 0.0]
    towards = _through(doubt, sees)
    spread = _dot(sees, towards) + observation.error_variance
    kept: dict[str, Any] = {"means": means, "doubt": doubt, "sees": sees, "spread": spread}
    if observation.value is None:
        return PlainWeek(believed=means, left=doubt, surprise=None, gains=[0.0] * 3, **kept)
    surprise, gains = observation.value - _dot(sees, means), [one / spread for one in towards]
    believed = [means[i] + gains[i] * surprise for i in THREE]
    left = [[doubt[i][j] - gains[i] * towards[j] for j in THREE] for i in THREE]
    return PlainWeek(believed=believed, left=left, surprise=surprise, gains=gains, **kept)


def _weigh(followed: Sequence[Sequence[PlainWeek]]) -> Iterator[Vector]:
    told = [0.0] * len(followed)
    for week in zip(*followed, strict=True):
        for place, one in enumerate(week):
            if one.surprise is not None:
                told[place] -= math.log(2 * math.pi * one.spread) / 2
                told[place] -= one.surprise**2 / one.spread / 2
        raw = [math.exp(one - max(told)) for one in told]
        yield [one / math.fsum(raw) for one in raw]


def _look_back(weeks: Sequence[PlainWeek], person: Parameters) -> list[tuple[Vector, Matrix]]:
    """The gain of each week is the doubt left, times the passage, by the doubt before the next."""
    passes = _diagonal(1.0, person.lasting, 1.0)
    seen: list[tuple[Vector, Matrix]] = [(weeks[-1].believed, weeks[-1].left)]
    for week, later in zip(reversed(weeks[:-1]), reversed(weeks[1:]), strict=True):
        gain = _times(_times(week.left, passes), _inverse(later.doubt))
        means, doubt = seen[-1]
        off = [means[i] - later.means[i] for i in THREE]
        moved = [a + b for a, b in zip(week.believed, _through(gain, off), strict=True)]
        less = [[doubt[i][j] - later.doubt[i][j] for j in THREE] for i in THREE]
        turned = [[gain[j][i] for j in THREE] for i in THREE]
        seen.append((moved, _plus(week.left, _times(_times(gain, less), turned))))
    return seen[::-1]


def _blend(
    weights: Vector, states: Sequence[tuple[Vector, Matrix]], direction: Vector
) -> tuple[float, float]:
    means = [_dot(direction, mean) for mean, _ in states]
    inside = [_dot(direction, _through(doubt, direction)) for _, doubt in states]
    weights = [one if one >= NEGLIGIBLE else 0.0 for one in weights]
    mean = _dot(weights, means)
    square = _dot(weights, [one * one for one in means])
    return mean, math.sqrt(max(_dot(weights, inside), 0.0) + max(square - mean * mean, 0.0))


def watch_plainly(
    tracks: Mapping[str, tuple[PlainTrack, bool]], people: Sequence[Parameters], *, threshold: float
) -> tuple[list[float | None], list[int]]:
    """This will give strengths and heads-ups: each week anew, over all onsets of its own."""
    weeks = len(next(iter(tracks.values()))[0].weights)
    strengths: list[float | None] = [None] * min(FIRST_WEEK, weeks)
    heads_ups: list[int] = []
    traces = {name: [_Traces(person) for person in people] for name in tracks}
    after = FIRST_WEEK - 1
    for week in range(FIRST_WEEK, weeks):
        ratios = [
            _mix([of.pass_week(week, track.people[place][week], sign=1 if worse else -1)
                  for place, of in enumerate(traces[name])], track.weights[week])
            for name, (track, worse) in tracks.items()
        ]  # fmt: skip
        statistic = math.fsum(
            _combine([one[tried] for one in ratios]) for tried in ratios[0] if tried[0] > after
        ) / (2 * len(RISE_WEEKS) * len(SIZES))
        strengths.append(math.log(statistic) if statistic > 0 else None)
        if statistic > threshold:
            heads_ups.append(week)
            after = week
    return strengths, heads_ups


Tried = tuple[int, int, float]
"""An onset, a shape and a size."""


class _Traces:
    """How far one plausible person's filter has followed each change, and how well that fits."""

    def __init__(self, person: Parameters) -> None:
        self.person = person
        self.followed: dict[tuple[int, int], Vector] = {}

    def pass_week(self, week: int, seen: PlainWeek, *, sign: int) -> dict[Tried, float]:
        """This will give the log likelihood ratio of each onset, shape and size."""
        if (week - FIRST_WEEK) % ONSET_EVERY == 0:
            self.followed |= {(week, rise): [0.0] * 5 for rise in RISE_WEEKS}
        ratios: dict[Tried, float] = {}
        for (onset, rise), trace in self.followed.items():
            if onset <= week - ONSET_WINDOW:
                continue
            trace[1] *= self.person.lasting
            if seen.surprise is not None:
                unforeseen = min((week - onset + 1) / rise, 1.0) - _dot(seen.sees, trace[:3])
                for place in THREE:
                    trace[place] += seen.gains[place] * unforeseen
                trace[3] += unforeseen * seen.surprise / seen.spread
                trace[4] += unforeseen**2 / seen.spread
            for size in SIZES:
                points = size * self.person.movement_sd
                ratio = points * sign * trace[3] - points**2 * trace[4] / 2
                ratios[onset, rise, size] = min(ratio, MOST_LOG)
        return ratios


def _mix(people: Sequence[dict[Tried, float]], weights: Vector) -> dict[Tried, float]:
    believed = [pair for pair in zip(people, weights, strict=True) if pair[1] >= NEGLIGIBLE]
    return {
        tried: math.log(math.fsum(w * math.exp(one[tried]) for one, w in believed))
        for tried in people[0]
    }


def _combine(ratios: Sequence[float]) -> float:
    alone = math.fsum(map(math.exp, ratios)) / len(ratios)
    together = math.fsum(ratios) / (1 + (len(ratios) - 1) * SHARED)
    return alone + math.exp(min(together, MOST_LOG))


def _diagonal(*entries: float) -> Matrix:
    return [[entries[i] if i == j else 0.0 for j in THREE] for i in THREE]


def _dot(first: Sequence[float], second: Sequence[float]) -> float:
    return math.fsum(a * b for a, b in zip(first, second, strict=True))


def _through(matrix: Matrix, vector: Vector) -> Vector:
    return [_dot(row, vector) for row in matrix]


def _times(first: Matrix, second: Matrix) -> Matrix:
    columns = list(zip(*second, strict=True))
    return [[_dot(row, column) for column in columns] for row in first]


def _plus(first: Matrix, second: Matrix) -> Matrix:
    return [[first[i][j] + second[i][j] for j in THREE] for i in THREE]


def _inverse(m: Matrix) -> Matrix:
    """By cofactors, whose places wrap around."""

    def cofactor(i: int, j: int) -> float:
        a, b, c, d = (i + 1) % 3, (i + 2) % 3, (j + 1) % 3, (j + 2) % 3
        return m[a][c] * m[b][d] - m[a][d] * m[b][c]

    whole = _dot(m[0], [cofactor(0, j) for j in THREE])
    return [[cofactor(j, i) / whole for j in THREE] for i in THREE]
