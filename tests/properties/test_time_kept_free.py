"""Laws of time kept free: what leaves is times and Busy, and a place that is offered is free."""

import re
from datetime import date, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.strategies import (
    calendars,
    mondays,
    source_spans,
    spans_of_minutes,
    working_hours,
)

from fallow.base.periods import Period, local_date, monday_of, utc_minute
from fallow.base.working_time import working_windows
from fallow.individual.guidance.plan.calendar.blocks import Block, write_icalendar
from fallow.individual.guidance.plan.calendar.clashes import Standing, hold_against
from fallow.workload.history.held import HeldCalendar

LINE = re.compile(
    r"(BEGIN|END):(VCALENDAR|VEVENT)|VERSION:2\.0|PRODID:-//Fallow//Plan//EN"
    r"|UID:[0-9a-f-]{36}|(DTSTAMP|DTSTART|DTEND):\d{8}T\d{6}Z"
    r"|SUMMARY:Busy|TRANSP:OPAQUE|CLASS:PRIVATE"
)


@st.composite
def blocks(draw: st.DrawFn, monday: date) -> tuple[Block, ...]:
    spans = draw(st.lists(spans_of_minutes(monday), min_size=1, max_size=3))
    return tuple(
        Block(uid=str(UUID(int=number)), span=Period(starts_at=start, ends_at=end))
        for number, (start, end) in enumerate(spans)
        if start < end
    )


@st.composite
def held_weeks(draw: st.DrawFn) -> tuple[tuple[Block, ...], HeldCalendar, datetime]:
    monday = draw(mondays)
    calendar = HeldCalendar(
        appointments=draw(calendars(monday, most=6)),
        spans=tuple(draw(st.lists(source_spans(monday), max_size=2))),
        hours=draw(working_hours()),
    )
    return draw(blocks(monday)), calendar, draw(spans_of_minutes(monday))[0]


@given(mondays.flatmap(blocks), mondays.flatmap(spans_of_minutes))
def test_every_line_of_what_leaves_is_a_time_or_the_word_busy(
    kept: tuple[Block, ...], moment: tuple[datetime, datetime]
) -> None:
    *lines, last = write_icalendar(kept, now=moment[0]).split("\r\n")

    assert last == ""
    assert [line for line in lines if not LINE.fullmatch(line)] == []


@given(held_weeks())
def test_a_place_that_is_offered_is_free_seen_in_working_hours_and_as_long(
    week: tuple[tuple[Block, ...], HeldCalendar, datetime],
) -> None:
    kept, calendar, now = week

    held = hold_against(kept, calendar, now=now)

    assert [one.block for one in held] == sorted(kept, key=lambda block: block.span.starts_at)
    offered = [(one, one.nearest) for one in held if one.nearest]
    assert all(one.standing is Standing.TAKEN for one, _ in offered)
    for one, place in offered:
        assert place.starts_at >= now
        assert place.ends_at - place.starts_at == one.block.span.ends_at - one.block.span.starts_at
        assert _is_at_work_and_seen(place, calendar)
        again = Block(uid=one.block.uid, span=place)
        assert hold_against([again], calendar, now=now)[0].standing is Standing.FREE


def _is_at_work_and_seen(place: Period, calendar: HeldCalendar) -> bool:
    day = local_date(place.starts_at, zone=calendar.hours.zone)
    start, end = utc_minute(place.starts_at), utc_minute(place.ends_at)
    windows = working_windows(calendar.hours, monday_of(day))
    return calendar.speaks_for(day) and any(a <= start and end <= b for a, b in windows)
