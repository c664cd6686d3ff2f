"""A reading: by how many of one's own ordinary weeks a construct is heavier than usual."""

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.formulation.reading import (
    Against,
    Reading,
    hold_against_reference,
    hold_against_usual,
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
