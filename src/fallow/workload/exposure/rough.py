"""A rough week from five numbers, for a person who has no calendar at hand.

It knows nothing of single days, so it leaves out all that needs them.
"""

from dataclasses import dataclass

from fallow.base.errors import ValueRefused
from fallow.base.estimate import Estimate
from fallow.workload.limits.acuity import INDIVIDUAL_KEYS
from fallow.workload.limits.policy import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class RoughNumbers:
    """A usual week, as its owner remembers it."""

    sessions: int
    session_minutes: int
    administration_hours: float
    evenings: int
    supervision_hours: float

    def __post_init__(self) -> None:
        fits = (  # bounds that no week passes (a choice)
            0 <= self.sessions <= 80
            and 10 <= self.session_minutes <= 180
            and 0 <= self.administration_hours <= 80
            and 0 <= self.evenings <= 7
            and 0 <= self.supervision_hours <= 40
        )
        if not fits:
            raise ValueRefused(
                "One of the five numbers does not fit in a week.",
                "Give sessions up to 80, minutes 10 to 180, hours up to 80 and evenings up to 7.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class RoughWeek:
    """What five remembered numbers say. It is rough, and marked so wherever it is shown."""

    contact_hours: float
    weighted_hours: Estimate
    work_hours: float
    evenings: int
    supervision_hours: float


def estimate_rough_week(
    numbers: RoughNumbers, *, policy: Policy, caseload: str | None = None
) -> RoughWeek:
    """This will weigh the remembered sessions; a range while the caseload's acuity is not known."""
    hours = numbers.sessions * numbers.session_minutes / 60
    keys = INDIVIDUAL_KEYS if caseload is None else (caseload,)
    weights = [policy.weight_of(key) for key in keys]
    notes = numbers.sessions * policy.note_hours
    low, high = hours * min(weights) + notes, hours * max(weights) + notes
    return RoughWeek(
        contact_hours=hours,
        weighted_hours=Estimate(
            value=low if low == high else None,
            low=low,
            high=high,
            unit="weighted hours",
            source="five numbers from memory; standards.md §2",
        ),
        work_hours=hours + numbers.administration_hours + numbers.supervision_hours,
        evenings=numbers.evenings,
        supervision_hours=numbers.supervision_hours,
    )
