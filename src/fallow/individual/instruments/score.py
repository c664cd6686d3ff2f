"""From answers to scores: each with its standard error, or the sentence why there is none.

It knows the key of one form. Kernels add in a plain loop: every Python gives the same bytes.
Standard error: SEM = SD × √(1 − reliability) where a source gives both, times √(questions/answered)
where some were skipped, as if each question were as good as the next (derived); otherwise SD / √n
of the person's own answers, as if the questions were drawn from many that could be asked.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from fallow.base.errors import ValueRefused
from fallow.individual.instruments.instrument import Instrument, Method, Scale

Answers = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One scale's score with its standard error, or None with the reason in words."""

    scale: str
    label: str
    value: float | None
    standard_error: float | None
    least: float
    most: float
    answered: int
    of: int
    reason: str = ""


def score(instrument: Instrument, answers: Answers) -> tuple[Score, ...]:
    """This will score every scale of a form; ValueRefused for an answer that is not one of it."""
    counted = {key: _counted(instrument, key, value) for key, value in answers.items()}
    return tuple(_score_scale(instrument, scale, counted) for scale in instrument.scales)


def _counted(instrument: Instrument, key: str, value: float) -> float:
    """An answer as it counts: reversed items are turned around inside their own anchors."""
    item = instrument.find_item(key)
    anchors = instrument.anchors_of(item)
    if value not in anchors.values:
        raise ValueRefused("An answer is not one of those the form offers.", "Choose one of them.")
    return anchors.least + anchors.most - value if item.is_reversed else value


def _score_scale(instrument: Instrument, scale: Scale, counted: Mapping[str, float]) -> Score:
    values = [counted[key] for key in scale.items if key in counted]
    factor = len(scale.items) if scale.method is Method.SUM else 1
    least, most = (edge * factor for edge in _edges(instrument, scale))
    told = {"scale": scale.name, "label": scale.label, "least": least, "most": most}
    if len(values) < scale.least_answered:
        return Score(
            **told,  # type: ignore[arg-type] # the keys are named above
            value=None,
            standard_error=None,
            answered=len(values),
            of=len(scale.items),
            reason=explain_missing(scale, len(values)),
        )
    mean = _mean(values)
    return Score(
        **told,  # type: ignore[arg-type]
        value=mean * factor,
        standard_error=_standard_error(scale, values, factor),
        answered=len(values),
        of=len(scale.items),
    )


def explain_missing(scale: Scale, answered: int) -> str:
    """This will say how many answers a scale needs and how many there were."""
    of = len(scale.items)
    needs = f"all {of}" if scale.least_answered == of else f"{scale.least_answered} of its {of}"
    verb = "was" if answered == 1 else "were"
    return f"{scale.label} needs {needs} questions answered; {answered} {verb}."


def _edges(instrument: Instrument, scale: Scale) -> tuple[float, float]:
    anchors = [instrument.anchors_of(instrument.find_item(key)) for key in scale.items]
    return min(a.least for a in anchors), max(a.most for a in anchors)


def _mean(values: list[float]) -> float:
    total = 0.0
    for value in values:
        total += value
    return total / len(values)


def _standard_error(scale: Scale, values: list[float], factor: int) -> float | None:
    """None where neither a source nor the answers themselves can say how sure a score is."""
    if scale.reliability is not None and scale.population_sd is not None:
        skipped = math.sqrt(len(scale.items) / len(values))
        return scale.population_sd * math.sqrt(1 - scale.reliability) * skipped
    if len(values) < 2:
        return None
    mean, squares = _mean(values), 0.0
    for value in values:
        squares += (value - mean) ** 2
    spread = math.sqrt(squares / (len(values) - 1))
    return factor * spread / math.sqrt(len(values))
