"""Measures weeks of work: appointments in, one `WeekExposure` for each Monday out.

It knows nothing of how anyone feels. Each figure's definition stands in tests/spec/workload.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fallow.base.periods import DAYS_IN_WEEK, read_zone, utc_minute
from fallow.base.working_time import MINUTES_IN_DAY
from fallow.workload.appointments import Appointment, Kind
from fallow.workload.exposure.covering import find_coverage
from fallow.workload.exposure.kernels import merge_spans, total_minutes
from fallow.workload.exposure.posted import find_protected
from fallow.workload.exposure.rhythm import (
    count_kept_gaps,
    count_outside,
    find_longest_run,
    find_shortest_night,
    find_worked_share,
    list_days_off,
    list_leave_days,
    list_work_by_day,
)
from fallow.workload.exposure.selecting import (
    WeekView,
    has_known_note,
    is_contact,
    is_inferred,
    is_kind,
    is_no_show,
    is_on_call,
    is_unsorted,
    is_waiting_note,
    is_work,
    view_week,
)
from fallow.workload.exposure.setting import SourceSpan, WeekSetting
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.exposure.weighing import weigh_contacts

Figures = dict[str, int | None]
_KIND_BY_FIGURE = {
    "travel_minutes": Kind.TRAVEL,
    "training_minutes": Kind.TRAINING,
    "administration_minutes": Kind.ADMINISTRATION,
    "supervision_minutes": Kind.SUPERVISION,
    "peer_minutes": Kind.PEER_CONSULTATION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Notes:
    """Starts and ends of all sessions whose note waits, and when notes were first told of."""

    waiting: tuple[tuple[int, int], ...]
    first_known: int | None


def measure_weeks(
    appointments: Iterable[Appointment],
    *,
    mondays: tuple[date, ...],
    setting: WeekSetting,
    spans: tuple[SourceSpan, ...],
    now: datetime,
) -> tuple[WeekExposure, ...]:
    """This will measure one person's weeks; `now` parts what waits from what is still to come."""
    ordered = tuple(appointments)
    weeks = _by_week(ordered, mondays=mondays, setting=setting)
    notes = _list_notes(ordered, now)
    return tuple(
        _measure(
            view_week(entries, monday=monday, setting=setting),
            setting=setting,
            coverage_spans=spans,
            notes=notes,
            now=now,
        )
        for monday, entries in weeks.items()
    )


def measure_week(
    appointments: Iterable[Appointment],
    *,
    monday: date,
    setting: WeekSetting,
    spans: tuple[SourceSpan, ...],
    now: datetime,
) -> WeekExposure:
    """This will measure one week. Minutes are clipped to it; sessions count where they start."""
    (week,) = measure_weeks(appointments, mondays=(monday,), setting=setting, spans=spans, now=now)
    return week


def _by_week(
    appointments: tuple[Appointment, ...], *, mondays: tuple[date, ...], setting: WeekSetting
) -> dict[date, list[Appointment]]:
    """Each week's entries, and those of the day before it, found in one pass."""
    zone = read_zone(setting.hours.zone)
    weeks: dict[date, list[Appointment]] = {monday: [] for monday in mondays}
    for appointment in appointments:
        day = appointment.starts_at.astimezone(zone).date()
        last = appointment.ends_at.astimezone(zone).date()
        monday = day - timedelta(days=day.weekday())
        while monday <= last + timedelta(days=1):
            if monday in weeks:
                weeks[monday].append(appointment)
            monday += timedelta(days=DAYS_IN_WEEK)
    return weeks


def _measure(
    view: WeekView,
    *,
    setting: WeekSetting,
    coverage_spans: tuple[SourceSpan, ...],
    notes: _Notes,
    now: datetime,
) -> WeekExposure:
    contacts = tuple(a for a in view.starting if is_contact(a))
    weighed = weigh_contacts(contacts, setting)
    kept, lost = find_protected(view)
    return WeekExposure(
        monday=view.monday,
        zone=setting.hours.zone,
        measured_at=now,
        coverage=find_coverage(view.inside, monday=view.monday, spans=coverage_spans),
        contact_minutes=view.minutes(is_contact),
        sessions=len(contacts),
        weighted_hours=weighed.weighted_hours,
        uncoded_sessions=weighed.uncoded,
        trauma_share=weighed.trauma_share,
        high_acuity_share=weighed.high_acuity_share,
        direct_share=_direct_share(view, setting),
        crisis_contacts=len([a for a in contacts if a.kind is Kind.CRISIS]),
        no_shows=len([a for a in view.starting if is_no_show(a)]),
        unsorted_entries=len([a for a in view.starting if is_unsorted(a)]),
        lengths_inferred=len([a for a in contacts if is_inferred(a)]),
        on_call_minutes=view.minutes(is_on_call),
        protected_minutes=kept,
        protected_lost_minutes=lost,
        **{name: view.minutes(is_kind(kind)) for name, kind in _KIND_BY_FIGURE.items()},
        **_rhythm(view, setting),  # type: ignore[arg-type] # the keys are disjoint by name
        **_hours(view),
        **_notes_of(view, notes, now),  # type: ignore[arg-type]
    )


def _rhythm(view: WeekView, setting: WeekSetting) -> Figures:
    run = find_longest_run(view, gap_minutes=setting.policy.recovery_gap_minutes)
    kept, possible = count_kept_gaps(view, setting.policy)
    night = find_shortest_night(view)
    return {
        "longest_run": run.sessions,
        "longest_run_minutes": run.end_minute - run.start_minute,
        "gaps_kept": kept,
        "gaps_possible": possible,
        "shortest_night_minutes": None if night is None else night[1] - night[0],
        "days_off": len(list_days_off(view)),
        "leave_days": len(list_leave_days(view)),
    }


def _hours(view: WeekView) -> dict[str, int]:
    work = merge_spans(*view.spans(is_work))
    notes = merge_spans(*view.spans(is_kind(Kind.ADMINISTRATION)))
    days = list_work_by_day(view)
    return {
        "work_minutes": total_minutes(*work),
        "longest_day_minutes": max(days),
        "after_hours_minutes": count_outside(view, work),
        "after_hours_notes_minutes": count_outside(view, notes),
        "weekend_minutes": days[5] + days[6],
    }


def _list_notes(appointments: tuple[Appointment, ...], now: datetime) -> _Notes:
    waiting = [(a.start_minute, a.end_minute) for a in appointments if is_waiting_note(a, now=now)]
    known = [a.start_minute for a in appointments if has_known_note(a)]
    return _Notes(waiting=tuple(sorted(waiting)), first_known=min(known, default=None))


def _notes_of(view: WeekView, notes: _Notes, now: datetime) -> Figures:
    """Open notes of this week's sessions, and of those before it; ages as of `now`."""
    low, high = view.midnights[0], view.midnights[-1]
    before, until = (bisect_left(notes.waiting, (edge, edge)) for edge in (low, high))
    sessions = [a for a in view.starting if is_contact(a)]
    says = not sessions or any(has_known_note(a) for a in sessions)
    says_before = notes.first_known is not None and notes.first_known < low
    oldest = utc_minute(now) - notes.waiting[0][1] if until else None
    return {
        "notes_waiting": until - before if says else None,
        "notes_waiting_before": before if says_before else None,
        "oldest_note_days": None if oldest is None else oldest // MINUTES_IN_DAY,
    }


def _direct_share(view: WeekView, setting: WeekSetting) -> float | None:
    """Contact of the paid time that was not leave; None where no such time is left."""
    told = setting.paid_minutes
    paid = (total_minutes(*view.windows) if told is None else told) * find_worked_share(view)
    return view.minutes(is_contact) / paid if paid else None
