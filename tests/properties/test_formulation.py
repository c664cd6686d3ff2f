"""Laws of what this could be: it adds to one, order and names never matter, error makes unsure."""

from dataclasses import replace
from math import log2
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.recovery.simulated_people import WORLDS, Person, draw_people

from fallow.individual.formulation.catalog import list_questions, published_model
from fallow.individual.formulation.formulating import formulate
from fallow.individual.formulation.model import Model
from fallow.individual.formulation.reading import Reading
from fallow.individual.formulation.weighing import Chance, estimate_chances, make_case

MODEL = published_model()
PEOPLE = 250


@st.composite
def read_people(draw: Any) -> tuple[tuple[Reading, ...], dict[str, bool]]:
    """Readings of some constructs, far and near, sure and unsure, with some answers."""
    names = draw(st.lists(st.sampled_from(MODEL.constructs), unique=True))
    readings = tuple(
        Reading(
            construct=name,
            heavier_by_sds=draw(st.floats(-4, 6)),
            error_sds=draw(st.floats(0.05, 3)),
        )
        for name in names
    )
    keys = draw(st.lists(st.sampled_from([q.key for q in list_questions()]), unique=True))
    return readings, {key: draw(st.booleans()) for key in keys}


def weigh(
    readings: tuple[Reading, ...], answers: dict[str, bool], model: Model = MODEL
) -> tuple[Chance, ...]:
    case = make_case(readings, answers=answers, constructs=model.constructs)
    return estimate_chances(case, model=model)


@given(read_people())
def test_probabilities_add_to_one_and_lie_in_their_range(given_person: Any) -> None:
    chances = weigh(*given_person)

    assert sum(one.probability for one in chances) == pytest.approx(1, abs=1e-12)
    assert all(0 <= one.low <= one.probability <= one.high <= 1 for one in chances)


@given(read_people())
def test_something_else_never_reaches_nought(given_person: Any) -> None:
    readings, answers = given_person
    found = {one.pattern: one for one in weigh(readings, answers)}
    shown = formulate(readings, weeks_answered=52, answers=answers)

    assert found["something_else"].low >= MODEL.floor
    assert all(fit.probability >= 0.1 for fit in shown.fits if fit.pattern == "something_else")


@given(read_people(), st.randoms(use_true_random=False))
def test_the_order_of_readings_changes_not_a_byte(given_person: Any, chance: Any) -> None:
    readings, answers = given_person
    shuffled = list(readings)
    chance.shuffle(shuffled)

    assert weigh(tuple(shuffled), answers) == weigh(readings, answers)


@given(read_people(), st.floats(-5, 5), st.floats(0.05, 3))
def test_an_irrelevant_reading_changes_not_a_byte(
    given_person: Any, level: float, error: float
) -> None:
    readings, answers = given_person
    weather = Reading(construct="weather", heavier_by_sds=level, error_sds=error)

    assert weigh((*readings, weather), answers | {"likes_tea": True}) == weigh(readings, answers)


@given(read_people(), st.randoms(use_true_random=False))
def test_relabelling_constructs_changes_nothing(given_person: Any, chance: Any) -> None:
    readings, answers = given_person
    shuffled = list(MODEL.constructs)
    chance.shuffle(shuffled)
    name = dict(zip(MODEL.constructs, shuffled, strict=True))
    renamed = tuple(replace(one, construct=name[one.construct]) for one in readings)

    found = weigh(renamed, answers, _rename(MODEL, name))

    _assert_alike(found, weigh(readings, answers))


@given(read_people())
def test_turning_the_patterns_round_turns_the_results_round(given_person: Any) -> None:
    readings, answers = given_person
    turned = replace(MODEL, patterns=MODEL.patterns[::-1])

    found = weigh(readings, answers, turned)

    _assert_alike(found[::-1], weigh(readings, answers))


def _rename(model: Model, name: dict[str, str]) -> Model:
    loadings = tuple(replace(one, construct=name[one.construct]) for one in model.loadings)
    patterns = tuple(
        replace(one, marks=tuple((name[key], mark) for key, mark in one.marks))
        for one in model.patterns
    )
    return replace(model, loadings=loadings[::-1], patterns=patterns)


def _assert_alike(first: tuple[Chance, ...], second: tuple[Chance, ...]) -> None:
    assert [one.pattern for one in first] == [one.pattern for one in second]
    for one, other in zip(first, second, strict=True):
        assert one.probability == pytest.approx(other.probability, abs=1e-9)
        assert (one.low, one.high) == pytest.approx((other.low, other.high), abs=1e-9)


def _people() -> list[Person]:
    return list(draw_people(MODEL, WORLDS[0], count=PEOPLE, rng=Random(11)))


def _mean_entropy(people: list[Person], *, error_factor: float, noise: Random | None) -> float:
    """The mean entropy in bits when every error is `error_factor` times as large.

    With `noise` the readings move by what the larger error brings; without, they stay.
    """
    total = 0.0
    for person in people:
        widened = tuple(_widen(one, error_factor, noise) for one in person.readings)
        total -= sum(
            one.probability * log2(one.probability) for one in weigh(widened, person.answers)
        )
    return total / len(people)


def _widen(reading: Reading, factor: float, noise: Random | None) -> Reading:
    added = reading.error_sds * (factor * factor - 1) ** 0.5
    return replace(
        reading,
        error_sds=reading.error_sds * factor,
        heavier_by_sds=reading.heavier_by_sds + (noise.gauss(0, added) if noise else 0.0),
    )


@pytest.mark.parametrize("seed", [None, 5], ids=["the same readings", "readings with more noise"])
def test_more_error_makes_it_less_sure_over_people(seed: int | None) -> None:
    """With added noise this is a theorem (data processing); without, it is measured."""
    people = _people()

    def entropy_at(factor: float) -> float:
        noise = None if seed is None else Random(seed)
        return _mean_entropy(people, error_factor=factor, noise=noise)

    entropies = [entropy_at(factor) for factor in (1.0, 1.5, 2.5, 5.0)]

    assert entropies == sorted(entropies)
    assert entropies[-1] > entropies[0] + 0.3


@given(read_people())
def test_readings_without_any_precision_say_nothing(given_person: Any) -> None:
    readings, answers = given_person
    vague = tuple(replace(one, error_sds=1e6) for one in readings)

    _assert_near(weigh(vague, answers), weigh((), answers))


def _assert_near(first: tuple[Chance, ...], second: tuple[Chance, ...]) -> None:
    for one, other in zip(first, second, strict=True):
        assert one.probability == pytest.approx(other.probability, abs=1e-6)
