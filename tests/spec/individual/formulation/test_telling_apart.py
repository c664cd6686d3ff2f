"""What would tell the patterns apart: the expected gain in bits, by hand and against numpy."""

from dataclasses import replace
from math import log2

import numpy as np
import pytest
from tests.spec.individual.formulation.dense_model import log_normal, moments

from fallow.individual.formulation.catalog import published_model
from fallow.individual.formulation.reading import Reading
from fallow.individual.formulation.telling_apart import (
    CLOSER_ERROR_SDS,
    TellingKind,
    expect_gain_of_answer,
    expect_gain_of_reading,
    find_what_would_tell,
)
from fallow.individual.formulation.weighing import Case, make_case

MODEL = published_model()
NO_FLOOR = replace(MODEL, floor=0.0)
LEVELS = {"secondary_traumatic_stress": 1.9, "worldview": 1.6, "sleep": 0.9, "exhaustion": 1.2}


def read(levels: dict[str, float]) -> tuple[Reading, ...]:
    return tuple(
        Reading(construct=name, heavier_by_sds=value, error_sds=0.6)
        for name, value in levels.items()
    )


def make(levels: dict[str, float]) -> Case:
    return make_case(read(levels), answers={}, constructs=MODEL.constructs)


def entropy(*shares: float) -> float:
    return -sum(share * log2(share) for share in shares if share > 0)


def test_the_gain_of_a_yes_or_no_by_hand() -> None:
    # Nothing read: odds 1 1 1 1 1 1 2 of 8; shares of yes .1 .15 .8 .7 .4 .1 .1
    odds, yes = [1, 1, 1, 1, 1, 1, 2], [0.1, 0.15, 0.8, 0.7, 0.4, 0.1, 0.1]
    with_yes = [o * y / 8 for o, y in zip(odds, yes, strict=True)]
    with_no = [o * (1 - y) / 8 for o, y in zip(odds, yes, strict=True)]
    after = sum(sum(row) * entropy(*(one / sum(row) for one in row)) for row in (with_yes, with_no))

    gain = expect_gain_of_answer(make({}), "tied_to_clients", model=NO_FLOOR)

    assert gain == pytest.approx(entropy(*(o / 8 for o in odds)) - after)


def _dense_gain(levels: dict[str, float], construct: str) -> float:
    """The same by dense normals: everything read so far, and one more reading on a fine grid."""
    names = [*levels, construct]
    errors = np.diag([*[0.36] * len(levels), CLOSER_ERROR_SDS**2])
    grid = np.linspace(-15, 15, 3001)
    joint = np.empty((len(MODEL.patterns), len(grid)))
    now = np.empty(len(MODEL.patterns))
    for row, pattern in enumerate(MODEL.patterns):
        mean, covariance = _moments_with_repeats(pattern.key, names)
        values = np.array(list(levels.values()))
        seen = len(values)
        whole = covariance + errors
        now[row] = pattern.odds * np.exp(log_normal(values, mean[:seen], whole[:seen, :seen]))
        for column, point in enumerate(grid):
            density = log_normal(np.array([*values, point]), mean, whole)
            joint[row, column] = pattern.odds * np.exp(density)
    shares, totals = joint / joint.sum(axis=0), joint.sum(axis=0)
    after = [entropy(*column) for column in shares.T]
    return entropy(*(now / now.sum())) - float(np.average(after, weights=totals))


def _moments_with_repeats(key: str, names: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """A construct that is read twice has one true level, seen with two errors."""
    once = list(dict.fromkeys(names))
    pattern = MODEL.find_pattern(key)
    mean, covariance = moments(pattern, once, model=MODEL, assumed=MODEL.middle)
    places = [once.index(name) for name in names]
    return mean[places], covariance[np.ix_(places, places)]


@pytest.mark.parametrize("construct", ["worldview", "mood"])
def test_the_gain_of_a_reading_is_what_dense_normals_expect(construct: str) -> None:
    """`worldview` was read before and is read again; `mood` was not."""
    gain = expect_gain_of_reading(make(LEVELS), construct, model=NO_FLOOR)

    assert gain == pytest.approx(_dense_gain(LEVELS, construct), abs=1e-3)


def test_between_two_traumas_the_link_to_clients_and_alarm_are_worth_asking() -> None:
    found = find_what_would_tell(read(LEVELS))

    assert found[0].key == "tied_to_clients"
    assert found[0].kind is TellingKind.QUESTION
    assert [one.gain_bits for one in found] == sorted((o.gain_bits for o in found), reverse=True)


def test_a_question_that_was_answered_is_not_asked_again() -> None:
    found = find_what_would_tell(read(LEVELS), answers={"tied_to_clients": True}, most=20)

    assert "tied_to_clients" not in {one.key for one in found}


def test_what_is_known_well_gains_little() -> None:
    known = tuple(
        Reading(construct=name, heavier_by_sds=0.5, error_sds=0.1) for name in MODEL.constructs
    )

    found = find_what_would_tell(known, most=20)

    assert {one.kind for one in found} == {TellingKind.QUESTION}


def test_each_says_in_a_sentence_what_it_would_be() -> None:
    found = find_what_would_tell(read(LEVELS), most=20)

    assert {one.kind for one in found} == set(TellingKind)
    assert [one.sentence for one in found if not one.sentence.endswith(".")] == []


def test_what_would_tell_next_to_nothing_is_not_named() -> None:
    case = make(LEVELS)
    gains = {name: expect_gain_of_reading(case, name, model=MODEL) for name in MODEL.constructs}

    named = {one.key for one in find_what_would_tell(read(LEVELS), most=99)}

    assert {name for name in named if name in gains} == {
        name for name, gain in gains.items() if round(gain, 3) >= 0.02
    }
    assert min(gains.values()) < 0.02
