"""The answer in plain words, with its doubt, and with what would have come without the change.

It knows looks and trials. No answer blames: that something did not help is worth knowing.
"""

from fallow.individual.evaluation.looking import Answer, Look, Reason
from fallow.individual.evaluation.reach import POWER
from fallow.individual.evaluation.trial import Trial

NOTABLE_SHARE = 0.05
"""From which share of the range an expected turn is told: 0.2 points of 4. (a choice)"""
SMALL_SHARE = 0.125
"""Within which share of the range a difference counts as little: half a point of 4. (a choice)"""
_NOUGHT = 0.05
"""Points below which a figure of one digit would say 0.0."""
CAVEAT = (
    "Other things changed in those weeks too: the season, a client, leave. "
    "This cannot tell them apart from what you tried. "
    "It was tested on simulated people, not on clinicians."
)
START_AHEAD = (
    "Choose a day a week or two ahead. If you begin on your worst day, "
    "the weeks after it will look better whatever you do."
)


def explain_look(trial: Trial, look: Look) -> tuple[str, ...]:
    """This will say the answer, then what was to be expected, then what stays open."""
    if look.effect is None:
        return (_explain_reason(trial, look.reason),)
    parts = (_explain_answer(trial, look), _explain_expected(trial, look), CAVEAT)
    return tuple(part for part in parts if part)


def _explain_reason(trial: Trial, reason: Reason) -> str:
    if reason is Reason.BEFORE_THE_DAY:
        day = f"{trial.look_date.day} {trial.look_date:%B %Y}"
        return (
            f"It is too early to tell. You chose to look on {day}. "
            "Looking early often shows luck, not change."
        )
    if reason is Reason.FEW_BEFORE:
        return "Cannot tell: there are too few weeks from before, so your usual is not known."
    return "Cannot tell: too few weeks since the start were answered."


def _explain_answer(trial: Trial, look: Look) -> str:
    label = trial.measure.label
    if look.answer is Answer.CANNOT_TELL:
        told = f"Cannot tell. With it, {label} may be {_say_range(trial, look)}."
        return told + _say_small(trial, look)
    said = {
        Answer.HELPED: f"It seems to have helped. With it, {label} is {_say_range(trial, look)}.",
        Answer.MADE_IT_WORSE: (
            f"It seems to have made it worse. With it, {label} is {_say_range(trial, look)}. "
            "You can stop. That is worth knowing, and no fault of yours."
        ),
    }
    return said[look.answer]


def _say_range(trial: Trial, look: Look) -> str:
    """The interval, the better end first: "between 1.2 better and 0.3 worse, on a scale of 4"."""
    more, less = _ends(trial, look)
    across = trial.measure.most - trial.measure.least
    return f"between {_say_gain(more)} and {_say_gain(less)}, on a scale of {across:g} points"


def _ends(trial: Trial, look: Look) -> tuple[float, float]:
    """The better end of the interval, then the worse one, as gains in points."""
    if look.effect is None:
        return (0.0, 0.0)
    ends = sorted((_gain(trial, look.effect.low), _gain(trial, look.effect.high)))
    return (ends[1], ends[0])


def _say_gain(gain: float) -> str:
    if abs(gain) < _NOUGHT:
        return "no difference"
    return f"{abs(gain):.1f} {'better' if gain > 0 else 'worse'}"


def _gain(trial: Trial, points: float) -> float:
    return points if trial.measure.is_better_when_higher else -points


def _say_small(trial: Trial, look: Look) -> str:
    """Where both ends are near nought, that much can be told."""
    small = SMALL_SHARE * (trial.measure.most - trial.measure.least)
    if max(abs(end) for end in _ends(trial, look)) > small:
        return ""
    return " If it does anything, it is little."


def _explain_expected(trial: Trial, look: Look) -> str:
    """Regression to the mean by its plain name: hard weeks ease, good weeks do not last."""
    if look.raw_change is None or look.expected_change is None:
        return ""
    seen, expected = _gain(trial, look.raw_change), _gain(trial, look.expected_change)
    notable = NOTABLE_SHARE * (trial.measure.most - trial.measure.least)
    told = _say_seen(seen)
    if expected >= notable:
        told += " You began in hard weeks, and hard weeks ease by themselves."
    elif expected <= -notable:
        told += " You began in good weeks, and such weeks do not last."
    else:
        return f"{told} Without it, about the same as before was to be expected."
    return f"{told} {_say_expected(seen, expected)}"


def _say_seen(seen: float) -> str:
    if abs(seen) < _NOUGHT:
        return "Your answers stayed as they were just before."
    return f"Your answers are {_say_points(seen)} than just before."


def _say_expected(seen: float, expected: float) -> str:
    """A part of what was seen, where it goes the same way and no further; else by itself."""
    if seen * expected > 0 and abs(seen) >= max(abs(expected), _NOUGHT):
        return f"About {abs(expected):.1f} points of that would have come without it."
    return f"Without it, about {_say_points(expected)} was to be expected."


def _say_points(gain: float) -> str:
    return f"{abs(gain):.1f} points {'better' if gain >= 0 else 'worse'}"


def explain_reach(trial: Trial, reach: float | None) -> str:
    """This will say, before the start, how large a difference has to be to be seen."""
    across = trial.measure.most - trial.measure.least
    if reach is None:
        return (
            "Your usual is not known yet. Answer for eight weeks before you begin, "
            "or this cannot be told."
        )
    if reach >= across:
        return "By that day, no change could be told from ordinary ups and downs. Look later."
    return (
        f"By that day, a change of about {reach:.1f} points of {across:g} would be told in "
        f"{POWER * 10:.0f} looks of 10. A smaller one may well not show, and it can still be there."
    )
