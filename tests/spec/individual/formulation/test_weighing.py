"""How probable each pattern is: Bayes' rule, by hand and against dense normals in numpy."""

from dataclasses import replace

import pytest
from tests.spec.individual.formulation.dense_model import chances

from fallow.base.errors import ValueRefused
from fallow.individual.formulation.catalog import published_model
from fallow.individual.formulation.model import Model
from fallow.individual.formulation.reading import Reading
from fallow.individual.formulation.weighing import Chance, estimate_chances, make_case

MODEL = published_model()
READ = tuple(
    Reading(construct=name, heavier_by_sds=value, error_sds=error)
    for name, value, error in (
        ("exhaustion", 1.9, 0.4),
        ("depersonalization", 2.2, 0.6),
        ("accomplishment", 1.4, 0.7),
        ("stress", 0.3, 0.5),
        ("secondary_traumatic_stress", 0.8, 0.9),
        ("mood", 1.1, 0.8),
    )
)
ANSWERS = {"eases_away": True, "outside_work": False}


def weigh(
    readings: tuple[Reading, ...], model: Model = MODEL, **answers: bool
) -> dict[str, Chance]:
    case = make_case(readings, answers=answers, constructs=model.constructs)
    return {one.pattern: one for one in estimate_chances(case, model=model)}


def test_all_of_it_is_what_dense_normals_give() -> None:
    expected = chances(READ, ANSWERS, model=MODEL)

    found = weigh(READ, **ANSWERS).values()

    assert [one.probability for one in found] == pytest.approx(expected[0], rel=1e-9)
    assert [one.low for one in found] == pytest.approx(expected[1], rel=1e-9)
    assert [one.high for one in found] == pytest.approx(expected[2], rel=1e-9)


def test_nothing_read_leaves_the_weights_from_before() -> None:
    # Odds 2 : 1 : … : 1, something else at ½, 1 and 2: 1/7.5, 1/8, 1/9, mean .12315; 10 % set aside
    found = weigh(())

    assert found["burnout"].probability == pytest.approx(0.9 * (1 / 7.5 + 1 / 8 + 1 / 9) / 3)
    assert found["something_else"].low == pytest.approx(0.1 + 0.9 * 0.5 / 7.5)
    assert found["something_else"].high == pytest.approx(0.1 + 0.9 * 2 / 9)


def test_one_yes_moves_by_its_shares_alone() -> None:
    # Odds 1,1,1,1,1,1,2 times shares .1 .15 .8 .7 .4 .1 .1 of yes: .8 / 2.45 of secondary stress
    one_set = replace(MODEL, assumed=(MODEL.middle,))

    found = weigh((), one_set, tied_to_clients=True)

    assert found["secondary_traumatic_stress"].probability == pytest.approx(0.9 * 0.8 / 2.45)


def test_something_else_never_falls_under_its_floor_however_clear_the_rest() -> None:
    clear = tuple(replace(reading, error_sds=0.05) for reading in READ)

    found = weigh(clear, eases_away=True, outside_work=False, tied_to_clients=False)

    assert 0.1 <= found["something_else"].probability < 0.12


def test_distress_alone_points_nowhere() -> None:
    """All patterns but the ordinary bring the same distress: being unwell tells not of what."""
    heavy = tuple(
        Reading(construct=one.construct, heavier_by_sds=1.5 * one.loading, error_sds=0.5)
        for one in MODEL.loadings
    )

    found = weigh(heavy)

    assert max(one.probability for one in found.values()) < 0.5


def test_what_was_not_asked_is_left_out_and_not_read_as_nought() -> None:
    nought = Reading(construct="worldview", heavier_by_sds=0.0, error_sds=0.3)

    without, with_nought = weigh(READ), weigh((*READ, nought))

    assert (
        with_nought["vicarious_trauma"].probability < 0.5 * without["vicarious_trauma"].probability
    )


def test_one_thing_is_read_once() -> None:
    with pytest.raises(ValueRefused, match="read twice"):
        weigh((*READ, READ[0]))
