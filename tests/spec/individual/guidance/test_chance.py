"""How likely a gain worth having is, and what an effect means between two people.

Expected: hand arithmetic, and the normal distribution of the standard library beside it.
"""

from statistics import NormalDist

import pytest

from fallow.individual.guidance.interventions import find_intervention
from fallow.individual.guidance.interventions.intervention import Effect, Target
from fallow.individual.guidance.suggesting.chance import better_off, chance_of_gain


def _effect(key: str, target: Target) -> Effect:
    effect = find_intervention(key).find_effect(target)
    assert effect is not None
    return effect


def test_the_chance_is_the_part_of_the_prior_beyond_a_tenth() -> None:
    # -.20 (-.42, .02): sd = .44 / 3.92 = .1122; (.20 - .10) / .1122 = .891; a table gives .8135.
    chance = chance_of_gain(_effect("mindfulness-group", Target.EXHAUSTION))

    assert chance == pytest.approx(0.8135, abs=0.0005)


def test_it_agrees_with_an_independent_normal_distribution() -> None:
    # -.32 (-.58, -.06)
    prior = NormalDist(-0.32, 0.52 / (2 * NormalDist().inv_cdf(0.975)))

    chance = chance_of_gain(_effect("cap-admin-control", Target.EXHAUSTION))

    assert chance == pytest.approx(prior.cdf(-0.10), abs=1e-9)


def test_for_accomplishment_more_is_a_gain() -> None:
    # +.10 (-.08, .28): the mean lies on the tenth, so half of the prior lies beyond it.
    chance = chance_of_gain(_effect("gratitude-meaning", Target.ACCOMPLISHMENT))

    assert chance == pytest.approx(0.5)


def test_without_an_interval_there_is_no_chance_to_tell() -> None:
    effect = Effect(target=Target.STRESS, mean=-0.05)

    assert chance_of_gain(effect) is None
    assert better_off(effect, source="test") is None


def test_a_fifth_of_a_standard_deviation_is_56_pairs_of_100() -> None:
    # 100 × Φ(.20 / √2) = 100 × Φ(.1414) = 55.6; ends: Φ(-.0141) = 49.4 and Φ(.2970) = 61.7.
    pairs = better_off(_effect("mindfulness-group", Target.STRESS), source="De Simone 2021")

    assert pairs is not None
    assert (pairs.value, pairs.low, pairs.high) == pytest.approx((55.6, 49.4, 61.7), abs=0.05)
    assert (pairs.unit, pairs.source) == ("pairs of 100", "De Simone 2021")
