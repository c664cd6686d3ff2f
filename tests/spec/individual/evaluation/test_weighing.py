"""The difference a change made, against generalized least squares written out in full.

Expected: b = h'V⁻¹(y − m) / h'V⁻¹h and variance 1 / h'V⁻¹h (Aitken), with the covariance of the
weeks written down from the story and solved by elimination; the filter is nowhere in it.
"""

import math
from statistics import NormalDist

import pytest

from fallow.individual.evaluation.weighing import (
    Difference,
    DifferencePart,
    foresee_sd,
    weigh_difference,
)
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.parameters import Parameters

ADA = Parameters(
    movement_sd=0.6, lasting=0.8, wander_sd=0.05, level_mean=2.0, level_sd=1.2, slope_sd=0.2
)
VALUES = (2.1, 2.4, None, 1.9, 2.8, 3.1, 2.2, 1.4, None, 1.6, 1.2, 1.5)
HEIGHTS = (0, 0, 0, 0, 0, 0, 0.5, 1, 1, 1, 1, 1)
ERROR = 0.45


def _weeks() -> tuple[Observation, ...]:
    return tuple(Observation(value=value, error_variance=ERROR) for value in VALUES)


def _covariance(i: int, j: int) -> float:
    """The usual and its drift, the movement, and each week's own error."""
    shared = 1.2**2 + 0.05**2 * min(i, j) + 0.6**2 * 0.8 ** abs(i - j)
    return shared + (ERROR if i == j else 0.0)


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss and Jordan."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(len(rows)):
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(len(rows)):
            if other != at:
                factor = rows[other][at]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [row[-1] for row in rows]


def _written_out() -> tuple[float, float]:
    asked = [week for week, value in enumerate(VALUES) if value is not None]
    off = [value - 2.0 for value in VALUES if value is not None]
    heights = [float(HEIGHTS[week]) for week in asked]
    inverse_times = _solve([[_covariance(i, j) for j in asked] for i in asked], heights)
    weighs = math.fsum(a * b for a, b in zip(heights, inverse_times, strict=True))
    fits = math.fsum(a * b for a, b in zip(off, inverse_times, strict=True))
    return fits / weighs, 1 / math.sqrt(weighs)


def test_the_difference_is_that_of_generalized_least_squares() -> None:
    mean, sd = _written_out()

    difference = weigh_difference(_weeks(), HEIGHTS, people=[ADA])

    assert difference is not None
    assert difference.parts[0].mean == pytest.approx(mean, rel=1e-9)
    assert difference.parts[0].sd == pytest.approx(sd, rel=1e-9)


def test_how_unsure_it_will_be_is_known_before_the_weeks_are() -> None:
    _, sd = _written_out()
    coming = tuple(
        Observation(value=value if height == 0 or value is None else 0.0, error_variance=ERROR)
        for value, height in zip(VALUES, HEIGHTS, strict=True)
    )

    assert foresee_sd(coming, HEIGHTS, people=[ADA]) == pytest.approx(sd, rel=1e-9)


def test_without_a_week_of_the_change_there_is_no_difference() -> None:
    assert weigh_difference(_weeks(), (0,) * len(VALUES), people=[ADA]) is None


def test_a_mixture_has_the_quantiles_of_its_parts() -> None:
    # Two equal parts far apart: a quarter of all lies below the middle of the lower one.
    difference = Difference(
        parts=(
            DifferencePart(weight=0.5, mean=-10, sd=1),
            DifferencePart(weight=0.5, mean=10, sd=1),
        )
    )

    assert difference.find_quantile(0.25) == pytest.approx(-10, abs=1e-9)
    assert difference.chance_below(0) == pytest.approx(0.5)


def test_one_part_is_a_normal_distribution() -> None:
    difference = Difference(parts=(DifferencePart(weight=1.0, mean=-0.5, sd=0.3),))

    for chance in (0.05, 0.5, 0.95):
        expected = NormalDist(-0.5, 0.3).inv_cdf(chance)
        assert difference.find_quantile(chance) == pytest.approx(expected, abs=1e-9)
