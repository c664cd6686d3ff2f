"""The values of a measured week: what was worked, how it lay, and how much of it could be seen.

They know nothing of how they are computed or drawn. Every span is in minutes.
"""

from dataclasses import dataclass
from datetime import date, datetime

from fallow.base.estimate import Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of the week could be seen, 0 to 1, and what could not, in sentences."""

    share: float
    gaps: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """False when nothing of the week could be seen: then every figure is "not known"."""
        return self.share > 0

    @property
    def is_whole(self) -> bool:
        """True when all of the week could be seen, but for a rounding of the last digits."""
        return self.share > 0.999


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekExposure:
    """One person's measured week, Monday to Sunday in their own zone. None means not known.

    What each figure means is said, with an example, in tests/spec/workload.
    """

    monday: date
    zone: str
    measured_at: datetime  # parts what waits from what is still to come
    coverage: Coverage
    contact_minutes: int
    sessions: int
    weighted_hours: Estimate  # a range where acuity is not known
    uncoded_sessions: int
    trauma_share: float | None
    high_acuity_share: float | None
    travel_minutes: int
    crisis_contacts: int
    on_call_minutes: int  # reachable; no part of work
    no_shows: int
    training_minutes: int
    administration_minutes: int
    work_minutes: int
    direct_share: float | None  # contact of paid time
    longest_run: int  # sessions in a row without a recovery gap
    longest_run_minutes: int
    gaps_kept: int
    gaps_possible: int
    longest_day_minutes: int
    protected_minutes: int
    protected_lost_minutes: int
    notes_waiting: int | None  # of this week's sessions
    notes_waiting_before: int | None  # of sessions before this week
    oldest_note_days: int | None  # the oldest of both
    after_hours_minutes: int
    after_hours_notes_minutes: int | None
    weekend_minutes: int
    shortest_night_minutes: int | None
    days_off: int
    leave_days: int
    supervision_minutes: int
    peer_minutes: int
    unsorted_entries: int
    lengths_inferred: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedWeek:
    """What everyone in the practice may see of a week, and nothing else. None means not known."""

    monday: date
    coverage: Coverage
    contact_minutes: int | None
    weighted_hours: Estimate | None
    cap_hours: float | None  # None until the practice adopted a cap
    headroom_hours: Estimate | None
    protected_minutes: int | None
    protected_lost_minutes: int | None
    supervision_minutes: int | None
