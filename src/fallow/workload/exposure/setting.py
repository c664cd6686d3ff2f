"""What a week is measured by: working hours, acuity, policy, and what each source can speak for.

It knows nothing of any appointment.
"""

from dataclasses import dataclass
from datetime import date

from fallow.base.errors import ValueRefused
from fallow.base.working_time import WorkingHours
from fallow.workload.limits.acuity import UNCODED, CaseloadAcuity
from fallow.workload.limits.policy import Policy

MOST_PAID_MINUTES = 100 * 60
"""More than this a week is a slip of the pen. (a choice)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSetting:
    """One person's terms. `paid_minutes` a week are the working hours where not told."""

    hours: WorkingHours
    policy: Policy
    acuity: CaseloadAcuity = UNCODED
    fte_share: float = 1.0
    paid_minutes: int | None = None
    own_cap_hours: float | None = None  # agreed with this person, for their post as it is

    def __post_init__(self) -> None:
        if not 0 < self.fte_share <= 1.5:
            raise ValueRefused("A post of that size is not one.", "Give a share such as 0.6.")
        if self.paid_minutes is not None and not 0 < self.paid_minutes <= MOST_PAID_MINUTES:
            raise ValueRefused(
                "So many paid hours a week cannot be.",
                "Paid hours are more than 0 and at most 100 a week.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpan:
    """The days, both included, for which one expected source can speak; then it went quiet."""

    source: str
    first_date: date
    last_date: date
    quiet_since: date | None = None
    label: str = "A calendar"

    def speaks_for(self, day: date) -> bool:
        awake = self.quiet_since is None or day < self.quiet_since
        return self.first_date <= day <= self.last_date and awake
