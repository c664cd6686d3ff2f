"""Where a person is on one construct, in units in which constructs can be held side by side.

It knows nothing of patterns and nothing of how a level was tracked. Positive is always heavier.
The unit, SD of the person's own ordinary weeks, is that of core.md §6.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite, sqrt

from fallow.base.errors import ValueRefused

BETTER_WHEN_HIGH = ("accomplishment", "control", "detachment", "gave_back")  # fallow_weekly.toml
MOST_LEFT = 0.8  # of a movement's variance; above that its answers said next to nothing; a choice
Spot = tuple[float, float]  # mean and SD, in points of the scale


class Against(StrEnum):
    """What a reading is held against: the person's own usual, or a published reference."""

    USUAL = "usual"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One construct: by how many SD it is heavier than usual, and the standard error of that.

    A construct that nobody asked about has no Reading. It is never a Reading of nought.
    """

    construct: str
    heavier_by_sds: float
    error_sds: float
    against: Against = Against.USUAL

    def __post_init__(self) -> None:
        if not (isfinite(self.heavier_by_sds) and isfinite(self.error_sds)):
            raise ValueRefused("A reading is not a number.", "Leave out what was not asked.")
        if self.error_sds <= 0:
            raise ValueRefused("A reading came without its error.", "Give one above nought.")


def hold_against_usual(construct: str, *, level: Spot, usual: Spot, week_sd: float) -> Reading:
    """This will give the distance of a level from the person's own usual.

    For a score and a mean that were not tracked; `hold_movement` is for those that were. `level`
    and `usual` are (mean, SD) and `week_sd` is the SD of their weeks, all in points of the
    scale. The two errors are added as if they were independent, which is too careful rather than
    too sure (a choice). Raises ValueRefused for a spread or an error of nought.
    """
    _check_spread(week_sd)
    error = sqrt(level[1] * level[1] + usual[1] * usual[1])
    return Reading(
        construct=construct,
        heavier_by_sds=_turn(construct) * (level[0] - usual[0]) / week_sd,
        error_sds=error / week_sd,
    )


def hold_movement(construct: str, *, movement: Spot, week_sd: float) -> Reading | None:
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
        heavier_by_sds=_turn(construct) * mean / (1.0 - left),
        error_sds=sqrt(left / (1.0 - left)),
    )


def hold_against_reference(construct: str, *, score: Spot, mean: float, sd: float) -> Reading:
    """This will give the distance of a score (value, error) from a published mean, in its SD."""
    _check_spread(sd)
    return Reading(
        construct=construct,
        heavier_by_sds=_turn(construct) * (score[0] - mean) / sd,
        error_sds=score[1] / sd,
        against=Against.REFERENCE,
    )


def _turn(construct: str) -> float:
    return -1.0 if construct in BETTER_WHEN_HIGH else 1.0


def _check_spread(spread: float) -> None:
    if not (isfinite(spread) and spread > 0):
        raise ValueRefused(
            "The weeks are all alike, so nothing can be measured in them.", "Wait for more weeks."
        )
