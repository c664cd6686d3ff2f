"""What a practice chose: weights, a cap or none yet, and the limits a week is held against.

It knows dates and numbers. Version 0 is the catalog's starting values, adopted by nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fallow.base.errors import ValueRefused
from fallow.workload.limits.acuity import INDIVIDUAL_KEYS, KEY_BY_KIND
from fallow.workload.limits.catalog import find_entry

HOURS_IN_WEEK = 168


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One dated version of a practice's choices. `weekly_cap_hours` is for 1.0 FTE, weighted."""

    version: int
    adopted_date: date | None
    weights: tuple[tuple[str, float], ...]
    weekly_cap_hours: float | None
    recovery_gap_minutes: int
    note_hours: float
    group_note_hours: float

    def __post_init__(self) -> None:
        if (self.version == 0) != (self.adopted_date is None):
            raise ValueRefused("A policy needs the day it was adopted.", "Give it a date.")
        if self.weekly_cap_hours is not None and not 0 < self.weekly_cap_hours <= HOURS_IN_WEEK:
            raise ValueRefused(
                "A weekly cap of that size cannot be kept.", "Choose hours that a week can hold."
            )
        if not 0 <= self.recovery_gap_minutes <= 120:  # a choice
            raise ValueRefused(
                "A gap of that length is not one.", "Choose 0 to 120 minutes between sessions."
            )
        for key, weight in self.weights:
            _check_weight(key, weight)

    def weight_of(self, key: str) -> float:
        """This will give the chosen weight of one catalog key, or the catalog's own."""
        for chosen, weight in self.weights:
            if chosen == key:
                return weight
        return find_entry(key).value

    @property
    def adopted_cap_hours(self) -> float | None:
        """The cap, once the practice adopted it; version 0 is adopted by nobody."""
        return None if self.version == 0 else self.weekly_cap_hours

    @property
    def long_gap_minutes(self) -> int:
        """The pause that is due after three sessions; never shorter than any other pause."""
        return max(int(find_entry("gap_after_three_minutes").value), self.recovery_gap_minutes)


def _check_weight(key: str, weight: float) -> None:
    find_entry(key)
    if not 0.1 <= weight <= find_entry("weight_ceiling").value:
        raise ValueRefused("A weight lies outside 0.1 to 2.0.", "Choose one inside.")


def policy_on(policies: Iterable[Policy], day: date) -> Policy:
    """This will give the newest policy adopted by that day, or the starting values."""
    adopted = [p for p in policies if p.adopted_date is not None and p.adopted_date <= day]
    return max(adopted, key=lambda policy: policy.version, default=starting_policy())


def starting_policy() -> Policy:
    """This will give the catalog's values as version 0: no cap adopted, nothing promised."""
    keys = (*INDIVIDUAL_KEYS, *KEY_BY_KIND.values())
    return Policy(
        version=0,
        adopted_date=None,
        weights=tuple((key, find_entry(key).value) for key in keys),
        weekly_cap_hours=None,
        recovery_gap_minutes=int(find_entry("gap_minutes").value),
        note_hours=find_entry("note_hours").value,
        group_note_hours=find_entry("group_note_hours").value,
    )
