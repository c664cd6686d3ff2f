"""Are two scores of one form further apart than their errors alone would bring?

Jacobson & Truax 1991, J Consult Clin Psychol 59:12, with the correction of Christensen & Mendoza
1986, Behav Ther 17:305: both occasions carry error. It knows two scores and nothing between them.
"""

import math
from dataclasses import dataclass

from fallow.base.errors import ValueRefused

NINETY_FIVE = 1.96
"""Standard errors of the difference beyond which a change is called reliable (Jacobson & Truax)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The second score less the first, its interval of 95 %, and whether that leaves out nought."""

    value: float
    low: float
    high: float
    index: float

    @property
    def is_reliable(self) -> bool:
        return abs(self.index) > NINETY_FIVE


def reliable_change(
    first: float, second: float, *, first_error: float, second_error: float
) -> Change:
    """This will compare two scores; each error is a standard error of measurement, in points.

    √(first² + second²) is the standard error of the difference; the index is the change in units
    of it. ValueRefused where both errors are nought.
    """
    error = math.hypot(first_error, second_error)
    if not error > 0:
        raise ValueRefused(
            "Two scores without any error cannot be compared for more than noise.",
            "Give their standard errors.",
        )
    value = second - first
    return Change(
        value=value,
        low=value - NINETY_FIVE * error,
        high=value + NINETY_FIVE * error,
        index=value / error,
    )
