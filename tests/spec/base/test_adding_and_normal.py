"""Sums in the order given, and the normal distribution against the standard library's own."""

from statistics import NormalDist

import pytest

from fallow.base.adding import add, mean
from fallow.base.normal import NINETY, NINETY_FIVE, normal_cdf


def test_sums_are_added_in_their_order_without_compensation() -> None:
    """A compensated sum would give 1.0: the built-in one does since Python 3.12."""
    assert add([1.0, 1e100, -1e100]) == 0.0
    assert add([]) == 0.0
    assert mean([1.0, 2.0, 6.0]) == 3.0


@pytest.mark.parametrize("z", [-3.0, -1.0, 0.0, 0.5, 2.0])
def test_the_distribution_is_that_of_the_standard_library(z: float) -> None:
    assert normal_cdf(z) == pytest.approx(NormalDist().cdf(z), rel=1e-12)


@pytest.mark.parametrize(("sds", "held"), [(NINETY, 0.90), (NINETY_FIVE, 0.95)])
def test_an_interval_holds_what_its_name_says(sds: float, held: float) -> None:
    assert normal_cdf(sds) - normal_cdf(-sds) == pytest.approx(held, abs=1e-12)
