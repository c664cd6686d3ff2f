"""One plain sentence on what stands out in a week, with the practice's counterpart beside it.

It knows the person's own usual and their own terms. It never labels a person and never alarms;
limits are cited catalog entries, and a starting value is called one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from fallow.workload.exposure.explaining import hours_words
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.limits.catalog import find_entry
from fallow.workload.my_week.moments import Moments
from fallow.workload.my_week.usual import FEWEST_WEEKS, usual_range

_LONG_RUN = int(find_entry("back_to_back").value) + 1
_EVENING_MINUTES = 60 * (find_entry("after_hours_docs_week").low or 0)
_MOST = 2

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
    return tuple(h for h in found if h is not None)[:_MOST] or (_ordinary(week, before),)


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
        counterpart="The practice can keep ten minutes between sessions closed to booking, "
        "so that no one has to defend them.",
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
    if usual is None or week.contact_minutes <= usual.high + max(60.0, usual.high - usual.low):
        return None
    return Headline(
        sentence=f"{hours_words(week.contact_minutes)} with clients; your usual is up to "
        f"{hours_words(round(usual.high))}.",
        counterpart="The practice can say where the extra sessions came from, and until when.",
    )


def _no_supervision(week: WeekExposure, before: Weeks, _moments: Moments) -> Headline | None:
    month = (*before[-3:], week)
    if len(month) < 4 or any(w.supervision_minutes or not w.coverage.is_known for w in month):
        return None
    return Headline(
        sentence="Four weeks have gone by without supervision in the calendar.",
        counterpart="The practice can book supervision ahead, in paid time, "
        "before other things fill the week.",
    )


def _ordinary(week: WeekExposure, before: Weeks) -> Headline:
    has_usual = usual_range(before, "contact_minutes") is not None
    held = f"{hours_words(week.contact_minutes)} with clients in {week.sessions} sessions"
    tail = (
        "ordinary ups and downs for you."
        if has_usual
        else f"your usual shows after {FEWEST_WEEKS} weeks."
    )
    return Headline(
        sentence=f"{held}; {tail}",
        counterpart="What the practice promised stands on the list that everyone there can see.",
    )


_UNKNOWN_WEEK = Headline(
    sentence="This week is not known. That does not make it a light one.",
    counterpart="The practice can see to it that its calendar reaches you whole.",
)
Rule = Callable[[WeekExposure, Weeks, Moments], Headline | None]
_RULES: tuple[Rule, ...] = (
    _long_run,
    _evening_notes,
    _lost_protection,
    _heavier_than_usual,
    _no_supervision,
)
