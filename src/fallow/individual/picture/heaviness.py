"""How a construct stands against one's own usual, with heavier always to one side.

It knows trajectories and scales. For a scale where more is better, less of it is what weighs.
"""

import math
from dataclasses import dataclass

from fallow.base.adding import add
from fallow.base.normal import normal_cdf
from fallow.individual.instruments.instrument import Scale
from fallow.individual.picture.history import Tracked
from fallow.individual.trajectory.tracking import Band, Trajectory

_HEAVIER = {
    "sleep": "Trouble with sleep",
    "worldview": "A darker view of the world",
    "boundaries": "Strain on boundaries",
    "mood": "Low mood",
    "body": "Body complaints",
    "accomplishment": "Less accomplishment",
    "control": "Less control at work",
    "detachment": "Less switching off",
    "gave_back": "Less that gave something back",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heaviness:
    """One construct this week, less one's own usual, in points of its answers; above 0 is heavier.

    `label` names what heavier means, for a drawing; `plain` is how sentences call it, and where
    `is_turned`, less of that is heavier. `low` and `high` hold it in 90 of 100 cases; `ordinary`
    is how far an ordinary week moves, as a standard deviation; `heavier_share` is how likely it is
    heavier than usual at all, from 0 to 1.
    """

    name: str
    label: str
    plain: str
    is_turned: bool
    mean: float
    low: float
    high: float
    ordinary: float
    heavier_share: float

    @property
    def is_moved(self) -> bool:
        """Whether the whole interval lies to one side of one's usual."""
        return self.low > 0 or self.high < 0


def weigh_now(tracked: Tracked) -> Heaviness:
    """This will say where a construct stands in the last week, against the person's own usual."""
    trajectory = tracked.watched.trajectory
    moved = turn(trajectory.weeks[-1].movement, is_turned=not tracked.is_worse_when_higher)
    return Heaviness(
        name=tracked.scale.name,
        label=heavier_label(tracked.scale),
        plain=plain_label(tracked.scale),
        is_turned=not tracked.is_worse_when_higher,
        mean=moved.mean,
        low=moved.low,
        high=moved.high,
        ordinary=ordinary_sd(trajectory),
        heavier_share=share_above_nought(moved),
    )


def heavier_label(scale: Scale) -> str:
    """This will name a construct by what more of it means: heavier."""
    return _HEAVIER.get(scale.name, scale.label)


def plain_label(scale: Scale) -> str:
    """This will name it so that it can be called heavier or lighter: "less" would turn that around.

    Where more is better that is the name of the scale, and less of it is what weighs.
    """
    return scale.label if scale.higher_is == "better" else heavier_label(scale)


def turn(band: Band, *, is_turned: bool) -> Band:
    return Band(mean=-band.mean, sd=band.sd) if is_turned else band


def share_above_nought(band: Band) -> float:
    """This will give the probability, by a normal distribution, of lying above nought."""
    return normal_cdf(band.mean / band.sd)


def ordinary_sd(trajectory: Trajectory) -> float:
    """This will give the standard deviation of one's own weeks, in points, as far as is known."""
    believed = zip(trajectory.people, trajectory.weights[-1], strict=True)
    return math.sqrt(add(weight * one.movement_sd * one.movement_sd for one, weight in believed))
