"""What would tell the patterns apart: what to ask next, and how much surer that should make it.

It knows the middle assumptions alone (a choice) and no person but this one. The gain is the
expected fall of Shannon's entropy over the patterns, in bits; it can never be below nought.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import exp, log2, sqrt

from fallow.individual.formulation.catalog import list_questions, published_model
from fallow.individual.formulation.density import Hidden, Pull
from fallow.individual.formulation.model import Model
from fallow.individual.formulation.reading import Reading
from fallow.individual.formulation.weighing import (
    Case,
    add_floor,
    estimate_under,
    make_case,
    pulls_of,
    see_each,
    to_shares,
)

CLOSER_ERROR_SDS = 0.35  # the error of asking a whole scale over a few weeks; a choice
LEAST_GAIN_BITS = 0.02  # less is not worth asking for; a choice
_STEPS, _REACH_SDS = 80, 5.0


class TellingKind(StrEnum):
    """What would be asked: a question of fact, or more about one construct."""

    QUESTION = "question"
    CONSTRUCT = "construct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One thing worth asking, with the bits it is expected to gain."""

    key: str
    label: str
    kind: TellingKind
    gain_bits: float
    sentence: str


def find_what_would_tell(
    readings: Iterable[Reading],
    *,
    answers: Mapping[str, bool] | None = None,
    most: int = 3,
    model: Model | None = None,
) -> tuple[Telling, ...]:
    """This will name what is worth asking next, the most telling first, at most `most` things."""
    model = model or published_model()
    case = make_case(readings, answers=answers or {}, constructs=model.constructs)
    found = [*_weigh_questions(case, model), *_weigh_constructs(case, model)]
    worth = [one for one in found if one.gain_bits >= LEAST_GAIN_BITS]
    return tuple(sorted(worth, key=lambda one: -one.gain_bits)[:most])


def expect_gain_of_answer(case: Case, key: str, *, model: Model) -> float:
    """This will give the bits that a yes or no to one question is expected to gain."""
    shares = estimate_under(case, model=model, assumed=model.middle)
    yes = [dict(pattern.says_yes).get(key, 0.5) for pattern in model.patterns]
    no = [1.0 - share for share in yes]
    return _expect_gain(shares, [yes, no], model)


def expect_gain_of_reading(case: Case, construct: str, *, model: Model) -> float:
    """This will give the bits that reading one construct more closely is expected to gain.

    The new reading has an error of CLOSER_ERROR_SDS, beside any that there is.
    """
    shares = estimate_under(case, model=model, assumed=model.middle)
    hidden = [after for _, after in see_each(case, model=model, assumed=model.middle)]
    pulls = [pull[construct] for pull in pulls_of(model, assumed=model.middle)]
    had = next((r for r in case.readings if r.construct == construct), None)
    expected = [_expect_reading(p, h, had) for p, h in zip(pulls, hidden, strict=True)]
    return _expect_gain(shares, _densities(expected), model)


def _weigh_questions(case: Case, model: Model) -> list[Telling]:
    asked = dict(case.answers)
    return [
        Telling(
            key=question.key,
            label=question.wording,
            kind=TellingKind.QUESTION,
            gain_bits=round(expect_gain_of_answer(case, question.key, model=model), 3),
            sentence=f"{question.wording} {question.why}",
        )
        for question in list_questions()
        if question.key not in asked
    ]


def _weigh_constructs(case: Case, model: Model) -> list[Telling]:
    return [
        Telling(
            key=one.construct,
            label=one.label,
            kind=TellingKind.CONSTRUCT,
            gain_bits=round(expect_gain_of_reading(case, one.construct, model=model), 3),
            sentence=f"More answers on this would help: {one.label[0].lower()}{one.label[1:]}.",
        )
        for one in model.loadings
    ]


def _expect_reading(pull: Pull, hidden: Hidden, had: Reading | None) -> tuple[float, float]:
    """Mean and variance of the next reading under one pattern, after all that was read."""
    d, c, specific = pull
    known = specific / (specific + had.error_sds * had.error_sds) if had else 0.0
    open_part = 1.0 - known
    mean = open_part * (d * hidden.distress + c * hidden.contrast)
    common = (
        d * d * hidden.distress_variance
        + c * c * hidden.contrast_variance
        + 2 * d * c * hidden.covariance
    )
    variance = open_part * specific + open_part * open_part * common
    mean += known * had.heavier_by_sds if had else 0.0
    return mean, variance + CLOSER_ERROR_SDS * CLOSER_ERROR_SDS


def _densities(expected: list[tuple[float, float]]) -> list[list[float]]:
    """The density under each pattern on an even grid that reaches past all of them."""
    low = min(mean - _REACH_SDS * sqrt(variance) for mean, variance in expected)
    high = max(mean + _REACH_SDS * sqrt(variance) for mean, variance in expected)
    points = [low + (high - low) * step / _STEPS for step in range(_STEPS + 1)]
    return [
        [exp(-(point - mean) * (point - mean) / (2 * v)) / sqrt(v) for mean, v in expected]
        for point in points
    ]


def _expect_gain(shares: tuple[float, ...], outcomes: list[list[float]], model: Model) -> float:
    """Entropy now, less its mean over the outcomes. An outcome is a weight for each pattern."""
    joint = [[s * one for s, one in zip(shares, outcome, strict=True)] for outcome in outcomes]
    whole, after = 0.0, 0.0
    for weights in joint:
        chance = 0.0
        for weight in weights:
            chance += weight
        if chance > 0.0:
            whole += chance
            after += chance * _entropy(add_floor(to_shares(weights), model=model))
    return max(0.0, _entropy(add_floor(shares, model=model)) - after / whole)


def _entropy(shares: tuple[float, ...]) -> float:
    bits = 0.0
    for share in shares:
        if share > 0.0:
            bits -= share * log2(share)
    return bits
