"""The private card when answers have begun to move: what it saw, and how often it is false.

It knows what was watched and says it in words; the choice of how readily it speaks is the person's.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from fallow.base.sentences import join_words
from fallow.individual.picture.heaviness import heavier_label
from fallow.individual.picture.history import Tracked
from fallow.individual.trajectory.early_change import (
    FIRST_WEEK,
    YEARS_BETWEEN_FALSE,
    Sensitivity,
    Watch,
)

MOST_NAMED = 3
_LABELS = {
    Sensitivity.SOONER: "Speak up sooner",
    Sensitivity.USUAL: "In between",
    Sensitivity.SURER: "Only when surer",
}
_OFTEN = {1: "about once a year", 2: "about once in two years", 4: "about once in four years"}
WEEKS_UNTIL_SEEN = {Sensitivity.SOONER: 12, Sensitivity.USUAL: 17, Sensitivity.SURER: 22}
"""Median weeks until a rise of 1.5 ordinary movements over 26 weeks is seen, where all that is
asked each week rises together; simulated (docs/reference/early-change.md)."""
FALSE_SOURCE = (
    "Simulated people, whose weeks move as the model says; real weeks differ. "
    "This was tested on simulated people, not on clinicians."
)


def write_heads_up(
    watched: Watch,
    tracked: Mapping[str, Tracked],
    *,
    mondays: Sequence[date],
    sensitivity: Sensitivity,
) -> dict[str, Any]:
    """This will give the card and its choices; `sentence` is empty where nothing is to be said."""
    is_on = watched.is_on and bool(watched.leading)
    return {
        "is_on": is_on,
        "sentence": say_moved(watched, tracked, mondays=mondays) if is_on else "",
        "false": say_false(sensitivity),
        "source": FALSE_SOURCE,
        "is_watching": len(mondays) > FIRST_WEEK,
        "not_yet": say_not_watching(len(mondays)),
        "sensitivity": sensitivity.value,
        "choices": [
            {"key": one.value, "label": _LABELS[one], "cost": say_cost(one)} for one in Sensitivity
        ],
    }


def say_moved(watched: Watch, tracked: Mapping[str, Tracked], *, mondays: Sequence[date]) -> str:
    """This will name what moved, strongest first, and since when about."""
    names = watched.leading[:MOST_NAMED]
    labels = [heavier_label(tracked[name].scale).lower() for name in names]
    began = mondays[watched.since if watched.since is not None else watched.heads_ups[-1]]
    verb = "has" if len(labels) == 1 else "have"
    return (
        f"Something has begun to weigh more, by more than your ordinary ups and downs: "
        f"{join_words(labels)} {verb} moved since about the week of {began.day} {began:%B}."
    )


def say_false(sensitivity: Sensitivity) -> str:
    """This will say how often such a card is false."""
    often = _OFTEN[YEARS_BETWEEN_FALSE[sensitivity]]
    return f"A card like this is false {often}, even if nothing changes. It cannot say why."


def say_cost(sensitivity: Sensitivity) -> str:
    """This will say what a choice of how readily the card comes costs."""
    often = _OFTEN[YEARS_BETWEEN_FALSE[sensitivity]]
    weeks = WEEKS_UNTIL_SEEN[sensitivity]
    return (
        f"False {often}. If all that is asked each week rises slowly, "
        f"half of such rises are seen within {weeks} weeks."
    )


def say_not_watching(weeks: int) -> str:
    """This will say how long until anything is watched for; empty once it is."""
    if weeks > FIRST_WEEK:
        return ""
    return f"After {FIRST_WEEK} weeks this page also watches for slow changes. It tells you alone."
