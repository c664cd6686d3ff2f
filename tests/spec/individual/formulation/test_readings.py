"""A reading: by how many of one's own ordinary weeks a construct is heavier than usual."""

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.formulation.reading import (
    Against,
    Reading,
    hold_against_reference,
    hold_against_usual,
    hold_movement,
)


def test_a_level_above_usual_is_heavier() -> None:
    reading = hold_against_usual("exhaustion", level=(2.5, 0.3), usual=(1.5, 0.4), week_sd=0.5)

    assert reading.heavier_by_sds == 2.0  # (2.5 - 1.5) / 0.5
    assert reading.error_sds == 1.0  # sqrt(0.3² + 0.4²) / 0.5
    assert reading.against is Against.USUAL


@pytest.mark.parametrize("construct", ["accomplishment", "detachment", "gave_back", "control"])
def test_less_of_a_good_thing_is_heavier(construct: str) -> None:
    reading = hold_against_usual(construct, level=(1.0, 0.3), usual=(2.0, 0.4), week_sd=0.5)

    assert reading.heavier_by_sds == 2.0


def test_a_tracked_movement_is_given_as_its_answers_alone_tell_it() -> None:
    """Tracking with a prior of variance 1 and an answer of 1.5 with an error variance of 1 gives a
    mean of 1.5 × 1 / (1 + 1) = .75 and a variance of 1 × 1 / (1 + 1) = .5; both times .6 points."""
    movement = (0.75 * 0.6, 0.5**0.5 * 0.6)

    reading = hold_movement("exhaustion", movement=movement, week_sd=0.6)

    assert reading is not None
    assert reading.heavier_by_sds == pytest.approx(1.5)
    assert reading.error_sds == pytest.approx(1.0)


def test_what_was_hardly_asked_is_no_reading_and_not_one_of_nought() -> None:
    assert hold_movement("mood", movement=(0.0, 0.59), week_sd=0.6) is None


def test_less_of_a_good_thing_is_a_heavier_movement() -> None:
    reading = hold_movement("accomplishment", movement=(-0.3, 0.3), week_sd=0.6)

    assert reading is not None
    assert reading.heavier_by_sds > 0


def test_a_score_can_be_held_against_a_published_mean_by_name() -> None:
    # Exhaustion of the MBI-HSS at 31.5 against 21.0 with an SD of 10.5 and an error of 3.3 points
    reading = hold_against_reference("exhaustion", score=(31.5, 3.3), mean=21.0, sd=10.5)

    assert reading.heavier_by_sds == 1.0
    assert reading.error_sds == pytest.approx(0.314, abs=0.001)
    assert reading.against is Against.REFERENCE


def test_weeks_that_are_all_alike_measure_nothing() -> None:
    with pytest.raises(ValueRefused, match="all alike"):
        hold_against_usual("sleep", level=(2.0, 0.3), usual=(2.0, 0.4), week_sd=0.0)


def test_a_reading_without_its_error_is_refused() -> None:
    with pytest.raises(ValueRefused, match="without its error"):
        Reading(construct="sleep", heavier_by_sds=1.0, error_sds=0.0)


def test_what_is_no_number_is_refused_and_never_read_as_nought() -> None:
    with pytest.raises(ValueRefused, match="not a number"):
        Reading(construct="sleep", heavier_by_sds=float("nan"), error_sds=0.5)
