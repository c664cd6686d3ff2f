"""Blocks: found in the gaps, shown first, and given to a calendar with the word Busy alone.

The file is read back by `icalendar`, an independent program.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from fallow.base.errors import ValueRefused
from fallow.base.periods import Period, utc_minute
from fallow.individual.guidance.plan.blocks import (
    Block,
    find_clashes,
    find_free,
    preview_blocks,
    write_icalendar,
)

NINE = datetime(2026, 11, 30, 9, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def _span(start_minute: int, end_minute: int) -> Period:
    return Period(
        starts_at=NINE + timedelta(minutes=start_minute),
        ends_at=NINE + timedelta(minutes=end_minute),
    )


DAY = (utc_minute(NINE), utc_minute(NINE) + 8 * 60)


def test_the_first_gap_that_is_long_enough_is_taken() -> None:
    # Sessions 9:00-9:50, 10:00-10:50, 11:30-12:20. Ten minutes fit at 9:50, forty at 10:50.
    busy = [_span(0, 50), _span(60, 110), _span(150, 200)]

    found = find_free([DAY], busy, wanted_minutes=[10, 40])

    assert found == (_span(50, 60), _span(110, 150))


def test_two_blocks_never_take_the_same_time() -> None:
    assert find_free([DAY], [], wanted_minutes=[30, 30]) == (_span(0, 30), _span(30, 60))


def test_where_there_is_no_room_nothing_is_made_up() -> None:
    assert find_free([DAY], [_span(0, 480)], wanted_minutes=[10]) == ()
    assert find_free([DAY], [], wanted_minutes=[481]) == ()


def test_a_block_begins_on_the_grid_after_a_meeting_that_ends_between() -> None:
    odd = Period(starts_at=NINE, ends_at=NINE + timedelta(minutes=52, seconds=30))

    assert find_free([DAY], [odd], wanted_minutes=[10]) == (_span(55, 65),)


def test_the_preview_shows_what_others_will_see() -> None:
    block = Block(uid="a1", span=_span(0, 30))

    assert preview_blocks([block], zone=BERLIN) == ("Monday 30 November, 10:00 to 10:30: Busy",)


def test_what_lies_over_something_is_told() -> None:
    clash, clear = Block(uid="a1", span=_span(0, 30)), Block(uid="a2", span=_span(30, 60))

    assert find_clashes([clash, clear], [_span(20, 30)]) == (clash,)


def test_a_calendar_reads_two_times_and_busy() -> None:
    block = Block(uid="a1", span=_span(0, 30))

    read = icalendar.Calendar.from_ical(write_icalendar([block], now=NINE))
    (event,) = read.walk("VEVENT")

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (NINE, NINE + timedelta(minutes=30))
    assert (event["SUMMARY"], event["TRANSP"], event["CLASS"]) == ("Busy", "OPAQUE", "PRIVATE")
    allowed = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "TRANSP", "CLASS"}
    assert set(event.keys()) == allowed


def test_times_of_any_zone_are_written_in_utc() -> None:
    local = Period(
        starts_at=datetime(2026, 11, 30, 10, tzinfo=BERLIN),
        ends_at=datetime(2026, 11, 30, 11, tzinfo=BERLIN),
    )

    assert "DTSTART:20261130T090000Z\r\n" in write_icalendar(
        [Block(uid="a1", span=local)], now=NINE
    )


@pytest.mark.parametrize("uid", ["", "a\r\nSUMMARY:session with a client", "x" * 61])
def test_a_name_that_could_carry_words_is_refused(uid: str) -> None:
    with pytest.raises(ValueRefused):
        Block(uid=uid, span=_span(0, 30))


def test_a_block_has_a_length() -> None:
    with pytest.raises(ValueRefused):
        Block(uid="a1", span=_span(0, 0))
