"""How the work of a week lay: runs, pauses, the longest day, the shortest night, days off.

It knows spans of work and sessions, and nothing of how heavy they were.
"""

from dataclasses import dataclass

from fallow.base.periods import DAYS_IN_WEEK
from fallow.workload.appointments import Appointment
from fallow.workload.exposure.kernels import (
    Spans,
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
    is_contact,
    is_leave,
    is_on_call,
    is_unsorted_time,
    is_whole_day_of_work,
    is_work,
)
from fallow.workload.limits.policy import Policy

SESSIONS_BEFORE_LONG_GAP = 3
"""standards.md §3, `gap_minutes`: "≥10 min, 30 after 3" (assumption)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Sessions in a row without a recovery gap, from the first one's start to the last one's end.

    The two times are UTC minutes; both are 0 where there is no session.
    """

    sessions: int
    start_minute: int
    end_minute: int


def find_longest_run(view: WeekView, *, gap_minutes: int) -> Run:
    """This will find the longest run; work of any kind between two sessions is no pause."""
    blocks = merge_spans(*view.spans(is_work), gap_minutes)
    count, start, end = longest_run(blocks, view.starting_spans(is_contact))
    return Run(sessions=count, start_minute=start, end_minute=end)


def count_kept_gaps(view: WeekView, policy: Policy) -> tuple[int, int]:
    """This will give the pauses between a day's sessions that were long enough, and all of them."""
    work, sessions = view.spans(is_work), view.starting_spans(is_contact)
    blocks = merge_spans(*work, policy.recovery_gap_minutes)
    long_blocks = merge_spans(*work, policy.long_gap_minutes)
    return count_gaps(blocks, long_blocks, sessions, view.midnights, SESSIONS_BEFORE_LONG_GAP)


def list_work_by_day(view: WeekView) -> list[int]:
    """This will give the minutes of work on each of the seven days."""
    return minutes_by_day(merge_spans(*view.spans(is_work)), view.midnights)


def find_shortest_night(view: WeekView) -> tuple[int, int] | None:
    """This will give when work ended and when it began again, in UTC minutes."""
    work = merge_spans(*view.spans(is_work, with_eve=True))
    ended, began = shortest_night(work, [view.eve, *view.midnights])
    return None if ended < 0 else (ended, began)


def list_days_off(view: WeekView) -> list[int]:
    """This will give the days, Monday as 0, on which nothing of work can be seen.

    A day-long duty that lies on two days, because its zone is another, holds the greater part.
    """
    work, taken, duties = (
        minutes_by_day(merge_spans(*view.spans(keep)), view.midnights)
        for keep in (is_work, _takes_day, is_whole_day_of_work)
    )
    return [
        day
        for day in range(DAYS_IN_WEEK)
        if not work[day] and not taken[day] and not _covers_half(duties[day], view, day)
    ]


def _takes_day(appointment: Appointment) -> bool:
    """Being on call is no rest, and what nobody sorted may have been work."""
    return is_on_call(appointment) or is_unsorted_time(appointment)


def _covers_half(minutes: int, view: WeekView, day: int) -> bool:
    return minutes > 0 and 2 * minutes >= view.midnights[day + 1] - view.midnights[day]


def list_leave_days(view: WeekView) -> list[int]:
    """This will give the days on which leave covers at least half of the working hours."""
    leave = merge_spans(*view.spans(is_leave))
    return [day for day in range(DAYS_IN_WEEK) if _is_leave_day(view, day, leave)]


def _is_leave_day(view: WeekView, day: int, leave: Spans) -> bool:
    windows = clip_spans(*view.windows, view.midnights[day], view.midnights[day + 1])
    working = total_minutes(*windows)
    return working > 0 and 2 * shared_minutes(leave, windows) >= working


def find_worked_share(view: WeekView) -> float:
    """This will give the share of the week's working hours that was not leave."""
    working = total_minutes(*view.windows)
    leave = merge_spans(*view.spans(is_leave))
    return (working - shared_minutes(leave, view.windows)) / working if working else 1.0


def count_outside(view: WeekView, spans: Spans) -> int:
    """This will give the minutes of merged spans that lie outside the working hours."""
    return total_minutes(*spans) - shared_minutes(spans, view.windows)
