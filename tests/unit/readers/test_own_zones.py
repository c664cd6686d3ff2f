"""A zone that a calendar defines gives the offsets of the zone it describes.

The rules of New York since 2007 are held against IANA's, minute by minute, both folds.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fallow.workload.readers.icalendar.own_zone import OwnZone, read_own_zone

STANDARD = (
    b"BEGIN:STANDARD",
    b"DTSTART:16011104T020000",
    b"RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
    b"TZOFFSETFROM:-0400",
    b"TZOFFSETTO:-0500",
    b"END:STANDARD",
)
DAYLIGHT = (
    b"BEGIN:DAYLIGHT",
    b"DTSTART:16010311T020000",
    b"RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
    b"TZOFFSETFROM:-0500",
    b"TZOFFSETTO:-0400",
    b"END:DAYLIGHT",
)
IANA = ZoneInfo("America/New_York")
CHANGES = [datetime(2026, 3, 8, 2), datetime(2026, 11, 1, 1), datetime(2030, 3, 10, 2)]  # noqa: DTZ001


def zone(*lines: bytes) -> OwnZone:
    found = read_own_zone(lines)
    assert found is not None
    return found


NEW_YORK = zone(*STANDARD, *DAYLIGHT)
near_a_change = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes),
    st.sampled_from(CHANGES),
    st.integers(-180, 180),
)
any_moment = st.datetimes(datetime(2007, 12, 1), datetime(2037, 10, 1))  # noqa: DTZ001


@settings(deadline=None)
@given(wall=st.one_of(near_a_change, any_moment), fold=st.sampled_from((0, 1)))
def test_it_gives_the_offset_that_iana_gives(wall: datetime, fold: int) -> None:
    wall = wall.replace(fold=fold)

    own, iana = wall.replace(tzinfo=NEW_YORK), wall.replace(tzinfo=IANA)

    assert own.utcoffset() == iana.utcoffset()
    assert own.astimezone(UTC) == iana.astimezone(UTC)


def test_a_zone_that_never_changes_has_one_offset() -> None:
    lines = (b"BEGIN:STANDARD", b"DTSTART:16010101T000000", b"TZOFFSETFROM:+0530")
    india = zone(*lines, b"TZOFFSETTO:+0530", b"END:STANDARD")

    assert datetime(2026, 7, 1, tzinfo=india).utcoffset() == timedelta(hours=5, minutes=30)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [b"BEGIN:STANDARD", b"END:STANDARD"],
        [line.replace(b"-0500", b"-9900") for line in STANDARD],
        [line.replace(b"FREQ=YEARLY", b"FREQ=SECONDLY") for line in STANDARD],
        [line.replace(b"BYMONTH=11", b"BYMONTH=2;BYMONTHDAY=30") for line in STANDARD],
        [line.replace(b"16011104", b"soon") for line in STANDARD],
    ],
)
def test_what_defines_no_zone_is_none(lines: list[bytes]) -> None:
    assert read_own_zone(tuple(lines)) is None
