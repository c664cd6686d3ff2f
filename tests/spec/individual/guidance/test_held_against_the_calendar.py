"""Time kept free, held against the calendar on the device: times alone, and nothing is moved.

Everything is in the week of Monday, 30 November 2026, at UTC, with working hours from 9 to 17.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from fallow.base.periods import Period
from fallow.base.working_time import office_hours
from fallow.individual.guidance.plan.calendar.blocks import Block, say_span
from fallow.individual.guidance.plan.calendar.clashes import (
    NO_CALENDAR,
    HeldBlock,
    Standing,
    explain_all,
    explain_held,
    hold_against,
)
from fallow.workload.appointments import Appointment, Kind, Status
from fallow.workload.exposure.setting import SourceSpan
from fallow.workload.history.held import HeldCalendar

MONDAY = date(2026, 11, 30)
NOW = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
SPAN = SourceSpan(source="own", first_date=MONDAY, last_date=MONDAY + timedelta(days=6))


def _at(day: int, clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-12-0{day}T{clock}+00:00")


def _entry(times: str, *, day: int = 1, kind: Kind = Kind.INDIVIDUAL) -> Appointment:
    start, end = times.split("-")
    return Appointment(
        source="own", uid=times, starts_at=_at(day, start), ends_at=_at(day, end), kind=kind
    )


def _calendar(*entries: Appointment, spans: tuple[SourceSpan, ...] = (SPAN,)) -> HeldCalendar:
    return HeldCalendar(appointments=entries, spans=spans, hours=office_hours("UTC"))


def _block(times: str = "12:30-13:00", *, day: int = 1, number: int = 1) -> Block:
    start, end = times.split("-")
    span = Period(starts_at=_at(day, start), ends_at=_at(day, end))
    return Block(uid=str(UUID(int=number)), span=span)


def _hold(*entries: Appointment, block: Block | None = None) -> HeldBlock:
    (held,) = hold_against([block or _block()], _calendar(*entries), now=NOW)
    return held


def _nearest(held: HeldBlock) -> str:
    return say_span(held.nearest, zone=UTC) if held.nearest else ""


def test_a_block_that_meets_a_session_says_when_and_offers_the_nearest_free_place() -> None:
    held = _hold(_entry("12:00-12:50"))

    assert held.standing is Standing.TAKEN
    assert explain_held(held, zone=UTC) == (
        "Your calendar has something at 12:00 to 12:50. Free nearby: 12:50 to 13:20."
    )


def test_a_block_beside_a_session_meets_nothing() -> None:
    held = _hold(_entry("11:40-12:30"), _entry("13:00-13:50"))

    assert (held.standing, held.nearest) == (Standing.FREE, None)
    assert explain_held(held, zone=UTC) == ""


def test_the_block_itself_stays_where_its_owner_put_it() -> None:
    assert _hold(_entry("12:00-12:50")).block == _block()


def test_a_gap_that_is_too_short_is_no_place() -> None:
    # free: 12:50 to 13:10 is 20 minutes; before 12:00 the half hour ends at 12:00, an hour away
    assert _nearest(_hold(_entry("12:00-12:50"), _entry("13:10-16:50"))) == (
        "Tuesday 1 December, 11:30 to 12:00"
    )


def test_where_the_day_is_full_the_same_hour_of_another_day_is_offered() -> None:
    # Monday and Wednesday are as near: the earlier one counts
    held = _hold(_entry("08:00-18:00"))

    assert explain_held(held, zone=UTC).endswith("Free nearby: Monday 30 November, 12:30 to 13:00.")


def test_what_is_over_is_not_offered() -> None:
    noon = datetime(2026, 12, 1, 12, 1, tzinfo=UTC)

    (held,) = hold_against([_block()], _calendar(_entry("12:30-17:00")), now=noon)

    # 12:05 to 12:30 is too short, and Monday is over
    assert _nearest(held) == "Wednesday 2 December, 12:30 to 13:00"


def test_a_day_that_is_not_seen_is_not_offered() -> None:
    short = replace(SPAN, source="practice", last_date=MONDAY + timedelta(days=1))
    calendar = _calendar(_entry("08:00-18:00"), spans=(SPAN, short))

    (held,) = hold_against([_block()], calendar, now=_at(1, "08:00"))

    assert (held.standing, held.nearest) == (Standing.TAKEN, None)


def test_in_a_full_week_no_place_is_offered() -> None:
    days = [_entry("08:00-18:00", day=day) for day in range(1, 5)]
    monday = replace(days[0], starts_at=NOW, ends_at=NOW + timedelta(hours=11))

    held = _hold(monday, *days)

    assert held.nearest is None
    assert "No other place of this length is free" in explain_held(held, zone=UTC)


def test_a_day_of_leave_is_not_in_the_way_and_is_not_offered() -> None:
    leave = _entry("09:00-17:00", kind=Kind.LEAVE)

    assert _hold(leave).standing is Standing.FREE
    assert not _nearest(_hold(leave, _entry("12:00-12:50"))).startswith("Tuesday")


@pytest.mark.parametrize(
    "entry",
    [
        replace(_entry("12:00-12:50"), status=Status.CANCELLED),
        replace(_entry("12:00-12:50"), all_day=True),
        _entry("12:00-12:50", kind=Kind.ON_CALL),
    ],
)
def test_what_takes_no_time_is_not_in_the_way(entry: Appointment) -> None:
    assert _hold(entry).standing is Standing.FREE


def test_two_blocks_are_not_offered_the_same_place() -> None:
    blocks = [_block("12:00-12:30"), _block("12:10-12:40", number=2)]

    held = hold_against(blocks, _calendar(_entry("11:00-13:00")), now=NOW)

    # 13:00 is 50 minutes away and 10:30 is 90; then 13:30 is 80 away and 10:30 is 100
    assert [_nearest(one)[-14:] for one in held] == ["13:00 to 13:30", "13:30 to 14:00"]


def test_a_day_the_calendar_does_not_reach_is_never_called_free() -> None:
    week = timedelta(days=7)
    later = _block()
    later = replace(
        later, span=Period(starts_at=later.span.starts_at + week, ends_at=later.span.ends_at + week)
    )

    held = hold_against([_block(number=2), later], _calendar(), now=NOW)

    assert [one.standing for one in held] == [Standing.FREE, Standing.NOT_SEEN]
    assert explain_all(held, _calendar()) == "1 of 2 was not checked."
    assert explain_held(held[1], zone=UTC) == "Your calendar ends before this day."


def test_every_calendar_has_to_speak_for_a_day() -> None:
    short = replace(SPAN, source="practice", last_date=MONDAY)

    (held,) = hold_against([_block()], _calendar(spans=(SPAN, short)), now=NOW)

    assert held.standing is Standing.NOT_SEEN


def test_without_a_calendar_it_says_that_it_could_not_be_checked() -> None:
    held = hold_against([_block()], _calendar(spans=()), now=NOW)

    assert explain_all(held, _calendar(spans=())) == NO_CALENDAR


def test_all_of_it_is_said_in_one_line() -> None:
    blocks = [_block(), _block("10:00-10:30", number=2)]

    held = hold_against(blocks, _calendar(_entry("12:00-12:50")), now=NOW)
    clear = hold_against(blocks, _calendar(), now=NOW)

    said = "1 of 2 meets something in your calendar. Nothing is moved."
    assert explain_all(held, _calendar()) == said
    assert explain_all(clear, _calendar()) == "Nothing in your calendar is in the way."
