"""One thing tried: what, from when, on which measure, and when to look.

It knows days and no answers. The day to look is chosen before the start: whoever looks until it
looks good will find that it does. Rule 6 of interventions.md §3 asks for such a guard.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from fallow.base.errors import ValueRefused
from fallow.base.periods import monday_of
from fallow.individual.guidance.interventions.intervention import Intervention, Target

WEEKS_AFTER_ONSET = 8
"""Weeks to wait after an effect may be whole, before looking. (a choice)"""
LONGEST_ONSET_WEEKS = 52
"""Weeks until an effect is whole, at most: the longest of interventions.md §2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is looked at: a scale, its edges in points, and which way is better."""

    name: str
    label: str
    least: float
    most: float
    is_better_when_higher: bool

    def __post_init__(self) -> None:
        if not self.least < self.most:
            raise ValueRefused("A measure has no room between its edges.", "Give two edges.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One thing tried. The effect is taken to grow evenly until it is whole after `onset_weeks`.

    `end_date` is the last day on which it was done, None while it goes on. `works_through_load` is
    true for what makes weeks lighter, such as a cap: then a lighter week is part of the gain.
    """

    what: str
    measure: Measure
    start_date: date
    look_date: date
    onset_weeks: int
    end_date: date | None = None
    works_through_load: bool = False

    def __post_init__(self) -> None:
        if not self.what.strip():
            raise ValueRefused("It is not said what is tried.", "Write it in a line.")
        if not self.start_date < self.look_date:
            raise ValueRefused(
                "The day to look lies before the start.", "Choose a day some weeks after it."
            )
        if not 0 <= self.onset_weeks <= LONGEST_ONSET_WEEKS:
            raise ValueRefused("That is no time for an effect to come.", "Give 0 to 52 weeks.")
        if self.end_date is not None and self.end_date < self.start_date:
            raise ValueRefused("It ended before it began.", "Swap the two days.")

    @property
    def first_monday(self) -> date:
        """The Monday of the first whole week of it."""
        monday = monday_of(self.start_date)
        return monday if monday == self.start_date else monday + timedelta(weeks=1)

    def height_in(self, monday: date) -> float:
        """This will give how much of the effect a week has: 0 before it, rising evenly, then 1."""
        weeks = (monday - self.first_monday).days // 7
        if weeks < 0:
            return 0.0
        return min((weeks + 1) / (self.onset_weeks + 1), 1.0)


def propose_trial(intervention: Intervention, measure: Measure, *, start_date: date) -> Trial:
    """This will propose when to look: the onset of the catalog, and eight weeks more.

    Where no onset is known it is taken as nought.
    """
    onset = intervention.onset_weeks[1] if intervention.onset_weeks else 0
    return Trial(
        what=intervention.name,
        measure=measure,
        start_date=start_date,
        look_date=start_date + timedelta(weeks=onset + WEEKS_AFTER_ONSET),
        onset_weeks=onset,
        works_through_load=intervention.changes_work
        or intervention.find_effect(Target.LOAD) is not None,
    )


def find_overlapping(trial: Trial, others: Iterable[Trial]) -> tuple[Trial, ...]:
    """This will give what else ran at the same time, so that neither is taken for the other."""
    return tuple(
        other
        for other in others
        if other != trial
        and other.start_date <= (trial.end_date or trial.look_date)
        and trial.start_date <= (other.end_date or other.look_date)
    )
