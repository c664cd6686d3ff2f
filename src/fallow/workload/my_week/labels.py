"""The figures of a week in words: their labels, their groups, and how each value is said.

It knows no judgement: a figure stands beside the person's own usual and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fallow.base.estimate import Estimate
from fallow.workload.exposure.telling.words import (
    DAYS,
    ENTRIES,
    SESSIONS,
    counted,
    hours_words,
    share_words,
)
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.my_week.usual import usual_range


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """One figure as a page shows it. `usual` and `note` are empty where there is nothing to say."""

    key: str
    label: str
    value: str
    usual: str
    note: str
    group: str


_LABELS: tuple[tuple[str, str, str, str], ...] = (
    ("contact_minutes", "With clients", "hours", "load"),
    ("weighted_hours", "Weighted hours", "estimate", "load"),
    ("sessions", "Sessions", "count", "load"),
    ("trauma_share", "Trauma work, share of contact", "share", "load"),
    ("high_acuity_share", "High acuity, share of contact", "share", "load"),
    ("direct_share", "Contact, share of paid time", "share", "load"),
    ("crisis_contacts", "Crisis and on-call contacts", "count", "load"),
    ("no_shows", "No-shows", "count", "load"),
    ("longest_run", "Longest run without a pause", "sessions", "rhythm"),
    ("gaps_kept", "Pauses long enough", "gaps", "rhythm"),
    ("longest_day_minutes", "Longest day", "hours", "rhythm"),
    ("after_hours_minutes", "Outside working hours", "hours", "hours"),
    ("after_hours_notes_minutes", "Of that, notes and administration", "hours", "hours"),
    ("weekend_minutes", "Saturday and Sunday", "hours", "hours"),
    ("work_minutes", "All work", "hours", "hours"),
    ("travel_minutes", "Travel", "hours", "hours"),
    ("on_call_minutes", "On call", "hours", "hours"),
    ("notes_waiting", "Notes waiting from this week", "count", "notes"),
    ("notes_waiting_before", "Notes waiting from earlier weeks", "count", "notes"),
    ("oldest_note_days", "The oldest of them", "days", "notes"),
    ("administration_minutes", "Administration and notes", "hours", "notes"),
    ("protected_minutes", "Protected time kept", "hours", "support"),
    ("protected_lost_minutes", "Protected time booked over", "hours", "support"),
    ("supervision_minutes", "Supervision", "hours", "support"),
    ("peer_minutes", "Peer consultation", "hours", "support"),
    ("training_minutes", "Training", "hours", "support"),
    ("shortest_night_minutes", "Shortest night between work", "hours", "rest"),
    ("days_off", "Days wholly off", "days", "rest"),
    ("leave_days", "Leave", "days", "rest"),
    ("unsorted_entries", "Entries not sorted yet", "count", "coverage"),
    ("lengths_inferred", "Sessions whose length was inferred", "count", "coverage"),
)
LABEL_BY_FIGURE = {key: label for key, label, _, _ in _LABELS}
_USUAL_KINDS = frozenset({"hours", "count", "sessions", "estimate"})


def list_figure_words(
    week: WeekExposure, before: tuple[WeekExposure, ...], *, cap_hours: float | None
) -> tuple[FigureWords, ...]:
    """This will say every figure of a week, each beside the usual of the weeks before it.

    `cap_hours` stands beside the weighted hours, once there is a cap.
    """
    return tuple(
        FigureWords(
            key=key,
            label=label,
            value=_value_words(week, key, form) if week.coverage.is_known else "not known",
            usual=_usual_words(usual_range(before, key), form) if form in _USUAL_KINDS else "",
            note=_note_words(week, key, cap_hours) if week.coverage.is_known else "",
            group=group,
        )
        for key, label, form, group in _LABELS
    )


def _value_words(week: WeekExposure, key: str, form: str) -> str:
    value = getattr(week, key)
    if value is None:
        return "not known"
    if form == "gaps":
        return f"{week.gaps_kept} of {week.gaps_possible}"
    return _FORMS[form](value)


def estimate_words(estimate: Estimate) -> str:
    """This will say hours with one decimal, as a range where that is all that is known."""
    if estimate.value is not None:
        return f"{estimate.value:.1f} h"
    return f"{estimate.low:.1f} to {estimate.high:.1f} h"


def _usual_words(usual: Estimate | None, form: str) -> str:
    if usual is None:
        return ""
    low, high = (_plain(edge, form) for edge in (usual.low, usual.high))
    return f"usually {low}" if low == high else f"usually {low} to {high}"


def _plain(value: float, form: str) -> str:
    if form == "hours":
        return hours_words(round(value))
    return f"{value:.1f} h" if form == "estimate" else f"{value:g}"


def _note_words(week: WeekExposure, key: str, cap_hours: float | None) -> str:
    if key == "weighted_hours":
        return " ".join(filter(None, (_range_words(week), _cap_words(cap_hours))))
    if key in ("trauma_share", "high_acuity_share") and week.uncoded_sessions:
        return "Not known until the caseload has an answer."
    if key == "contact_minutes" and week.unsorted_entries:
        return f"{counted(week.unsorted_entries, ENTRIES)} not sorted, and not counted."
    if key == "notes_waiting" and week.notes_waiting is None:
        return "The calendar does not say which notes are done."
    return ""


def _range_words(week: WeekExposure) -> str:
    uncoded = week.uncoded_sessions
    return f"A range: {counted(uncoded, SESSIONS)} without a weight." if uncoded else ""


def _cap_words(cap_hours: float | None) -> str:
    return "" if cap_hours is None else f"Your cap is {cap_hours:g} h."


_FORMS: dict[str, Callable[[Any], str]] = {
    "hours": hours_words,
    "share": share_words,
    "estimate": estimate_words,
    "days": lambda value: counted(value, DAYS),
    "sessions": lambda value: counted(value, SESSIONS),
    "count": str,
}
