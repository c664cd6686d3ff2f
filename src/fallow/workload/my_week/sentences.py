"""One plain sentence on what stands out in a week, with the practice's counterpart beside it.

It knows the person's own usual and their own terms. It never labels a person and never alarms;
limits are cited catalog entries, and a starting value is called one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from fallow.base.estimate import Estimate
from fallow.workload.exposure.telling.words import SESSIONS, counted, hours_words
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.limits.catalog import find_entry
from fallow.workload.my_week.moments import Moments
from fallow.workload.my_week.usual import FEWEST_WEEKS, usual_range

_LONG_RUN = int(find_entry("back_to_back").value) + 1
_EVENING_MINUTES = 60 * (find_entry("after_hours_docs_week").low or 0)
_MOST = 2
_LEAVE = ("working day of leave", "working days of leave")

Weeks = tuple[WeekExposure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """What stands out, and what the practice can do about it."""

    sentence: str
    counterpart: str


def find_headlines(
    week: WeekExposure, before: tuple[WeekExposure, ...], *, moments: Moments
) -> tuple[Headline, ...]:
    """This will give at most two things that stand out, in the order of what is most in reach."""
    if not week.coverage.is_known:
        return (_UNKNOWN_WEEK,)
    found = [rule(week, before, moments) for rule in _RULES]
    return tuple(h for h in found if h is not None)[:_MOST] or (_nothing_stands_out(week, before),)


def coverage_words(week: WeekExposure) -> str:
    """This will say how much of the week could be seen."""
    if not week.coverage.is_known:
        return "Nothing of this week could be seen."
    if week.coverage.is_whole:
        return "The whole week could be seen."
    return f"About {week.coverage.share:.0%} of this week could be seen; the rest is not known."


def _long_run(week: WeekExposure, _before: Weeks, moments: Moments) -> Headline | None:
    if week.longest_run < _LONG_RUN:
        return None
    return Headline(
        sentence=f"On {moments.run_day} {week.longest_run} sessions followed one another without a "
        f"pause, {hours_words(week.longest_run_minutes)} from first to last.",
        counterpart="The practice can keep a pause between sessions closed to booking, "
        "so that no one has to defend it.",
    )


def _evening_notes(week: WeekExposure, _before: Weeks, moments: Moments) -> Headline | None:
    minutes = week.after_hours_notes_minutes or 0
    if minutes < _EVENING_MINUTES:
        return None
    until = f", the latest until {moments.latest_notes}" if moments.latest_notes else ""
    return Headline(
        sentence=f"{hours_words(minutes)} of notes and administration lay outside your "
        f"hours{until}.",
        counterpart="The practice can give notes a protected time inside the day, "
        "and keep it free of bookings.",
    )


def _lost_protection(week: WeekExposure, _before: Weeks, _moments: Moments) -> Headline | None:
    if not week.protected_lost_minutes:
        return None
    return Headline(
        sentence=f"{hours_words(week.protected_lost_minutes)} of protected time was booked over.",
        counterpart="Keeping protected time is the practice's promise; "
        "a booking over it is the practice's miss.",
    )


def _heavier_than_usual(week: WeekExposure, before: Weeks, _moments: Moments) -> Headline | None:
    usual = usual_range(before, "contact_minutes")
    if usual is None or week.contact_minutes <= usual.high + _margin(usual):
        return None
    return Headline(
        sentence=f"{hours_words(week.contact_minutes)} with clients; your usual is up to "
        f"{hours_words(round(usual.high))}.",
        counterpart="The practice can say where the extra sessions came from, and until when.",
    )


def _no_supervision(week: WeekExposure, before: Weeks, _moments: Moments) -> Headline | None:
    """Four weeks with clients (a choice), all seen whole: what was not seen may have been held."""
    month = (*before[-3:], week)
    if len(month) < 4 or not all(w.coverage.is_whole and w.sessions for w in month):
        return None
    if any(w.supervision_minutes for w in month):
        return None
    return Headline(
        sentence="Four weeks have gone by without supervision in the calendar.",
        counterpart="The practice can book supervision ahead, in paid time, "
        "before other things fill the week.",
    )


def _mostly_unsorted(week: WeekExposure, _before: Weeks, _moments: Moments) -> Headline | None:
    """A week whose entries nobody sorted reads as empty, and is not."""
    if week.unsorted_entries <= week.sessions:
        return None
    forms = ("entry of this week is not sorted yet", "entries of this week are not sorted yet")
    return Headline(
        sentence=f"{counted(week.unsorted_entries, forms)}; "
        "until then not all of its hours are known.",
        counterpart="The practice can name kinds of appointments in its own calendar, "
        "so that nobody has to sort them.",
    )


def _nothing_stands_out(week: WeekExposure, before: Weeks) -> Headline:
    hours, sessions = hours_words(week.contact_minutes), counted(week.sessions, SESSIONS)
    held = f"{hours} with clients in {sessions}" if week.sessions else "No session with clients"
    return Headline(
        sentence=f"{held}; {_beside_the_usual(week, before)}",
        counterpart="What the practice promised stands on the list that everyone there can see.",
    )


def _beside_the_usual(week: WeekExposure, before: Weeks) -> str:
    usual = usual_range(before, "contact_minutes")
    if not week.coverage.is_whole:
        return "that is what could be seen of this week, and not all of it."
    if week.leave_days:
        return f"{counted(week.leave_days, _LEAVE)}."
    if usual is None:
        return f"your usual shows after {FEWEST_WEEKS} weeks."
    if week.contact_minutes < usual.low - _margin(usual):
        return f"less than your usual, which begins at {hours_words(round(usual.low))}."
    return "ordinary ups and downs for you."


def _margin(usual: Estimate) -> float:
    """How far beyond the usual a week may lie before it is spoken of (assumption)."""
    return max(60.0, usual.high - usual.low)


_UNKNOWN_WEEK = Headline(
    sentence="This week is not known. That does not make it a light one.",
    counterpart="The practice can see to it that its calendar reaches you whole.",
)
Rule = Callable[[WeekExposure, Weeks, Moments], Headline | None]
_RULES: tuple[Rule, ...] = (
    _mostly_unsorted,
    _long_run,
    _evening_notes,
    _lost_protection,
    _heavier_than_usual,
    _no_supervision,
)
