"""The entries behind each figure of a week: those it was counted from, and no others.

It knows the selections of the measures. It says nothing; sentences are made elsewhere.
"""

from collections.abc import Callable
from dataclasses import dataclass

from fallow.workload.appointments import Appointment, Kind
from fallow.workload.exposure.kernels import clip_spans, span_index
from fallow.workload.exposure.rhythm import (
    count_outside,
    find_longest_run,
    find_shortest_night,
    list_leave_days,
    list_work_by_day,
)
from fallow.workload.exposure.selecting import (
    Keep,
    WeekView,
    is_booked_over,
    is_contact,
    is_inferred,
    is_kind,
    is_leave,
    is_no_show,
    is_on_call,
    is_unsorted,
    is_waiting_note,
    is_work,
)
from fallow.workload.exposure.setting import WeekSetting
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.limits.acuity import HIGH_ACUITY_KEYS, TRAUMA_KEYS, find_weight_key

Entries = tuple[Appointment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One measured week, and all that it was measured from."""

    week: WeekExposure
    view: WeekView
    appointments: Entries
    setting: WeekSetting


def find_entries(figure: str, question: Question) -> Entries:
    """This will give the entries behind one figure, in order of time."""
    return ENTRIES_BEHIND[figure](question)


Rule = Callable[[Question], Entries]


def _inside(keep: Keep) -> Rule:
    return lambda question: tuple(a for a in question.view.inside if keep(a))


def _starting(keep: Keep) -> Rule:
    return lambda question: tuple(a for a in question.view.starting if keep(a))


def _uncoded(question: Question) -> Entries:
    acuity = question.setting.acuity
    sessions = _starting(is_contact)(question)
    return tuple(a for a in sessions if find_weight_key(a, acuity) is None)


def _weighing(keys: frozenset[str]) -> Rule:
    """Sessions with one of these weights; while a share is not known, those it waits for."""

    def rule(question: Question) -> Entries:
        acuity = question.setting.acuity
        sessions = _starting(is_contact)(question)
        held = tuple(a for a in sessions if find_weight_key(a, acuity) in keys)
        return _uncoded(question) or held

    return rule


def _outside(keep: Keep) -> Rule:
    def rule(question: Question) -> Entries:
        view = question.view
        return tuple(
            a for a in _inside(keep)(question) if count_outside(view, _span(a, view, 0, 7))
        )

    return rule


def _span(
    appointment: Appointment, view: WeekView, first: int, last: int
) -> tuple[list[int], list[int]]:
    """The part of an entry that lies from one midnight to another."""
    start, end = appointment.start_minute, appointment.end_minute
    return clip_spans([start], [end], view.midnights[first], view.midnights[last])


def _touches(appointment: Appointment, view: WeekView, first: int, last: int) -> bool:
    return bool(_span(appointment, view, first, last)[0])


def _in_weekend(question: Question) -> Entries:
    return tuple(a for a in _inside(is_work)(question) if _touches(a, question.view, 5, 7))


def _on_longest_day(question: Question) -> Entries:
    days = list_work_by_day(question.view)
    day = days.index(max(days))
    work = _inside(is_work)(question)
    return tuple(a for a in work if _touches(a, question.view, day, day + 1))


def _in_longest_run(question: Question) -> Entries:
    gap = question.setting.policy.recovery_gap_minutes
    run = find_longest_run(question.view, gap_minutes=gap)
    return tuple(
        a
        for a in _starting(is_contact)(question)
        if run.start_minute <= a.start_minute < run.end_minute and _touches(a, question.view, 0, 7)
    )


def _around_gaps(question: Question) -> Entries:
    """The sessions of every day that holds more than one."""
    view = question.view
    sessions = [a for a in _starting(is_contact)(question) if _touches(a, view, 0, 7)]
    days = [span_index(view.midnights, a.start_minute) for a in sessions]
    return tuple(a for a, day in zip(sessions, days, strict=True) if days.count(day) > 1)


def _around_lost_protection(question: Question) -> Entries:
    protected = _inside(is_kind(Kind.PROTECTED_TIME))(question)
    booked = _inside(is_booked_over)(question)
    pairs = [(p, b) for p in protected for b in booked if _overlap(p, b)]
    behind = {a.identity for pair in pairs for a in pair}
    return tuple(a for a in question.view.inside if a.identity in behind)


def _overlap(one: Appointment, other: Appointment) -> bool:
    return one.start_minute < other.end_minute and other.start_minute < one.end_minute


def _around_shortest_night(question: Question) -> Entries:
    night = find_shortest_night(question.view)
    if night is None:
        return ()
    work = [a for a in question.view.entries if is_work(a)]
    return tuple(a for a in work if a.end_minute == night[0] or a.start_minute == night[1])


def _on_leave(question: Question) -> Entries:
    view, days = question.view, list_leave_days(question.view)
    leave = _inside(is_leave)(question)
    return tuple(a for a in leave if any(_touches(a, view, day, day + 1) for day in days))


def _notes_waiting(question: Question) -> Entries:
    return tuple(
        a for a in question.view.starting if is_waiting_note(a, now=question.week.measured_at)
    )


def _notes_waiting_before(question: Question) -> Entries:
    monday = question.view.midnights[0]
    earlier = [a for a in question.appointments if a.start_minute < monday]
    waiting = [a for a in earlier if is_waiting_note(a, now=question.week.measured_at)]
    return tuple(sorted(waiting, key=lambda a: (a.start_minute, a.end_minute, a.identity)))


def _oldest_note(question: Question) -> Entries:
    return (*_notes_waiting_before(question), *_notes_waiting(question))[:1]


def _nothing(_question: Question) -> Entries:
    return ()


ENTRIES_BEHIND: dict[str, Rule] = {
    "contact_minutes": _inside(is_contact),
    "sessions": _starting(is_contact),
    "weighted_hours": _starting(is_contact),
    "uncoded_sessions": _uncoded,
    "trauma_share": _weighing(TRAUMA_KEYS),
    "high_acuity_share": _weighing(HIGH_ACUITY_KEYS),
    "direct_share": _inside(is_contact),
    "travel_minutes": _inside(is_kind(Kind.TRAVEL)),
    "crisis_contacts": _starting(is_kind(Kind.CRISIS)),
    "on_call_minutes": _inside(is_on_call),
    "no_shows": _starting(is_no_show),
    "training_minutes": _inside(is_kind(Kind.TRAINING)),
    "administration_minutes": _inside(is_kind(Kind.ADMINISTRATION)),
    "work_minutes": _inside(is_work),
    "longest_run": _in_longest_run,
    "longest_run_minutes": _in_longest_run,
    "gaps_kept": _around_gaps,
    "gaps_possible": _around_gaps,
    "longest_day_minutes": _on_longest_day,
    "protected_minutes": _inside(is_kind(Kind.PROTECTED_TIME)),
    "protected_lost_minutes": _around_lost_protection,
    "notes_waiting": _notes_waiting,
    "notes_waiting_before": _notes_waiting_before,
    "oldest_note_days": _oldest_note,
    "after_hours_minutes": _outside(is_work),
    "after_hours_notes_minutes": _outside(is_kind(Kind.ADMINISTRATION)),
    "weekend_minutes": _in_weekend,
    "shortest_night_minutes": _around_shortest_night,
    "days_off": _nothing,
    "leave_days": _on_leave,
    "supervision_minutes": _inside(is_kind(Kind.SUPERVISION)),
    "peer_minutes": _inside(is_kind(Kind.PEER_CONSULTATION)),
    "unsorted_entries": _starting(is_unsorted),
    "lengths_inferred": _starting(is_inferred),
}
