"""Every figure explains itself: the appointments behind it, in one sentence that adds up.

It knows the same selections as the measures, so that a figure and its reasons cannot part.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fallow.base.errors import ValueRefused
from fallow.workload.appointments import Appointment, Kind, NoteState, Status
from fallow.workload.exposure.selecting import (
    WeekView,
    is_booked_work,
    is_contact,
    is_kind,
    is_leave,
    is_work,
    view_week,
)
from fallow.workload.exposure.setting import WeekSetting
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.limits.acuity import HIGH_ACUITY_KEYS, TRAUMA_KEYS, find_weight_key

Keep = Callable[[Appointment], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One figure's sentence and the entries it came from."""

    figure: str
    sentence: str
    entries: tuple[Appointment, ...]


def explain_figure(
    figure: str,
    appointments: Iterable[Appointment],
    *,
    week: WeekExposure,
    setting: WeekSetting,
) -> Explanation:
    """This will explain one figure of a measured week; ValueRefused for an unknown name."""
    rule = _RULES.get(figure)
    if rule is None:
        raise ValueRefused("There is no figure of that name.", "Choose one that the week shows.")
    keep, words = rule
    view = view_week(appointments, monday=week.monday, setting=setting)
    entries = tuple(a for a in view.inside if keep(a))
    if figure in _SHARES:
        entries = tuple(a for a in entries if find_weight_key(a, setting.acuity) in _SHARES[figure])
    if figure in ("after_hours_minutes", "after_hours_notes_minutes", "weekend_minutes"):
        entries = tuple(a for a in entries if _reaches_outside(a, view, figure))
    sentence = f"{words(week)} {_count_words(len(entries))}"
    return Explanation(figure=figure, sentence=sentence, entries=entries)


def list_explained_figures() -> tuple[str, ...]:
    return tuple(_RULES)


def hours_words(minutes: int | None) -> str:
    """This will say minutes as hours and minutes, or "not known"."""
    if minutes is None:
        return "not known"
    hours, rest = divmod(minutes, 60)
    if hours == 0:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def _count_words(count: int) -> str:
    if count == 0:
        return "No entry stands behind it."
    return "1 entry stands behind it." if count == 1 else f"{count} entries stand behind it."


def _reaches_outside(appointment: Appointment, view: WeekView, figure: str) -> bool:
    start = max(appointment.start_minute, view.midnights[0])
    end = min(appointment.end_minute, view.midnights[-1])
    if figure == "weekend_minutes":
        return end > view.midnights[5]
    return not any(low <= start and end <= high for low, high in zip(*view.windows, strict=True))


def _is_any(appointment: Appointment) -> bool:
    return appointment.status is not Status.VANISHED


def _is_no_show(appointment: Appointment) -> bool:
    return appointment.is_contact and appointment.status is Status.NO_SHOW


def _is_open_note(appointment: Appointment) -> bool:
    return is_contact(appointment) and appointment.note_state is NoteState.OPEN


def _is_unsorted(appointment: Appointment) -> bool:
    return appointment.kind is Kind.UNKNOWN and appointment.has_happened_or_will


def _is_inferred(appointment: Appointment) -> bool:
    return is_contact(appointment) and appointment.end_inferred


def _is_protected_or_booked(appointment: Appointment) -> bool:
    return is_kind(Kind.PROTECTED_TIME)(appointment) or is_booked_work(appointment)


def _in_hours(before: str, name: str, after: str) -> Callable[[WeekExposure], str]:
    return lambda week: f"{before}{hours_words(getattr(week, name))}{after}"


def _in_counts(before: str, name: str, after: str) -> Callable[[WeekExposure], str]:
    def words(week: WeekExposure) -> str:
        value = getattr(week, name)
        return f"{before}{'not known' if value is None else value}{after}"

    return words


def _in_percent(before: str, name: str, after: str) -> Callable[[WeekExposure], str]:
    def words(week: WeekExposure) -> str:
        value = getattr(week, name)
        return f"{before}{'not known' if value is None else f'{value:.0%}'}{after}"

    return words


def _weighted_words(week: WeekExposure) -> str:
    low, high = week.weighted_hours.low, week.weighted_hours.high
    sum_words = (
        f"{week.sessions} sessions, each hour times its weight, "
        "and a quarter of an hour for each note"
    )
    if week.uncoded_sessions:
        return (
            f"{low:.1f} to {high:.1f} weighted hours: {sum_words}. For {week.uncoded_sessions} "
            "of them the weight is not known."
        )
    return f"{low:.1f} weighted hours: {sum_words}."


def _run_words(week: WeekExposure) -> str:
    return (
        f"{week.longest_run} sessions in a row without a long enough pause, "
        f"{hours_words(week.longest_run_minutes)} from first to last."
    )


_SHARES = {"trauma_share": TRAUMA_KEYS, "high_acuity_share": HIGH_ACUITY_KEYS}

_RULES: dict[str, tuple[Keep, Callable[[WeekExposure], str]]] = {
    "contact_minutes": (
        is_contact,
        _in_hours("", "contact_minutes", " with clients; time that two entries share counts once."),
    ),
    "sessions": (is_contact, _in_counts("", "sessions", " sessions that start in this week.")),
    "weighted_hours": (is_contact, _weighted_words),
    "uncoded_sessions": (
        is_contact,
        _in_counts("", "uncoded_sessions", " sessions whose weight nobody has said."),
    ),
    "trauma_share": (is_contact, _in_percent("", "trauma_share", " of contact is trauma work.")),
    "high_acuity_share": (
        is_contact,
        _in_percent("", "high_acuity_share", " of contact is with high acuity."),
    ),
    "direct_share": (
        is_contact,
        _in_percent("", "direct_share", " of paid time is contact with clients."),
    ),
    "travel_minutes": (is_kind(Kind.TRAVEL), _in_hours("", "travel_minutes", " on the way.")),
    "crisis_contacts": (
        is_kind(Kind.CRISIS),
        _in_counts("", "crisis_contacts", " crisis or on-call contacts."),
    ),
    "no_shows": (_is_no_show, _in_counts("", "no_shows", " sessions to which nobody came.")),
    "training_minutes": (
        is_kind(Kind.TRAINING),
        _in_hours("", "training_minutes", " of training."),
    ),
    "administration_minutes": (
        is_kind(Kind.ADMINISTRATION),
        _in_hours("", "administration_minutes", " of administration and notes."),
    ),
    "work_minutes": (is_work, _in_hours("", "work_minutes", " of work of every kind.")),
    "longest_run": (is_contact, _run_words),
    "longest_run_minutes": (is_contact, _run_words),
    "gaps_kept": (
        is_work,
        lambda week: (
            f"{week.gaps_kept} of {week.gaps_possible} pauses between sessions were long enough."
        ),
    ),
    "gaps_possible": (
        is_contact,
        _in_counts("", "gaps_possible", " times one session followed another on the same day."),
    ),
    "longest_day_minutes": (
        is_work,
        _in_hours("", "longest_day_minutes", " of work on the longest day."),
    ),
    "protected_minutes": (
        _is_protected_or_booked,
        _in_hours("", "protected_minutes", " of protected time stayed free."),
    ),
    "protected_lost_minutes": (
        _is_protected_or_booked,
        _in_hours("", "protected_lost_minutes", " of protected time was booked over."),
    ),
    "notes_waiting": (
        _is_open_note,
        _in_counts("", "notes_waiting", " notes of this week's sessions are still open."),
    ),
    "oldest_note_days": (
        _is_open_note,
        _in_counts("The oldest open note of this week is ", "oldest_note_days", " days old."),
    ),
    "after_hours_minutes": (
        is_work,
        _in_hours("", "after_hours_minutes", " of work outside your working hours."),
    ),
    "after_hours_notes_minutes": (
        is_kind(Kind.ADMINISTRATION),
        _in_hours("", "after_hours_notes_minutes", " of notes outside your working hours."),
    ),
    "weekend_minutes": (
        is_work,
        _in_hours("", "weekend_minutes", " of work on Saturday and Sunday."),
    ),
    "shortest_night_minutes": (
        is_work,
        _in_hours(
            "", "shortest_night_minutes", " between one day's last work and the next's first."
        ),
    ),
    "days_off": (_is_any, _in_counts("", "days_off", " days without any work.")),
    "leave_days": (is_leave, _in_counts("", "leave_days", " working days were leave.")),
    "supervision_minutes": (
        is_kind(Kind.SUPERVISION),
        _in_hours("", "supervision_minutes", " of supervision."),
    ),
    "peer_minutes": (
        is_kind(Kind.PEER_CONSULTATION),
        _in_hours("", "peer_minutes", " of peer consultation."),
    ),
    "unsorted_entries": (
        _is_unsorted,
        _in_counts("", "unsorted_entries", " entries are not sorted yet and count as nothing."),
    ),
    "lengths_inferred": (
        _is_inferred,
        _in_counts("", "lengths_inferred", " sessions came without a length; it was inferred."),
    ),
}
