"""Weeks and days as whole minutes of UTC, right across every clock change.

A wall time that a change skips is read with the offset before the change (PEP 495); one that comes
twice is the first of the two.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from fallow.base.errors import ValueRefused
from fallow.base.periods import (
    Period,
    day_bounds,
    from_utc_minute,
    local_minute,
    monday_of,
    read_zone,
    utc_minute,
)

NINE = datetime(2026, 2, 2, 9, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def wall(zone: str, day: date, clock: int) -> str:
    minute = local_minute(day, clock, zone=ZoneInfo(zone))
    return f"{from_utc_minute(minute):%H:%M}"


def test_a_period_may_be_empty_but_not_run_backwards() -> None:
    assert Period(starts_at=NINE, ends_at=NINE)
    with pytest.raises(ValueRefused, match="ends before it starts"):
        Period(starts_at=NINE, ends_at=NINE - timedelta(minutes=1))


def test_a_period_needs_a_zone() -> None:
    with pytest.raises(ValueRefused, match="without a zone"):
        Period(starts_at=NINE.replace(tzinfo=None), ends_at=NINE)


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../etc/passwd", "berlin\n", "/etc/hosts"])
def test_a_zone_that_is_not_one_is_refused_with_a_mend(name: str) -> None:
    with pytest.raises(ValueRefused, match="Choose a zone such as America/New_York"):
        read_zone(name)


def test_minutes_count_from_1970_and_seconds_round_down() -> None:
    assert utc_minute(datetime(1970, 1, 1, 0, 1, 59, tzinfo=UTC)) == 1
    assert utc_minute(datetime(1969, 12, 31, 23, 59, 30, tzinfo=UTC)) == -1


def test_a_moment_in_any_zone_is_the_same_minute() -> None:
    assert utc_minute(NINE.astimezone(BERLIN)) == utc_minute(NINE)
    assert from_utc_minute(utc_minute(NINE)) == NINE


@pytest.mark.parametrize(
    ("zone", "day", "clock", "utc"),
    [
        ("Europe/Berlin", date(2026, 2, 2), 9 * 60, "08:00"),
        ("Europe/Berlin", date(2026, 3, 29), 2 * 60 + 30, "01:30"),  # skipped; read as UTC+1
        ("Europe/Berlin", date(2026, 10, 25), 2 * 60 + 30, "00:30"),  # the first of two, UTC+2
        ("America/New_York", date(2026, 11, 1), 60 + 30, "05:30"),  # the first of two, UTC-4
        ("Asia/Kathmandu", date(2026, 2, 2), 9 * 60, "03:15"),  # UTC+5:45
        ("Europe/Berlin", date(2026, 2, 2), 24 * 60, "23:00"),  # the next midnight
    ],
)
def test_a_wall_time_is_one_minute_of_utc(zone: str, day: date, clock: int, utc: str) -> None:
    assert wall(zone, day, clock) == utc


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2026, 2, 2), date(2026, 2, 2)),
        (date(2026, 2, 8), date(2026, 2, 2)),
        (date(2026, 1, 1), date(2025, 12, 29)),
    ],
)
def test_a_week_begins_on_its_monday(day: date, monday: date) -> None:
    assert monday_of(day) == monday


@pytest.mark.parametrize(
    ("zone", "monday", "hours"),
    [
        ("Europe/Berlin", date(2026, 2, 2), 168),
        ("Europe/Berlin", date(2026, 3, 23), 167),
        ("America/New_York", date(2026, 10, 26), 169),
        ("Australia/Lord_Howe", date(2026, 3, 30), 168.5),  # its clock changes by half an hour
        ("Pacific/Apia", date(2011, 12, 26), 144),  # 30 December 2011 did not take place
    ],
)
def test_a_week_has_eight_midnights_and_the_hours_between_them(
    zone: str, monday: date, hours: float
) -> None:
    bounds = day_bounds(monday, ZoneInfo(zone))

    assert len(bounds) == 8
    assert bounds[-1] - bounds[0] == hours * 60


def test_where_midnight_is_skipped_the_day_begins_with_its_first_minute() -> None:
    # In Asuncion the clock went from 0:00 to 1:00 on Sunday 6 October 2024.
    bounds = day_bounds(date(2024, 9, 30), ZoneInfo("America/Asuncion"))

    assert from_utc_minute(bounds[6]) == datetime(2024, 10, 6, 4, tzinfo=UTC)
    assert bounds[7] - bounds[6] == 23 * 60
