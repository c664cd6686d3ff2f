"""What is said of a form's scores: one sentence a comparison.

It knows scores and comparisons. It never says high or low, and never that a change means anything.
"""

from collections.abc import Sequence
from datetime import date

from fallow.base.sentences import join_words
from fallow.individual.instruments.instrument import Instrument
from fallow.individual.picture.forms.occasions import (
    Comparison,
    FormHistory,
    ScaleHistory,
    Scored,
)

MORE = "that is more than the form's own error brings"
WITHIN = (
    "that is within what the form's own error brings, so it cannot be said whether it has changed"
)
ABOUT = (
    "Scores of one form on different days, each with its error. No line is drawn between good and "
    "bad, a score is no diagnosis, and why it moved cannot be seen here."
)
ONCE = "One score says nothing of change. A second one will be held against it here."
_FINE = 20.0  # points from least to most below which a tenth of a point is told; a choice


def say_answered(history: FormHistory) -> str:
    """This will say in how many weeks a form was answered, and what does not stand beside it."""
    said, count = [], len(history.mondays)
    if count:
        weeks = "1 week" if count == 1 else f"{count} weeks"
        said.append(f"Answered in {weeks}, last in {say_week(history.mondays[-1])}.")
    if history.set_aside:
        said.append(
            "Answers to another version, or to other words, are kept too. "
            "They cannot be compared with these, so they do not stand here."
        )
    return " ".join(said)


def say_all(compared: Sequence[tuple[ScaleHistory, Comparison | None]]) -> str:
    """This will sum up the scales of a form, without adding them up."""
    pairs = [(one.scale.label.lower(), found.change) for one, found in compared if found]
    if not pairs:
        is_once = all(len(one.scored) < 2 for one, _ in compared)
        return ONCE if is_once else "No source says how sure these scores are."
    told = {
        "Higher than the time before": [n for n, c in pairs if c.is_reliable and c.value > 0],
        "Lower than the time before": [n for n, c in pairs if c.is_reliable and c.value < 0],
        "It cannot be said whether it has changed": [n for n, c in pairs if not c.is_reliable],
    }
    return " ".join(f"{says}: {join_words(names)}." for says, names in told.items() if names)


def say_latest(history: ScaleHistory, comparison: Comparison | None) -> str:
    """This will say how the latest score stands to the one before it, or why that is not known."""
    label = history.scale.label
    if comparison:
        return f"{label}: {_say_compared(history, comparison)}."
    if not history.scored:
        return list(history.unscored.values())[-1]
    if not history.scale.has_known_error:
        return f"{label}: no source says how sure a score is, so scores cannot be compared."
    return f"{label}: {say_score(history, history.scored[-1])}."


def say_first(history: ScaleHistory, comparison: Comparison | None) -> str:
    """This will say how the latest score stands to the first; empty where that was said already."""
    if not comparison:
        return ""
    return f"Against the first time: {_say_compared(history, comparison)}."


def say_figures(history: ScaleHistory, comparison: Comparison | None) -> str:
    """This will give the scores behind a comparison, and the interval of their difference."""
    if not comparison:
        return ""
    change = comparison.change
    earlier, later = [say_score(history, one) for one in (comparison.earlier, comparison.later)]
    return (
        f"From {earlier}, to {later}. "
        f"The change lies between {_say_signed(change.low)} and {_say_signed(change.high)} "
        "in 95 of 100 cases, if the form's errors are as published."
    )


def say_gap(history: ScaleHistory, mondays: Sequence[date]) -> str:
    """This will say why the last week has no score of a scale that has others; else empty."""
    reason = history.unscored.get(mondays[-1], "")
    return f"In {say_week(mondays[-1])}: {reason}" if reason and history.scored else ""


def say_overlap(comparison: Comparison | None, form: Instrument) -> str:
    """This will say that both answers are about some of the same days; else empty."""
    if not comparison or not comparison.is_overlapping:
        return ""
    return (
        f"The form asks about {form.recall_days} days, and these two are closer together. "
        "Both tell of some of the same days."
    )


def say_score(history: ScaleHistory, one: Scored) -> str:
    """This will give a score with its error: "58.3 of 100, with a standard error of 6.0"."""
    points = f"{one.points:.1f} {_of(history)}"
    return points if one.error is None else f"{points}, with a standard error of {one.error:.1f}"


def say_week(monday: date) -> str:
    return f"the week of {monday.day} {monday:%B %Y}"


def _say_compared(history: ScaleHistory, comparison: Comparison) -> str:
    change, when = comparison.change, say_week(comparison.earlier.monday)
    by = f"{_round(abs(change.value), history)} {_of(history)}"
    side = "lower" if change.value < 0 else "higher"
    told = f"{side} by {by} than in {when}" if change.value else f"the same as in {when}"
    return f"{told}; {MORE if change.is_reliable else WITHIN}"


def _of(history: ScaleHistory) -> str:
    """Of its most where a scale begins at nought; elsewhere that would not be a share of it."""
    if history.least:
        return f"points of a scale from {history.least:.0f} to {history.most:.0f}"
    return f"of {history.most:.0f}"


def _round(points: float, history: ScaleHistory) -> str:
    return f"{points:.1f}" if history.most - history.least < _FINE else f"{points:.0f}"


def _say_signed(points: float) -> str:
    said = f"{abs(points):.1f}"
    side = "lower" if points < 0 else "higher"
    return "no change" if said == "0.0" else f"{said} {side}"
