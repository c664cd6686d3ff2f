"""Reliable change: two scores of one form, and the errors of both.

Worked by hand from the formula of Jacobson & Truax 1991 in their own example of couples' scores:
a reliability of .88 and a standard deviation of 7.5, from 32.5 to 47.5.
"""

import math

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.trajectory.reliable_change import reliable_change


def test_a_change_of_two_standard_errors_of_the_difference_is_reliable() -> None:
    """7.5 × √(1 − .88) = 2.598; √2 × 2.598 = 3.674; 15 / 3.674 = 4.08."""
    error = 7.5 * math.sqrt(1 - 0.88)

    change = reliable_change(32.5, 47.5, first_error=error, second_error=error)

    assert change.index == pytest.approx(4.08, abs=0.005)
    assert change.is_reliable


def test_the_interval_is_1_96_errors_to_either_side() -> None:
    change = reliable_change(1, 2, first_error=3, second_error=4)  # √(9 + 16) = 5

    assert (change.low, change.high) == pytest.approx((-8.8, 10.8))
    assert not change.is_reliable


def test_both_errors_count() -> None:
    """One form asked three questions and the other one: they are not alike."""
    change = reliable_change(1, 3, first_error=0.6, second_error=0.8)

    assert change.index == pytest.approx(2.0)
    assert change.is_reliable


def test_a_change_of_less_than_1_96_of_them_is_not() -> None:
    assert not reliable_change(1, 2.9, first_error=0.6, second_error=0.8).is_reliable


def test_a_fall_is_as_reliable_as_a_rise() -> None:
    up = reliable_change(1, 3, first_error=0.5, second_error=0.5)
    down = reliable_change(3, 1, first_error=0.5, second_error=0.5)

    assert down.index == -up.index
    assert up.is_reliable
    assert down.is_reliable


def test_scores_without_error_are_refused() -> None:
    with pytest.raises(ValueRefused, match="without any error"):
        reliable_change(1, 2, first_error=0, second_error=0)
