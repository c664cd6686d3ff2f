"""Which appointments count for which figure, and their spans as flat whole minutes.

It is the one place that says what is contact, work, protected time, leave or a no-show.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from fallow.base.periods import day_bounds, read_zone
from fallow.base.working_time import working_windows
from fallow.workload.appointments import (
    CONTACT_KINDS,
    NOT_WORK_KINDS,
    Appointment,
    Kind,
    NoteState,
    Status,
)
from fallow.workload.exposure.kernels import (
    Minutes,
    Spans,
    clip_spans,
    merge_spans,
    total_minutes,
)
from fallow.workload.exposure.setting import WeekSetting

Keep = Callable[[Appointment], bool]

TAKES_PROTECTED_TIME = CONTACT_KINDS | {Kind.TRAVEL}
"""What takes protected time away. Notes, supervision and training are what it is there for."""

_FREED = frozenset({Status.CANCELLED, Status.WAITLIST, Status.VANISHED})
"""Statuses that give a booked hour back. A session to which nobody came was still booked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView:
    """One week's appointments in order, with its eight midnights and the one before them.

    `entries` overlap the week or the day before it, with their minutes in `starts` and `ends`;
    those `inside` reach into the week itself; those `starting` start in it.
    """

    monday: date
    zone: ZoneInfo
    midnights: Minutes
    eve: int
    windows: Spans
    entries: tuple[Appointment, ...]
    starts: Minutes
    ends: Minutes
    inside: tuple[Appointment, ...]
    starting: tuple[Appointment, ...]

    def spans(self, keep: Keep, *, with_eve: bool = False) -> Spans:
        """This will give the clipped spans of the entries that `keep` lets through."""
        low = self.eve if with_eve else self.midnights[0]
        return self._clip(keep, low=low, first=-1)

    def starting_spans(self, keep: Keep) -> Spans:
        """This will give the spans of kept entries that start in the week, in order of time."""
        return self._clip(keep, low=self.midnights[0], first=self.midnights[0])

    def minutes(self, keep: Keep) -> int:
        """This will give the minutes that kept entries cover, shared time counted once."""
        return total_minutes(*self.spans(keep))

    def _clip(self, keep: Keep, *, low: int, first: int) -> Spans:
        places = [i for i, a in enumerate(self.entries) if self.starts[i] >= first and keep(a)]
        starts, ends = [self.starts[i] for i in places], [self.ends[i] for i in places]
        return clip_spans(starts, ends, low, self.midnights[-1])


def view_week(
    appointments: Iterable[Appointment], *, monday: date, setting: WeekSetting
) -> WeekView:
    """This will select one week in the setting's zone; `appointments` may be in any order."""
    zone = read_zone(setting.hours.zone)
    midnights = list(day_bounds(monday, zone))
    low, high = midnights[0], midnights[-1]
    eve = day_bounds(monday - timedelta(days=1), zone)[0]
    windows = working_windows(setting.hours, monday)
    spans = ((a.start_minute, a.end_minute, a) for a in appointments)
    near = [span for span in spans if span[1] >= eve and span[0] < high]
    near.sort(key=lambda span: (span[0], span[1], span[2].identity))
    return WeekView(
        monday=monday,
        zone=zone,
        midnights=midnights,
        eve=eve,
        windows=merge_spans([w[0] for w in windows], [w[1] for w in windows]),
        entries=tuple(n[2] for n in near),
        starts=[n[0] for n in near],
        ends=[n[1] for n in near],
        inside=tuple(n[2] for n in near if n[1] > low or n[0] >= low),
        starting=tuple(n[2] for n in near if n[0] >= low),
    )


def is_contact(appointment: Appointment) -> bool:
    return appointment.is_contact and _takes_time(appointment)


def is_work(appointment: Appointment) -> bool:
    return appointment.kind not in NOT_WORK_KINDS and _takes_time(appointment)


def is_whole_day_of_work(appointment: Appointment) -> bool:
    """An all-day entry such as a conference: it takes no hours, but its days are not off."""
    is_duty = appointment.kind not in NOT_WORK_KINDS | {Kind.PROTECTED_TIME}
    return appointment.all_day and is_duty and appointment.has_happened_or_will


def is_kind(kind: Kind) -> Keep:
    return lambda appointment: appointment.kind is kind and _takes_time(appointment)


def is_on_call(appointment: Appointment) -> bool:
    """An all-day mark counts: whoever is on call for a day is so for all of it."""
    return appointment.kind is Kind.ON_CALL and appointment.has_happened_or_will


def is_leave(appointment: Appointment) -> bool:
    return appointment.kind is Kind.LEAVE and appointment.has_happened_or_will


def is_booked_over(appointment: Appointment) -> bool:
    """What takes protected time away wherever the two overlap."""
    takes = appointment.kind in TAKES_PROTECTED_TIME and not appointment.all_day
    return takes and appointment.status not in _FREED


def is_no_show(appointment: Appointment) -> bool:
    return appointment.is_contact and appointment.status is Status.NO_SHOW


def is_unsorted(appointment: Appointment) -> bool:
    return appointment.kind is Kind.UNKNOWN and appointment.has_happened_or_will


def is_unsorted_time(appointment: Appointment) -> bool:
    return is_unsorted(appointment) and not appointment.all_day


def is_inferred(appointment: Appointment) -> bool:
    return is_contact(appointment) and appointment.end_inferred


def has_known_note(appointment: Appointment) -> bool:
    known = appointment.note_state is not NoteState.UNKNOWN
    return is_contact(appointment) and known


def is_waiting_note(appointment: Appointment, *, now: datetime) -> bool:
    """A session that is over and whose note is still open."""
    is_open = is_contact(appointment) and appointment.note_state is NoteState.OPEN
    return is_open and appointment.ends_at <= now


def _takes_time(appointment: Appointment) -> bool:
    return appointment.has_happened_or_will and not appointment.all_day
