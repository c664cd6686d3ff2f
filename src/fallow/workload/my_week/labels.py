"""The figures of a week in words: their labels, their groups, and how each value is said.

It knows no judgement: a figure stands beside the person's own usual and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fallow.base.estimate import Estimate
from fallow.workload.exposure.explaining import hours_words
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
    ("notes_waiting", "Notes waiting from this week", "count", "notes"),
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
    week: WeekExposure, before: tuple[WeekExposure, ...]
) -> tuple[FigureWords, ...]:
    """This will say every figure of a week, each beside the usual of the weeks before it."""
    return tuple(
        FigureWords(
            key=key,
            label=label,
            value=_value_words(week, key, form) if week.coverage.is_known else "not known",
            usual=_usual_words(usual_range(before, key), form) if form in _USUAL_KINDS else "",
            note=_note_words(week, key),
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


def _counted(value: int, one: str, many: str) -> str:
    return f"1 {one}" if value == 1 else f"{value} {many}"


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


def _note_words(week: WeekExposure, key: str) -> str:
    uncoded = week.uncoded_sessions
    if key == "weighted_hours" and uncoded:
        return f"A range, because the weight of {uncoded} sessions is not known."
    if key in ("trauma_share", "high_acuity_share") and uncoded:
        return "Not known until the caseload has an answer."
    if key == "contact_minutes" and week.unsorted_entries:
        return f"{week.unsorted_entries} entries are not sorted and not counted."
    if key == "notes_waiting" and week.notes_waiting is None:
        return "The calendar does not say which notes are done."
    return ""


_FORMS: dict[str, Callable[[Any], str]] = {
    "hours": hours_words,
    "share": lambda value: f"{value:.0%}",
    "estimate": estimate_words,
    "days": lambda value: _counted(value, "day", "days"),
    "sessions": lambda value: _counted(value, "session", "sessions"),
    "count": str,
}
