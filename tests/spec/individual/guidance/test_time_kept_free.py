"""Blocks: shown first, and given to a calendar with the word Busy alone.

The file is read back by `icalendar`, an independent program.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from fallow.base.errors import ValueRefused
from fallow.base.periods import Period
from fallow.individual.guidance.plan.calendar.blocks import Block, preview_block, write_icalendar

NINE = datetime(2026, 11, 30, 9, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
UID = "0b9f5f3e-6d3c-4c55-9d6e-1f1f4f0c2a11"


def _span(start_minute: int, end_minute: int) -> Period:
    return Period(
        starts_at=NINE + timedelta(minutes=start_minute),
        ends_at=NINE + timedelta(minutes=end_minute),
    )


def test_the_preview_shows_what_others_will_see() -> None:
    block = Block(uid=UID, span=_span(0, 30))

    assert preview_block(block, zone=BERLIN) == "Monday 30 November, 10:00 to 10:30: Busy"


def test_a_calendar_reads_two_times_and_busy() -> None:
    block = Block(uid=UID, span=_span(0, 30))

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

    assert "DTSTART:20261130T090000Z\r\n" in write_icalendar([Block(uid=UID, span=local)], now=NINE)


@pytest.mark.parametrize(
    "uid", ["", "exhausted-4-of-4", f"{UID}\r\nSUMMARY:worn out", UID.replace("b", "x"), UID + "1"]
)
def test_a_name_that_could_carry_words_is_refused(uid: str) -> None:
    with pytest.raises(ValueRefused):
        Block(uid=uid, span=_span(0, 30))


def test_a_block_has_a_length() -> None:
    with pytest.raises(ValueRefused):
        Block(uid=UID, span=_span(0, 0))
