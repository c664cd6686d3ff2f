"""One week of answers: how much they move what is believed, by hand arithmetic.

A person whose usual is believed to be 2 ± 1 and whose weeks move by 1 answers 4, with an error of
variance 2. What was expected has variance 1 + 1, so the answer's surprise of 2 has variance 4.
"""

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.trajectory.filtering import Step, follow
from fallow.individual.trajectory.observation import Observation, error_variance
from fallow.individual.trajectory.parameters import Parameters

PERSON = Parameters(movement_sd=1, lasting=0.5, wander_sd=0, level_mean=2, level_sd=1, slope_sd=0.5)


NO_ANSWER = Observation(value=None, error_variance=2)


def first_week(answer: float | None, *, load: float | None = None) -> Step:
    return follow([Observation(value=answer, error_variance=2, load=load)], person=PERSON)[0]


def test_a_surprise_is_shared_between_the_usual_and_the_movement() -> None:
    step = first_week(4)

    assert (step.surprise, step.spread) == (2, 4)
    assert step.sureness.gains[:2] == (0.25, 0.25)  # 1 of 4 each
    assert step.believed[:2] == (2.5, 0.5)
    assert step.sureness.believed[0] == 0.75  # 1 − 1²/4
    assert step.sureness.believed[1] == -0.25  # what one had, the other had not


def test_a_movement_fades_and_the_usual_stays() -> None:
    weeks = [Observation(value=4, error_variance=2), NO_ANSWER]

    later = follow(weeks, person=PERSON)[1]

    assert later.expected[:2] == (2.5, 0.25)
    assert later.sureness.expected[3] == 0.25 * 0.75 + 0.75  # 0.5² of what was left, and the new


def test_a_week_without_answers_changes_nothing() -> None:
    step = first_week(None)

    assert step.surprise is None
    assert step.believed == step.expected
    assert step.sureness.believed == step.sureness.expected
    assert step.log_likelihood == 0


def test_load_that_is_known_takes_its_part_of_a_surprise() -> None:
    """Twice the usual spread of load: 2 × 0.5 = 1 point of spread, 2² × 0.25 = 1 of variance."""
    step = first_week(4, load=2)

    assert step.spread == 5
    assert step.believed[2] == pytest.approx(0.2)  # slope: 2 × 0.25 / 5 of 2


def test_what_was_expected_of_a_week_knows_nothing_of_it() -> None:
    weeks = [Observation(value=2, error_variance=2), Observation(value=4, error_variance=2)]

    steps = follow(weeks, person=PERSON)

    assert steps[1].expected[:2] == (2, 0)


def test_more_answers_leave_less_error() -> None:
    """0.6² + 0.3² = 0.45 points squared for one answer of 0 to 4; a third of it for three."""
    assert error_variance(4, answered=1) == pytest.approx(0.45)
    assert error_variance(4, answered=3) == pytest.approx(0.15)


def test_answers_without_any_error_are_refused() -> None:
    with pytest.raises(ValueRefused, match="without any error"):
        Observation(value=2, error_variance=0)


def test_a_movement_that_never_fades_is_refused() -> None:
    with pytest.raises(ValueRefused, match="cannot move like that"):
        Parameters(movement_sd=1, lasting=1, wander_sd=0, level_mean=2, level_sd=1, slope_sd=0.5)
