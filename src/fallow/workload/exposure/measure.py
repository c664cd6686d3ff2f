"""Measures weeks of work: appointments in, one `WeekExposure` for each Monday out.

It knows nothing of how anyone feels. Each figure's definition stands in tests/spec/workload.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from fallow.base.periods import DAYS_IN_WEEK, read_zone, utc_minute
from fallow.workload.appointments import Appointment, Kind, NoteState, Status
from fallow.workload.exposure.covering import find_coverage
from fallow.workload.exposure.kernels import (
    clip_spans,
    count_gaps,
    longest_run,
    merge_spans,
    minutes_by_day,
    shared_minutes,
    shortest_night,
    total_minutes,
)
from fallow.workload.exposure.selecting import (
    WeekView,
    is_booked_work,
    is_contact,
    is_kind,
    is_leave,
    is_work,
    view_week,
)
from fallow.workload.exposure.setting import SourceSpan, WeekSetting
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.exposure.weighing import weigh_contacts

Figures = dict[str, int | None]


def measure_weeks(
    appointments: Iterable[Appointment],
    *,
    mondays: tuple[date, ...],
    setting: WeekSetting,
    spans: tuple[SourceSpan, ...],
    now: datetime,
) -> tuple[WeekExposure, ...]:
    """This will measure one person's weeks; `now` parts what waits from what is still to come."""
    weeks = _by_week(appointments, mondays=mondays, setting=setting)
    return tuple(
        measure_week(weeks[monday], monday=monday, setting=setting, spans=spans, now=now)
        for monday in mondays
    )


def _by_week(
    appointments: Iterable[Appointment], *, mondays: tuple[date, ...], setting: WeekSetting
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


def measure_week(
    appointments: Iterable[Appointment],
    *,
    monday: date,
    setting: WeekSetting,
    spans: tuple[SourceSpan, ...],
    now: datetime,
) -> WeekExposure:
    """This will measure one week. Minutes are clipped to it; sessions count where they start."""
    view = view_week(appointments, monday=monday, setting=setting)
    contacts = tuple(a for a in view.starting if is_contact(a))
    weighed = weigh_contacts(contacts, setting)
    contact = total_minutes(*view.spans(is_contact))
    return WeekExposure(
        monday=monday,
        zone=setting.hours.zone,
        coverage=find_coverage(view.inside, monday=monday, spans=spans),
        contact_minutes=contact,
        sessions=len(contacts),
        weighted_hours=weighed.weighted_hours,
        uncoded_sessions=weighed.uncoded,
        trauma_share=weighed.trauma_share,
        high_acuity_share=weighed.high_acuity_share,
        direct_share=_direct_share(contact, view, setting),
        crisis_contacts=len([a for a in contacts if a.kind is Kind.CRISIS]),
        no_shows=len([a for a in view.starting if _is_no_show(a)]),
        unsorted_entries=len([a for a in view.starting if _is_unsorted(a)]),
        lengths_inferred=len([a for a in contacts if a.end_inferred]),
        leave_days=count_leave_days(view),
        **_minutes_by_kind(view),
        **_rhythm(view, setting),  # type: ignore[arg-type] # the keys are disjoint by name
        **_protected(view),
        **_notes(contacts, now=now),  # type: ignore[arg-type]
    )


def _is_no_show(appointment: Appointment) -> bool:
    return appointment.is_contact and appointment.status is Status.NO_SHOW


def _is_unsorted(appointment: Appointment) -> bool:
    return appointment.kind is Kind.UNKNOWN and appointment.has_happened_or_will


def _minutes_by_kind(view: WeekView) -> dict[str, int]:
    figures = {
        "travel_minutes": Kind.TRAVEL,
        "training_minutes": Kind.TRAINING,
        "administration_minutes": Kind.ADMINISTRATION,
        "supervision_minutes": Kind.SUPERVISION,
        "peer_minutes": Kind.PEER_CONSULTATION,
    }
    return {name: total_minutes(*view.spans(is_kind(kind))) for name, kind in figures.items()}


def _rhythm(view: WeekView, setting: WeekSetting) -> Figures:
    work, sessions = merge_spans(*view.spans(is_work)), view.spans(is_contact)
    blocks = merge_spans(*view.spans(is_work), setting.policy.recovery_gap_minutes)
    run, run_minutes = longest_run(blocks, sessions)
    kept, possible = count_gaps(blocks, sessions, view.midnights)
    days = minutes_by_day(work, view.midnights)
    notes = merge_spans(*view.spans(is_kind(Kind.ADMINISTRATION)))
    with_eve = merge_spans(*view.spans(is_work, with_eve=True))
    night = shortest_night(with_eve, [view.eve, *view.midnights])
    worked_all_day = {a.start_minute for a in view.starting if _is_whole_day_of_work(a)}
    off = [
        m for m, d in zip(days, view.midnights, strict=False) if not m and d not in worked_all_day
    ]
    return {
        "work_minutes": total_minutes(*work),
        "longest_run": run,
        "longest_run_minutes": run_minutes,
        "gaps_kept": kept,
        "gaps_possible": possible,
        "longest_day_minutes": max(days),
        "after_hours_minutes": total_minutes(*work) - shared_minutes(work, view.windows),
        "after_hours_notes_minutes": total_minutes(*notes) - shared_minutes(notes, view.windows),
        "weekend_minutes": days[5] + days[6],
        "shortest_night_minutes": night if night >= 0 else None,
        "days_off": len(off),
    }


def _is_whole_day_of_work(appointment: Appointment) -> bool:
    kinds = (Kind.TRAINING, Kind.ADMINISTRATION, Kind.SUPERVISION, Kind.TRAVEL, Kind.CRISIS)
    return appointment.all_day and appointment.kind in kinds and appointment.has_happened_or_will


def _protected(view: WeekView) -> dict[str, int]:
    protected = merge_spans(*view.spans(is_kind(Kind.PROTECTED_TIME)))
    booked = merge_spans(*view.spans(is_booked_work))
    lost = shared_minutes(protected, booked)
    return {
        "protected_minutes": total_minutes(*protected) - lost,
        "protected_lost_minutes": lost,
    }


def _notes(contacts: tuple[Appointment, ...], *, now: datetime) -> Figures:
    known = [a for a in contacts if a.note_state is not NoteState.UNKNOWN]
    waiting = [a for a in known if a.note_state is NoteState.OPEN and a.ends_at <= now]
    ages = [(utc_minute(now) - a.end_minute) // (24 * 60) for a in waiting]
    return {
        "notes_waiting": len(waiting) if known else None,
        "oldest_note_days": max(ages) if ages else None,
    }


def count_leave_days(view: WeekView) -> int:
    """Days on which leave covers at least half of the working hours; free days do not count."""
    leave, count = merge_spans(*view.spans(is_leave)), 0
    for index in range(DAYS_IN_WEEK):
        low, high = view.midnights[index], view.midnights[index + 1]
        windows = clip_spans(*view.windows, low, high)
        working = total_minutes(*windows)
        if working and 2 * shared_minutes(clip_spans(*leave, low, high), windows) >= working:
            count += 1
    return count


def _direct_share(contact: int, view: WeekView, setting: WeekSetting) -> float | None:
    paid = setting.paid_minutes or total_minutes(*view.windows)
    return contact / paid if paid else None
