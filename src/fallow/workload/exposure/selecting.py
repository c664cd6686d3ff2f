"""Which appointments count for which figure, and their spans as flat whole minutes.

It is the one place that says what is contact, work, protected time or leave.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from fallow.base.periods import day_bounds, read_zone
from fallow.base.working_time import working_windows
from fallow.workload.appointments import NOT_WORK_KINDS, Appointment, Kind
from fallow.workload.exposure.kernels import Spans, clip_spans, merge_spans
from fallow.workload.exposure.setting import WeekSetting


@dataclass(frozen=True, slots=True)
class WeekView:
    """One week's appointments in order, with its eight midnights and the one before them.

    `entries` overlap the week or the night before it; `starting` start inside it.
    """

    monday: date
    midnights: list[int]
    eve: int
    windows: Spans
    entries: tuple[Appointment, ...]

    @property
    def starting(self) -> tuple[Appointment, ...]:
        low, high = self.midnights[0], self.midnights[-1]
        return tuple(a for a in self.entries if low <= a.start_minute < high)

    @property
    def inside(self) -> tuple[Appointment, ...]:
        """Entries that reach into the week itself."""
        low, high = self.midnights[0], self.midnights[-1]
        return tuple(a for a in self.entries if a.end_minute > low and a.start_minute < high)

    def spans(self, keep: Callable[[Appointment], bool], *, with_eve: bool = False) -> Spans:
        """This will give the clipped spans of the entries that `keep` lets through."""
        low = self.eve if with_eve else self.midnights[0]
        kept = [a for a in self.entries if keep(a)]
        starts = [a.start_minute for a in kept]
        ends = [a.end_minute for a in kept]
        return clip_spans(starts, ends, low, self.midnights[-1])


def view_week(
    appointments: Iterable[Appointment], *, monday: date, setting: WeekSetting
) -> WeekView:
    """This will select one week in the setting's zone; `appointments` may be in any order."""
    zone = read_zone(setting.hours.zone)
    midnights = list(day_bounds(monday, zone))
    eve = day_bounds(monday - timedelta(days=1), zone)[0]
    windows = working_windows(setting.hours, monday)
    entries = [a for a in appointments if a.end_minute >= eve and a.start_minute < midnights[-1]]
    entries.sort(key=lambda a: (a.start_minute, a.end_minute, a.identity))
    return WeekView(
        monday=monday,
        midnights=midnights,
        eve=eve,
        windows=merge_spans([w[0] for w in windows], [w[1] for w in windows]),
        entries=tuple(entries),
    )


def is_contact(appointment: Appointment) -> bool:
    return appointment.is_contact and _takes_time(appointment)


def is_work(appointment: Appointment) -> bool:
    return appointment.kind not in NOT_WORK_KINDS and _takes_time(appointment)


def is_booked_work(appointment: Appointment) -> bool:
    """Work other than protected time itself: what can take protected time away."""
    return is_work(appointment) and appointment.kind is not Kind.PROTECTED_TIME


def is_kind(kind: Kind) -> Callable[[Appointment], bool]:
    return lambda appointment: appointment.kind is kind and _takes_time(appointment)


def is_leave(appointment: Appointment) -> bool:
    return appointment.kind is Kind.LEAVE and appointment.has_happened_or_will


def _takes_time(appointment: Appointment) -> bool:
    return appointment.has_happened_or_will and not appointment.all_day
