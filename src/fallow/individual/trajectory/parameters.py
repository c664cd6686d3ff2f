"""What one person may be like: how far their weeks move, and how long a movement lasts.

Nobody's parameters are known beforehand. A few plausible people stand side by side, and the
answers say which of them is most like this one (core.md §6 for the ranges).
"""

from dataclasses import dataclass

from fallow.base.errors import ValueRefused

TYPICAL_MOVEMENT_SHARE = 0.15
"""Standard deviation of an ordinary person's weeks around their own usual, as a share of the range
of answers: 0.6 points of 4. (assumption; the answers correct it)"""
MOVEMENT_FACTORS = (0.65, 1.0, 1.5)
"""Quiet, ordinary and lively people, as factors of the typical movement. (a choice)"""
LASTINGS = (0.5, 0.85)
"""Correlations of one week's movement with the next. Two stand for .6 to .9 (core.md §6), and the
lower one reaches below: with .65 people whose weeks differ more were told too seldom. (a choice)"""
WANDER_SHARE = 0.02
"""How far one's usual itself drifts in a week, as a share of the typical movement: a tenth of it
in half a year. (a choice: slow enough that a rise over 26 weeks is not taken for the new usual)"""
LEVEL_SHARE = 0.3
"""How far apart people's usual may lie before anything is known, as a share of the range. (a
choice: wide, so that the first answers decide)"""
LOAD_SLOPE_FACTOR = 0.3
"""How many movements one standard deviation of load may bring, either way, before anything is
known. (a choice: it allows load to explain some 10 % of a person's weeks at first)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """One plausible person, in points of a scale and weeks.

    `movement_sd`: of the weeks around the usual; `lasting`: correlation of a movement with that of
    the next week; `wander_sd`: drift of the usual in a week; `level_mean`, `level_sd`: the usual
    before any answer; `slope_sd`: points per standard deviation of load before any answer.
    """

    movement_sd: float
    lasting: float
    wander_sd: float
    level_mean: float
    level_sd: float
    slope_sd: float

    def __post_init__(self) -> None:
        if not (self.movement_sd > 0 and self.level_sd > 0 and 0 <= self.lasting < 1):
            raise ValueRefused(
                "A person's weeks cannot move like that.",
                "Give a movement above 0, and a lasting from 0 to below 1.",
            )


def plausible_people(*, least: float, most: float) -> tuple[Parameters, ...]:
    """This will give six plausible people for a scale whose answers count `least` to `most`."""
    across = most - least
    typical = TYPICAL_MOVEMENT_SHARE * across
    return tuple(
        Parameters(
            movement_sd=factor * typical,
            lasting=lasting,
            wander_sd=WANDER_SHARE * typical,
            level_mean=(least + most) / 2,
            level_sd=LEVEL_SHARE * across,
            slope_sd=LOAD_SLOPE_FACTOR * typical,
        )
        for lasting in LASTINGS
        for factor in MOVEMENT_FACTORS
    )
