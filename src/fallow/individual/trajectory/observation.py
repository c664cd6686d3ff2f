"""One week's answers about one construct: a mean, and how far off it may be.

They know nothing of other weeks. A scale that asks one question this week and three the next is
as sure as what it asked: the error belongs to the week, not to the form.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fallow.base.adding import mean
from fallow.base.errors import ValueRefused
from fallow.individual.instruments.instrument import Instrument, Scale

ITEM_ERROR_SHARE = 0.15
"""Standard deviation of one answer around what it measures, as a share of the range of answers:
0.6 points of 4. It equals one standard deviation of an ordinary person's weeks, as in the
simulations of core.md §6. (assumption)"""
ITEM_DIFFERENCE_SHARE = 0.075
"""How far apart the usual answers to two questions of one scale lie (standard deviation), as a
share of the range. Questions take turns, so it counts as error of a week. (assumption)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One week of one construct, in points of its scale; `value` is None without an answer.

    `error_variance` is in points squared. `load` is that week's weighted hours less the person's
    usual, in standard deviations of their own weeks; None where it is not known.
    """

    value: float | None
    error_variance: float
    load: float | None = None

    def __post_init__(self) -> None:
        if not self.error_variance > 0:
            raise ValueRefused(
                "A week's answers are said to be without any error.", "Give an error above 0."
            )


def observe(
    answers: Mapping[str, float], *, instrument: Instrument, scale: Scale, load: float | None = None
) -> Observation:
    """This will give the mean of a scale's answers of one week, reversed questions turned around.

    One answer is enough: what it lacks in sureness, its error says.
    """
    values = [_counted(instrument, key, answers[key]) for key in scale.items if key in answers]
    answered = len(values)
    return Observation(
        value=mean(values) if values else None,
        error_variance=error_variance(range_of(instrument, scale), answered=max(answered, 1)),
        load=load,
    )


def error_variance(range_points: float, *, answered: int) -> float:
    """This will give points squared: what one answer is off by, and the questions' differences."""
    share = ITEM_ERROR_SHARE * ITEM_ERROR_SHARE + ITEM_DIFFERENCE_SHARE * ITEM_DIFFERENCE_SHARE
    return share * range_points * range_points / answered


def range_of(instrument: Instrument, scale: Scale) -> float:
    """This will give the distance from the least to the most that one answer of a scale counts."""
    least, most = edges_of(instrument, scale)
    return most - least


def edges_of(instrument: Instrument, scale: Scale) -> tuple[float, float]:
    """This will give the least and the most that one answer of a scale counts."""
    anchors = [instrument.anchors_of(instrument.find_item(key)) for key in scale.items]
    return min(a.least for a in anchors), max(a.most for a in anchors)


def _counted(instrument: Instrument, key: str, value: float) -> float:
    item = instrument.find_item(key)
    anchors = instrument.anchors_of(item)
    return anchors.least + anchors.most - value if item.is_reversed else value
