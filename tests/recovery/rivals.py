"""What the field uses to see a change, and an oracle that nobody can be.

Each gives `alarms[person, week]` at a threshold, and begins anew after each. One construct each.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from tests.recovery.batch import Evidence, Filter
from tests.recovery.simulating import QUIET, Floats, People

from fallow.individual.trajectory.onsets import ONSET_EVERY

Alarms = NDArray[np.bool_]
QUARTER = 13
SMOOTHING = 0.2  # of the EWMA, a usual choice
ALLOWANCE = 0.25  # of the CUSUM, in standard deviations: for a shift of half a one


def fixed_cut_off(people: People, threshold: float) -> Alarms:
    """An alarm each time the score crosses one line that is the same for everyone."""
    score, last = people.answers[:, :, 0], np.full(len(people.answers), -np.inf)
    alarms = np.zeros(score.shape, dtype=bool)
    for week in range(people.weeks):
        seen = ~np.isnan(score[:, week])
        if week >= QUIET:
            alarms[:, week] = seen & (score[:, week] > threshold) & (last <= threshold)
        last = np.where(seen, score[:, week], last)
    return alarms


def weekly_reliable_change(people: People, threshold: float, *, every: int = 1) -> Alarms:
    """An alarm when a score lies so many errors of a difference above the first one."""
    score = people.answers[:, :, 0]
    error = np.sqrt(2 * people.variances[:, 0])
    first, alarms = np.full(len(score), np.nan), np.zeros(score.shape, dtype=bool)
    for week in range(people.weeks):
        seen = ~np.isnan(score[:, week])
        if week >= QUIET and (week - QUIET) % every == 0:
            index = (score[:, week] - first) / error[week]
            alarms[:, week] = seen & (np.nan_to_num(index, nan=-np.inf) > threshold)
        fresh = seen & (np.isnan(first) | alarms[:, week])
        first = np.where(fresh, score[:, week], first)
    return alarms


def quarterly_reliable_change(people: People, threshold: float) -> Alarms:
    return weekly_reliable_change(people, threshold, every=QUARTER)


def ewma(people: People, threshold: float) -> Alarms:
    """A weighted mean of the scores so far, on each person's own mean and spread."""
    return _accumulate(people, threshold, lambda total, z: total + SMOOTHING * (z - total))


def cusum(people: People, threshold: float) -> Alarms:
    """A sum of what lies above the own mean by more than an allowance."""
    return _accumulate(people, threshold, lambda total, z: np.maximum(0, total + z - ALLOWANCE))


def _accumulate(
    people: People, threshold: float, add: Callable[[Floats, Floats], Floats]
) -> Alarms:
    scores = _on_own_mean(people)
    alarms, total = np.zeros(scores.shape, dtype=bool), np.zeros(len(scores))
    for week in range(QUIET, people.weeks):
        seen = ~np.isnan(scores[:, week])
        total = np.where(seen, add(total, scores[:, week]), total)
        alarms[:, week] = total > threshold
        total = np.where(alarms[:, week], 0.0, total)
    return alarms


def _on_own_mean(people: People) -> Floats:
    """Standardized by what the quiet weeks gave; at least two answers, and some spread."""
    score = people.answers[:, :, 0]
    quiet = score[:, :QUIET]
    count = np.maximum((~np.isnan(quiet)).sum(axis=1), 2)
    mean = np.nansum(quiet, axis=1) / count
    spread = np.sqrt(np.nansum((quiet - mean[:, None]) ** 2, axis=1) / (count - 1))
    return np.asarray((score - mean[:, None]) / np.maximum(spread, 0.2)[:, None])


def find_oracle_evidence(people: People, *, size: float, over: int) -> Evidence:
    """What one would know who knew each person's truth, and the size and the shape of the rise."""
    score, count = people.answers[:, :, 0], len(people.answers)
    onsets = tuple(range(QUIET, people.weeks, ONSET_EVERY))
    one = Filter(
        lasting=people.lasting, movement=people.movement, wander=0, level=people.level, level_sd=0
    )
    told = np.zeros((count, people.weeks, len(onsets)))
    move, fits, weighs = np.zeros((3, count, len(onsets)))
    for week in range(people.weeks):
        if week:
            one.a_week_later()
        surprise, spread, _, gain = one.take_in(score[:, week], float(people.variances[week, 0]))
        lags = week - np.array(onsets) + 1
        rise = (size * people.movement)[:, None] * np.clip(lags / over, 0, 1)[None]
        move *= people.lasting[:, None]
        seen = (~np.isnan(score[:, week]))[:, None]
        unforeseen = np.where(seen & (lags > 0)[None], rise - move, 0.0)
        fits += unforeseen * (surprise / spread)[:, None]
        weighs += unforeseen**2 / spread[:, None]
        move += gain[:, None] * unforeseen
        ratio = np.exp(np.minimum(fits - 0.5 * weighs, 60.0))
        told[:, week] = np.where((lags > 0)[None], ratio, 0.0)
    return Evidence(told=told, onsets=onsets)
