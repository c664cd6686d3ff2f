"""The two moments of a week that a sentence names: the day of the longest run, the latest notes.

It knows one person's own week and runs on their own device alone.
"""

from dataclasses import dataclass

from fallow.base.periods import from_utc_minute, read_zone
from fallow.workload.appointments import Kind
from fallow.workload.exposure.kernels import clip_spans, span_index
from fallow.workload.exposure.rhythm import find_longest_run
from fallow.workload.exposure.selecting import WeekView, is_kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """Words for a sentence; empty where there is no such moment."""

    run_day: str
    latest_notes: str


def find_moments(view: WeekView, *, gap_minutes: int, zone: str) -> Moments:
    """This will find the weekday of the longest run and when the latest notes ended."""
    return Moments(run_day=_run_day(view, gap_minutes), latest_notes=_latest_notes(view, zone))


def _run_day(view: WeekView, gap_minutes: int) -> str:
    run = find_longest_run(view, gap_minutes=gap_minutes)
    if run.sessions == 0:
        return ""
    return f"{from_utc_minute(run.start_minute).astimezone(view.zone):%A}"


def _latest_notes(view: WeekView, zone: str) -> str:
    """When the notes ended that ran furthest past their day's working hours; notes before them
    are early, not late."""
    ends = [
        (end - view.midnights[span_index(view.midnights, start)], end)
        for start, end in zip(*view.spans(is_kind(Kind.ADMINISTRATION)), strict=True)
        if _is_late(view, start, end)
    ]
    if not ends:
        return ""
    latest = from_utc_minute(max(ends)[1]).astimezone(read_zone(zone))
    return f"{latest:%H:%M} on {latest:%A}"


def _is_late(view: WeekView, start: int, end: int) -> bool:
    day = span_index(view.midnights, start)
    windows = clip_spans(*view.windows, view.midnights[day], view.midnights[day + 1])
    return not windows[1] or end > windows[1][-1]
