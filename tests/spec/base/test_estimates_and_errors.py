"""An estimate never travels without its range, unit and source; an error never without its mend."""

import pytest

from fallow.base.errors import FallowError, FileRefused, ValueRefused
from fallow.base.estimate import Estimate


def estimate(value: float | None, low: float, high: float) -> Estimate:
    return Estimate(value=value, low=low, high=high, unit="hours", source="a test")


def test_a_value_lies_inside_its_range() -> None:
    assert estimate(2, 1, 3).value == 2
    assert estimate(1, 1, 1).is_exact
    for wrong in ((0, 1, 3), (4, 1, 3), (None, 3, 1)):
        with pytest.raises(ValueRefused, match="outside its own range"):
            estimate(*wrong)


def test_a_range_without_a_value_is_an_answer() -> None:
    assert estimate(None, 1, 3).value is None
    assert not estimate(None, 1, 3).is_exact
    assert not estimate(2, 1, 3).is_exact


@pytest.mark.parametrize("kind", [ValueRefused, FileRefused])
def test_an_error_says_what_happened_and_what_to_do(kind: type[FallowError]) -> None:
    error = kind("The door is closed.", "Knock twice.")

    assert (error.happened, error.mend) == ("The door is closed.", "Knock twice.")
    assert str(error) == "The door is closed. Knock twice."
