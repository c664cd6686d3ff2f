"""Where a person is on one construct, in units in which constructs can be held side by side.

It knows nothing of patterns and nothing of how a level was tracked. Positive is always heavier.
The unit, SD of the person's own ordinary weeks, is that of core.md §6.
"""

from dataclasses import dataclass
from math import isfinite, sqrt

from fallow.base.errors import ValueRefused

MOST_LEFT = 0.8  # of a movement's variance; above that its answers said next to nothing; a choice
Spot = tuple[float, float]  # mean and SD, in points of the scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One construct: by how many SD it is heavier than usual, and the standard error of that.

    A construct that nobody asked about has no Reading. It is never a Reading of nought.
    """

    construct: str
    heavier_by_sds: float
    error_sds: float

    def __post_init__(self) -> None:
        if not (isfinite(self.heavier_by_sds) and isfinite(self.error_sds)):
            raise ValueRefused("A reading is not a number.", "Leave out what was not asked.")
        if self.error_sds <= 0:
            raise ValueRefused("A reading came without its error.", "Give one above nought.")


def hold_movement(
    construct: str, *, movement: Spot, week_sd: float, is_worse_when_higher: bool
) -> Reading | None:
    """This will give what a tracked movement says by itself, or None where it says next to nothing.

    `movement` is (mean, SD) after tracking, in points; `week_sd` the SD of the person's weeks. A
    tracked movement is drawn toward nought, the more the less was asked. As the model draws toward
    nought as well, that part is taken out again: for a prior of variance 1 and a movement of mean m
    and variance v, both in SD, the answers alone say m / (1 - v), with variance v / (1 - v).
    """
    _check_spread(week_sd)
    mean, left = movement[0] / week_sd, (movement[1] / week_sd) * (movement[1] / week_sd)
    if left > MOST_LEFT:
        return None
    return Reading(
        construct=construct,
        heavier_by_sds=(mean if is_worse_when_higher else -mean) / (1.0 - left),
        error_sds=sqrt(left / (1.0 - left)),
    )


def _check_spread(spread: float) -> None:
    if not (isfinite(spread) and spread > 0):
        raise ValueRefused(
            "The weeks are all alike, so nothing can be measured in them.", "Wait for more weeks."
        )
