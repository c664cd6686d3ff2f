"""Sums that come out the same, to the byte, in every Python.

They know nothing of what is added. Since Python 3.12 the built-in `sum` of floats compensates for
rounding; the Python of a page and that of a server need not agree on it.
"""

from collections.abc import Iterable, Sequence


def add(values: Iterable[float]) -> float:
    """This will add in the order given, in a plain loop; nought for nothing."""
    total = 0.0
    for value in values:
        total += value
    return total


def mean(values: Sequence[float]) -> float:
    """This will give their sum by their number; there has to be one at least."""
    return add(values) / len(values)
