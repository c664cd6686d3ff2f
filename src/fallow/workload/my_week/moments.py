"""The two moments of a week that a sentence names: the day of the longest run, the latest notes.

It knows one person's own week and runs on their own device alone.
"""

from dataclasses import dataclass
from datetime import timedelta

from fallow.base.periods import from_utc_minute, read_zone
from fallow.workload.appointments import Kind
from fallow.workload.exposure.kernels import longest_run, merge_spans, span_index
from fallow.workload.exposure.selecting import WeekView, is_contact, is_kind, is_work


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """Words for a sentence; empty where there is no such moment."""

    run_day: str
    latest_notes: str


def find_moments(view: WeekView, *, gap_minutes: int, zone: str) -> Moments:
    """This will find the weekday of the longest run and when the latest notes ended."""
    return Moments(run_day=_run_day(view, gap_minutes), latest_notes=_latest_notes(view, zone))


def _run_day(view: WeekView, gap_minutes: int) -> str:
    starts, ends = merge_spans(*view.spans(is_work), gap_minutes)
    sessions = view.spans(is_contact)
    best, day = (0, 0), -1
    for index in range(len(starts)):
        run = longest_run(([starts[index]], [ends[index]]), sessions)
        if run > best:
            best, day = run, span_index(view.midnights, starts[index])
    return "" if day < 0 else f"{view.monday + timedelta(days=day):%A}"


def _latest_notes(view: WeekView, zone: str) -> str:
    ends = [
        (end - view.midnights[span_index(view.midnights, start)], end)
        for start, end in zip(*view.spans(is_kind(Kind.ADMINISTRATION)), strict=True)
        if not any(low <= start and end <= high for low, high in zip(*view.windows, strict=True))
    ]
    if not ends:
        return ""
    latest = from_utc_minute(max(ends)[1]).astimezone(read_zone(zone))
    return f"{latest:%H:%M} on {latest:%A}"
