"""Detectors held against one another: as many false alarms for each, and who sees a rise first.

It knows alarms by person and week, and nothing of how they came about.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tests.recovery.simulating import QUIET, WATCHED, People

Alarms = NDArray[np.bool_]
Detector = Callable[[People], Callable[[float], Alarms]]
"""Prepares people once, and gives alarms at a threshold."""
NEVER = 999


@dataclass(frozen=True, kw_only=True)
class Seen:
    """How a rise was seen: the median of weeks, and the share found by 12 and by 26 weeks."""

    median: float
    by_12: float
    by_26: float


def rate_of(alarms: Alarms, people: People) -> float:
    """This will give false alarms per person in 104 weeks of watching."""
    watched = ~people.shocked[:, QUIET:]
    false = (alarms[:, QUIET:] & watched).sum()
    return float(false / watched.sum() * WATCHED)


def tune(alarms_at: Callable[[float], Alarms], people: People, *, wanted: float = 1.0) -> float:
    """This will find the threshold that gives so many false alarms in 104 weeks."""
    low, high = 0.01, 1e5
    for _ in range(30):
        middle = float(np.sqrt(low * high))
        if rate_of(alarms_at(middle), people) > wanted:
            low = middle
        else:
            high = middle
    return high


def worst_tenth(alarms: Alarms) -> float:
    """This will give the share of all false alarms that the tenth with the most of them has."""
    counts = np.sort(alarms[:, QUIET:].sum(axis=1))[::-1]
    return float(counts[: len(counts) // 10].sum() / max(counts.sum(), 1))


def seen_after(alarms: Alarms, *, begins: int) -> Seen:
    """This will count weeks from the first week of a rise to the first alarm, 1 for that week."""
    after = alarms[:, begins:]
    weeks = np.where(after.any(axis=1), after.argmax(axis=1) + 1, NEVER)
    return Seen(
        median=float(np.median(weeks)),
        by_12=float((weeks <= 12).mean()),
        by_26=float((weeks <= 26).mean()),
    )
