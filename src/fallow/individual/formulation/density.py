"""How likely readings are under one pattern: a normal with general distress and one contrast.

It knows flat numbers alone. Readings are taken in one after another, as in a Kalman filter with two
hidden numbers; checked against a dense normal in tests/spec/individual/formulation/test_density.py.
"""

from math import log, pi
from typing import NamedTuple

_LOG_TWO_PI = log(2 * pi)


class Pull(NamedTuple):
    """How general distress and the contrast move one construct, and the variance of its own."""

    distress: float
    contrast: float
    specific_variance: float


class Spread(NamedTuple):
    """One reading with its error variance, and what pulls at it."""

    value: float
    error_variance: float
    pull: Pull


class Hidden(NamedTuple):
    """Distress and contrast of one person: means, variances and covariance."""

    distress: float
    contrast: float
    distress_variance: float
    contrast_variance: float
    covariance: float


def see(spreads: tuple[Spread, ...], before: Hidden) -> tuple[float, Hidden]:
    """This will give the log density of all readings, and distress and contrast after them.

    No reading gives nought and what was thought before. Given distress and contrast the readings
    are independent, so that a missing one is integrated out by leaving it out.
    """
    log_density = 0.0
    after = before
    for spread in spreads:
        bits, after = _take_in(spread, after)
        log_density -= bits / 2
    return log_density, after


def _take_in(spread: Spread, hidden: Hidden) -> tuple[float, Hidden]:
    mean_d, mean_c, var_d, var_c, both = hidden
    d, c, specific = spread.pull
    toward_d = var_d * d + both * c
    toward_c = both * d + var_c * c
    variance = specific + spread.error_variance + d * toward_d + c * toward_c
    surprise = spread.value - d * mean_d - c * mean_c
    step = surprise / variance
    after = Hidden(
        mean_d + toward_d * step,
        mean_c + toward_c * step,
        var_d - toward_d * toward_d / variance,
        var_c - toward_c * toward_c / variance,
        both - toward_d * toward_c / variance,
    )
    return _LOG_TWO_PI + log(variance) + surprise * step, after
