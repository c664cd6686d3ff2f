"""Time kept free, held against the calendar: what is in its way, and the nearest place that is not.

It knows times alone. It moves nothing, and a day the calendar does not speak for is never called
free. What counts as in the way, and that a place is looked for in the same week, are choices.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from fallow.base.periods import (
    Period,
    from_utc_minute,
    local_date,
    monday_of,
    read_zone,
    utc_minute,
)
from fallow.base.working_time import Window, working_windows
from fallow.individual.guidance.plan.calendar.blocks import Block, say_span, say_times
from fallow.workload.appointments import Appointment, Kind
from fallow.workload.exposure.kernels import Spans, clip_spans, merge_spans
from fallow.workload.exposure.selecting import is_leave
from fallow.workload.history.held import HeldCalendar

ROUND_MINUTES = 5
"""A place that could begin at once begins on a whole five minutes. (a choice)"""
NO_CALENDAR = "No calendar is open on this page, so this was not held against yours."
_LEAVES_ROOM = frozenset({Kind.ON_CALL, Kind.LEAVE})


class Standing(StrEnum):
    """How a block stands to the calendar."""

    FREE = "free"
    TAKEN = "taken"
    NOT_SEEN = "not_seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBlock:
    """A block, how it stands, the times it meets, and the nearest free place of its length."""

    block: Block
    standing: Standing
    meets: tuple[Period, ...] = ()
    nearest: Period | None = None


def hold_against(
    blocks: Iterable[Block], calendar: HeldCalendar, *, now: datetime
) -> tuple[HeldBlock, ...]:
    """This will hold each block against the calendar, in order; no place is offered twice."""
    ordered = sorted(blocks, key=lambda block: block.span.starts_at)
    booked = [_window(a) for a in calendar.appointments if _is_in_the_way(a)]
    leave = [_window(a) for a in calendar.appointments if is_leave(a)]
    wanted = {block.uid: _window(block.span) for block in ordered}
    held: list[HeldBlock] = []
    for block in ordered:
        meets = tuple(_meets(wanted[block.uid], _merge(booked)))
        nearest = None
        if meets:
            others = [window for uid, window in wanted.items() if uid != block.uid]
            full = _merge([*booked, *leave, *others])
            nearest = _find_nearest(block, full, calendar=calendar, now=now)
        if nearest:
            wanted[block.uid] = _window(nearest)
        standing = _standing(block, calendar, is_met=bool(meets))
        held.append(HeldBlock(block=block, standing=standing, meets=meets, nearest=nearest))
    return tuple(held)


def explain_all(held: tuple[HeldBlock, ...], calendar: HeldCalendar) -> str:
    """This will say what came of it for all blocks together."""
    if not calendar.is_there:
        return NO_CALENDAR
    standings = [one.standing for one in held]
    met, unseen = standings.count(Standing.TAKEN), standings.count(Standing.NOT_SEEN)
    said = []
    if met:
        meet = "meets" if met == 1 else "meet"
        said.append(f"{met} of {len(held)} {meet} something in your calendar. Nothing is moved.")
    if unseen:
        were = "was" if unseen == 1 else "were"
        said.append(f"{unseen} of {len(held)} {were} not checked.")
    return " ".join(said) or "Nothing in your calendar is in the way."


def explain_held(one: HeldBlock, *, zone: ZoneInfo) -> str:
    """This will say what a block meets, in times alone, and which place is free; else nothing."""
    if one.standing is Standing.FREE:
        return ""
    if one.standing is Standing.NOT_SEEN:
        return "Your calendar ends before this day."
    times = " and ".join(say_times(span, zone=zone) for span in one.meets)
    return f"Your calendar has something at {times}. {_say_nearest(one, zone)}."


def _say_nearest(one: HeldBlock, zone: ZoneInfo) -> str:
    if one.nearest is None:
        return "No other place of this length is free in your working hours that week"
    days = {span.starts_at.astimezone(zone).date() for span in (one.block.span, one.nearest)}
    say = say_times if len(days) == 1 else say_span
    return f"Free nearby: {say(one.nearest, zone=zone)}"


def _is_in_the_way(entry: Appointment) -> bool:
    is_timed = entry.has_happened_or_will and not entry.all_day
    return is_timed and entry.kind not in _LEAVES_ROOM


def _window(span: Period | Appointment) -> Window:
    return utc_minute(span.starts_at), utc_minute(span.ends_at)


def _merge(windows: list[Window]) -> Spans:
    ordered = sorted(windows)
    return merge_spans([start for start, _ in ordered], [end for _, end in ordered])


def _meets(window: Window, booked: Spans) -> Iterator[Period]:
    for start, end in zip(*booked, strict=True):
        if start < window[1] and end > window[0]:
            yield _period(start, end)


def _period(start: int, end: int) -> Period:
    return Period(starts_at=from_utc_minute(start), ends_at=from_utc_minute(end))


def _standing(block: Block, calendar: HeldCalendar, *, is_met: bool) -> Standing:
    if is_met:
        return Standing.TAKEN
    ends = (block.span.starts_at, block.span.ends_at)
    days = {local_date(moment, zone=calendar.hours.zone) for moment in ends}
    is_seen = all(calendar.speaks_for(day) for day in days)
    return Standing.FREE if is_seen else Standing.NOT_SEEN


def _find_nearest(
    block: Block, full: Spans, *, calendar: HeldCalendar, now: datetime
) -> Period | None:
    """The free place of the same length nearest to the one wanted: on the same day before another
    of its week, then by the clock; in working hours, on a day that is seen, and not before now."""
    start, end = _window(block.span)
    wanted = block.span.starts_at.astimezone(read_zone(calendar.hours.zone))
    places: list[tuple[int, int, int]] = []
    for low, high in _open_windows(calendar, wanted.date(), now=now):
        day = local_date(from_utc_minute(low), zone=calendar.hours.zone)
        like = utc_minute(datetime.combine(day, wanted.time(), tzinfo=wanted.tzinfo))
        for free_from, free_until in _gaps(full, low, high):
            latest = free_until - (end - start)
            if latest >= free_from:
                place = min(max(like, free_from), latest)
                places.append((abs((day - wanted.date()).days), abs(place - like), place))
    if not places:
        return None
    *_, nearest = min(places)
    return _period(nearest, nearest + end - start)


def _open_windows(calendar: HeldCalendar, day: date, *, now: datetime) -> Iterator[Window]:
    """Working windows of that day's week, as far as they are seen and still to come."""
    first = -(-utc_minute(now) // ROUND_MINUTES) * ROUND_MINUTES
    for start, end in working_windows(calendar.hours, monday_of(day)):
        is_seen = calendar.speaks_for(local_date(from_utc_minute(start), zone=calendar.hours.zone))
        if is_seen and end > first:
            yield max(start, first), end


def _gaps(full: Spans, low: int, high: int) -> Iterator[Window]:
    free_from = low
    for start, end in zip(*clip_spans(*full, low, high), strict=True):
        yield free_from, start
        free_from = end
    yield free_from, high
