"""The 42 % rule of thumb, shown as the heuristic it is, and only to who chose to see it.

It knows hours of rest as their owner gave them. standards.md §6: a sum of separate guidelines from
a popular book; no trial has tested it; no color, no alert, never shared.
"""

from dataclasses import dataclass

from fallow.base.errors import ValueRefused
from fallow.workload.limits.catalog import find_entry

HOURS_IN_DAY = 24.0
PROVENANCE = (
    "A rule of thumb from a popular book, averaged over a week or month and including sleep. "
    "No trial has tested the 42 % figure."
)
SOURCE = (
    "Emily and Amelia Nagoski, Burnout (2019), by published extracts; sleep, talk and movement "
    "(verified), food and the free half hour (unverified)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestDay:
    """One day's hours of each kind of rest that the book counts."""

    sleep_hours: float
    talk_hours: float = 0.0
    movement_hours: float = 0.0
    food_hours: float = 0.0
    free_hours: float = 0.0

    def __post_init__(self) -> None:
        parts = self.parts
        if min(parts) < 0 or self.total_hours > HOURS_IN_DAY:
            raise ValueRefused("A day does not hold these hours.", "Give at most 24 in all.")

    @property
    def parts(self) -> tuple[float, ...]:
        return (
            self.sleep_hours,
            self.talk_hours,
            self.movement_hours,
            self.food_hours,
            self.free_hours,
        )

    @property
    def total_hours(self) -> float:
        total = 0.0
        for part in self.parts:
            total += part
        return total


@dataclass(frozen=True, slots=True, kw_only=True)
class RestGauge:
    """The share of the days that was rest, beside the book's, with its provenance."""

    share: float
    rule_share: float
    days: int
    provenance: str
    source: str


def read_gauge(days: tuple[RestDay, ...], *, is_chosen: bool) -> RestGauge | None:
    """This will average the days, or give None: not chosen, or nothing to average."""
    if not is_chosen or not days:
        return None
    total = 0.0
    for day in days:
        total += day.total_hours
    return RestGauge(
        share=total / (HOURS_IN_DAY * len(days)),
        rule_share=find_entry("rest_42").value,
        days=len(days),
        provenance=PROVENANCE,
        source=SOURCE,
    )


def explain_gauge(gauge: RestGauge) -> str:
    """This will say the share and its rule in one breath with where the rule comes from."""
    counted = "1 day" if gauge.days == 1 else f"{gauge.days} days"
    return (
        f"Rest, with sleep, was {gauge.share:.0%} of {counted}; the book says "
        f"{gauge.rule_share:.0%}. {gauge.provenance}"
    )
