"""Holds probabilities against what came true: ten bins of equal width, as their error is defined.

Expected calibration error: people are binned by the probability of the pattern that was given most;
in each bin the mean probability is held against the share of people who had it; the distances are
averaged, weighted by people. The same for each pattern's own probability over all people.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.recovery.simulated_people import Person

from fallow.individual.formulation.formulating import formulate
from fallow.individual.formulation.model import Model
from fallow.individual.trajectory.tracking import EARLY_WEEKS

BINS = 10
Told = tuple[float, bool]  # a probability, and whether it came true


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """People who were given about the same probability."""

    count: int
    mean: float
    came_true: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What a world showed: errors, and how often one pattern was named and was the one.

    People of whom it was too early to say anything are not counted.
    """

    people: int
    bins: tuple[Bin, ...]
    error: float
    worst_pattern_error: float
    named_share: float
    named_right_share: float


def calibrate(people: Iterable[Person], *, model: Model) -> Calibration:
    """This will weigh every person and hold what is shown against what they were drawn from."""
    first: list[Told] = []
    each: dict[str, list[Told]] = {pattern.key: [] for pattern in model.patterns}
    named: list[bool] = []
    for person in people:
        shown = formulate(
            person.readings, weeks_answered=EARLY_WEEKS, answers=person.answers, model=model
        )
        for place, fit in enumerate(shown.fits):
            told = (fit.probability, fit.pattern == person.truth)
            each[fit.pattern].append(told)
            first.extend([told] if place == 0 else [])
        if shown.leading:
            named.append(shown.leading == person.truth)
    return Calibration(
        people=len(first),
        bins=sort_into_bins(first),
        error=find_error(first),
        worst_pattern_error=max(find_error(told) for told in each.values()),
        named_share=len(named) / len(first),
        named_right_share=sum(named) / max(1, len(named)),
    )


def find_error(told: list[Told]) -> float:
    """This will give the expected calibration error over ten bins of equal width."""
    bins = sort_into_bins(told)
    return sum(one.count * abs(one.mean - one.came_true) for one in bins) / len(told)


def sort_into_bins(told: list[Told]) -> tuple[Bin, ...]:
    sorted_: dict[int, list[Told]] = {}
    for probability, came_true in told:
        sorted_.setdefault(min(BINS - 1, int(probability * BINS)), []).append(
            (probability, came_true)
        )
    return tuple(
        Bin(
            count=len(inside),
            mean=sum(p for p, _ in inside) / len(inside),
            came_true=sum(c for _, c in inside) / len(inside),
        )
        for _, inside in sorted(sorted_.items())
    )
