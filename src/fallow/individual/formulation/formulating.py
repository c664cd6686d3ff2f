"""What this could be: seven patterns in words, or that it cannot be told yet, or is too early.

It knows probabilities and turns them into words by stated rules; no blended score, no stage. That
the top two must not overlap before one is named is instruments.md §10; every bound is a choice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor

from fallow.individual.formulation.catalog import published_model
from fallow.individual.formulation.model import Model
from fallow.individual.formulation.reading import Reading
from fallow.individual.formulation.weighing import Case, Chance, estimate_chances, make_case
from fallow.individual.trajectory.tracking import EARLY_WEEKS

LEAST_READ = 5  # constructs that were read well enough; a choice
VAGUE_SDS = 1.5  # an error above this is not "well enough"; what twelve weeks of turns leave
LEADS_FROM = 0.5  # more probable than all others together; a choice
PARTLY_FROM = 0.15  # about its weight before anything was asked; a choice


class Verdict(StrEnum):
    """What can be said at all: too early, cannot be told apart, or it leans one way."""

    TOO_EARLY = "too_early"
    CANNOT_TELL = "cannot_tell"
    LEANS = "leans"


class FitWords(StrEnum):
    """How well one pattern fits, in the words of the page."""

    WELL = "fits well"
    PARTLY = "fits partly"
    LITTLE = "fits little"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """One pattern: its words, and one tap below its probability and range in hundredths."""

    pattern: str
    label: str
    words: FitWords
    probability: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulation:
    """What this could be. `fits` is empty when it is too early, and never without something else.

    `leading` is the one pattern that fits well, `together` those that cannot be told apart.
    """

    verdict: Verdict
    fits: tuple[Fit, ...]
    leading: str | None
    together: tuple[str, ...]


def formulate(
    readings: Iterable[Reading],
    *,
    weeks_answered: int,
    answers: Mapping[str, bool] | None = None,
    model: Model | None = None,
) -> Formulation:
    """This will say which patterns fit well, partly or little, the most probable first.

    One pattern fits well only if it is at least as probable as all others together and the lowest
    end of its range lies above the highest end of every other. Otherwise it cannot be told yet.
    Raises ValueRefused for a construct that was read twice.
    """
    model = model or published_model()
    case = make_case(readings, answers=answers or {}, constructs=model.constructs)
    if _is_too_early(case, weeks_answered):
        return Formulation(verdict=Verdict.TOO_EARLY, fits=(), leading=None, together=())
    chances = sorted(estimate_chances(case, model=model), key=lambda one: -one.probability)
    leading = chances[0].pattern if _leads(chances) else None
    return Formulation(
        verdict=Verdict.LEANS if leading else Verdict.CANNOT_TELL,
        fits=_to_fits(chances, leading, model),
        leading=leading,
        together=() if leading else _find_together(chances),
    )


def _is_too_early(case: Case, weeks_answered: int) -> bool:
    clear = [reading for reading in case.readings if reading.error_sds <= VAGUE_SDS]
    return weeks_answered < EARLY_WEEKS or len(clear) < LEAST_READ


def _leads(chances: list[Chance]) -> bool:
    first = chances[0]
    return first.probability >= LEADS_FROM and all(first.low > one.high for one in chances[1:])


def _find_together(chances: list[Chance]) -> tuple[str, ...]:
    """The first two, and every other that fits at least partly and reaches up to the first."""
    reaching = [
        one.pattern
        for one in chances[2:]
        if one.high >= chances[0].low and one.probability >= PARTLY_FROM
    ]
    return (chances[0].pattern, chances[1].pattern, *reaching)


def _to_fits(chances: list[Chance], leading: str | None, model: Model) -> tuple[Fit, ...]:
    rounded = _round_to_one([one.probability for one in chances])
    return tuple(
        Fit(
            pattern=one.pattern,
            label=model.find_pattern(one.pattern).label,
            words=_find_words(one, leading),
            probability=probability,
            low=min(floor(one.low * 100) / 100, probability),
            high=max(ceil(one.high * 100) / 100, probability),
        )
        for one, probability in zip(chances, rounded, strict=True)
    )


def _find_words(chance: Chance, leading: str | None) -> FitWords:
    if chance.pattern == leading:
        return FitWords.WELL
    return FitWords.PARTLY if chance.probability >= PARTLY_FROM else FitWords.LITTLE


def _round_to_one(shares: list[float]) -> list[float]:
    """Rounds to hundredths that still add to one: what is left goes to the largest remainders."""
    wholes = [floor(share * 100) for share in shares]
    left = 100
    for whole in wholes:
        left -= whole
    order = sorted(range(len(shares)), key=lambda at: (wholes[at] - shares[at] * 100, at))
    lucky = set(order[:left])
    return [(whole + (at in lucky)) / 100 for at, whole in enumerate(wholes)]
