"""The normal distribution, as far as the rules of the domain need it.

It knows no person, no scale and no unit.
"""

import math

NINETY = 1.6448536269514722
"""Standard deviations to either side that hold 90 % of a normal distribution."""
NINETY_FIVE = 1.959963984540054
"""Standard deviations to either side that hold 95 % of a normal distribution."""


def normal_cdf(z: float) -> float:
    """This will give the probability of lying below `z` standard deviations.

    By way of erfc, which keeps its digits far out on either side.
    """
    return 0.5 * math.erfc(-z / math.sqrt(2))
