"""What a trajectory says to the person it is about: one plain sentence each, and never more sure.

It knows trajectories and words. It gives no label, no stage and no advice.
"""

from collections.abc import Mapping

from fallow.individual.trajectory.early_change import (
    YEARS_BETWEEN_FALSE,
    Sensitivity,
    Watch,
)
from fallow.individual.trajectory.tracking import EARLY_WEEKS, TrackedWeek

_COUNTS = {1: "one year", 2: "two years", 4: "four years"}
LIMITS = (
    "A slow change is seen late. In simulated people half of the slow rises were seen after some "
    "four months.",
    "A change that came before you began to answer is part of your usual here.",
    "What is not asked is not seen.",
    "Weeks without answers hide what happened in them.",
    "Nobody can promise eight weeks of warning, and this does not.",
)
"""What cannot be seen; shown beside every heads-up."""


def explain_week(week: TrackedWeek, *, label: str, is_worse_when_higher: bool) -> str:
    """This will say whether a week lay apart from one's own usual by more than noise."""
    movement = week.movement
    if movement.low > 0 or movement.high < 0:
        apart = "above" if movement.mean > 0 else "below"
        toll = (movement.mean > 0) == is_worse_when_higher
        weight = "It weighs more than it does for you most weeks" if toll else "It is lighter"
        return f"{label} is {apart} your usual by more than noise. {weight}."
    return f"{label}: ordinary ups and downs around your usual."


def explain_early(answered: int) -> str:
    """This will say that it is too early, and from when something can be said."""
    weeks = "week is" if answered == 1 else "weeks are"
    return (
        f"Too early to say more: {answered} {weeks} answered, and your usual shows after some "
        f"{EARLY_WEEKS}."
    )


def explain_not_asked(label: str, *, weeks: int) -> str:
    """This will say that there is no recent answer."""
    return f"{label} was not answered in the last {weeks} weeks, so nothing is said of it."


def explain_heads_up(watch: Watch, *, labels: Mapping[str, str], sensitivity: Sensitivity) -> str:
    """This will say what has begun to move and since when; empty where no heads-up stands."""
    if not watch.is_on or watch.since is None:
        return ""
    weeks = len(watch.strengths) - watch.since
    names = [labels.get(name, name).lower() for name in watch.leading[:2]]
    what = " and ".join(names) if names else "several things"
    verb = "have" if len(names) != 1 else "has"
    return (
        f"Over the last {weeks} weeks {what} {verb} moved by more than noise. "
        f"{explain_sensitivity(sensitivity)}"
    )


def explain_sensitivity(sensitivity: Sensitivity) -> str:
    """This will say what the chosen setting costs in false ones."""
    years = _COUNTS[YEARS_BETWEEN_FALSE[sensitivity]]
    return f"When nothing changes, such a card still comes about once in {years}."
