"""The answer in plain words, with its doubt, and with what would have come without the change.

It knows looks and trials. No answer blames: that something did not help is worth knowing.
"""

from datetime import date

from fallow.individual.evaluation.looking import Answer, Look
from fallow.individual.evaluation.reach import POWER
from fallow.individual.evaluation.trial import Ending, Phase, Trial
from fallow.individual.evaluation.weeks import LEAST_AFTER, LEAST_IN_PART, Reason

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
    parts = (
        _explain_answer(trial, look),
        _explain_drift(look),
        _explain_early_end(trial),
        _explain_again(trial) if trial.is_repeated else _explain_expected(trial, look),
        CAVEAT,
    )
    return tuple(part for part in parts if part)


def _explain_reason(trial: Trial, reason: Reason) -> str:
    if reason is Reason.BEFORE_THE_DAY:
        return _explain_waiting(trial)
    return {
        Reason.FEW_BEFORE: (
            "Cannot tell: there are too few weeks from before, so your usual is not known."
        ),
        Reason.FEW_IN_A_PART: (
            "Cannot tell: too few weeks were answered. It takes "
            f"{LEAST_IN_PART} each time with it, and {LEAST_IN_PART} in the pause."
        ),
        Reason.ENDED_SOON: (
            f"It is too early to say. It ended after {_say_weeks(trial.last.weeks_done)}, and "
            f"{LEAST_AFTER} answered weeks with it are the least. Ending it is fine."
        ),
    }.get(reason, "Cannot tell: too few weeks since the start were answered.")


def _explain_waiting(trial: Trial) -> str:
    day = _say_day(trial.last.look_date)
    if trial.is_repeated:
        return f"It is too early to tell. All times are looked at together on {day}."
    return (
        f"It is too early to tell. You chose to look on {day}. "
        "Looking early often shows luck, not change."
    )


def _explain_drift(look: Look) -> str:
    """What went the same way before the start would have gone on without anything."""
    if not look.was_drifting:
        return ""
    way = "better" if look.answer is Answer.HELPED else "worse"
    return f"But your weeks were already getting {way} before you began. This may be that going on."


def _explain_early_end(trial: Trial) -> str:
    """What a day that was not chosen before does to the answer; empty where it was chosen."""
    last = trial.last
    if not last.is_cut_short:
        return ""
    told = f"You stopped after {_say_weeks(last.weeks_done)}, not {last.weeks_planned}. "
    return f"{told}{_WHY_ENDED[last.ending]} So the range is drawn wider."


_WHY_ENDED = {
    Ending.FELT_BETTER: (
        "A day on which it feels better is often a lucky one, and makes a thing look better than "
        "it is."
    ),
    Ending.DID_NOT_SUIT: (
        "People stop in hard weeks, and that makes a thing look worse than it is."
    ),
    Ending.LIFE_CHANGED: "What changed in your life may be in these weeks too.",
    Ending.UNSAID: "A day that was not chosen before is often a lucky or an unlucky one.",
}


def _explain_again(trial: Trial) -> str:
    """Regression to the mean by its plain name, where a pause stands for the weeks without it."""
    times = "twice" if len(trial.phases) == 2 else f"{len(trial.phases)} times"
    weeks = trial.washout_weeks or 0
    left_out = "week of a pause is" if weeks == 1 else f"{weeks} weeks of a pause are"
    return (
        f"You did it {times}, with a pause between. Hard weeks ease by themselves, but seldom each "
        f"time you begin. The first {left_out} left out: it may still have worked then."
    )


def explain_again(coming: Phase) -> str:
    """This will say, before a pause, what doing it again would take."""
    return (
        f"Leave it until {_say_day(coming.start_date)}, do it again until "
        f"{_say_day(coming.look_date)}, and answer in the pause too. Then all of it is looked at "
        "together. If leaving it is hard on you, keep it: a clear answer is not worth that."
    )


def _say_day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _say_weeks(weeks: int) -> str:
    return "1 week" if weeks == 1 else f"{weeks} weeks"


def _explain_answer(trial: Trial, look: Look) -> str:
    label = trial.measure.label
    if look.answer is Answer.CANNOT_TELL:
        told = f"Cannot tell. With it, {label} may be {_say_range(trial, look)}."
        return told + _say_small(trial, look)
    stop = "" if trial.last.end_date else "You can stop. "
    said = {
        Answer.HELPED: f"It seems to have helped. With it, {label} is {_say_range(trial, look)}.",
        Answer.MADE_IT_WORSE: (
            f"It seems to have made it worse. With it, {label} is {_say_range(trial, look)}. "
            f"{stop}That is worth knowing, and no fault of yours."
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
