"""Notes waiting, sorted by age and effort, and how long until none wait.

It knows days and minutes, and nothing of what a note says. No trial speaks for any order
(interventions.md row 13): late ones first, then quick ones, then the rest, is a choice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fallow.base.errors import ValueRefused

QUICK_MINUTES = 10
"""A note of at most so many minutes is quick: it fits into a recovery gap. (a choice)"""
COUNTERPART = (
    "The practice can give notes a time of their own inside the day. "
    "People with less of such work were less often burned out. That is a link, not proof."
)
COUNTERPART_SOURCE = "admin-relief: Peccoralo 2021, OR .50 to .66 (verified), an association"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingNote:
    """One note: which, of which day, and the minutes its writer thinks it takes."""

    reference: str
    session_date: date
    minutes: int

    def __post_init__(self) -> None:
        if self.minutes < 1:
            raise ValueRefused("A note that waits takes no time.", "Give it a minute at least.")


def sort_notes(
    notes: Iterable[WaitingNote], *, today: date, due_days: int | None
) -> tuple[WaitingNote, ...]:
    """This will sort: past the due day, then quick, then the rest; the oldest first in each.

    `due_days` is how old a note may grow where one works; None where no such rule is known.
    """

    def place(note: WaitingNote) -> tuple[int, date, int]:
        age = (today - note.session_date).days
        if due_days is not None and age > due_days:
            return (0, note.session_date, note.minutes)
        return (1 if note.minutes <= QUICK_MINUTES else 2, note.session_date, note.minutes)

    return tuple(sorted(notes, key=place))


def count_weeks_to_clear(
    waiting_minutes: int, *, fresh_minutes_week: int, free_minutes_week: int
) -> int | None:
    """This will count whole weeks until nothing waits, or None where it never gets less."""
    gained = free_minutes_week - fresh_minutes_week
    if waiting_minutes <= 0:
        return 0
    if gained <= 0:
        return None
    return -(-waiting_minutes // gained)


def explain_waiting(notes: tuple[WaitingNote, ...], *, today: date) -> str:
    """This will count what waits and say how old the oldest is, or nothing where none waits."""
    if not notes:
        return ""
    days = max((today - note.session_date).days for note in notes)
    wait = "1 note waits" if len(notes) == 1 else f"{len(notes)} notes wait"
    return f"{wait}, the oldest for {days} {'day' if days == 1 else 'days'}."


def explain_clearing(weeks: int | None) -> str:
    """This will say how long it takes; and where sorting cannot help, that it is not about you."""
    if weeks is None:
        return (
            "More notes come in a week than there is time for. No order of yours can mend that. "
            "It takes time from the practice."
        )
    if weeks == 0:
        return "No notes are waiting."
    return (
        f"With this time, it is about {weeks} {'week' if weeks == 1 else 'weeks'} until none wait."
    )
