"""One thing tried: what, from when, on which measure, and when to look.

It knows days and no answers. The day to look is chosen before the start: whoever looks until it
looks good will find that it does. Rule 6 of interventions.md §3 asks for such a guard. What is done
again after a pause tells more; such trials of one person follow CENT 2015 (BMJ 350:h1738).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from fallow.base.errors import ValueRefused
from fallow.base.periods import monday_of
from fallow.individual.guidance.interventions.intervention import Intervention, Target

WEEKS_AFTER_ONSET = 8
"""Weeks to wait after an effect may be whole, before looking. (a choice)"""
LONGEST_ONSET_WEEKS = 52
"""Weeks until an effect is whole, at most: the longest of interventions.md §2."""
LONGEST_WASHOUT_WEEKS = 4
"""Weeks that a pause may lose to what is still fading; with more it takes too long. (a choice)"""


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


class Ending(StrEnum):
    """Why something ended before its day, as its owner says; it may stay unsaid."""

    UNSAID = "unsaid"
    FELT_BETTER = "felt_better"
    DID_NOT_SUIT = "did_not_suit"
    LIFE_CHANGED = "life_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One stretch of doing it. `end_date` is the last day of it, None while it goes on."""

    start_date: date
    look_date: date
    end_date: date | None = None
    ending: Ending = Ending.UNSAID

    def __post_init__(self) -> None:
        if not self.start_date < self.look_date:
            raise ValueRefused(
                "The day to look lies before the start.", "Choose a day some weeks after it."
            )
        if self.end_date is not None and self.end_date < self.start_date:
            raise ValueRefused("It ended before it began.", "Swap the two days.")

    @property
    def first_monday(self) -> date:
        """The Monday of the first whole week of it."""
        monday = monday_of(self.start_date)
        return monday if monday == self.start_date else monday + timedelta(weeks=1)

    @property
    def last_date(self) -> date:
        """The last day that counts, and the day from which it may be looked at."""
        return min(self.look_date, self.end_date or self.look_date)

    @property
    def weeks_planned(self) -> int:
        return self._whole_weeks(self.look_date)

    @property
    def weeks_done(self) -> int:
        return self._whole_weeks(self.last_date)

    @property
    def is_cut_short(self) -> bool:
        return self.weeks_done < self.weeks_planned

    def _whole_weeks(self, last: date) -> int:
        return max(((last - self.first_monday).days + 1) // 7, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One thing tried, once or more often. The effect is taken to grow evenly over `onset_weeks`.

    `washout_weeks` are left out after it stops, because it may still work; None where that takes
    too long or is not known, and then it cannot be told by doing it again. `works_through_load` is
    true for what makes weeks lighter, such as a cap: then a lighter week is part of the gain.
    """

    what: str
    measure: Measure
    phases: tuple[Phase, ...]
    onset_weeks: int
    washout_weeks: int | None = None
    works_through_load: bool = False

    def __post_init__(self) -> None:
        if not self.what.strip():
            raise ValueRefused("It is not said what is tried.", "Write it in a line.")
        if not 0 <= self.onset_weeks <= LONGEST_ONSET_WEEKS:
            raise ValueRefused("That is no time for an effect to come.", "Give 0 to 52 weeks.")
        if not self.phases:
            raise ValueRefused("It is not said when it begins.", "Give a day.")
        for one, later in pairwise(self.phases):
            self._check_pause(one, later)

    def _check_pause(self, one: Phase, later: Phase) -> None:
        if self.washout_weeks is None:
            raise ValueRefused(
                "What lasts on after it stops cannot be told by doing it again.", "Try it once."
            )
        if one.end_date is None or one.end_date >= later.start_date:
            raise ValueRefused("It began again before it ended.", "Put a pause between.")

    @property
    def start_date(self) -> date:
        return self.phases[0].start_date

    @property
    def last(self) -> Phase:
        return self.phases[-1]

    @property
    def is_repeated(self) -> bool:
        return len(self.phases) > 1

    def part_in(self, monday: date) -> int | None:
        """This will give 0 before the start, 1 in the first phase, 2 in the pause after it, and on.

        None for a week that counts for neither side: a phase begins or ends in it, or it may still
        work.
        """
        begun = [phase for phase in self.phases if phase.start_date < monday + timedelta(weeks=1)]
        if not begun:
            return 0
        phase, sunday = begun[-1], monday + timedelta(days=6)
        if monday < phase.start_date:
            return None
        if phase.end_date is None or sunday <= phase.end_date:
            return 2 * len(begun) - 1
        fading = timedelta(weeks=self.washout_weeks or 0)
        return None if monday <= phase.end_date + fading else 2 * len(begun)

    def height_in(self, monday: date) -> float:
        """This will give how much of the effect a week has: 0 without it, rising evenly to 1."""
        part = self.part_in(monday)
        if part is None or part % 2 == 0:
            return 0.0
        weeks = (monday - self.phases[part // 2].first_monday).days // 7
        return min((weeks + 1) / (self.onset_weeks + 1), 1.0)


def propose_trial(intervention: Intervention, measure: Measure, *, start_date: date) -> Trial:
    """This will propose when to look: the onset of the catalog, and eight weeks more.

    Where no onset is known it is taken as nought.
    """
    onset = intervention.onset_weeks[1] if intervention.onset_weeks else 0
    look_date = start_date + timedelta(weeks=onset + WEEKS_AFTER_ONSET)
    return Trial(
        what=intervention.name,
        measure=measure,
        phases=(Phase(start_date=start_date, look_date=look_date),),
        onset_weeks=onset,
        washout_weeks=find_washout(intervention),
        works_through_load=intervention.changes_work
        or intervention.find_effect(Target.LOAD) is not None,
    )


def find_washout(intervention: Intervention) -> int | None:
    """This will give the weeks after which nothing of it is left, or None where it lasts on.

    What works only while it is kept is given as long to go as it takes to come, and a week at the
    least. (assumption)
    """
    if not intervention.is_only_while_kept or intervention.onset_weeks is None:
        return None
    weeks = max(intervention.onset_weeks[1], 1)
    return weeks if weeks <= LONGEST_WASHOUT_WEEKS else None


def find_overlapping(trial: Trial, others: Iterable[Trial]) -> tuple[Trial, ...]:
    """This will give what else ran at the same time, so that neither is taken for the other."""
    return tuple(
        other
        for other in others
        if other != trial and any(_meet(one, two) for one in trial.phases for two in other.phases)
    )


def _meet(one: Phase, two: Phase) -> bool:
    return one.start_date <= (two.end_date or two.look_date) and two.start_date <= (
        one.end_date or one.look_date
    )
