"""A reading: by how many of one's own ordinary weeks a construct is heavier than usual."""

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.formulation.reading import Reading, Spot, hold_movement


def _hold(construct: str, movement: Spot, *, is_worse_when_higher: bool = True) -> Reading | None:
    return hold_movement(
        construct,
        movement=movement,
        week_sd=0.6,
        is_worse_when_higher=is_worse_when_higher,
    )


def test_a_tracked_movement_is_given_as_its_answers_alone_tell_it() -> None:
    """Tracking with a prior of variance 1 and an answer of 1.5 with an error variance of 1 gives a
    mean of 1.5 × 1 / (1 + 1) = .75 and a variance of 1 × 1 / (1 + 1) = .5; both times .6 points."""
    movement = (0.75 * 0.6, 0.5**0.5 * 0.6)

    reading = _hold("exhaustion", movement)

    assert reading is not None
    assert reading.heavier_by_sds == pytest.approx(1.5)
    assert reading.error_sds == pytest.approx(1.0)


def test_what_was_hardly_asked_is_no_reading_and_not_one_of_nought() -> None:
    assert _hold("mood", (0.0, 0.59)) is None


def test_less_of_a_good_thing_is_a_heavier_movement() -> None:
    less = _hold("accomplishment", (-0.3, 0.3), is_worse_when_higher=False)
    more = _hold("stress", (0.3, 0.3))

    # .3 / .6 over 1 - (.3 / .6)²
    assert less is not None
    assert more is not None
    assert less.heavier_by_sds == more.heavier_by_sds == pytest.approx(0.5 / 0.75)


def test_weeks_that_are_all_alike_measure_nothing() -> None:
    with pytest.raises(ValueRefused, match="all alike"):
        hold_movement("sleep", movement=(0.0, 0.3), week_sd=0.0, is_worse_when_higher=True)


def test_a_reading_without_its_error_is_refused() -> None:
    with pytest.raises(ValueRefused, match="without its error"):
        Reading(construct="sleep", heavier_by_sds=1.0, error_sds=0.0)


def test_what_is_no_number_is_refused_and_never_read_as_nought() -> None:
    with pytest.raises(ValueRefused, match="not a number"):
        Reading(construct="sleep", heavier_by_sds=float("nan"), error_sds=0.5)
