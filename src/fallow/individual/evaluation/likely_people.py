"""Whom the weeks around a trial may belong to: people more finely spread than the picture needs.

It knows the ranges of core.md §6 and nobody's weeks. Few weeks make movements look shorter than
they are, and an interval too narrow (Turner et al. 2021, BMC Med Res Methodol 21:181). So nobody is
here who would be shorter than the source has it. All are weighed by how well they foretold the
weeks: what is not known of a person widens the interval.
"""

from dataclasses import replace

from fallow.individual.trajectory.parameters import (
    TYPICAL_MOVEMENT_SHARE,
    Parameters,
    plausible_people,
)

LASTINGS = (0.6, 0.75, 0.9)
"""Correlations of one week's movement with the next: both ends and the middle of core.md §6."""
MOVEMENT_FACTORS = (0.6, 0.83, 1.15, 1.6)
"""Quiet to lively people, as factors of the typical movement: even steps of the logarithm, as is
customary for a scale that is not known. (a choice)"""


def likely_people(*, least: float, most: float) -> tuple[Parameters, ...]:
    """This will give twelve people for a scale whose answers count `least` to `most`."""
    anyone = plausible_people(least=least, most=most)[0]
    typical = TYPICAL_MOVEMENT_SHARE * (most - least)
    return tuple(
        replace(anyone, movement_sd=factor * typical, lasting=lasting)
        for lasting in LASTINGS
        for factor in MOVEMENT_FACTORS
    )
