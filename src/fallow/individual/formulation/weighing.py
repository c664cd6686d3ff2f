"""Weighs what was read and answered: how probable each pattern is, under every assumption.

It knows the model and no words. Bayes' rule over patterns; the sets of assumptions are equally
likely beforehand. What was not asked is integrated out: it simply does not enter.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log, sqrt

from fallow.base.errors import ValueRefused
from fallow.individual.formulation.density import Hidden, Pull, Spread, see
from fallow.individual.formulation.model import SOMETHING_ELSE, Assumed, Model, Pattern
from fallow.individual.formulation.reading import Reading

DISTRESS_VARIANCE = 1.0  # by definition of the unit: one ordinary SD
Shape = tuple[float, float]  # overlap and contrast: what makes a density, without the odds
Pulls = tuple[dict[str, Pull], ...]  # one for each pattern, by construct


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What one person's readings and answers are, in the model's order; nothing else of them."""

    readings: tuple[Reading, ...]
    answers: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """How probable one pattern is, and the least and most of it under any assumption, 0 to 1."""

    pattern: str
    probability: float
    low: float
    high: float


def make_case(
    readings: Iterable[Reading], *, answers: Mapping[str, bool], constructs: tuple[str, ...]
) -> Case:
    """This will keep what the model uses, in one order; ValueRefused for a construct read twice."""
    given = tuple(readings)
    by_name = {reading.construct: reading for reading in given}
    if len(by_name) != len(given):
        raise ValueRefused("One thing was read twice.", "Give one reading of each.")
    return Case(
        readings=tuple(by_name[name] for name in constructs if name in by_name),
        answers=tuple(sorted(answers.items())),
    )


def estimate_chances(case: Case, *, model: Model) -> tuple[Chance, ...]:
    """This will give each pattern's probability with its range, in the model's order.

    The probability weighs the assumptions by how well they fit too, so it lies within the range.
    Unrounded, 0 to 1, adding to one. Something else never falls under the model's floor.
    """
    weights = _weigh_all(case, model)
    top = max(max(row) for row in weights)
    shares = [[exp(weight - top) for weight in row] for row in weights]
    totals = [_add(row[place] for row in shares) for place in range(len(model.patterns))]
    together = add_floor(to_shares(totals), model=model)
    alone = [add_floor(to_shares([exp(w - max(row)) for w in row]), model=model) for row in weights]
    return tuple(
        Chance(
            pattern=pattern.key,
            probability=together[place],
            low=min(together[place], *(row[place] for row in alone)),
            high=max(together[place], *(row[place] for row in alone)),
        )
        for place, pattern in enumerate(model.patterns)
    )


def estimate_under(case: Case, *, model: Model, assumed: Assumed) -> tuple[float, ...]:
    """This will give the probabilities under one set of assumptions, before the floor."""
    weights = _weigh(_fit(case, model, pulls_of(model, assumed=assumed)), model, assumed)
    return to_shares([exp(weight - max(weights)) for weight in weights])


def add_floor(shares: tuple[float, ...], *, model: Model) -> tuple[float, ...]:
    """This will set aside the people in whom something else looks like any pattern."""
    left = 1.0 - model.floor
    return tuple(
        model.floor + left * share if pattern.key == SOMETHING_ELSE else left * share
        for pattern, share in zip(model.patterns, shares, strict=True)
    )


def to_shares(weights: list[float]) -> tuple[float, ...]:
    """This will give weights as shares of their sum."""
    whole = _add(weights)
    return tuple(weight / whole for weight in weights)


def see_each(case: Case, *, model: Model, assumed: Assumed) -> list[tuple[float, Hidden]]:
    """This will weigh the readings of a case under each pattern, in the model's order."""
    return _see_each(case, model, _shapes_of(model)[assumed.overlap, assumed.contrast])


def pulls_of(model: Model, *, assumed: Assumed) -> Pulls:
    """This will say what moves each construct under each pattern, in the model's order."""
    return _shapes_of(model)[assumed.overlap, assumed.contrast]


@cache
def _shapes_of(model: Model) -> dict[Shape, Pulls]:
    return {
        (one.overlap, one.contrast): tuple(
            _pulls_of(pattern, model, one) for pattern in model.patterns
        )
        for one in (*model.assumed, model.middle)
    }


def _pulls_of(pattern: Pattern, model: Model, assumed: Assumed) -> dict[str, Pull]:
    marks = dict(pattern.marks)
    pulls = {}
    for one in model.loadings:
        distress = one.loading * assumed.overlap
        specific = 1.0 - distress * distress
        contrast = marks.get(one.construct, 0.0) * assumed.contrast * sqrt(specific)
        pulls[one.construct] = Pull(distress, contrast, specific * pattern.looseness)
    return pulls


def _see_each(case: Case, model: Model, pulls: Pulls) -> list[tuple[float, Hidden]]:
    spread = model.unevenness * model.unevenness
    read = [(r.construct, r.heavier_by_sds, r.error_sds * r.error_sds) for r in case.readings]
    return [
        see(
            tuple(Spread(value, error, pull[name]) for name, value, error in read),
            Hidden(pattern.distress_sds, 1.0, DISTRESS_VARIANCE, spread, 0.0),
        )
        for pattern, pull in zip(model.patterns, pulls, strict=True)
    ]


def _weigh_all(case: Case, model: Model) -> list[list[float]]:
    """One row for each set of assumptions; the odds of something else change no density."""
    shapes = _shapes_of(model)
    fits = {shape: _fit(case, model, pulls) for shape, pulls in shapes.items()}
    return [_weigh(fits[one.overlap, one.contrast], model, one) for one in model.assumed]


def _fit(case: Case, model: Model, pulls: Pulls) -> list[float]:
    """The log density of the case under each pattern."""
    seen = _see_each(case, model, pulls)
    return [
        log_density + _log_share_of(pattern, case.answers)
        for pattern, (log_density, _) in zip(model.patterns, seen, strict=True)
    ]


def _weigh(fits: list[float], model: Model, assumed: Assumed) -> list[float]:
    """The logarithm of each pattern's weight; weights beforehand add to one."""
    odds = [_odds_of(pattern, assumed) for pattern in model.patterns]
    all_odds = _add(odds)
    return [fit + log(one / all_odds) for fit, one in zip(fits, odds, strict=True)]


def _odds_of(pattern: Pattern, assumed: Assumed) -> float:
    return pattern.odds * (assumed.else_odds if pattern.key == SOMETHING_ELSE else 1.0)


def _log_share_of(pattern: Pattern, answers: tuple[tuple[str, bool], ...]) -> float:
    shares = dict(pattern.says_yes)
    total = 0.0
    for key, said_yes in answers:
        if key in shares:
            total += log(shares[key] if said_yes else 1.0 - shares[key])
    return total


def _add(numbers: Iterable[float]) -> float:
    """Adds in a plain loop: the same bytes in every Python."""
    total = 0.0
    for number in numbers:
        total += number
    return total
