"""The catalog: 33 rows with their evidence. Expected values are rows of interventions.md §2."""

from dataclasses import replace

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.guidance.interventions import find_intervention, list_interventions
from fallow.individual.guidance.interventions.intervention import Effect, Grade, Level, Target


def test_every_row_of_the_table_is_there_in_its_order() -> None:
    numbers = [intervention.number for intervention in list_interventions()]

    assert numbers == [*(str(number) for number in range(1, 32)), "32a", "32b"]


@pytest.mark.parametrize(
    ("key", "target", "mean", "low", "high", "grade"),
    [
        ("mindfulness-group", Target.STRESS, -0.20, -0.42, 0.02, Grade.POOLED),
        ("coaching-six", Target.EXHAUSTION, -0.35, -0.70, 0.00, Grade.TRIAL),
        ("gratitude-meaning", Target.ACCOMPLISHMENT, 0.10, -0.08, 0.28, Grade.THIN),
        ("cap-admin-control", Target.DEPERSONALIZATION, -0.32, -0.58, -0.06, Grade.POOLED_LOW),
        ("combined-program", Target.EXHAUSTION, -0.40, -0.66, -0.14, Grade.POOLED_LOW),
        ("sts-supervision", Target.SECONDARY_TRAUMATIC_STRESS, -0.10, -0.45, 0.25, Grade.NONE),
        ("shorter-hours", Target.SLEEP, -0.38, -0.66, -0.10, Grade.TRIAL),
    ],
)
def test_a_row_says_what_the_table_says(
    key: str, target: Target, mean: float, low: float, high: float, grade: Grade
) -> None:
    intervention = find_intervention(key)

    assert intervention.find_effect(target) == Effect(target=target, mean=mean, low=low, high=high)
    assert intervention.grade is grade


def test_a_mean_without_an_interval_borrows_the_width_of_its_row_and_says_so() -> None:
    # Row 15: EE -.13 (-.33, .07); DP -.15. The half width is .20: -.35 to .05.
    effect = find_intervention("quality-supervision").find_effect(Target.DEPERSONALIZATION)

    assert effect is not None
    assert (effect.low, effect.high) == pytest.approx((-0.35, 0.05))
    assert effect.is_width_carried


def test_a_row_without_any_interval_stays_without_one() -> None:
    effect = find_intervention("pay-recognition").find_effect(Target.ACCOMPLISHMENT)

    assert effect == Effect(target=Target.ACCOMPLISHMENT, mean=0.08)


def test_everything_but_a_whole_change_of_the_work_has_its_counterpart_in_the_practice() -> None:
    for intervention in list_interventions():
        if not intervention.is_organizational:
            counterpart = find_intervention(intervention.counterpart)
            assert Level.ORGANIZATIONAL in counterpart.levels
            assert counterpart.practice
            assert counterpart is not intervention


def test_every_row_says_something_to_do_and_where_it_comes_from() -> None:
    for intervention in list_interventions():
        assert intervention.personal or intervention.practice
        assert intervention.source
        assert intervention.evidence in {"verified", "unverified", "derived", "assumption"}
        assert bool(intervention.personal) != intervention.is_organizational


def test_a_suggestion_without_the_practices_part_cannot_be_made() -> None:
    with pytest.raises(ValueRefused):
        replace(find_intervention("mindfulness-group"), counterpart="")


def test_an_unknown_id_is_refused() -> None:
    with pytest.raises(ValueRefused):
        find_intervention("cold-showers")
