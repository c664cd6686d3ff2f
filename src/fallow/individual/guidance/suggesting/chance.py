"""The chance that something brings a gain worth having, from its interval alone.

It knows one effect and nothing of who would do it. Rule 1 of interventions.md §3: rank by
P(gain > 0.1 SD) × feasibility, not by the mean.
"""

import math

from fallow.base.estimate import Estimate
from fallow.base.normal import NINETY_FIVE, normal_cdf
from fallow.individual.guidance.interventions.intervention import Effect

WORTHWHILE_SD = 0.1
"""Standard deviations of the target from which a gain is worth having (interventions.md §3)."""
PAIRS = 100


def chance_of_gain(effect: Effect) -> float | None:
    """This will give P(gain > 0.1 SD), 0 to 1, or None where no interval is known.

    The prior is read as normal, with the standard deviation that its 95 % interval tells.
    """
    if effect.low is None or effect.high is None:
        return None
    spread = (effect.high - effect.low) / (2 * NINETY_FIVE)
    return normal_cdf((gain_of(effect.mean, effect) - WORTHWHILE_SD) / spread)


def gain_of(size: float, effect: Effect) -> float:
    """This will turn a size around where lower is better, so that a gain is above nought."""
    return size if effect.target.is_better_when_higher else -size


def better_off(effect: Effect, *, source: str) -> Estimate | None:
    """This will give, of 100 pairs, in how many the one who did it is better off than the other.

    100 × Φ(d/√2): the common language effect size of McGraw & Wong 1992, Psychol Bull 111:361.
    None where no interval is known. At d = 0 it is 50.
    """
    if effect.low is None or effect.high is None:
        return None
    ends = sorted(_pairs(gain_of(end, effect)) for end in (effect.low, effect.high))
    return Estimate(
        value=_pairs(gain_of(effect.mean, effect)),
        low=ends[0],
        high=ends[1],
        unit="pairs of 100",
        source=source,
    )


def _pairs(gain: float) -> float:
    return PAIRS * normal_cdf(gain / math.sqrt(2))
