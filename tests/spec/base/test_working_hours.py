"""Working hours: the one definition for each person, in one IANA zone, used by every figure.

A nearest peer had two definitions of "after hours" in three modules (field.md §3, row 9).
"""

from datetime import date

import pytest

from fallow.base.errors import ValueRefused
from fallow.base.periods import from_utc_minute
from fallow.base.working_time import Window, WorkingHours, office_hours, working_windows

FREE: tuple[Window, ...] = ()


def hours_of(*windows: Window, zone: str = "Europe/Berlin") -> WorkingHours:
    """Monday alone has windows."""
    return WorkingHours(zone=zone, days=(windows, *(FREE,) * 6))


def clocks(hours: WorkingHours, monday: date) -> list[str]:
    spans = working_windows(hours, monday)
    return [f"{from_utc_minute(a):%a %H:%M}-{from_utc_minute(b):%H:%M}" for a, b in spans]


def test_office_hours_are_nine_to_five_on_weekdays() -> None:
    hours = office_hours("Europe/Berlin")

    assert hours.days == ((((540, 1020),),) * 5 + (FREE, FREE))


def test_windows_are_spans_of_utc() -> None:
    split = hours_of((9 * 60, 12 * 60), (13 * 60, 17 * 60))

    assert clocks(split, date(2026, 2, 2)) == ["Mon 08:00-11:00", "Mon 12:00-16:00"]  # UTC+1
    assert clocks(split, date(2026, 7, 6)) == ["Mon 07:00-10:00", "Mon 11:00-15:00"]  # UTC+2


def test_a_window_may_end_at_midnight() -> None:
    assert clocks(hours_of((22 * 60, 24 * 60)), date(2026, 2, 2)) == ["Mon 21:00-23:00"]


@pytest.mark.parametrize(
    ("monday", "span"),
    [
        (date(2026, 3, 23), "00:00-02:00"),  # 1:00 UTC+1 to 4:00 UTC+2: two hours
        (date(2026, 10, 19), "23:00-03:00"),  # 1:00 UTC+2 to 4:00 UTC+1: four
    ],
)
def test_a_window_across_a_clock_change_is_as_long_as_it_is(monday: date, span: str) -> None:
    sunday = WorkingHours(zone="Europe/Berlin", days=(*(FREE,) * 6, ((60, 240),)))

    (found,) = clocks(sunday, monday)

    assert found.split()[1] == span


def test_a_window_in_an_hour_that_does_not_exist_is_left_out() -> None:
    sunday = WorkingHours(zone="Europe/Berlin", days=(*(FREE,) * 6, ((120, 180),)))

    assert clocks(sunday, date(2026, 3, 23)) == []


@pytest.mark.parametrize(
    "windows",
    [
        ((600, 540),),
        ((540, 540),),
        ((540, 720), (700, 900)),
        ((780, 900), (540, 720)),
        ((-1, 60),),
        ((1380, 1441),),
    ],
)
def test_windows_that_overlap_or_run_backwards_are_refused(windows: tuple[Window, ...]) -> None:
    with pytest.raises(ValueRefused, match="overlap or run backwards"):
        hours_of(*windows)


def test_a_week_has_seven_days() -> None:
    with pytest.raises(ValueRefused, match="seven days"):
        WorkingHours(zone="Europe/Berlin", days=(FREE,) * 5)


def test_hours_need_a_zone_that_exists() -> None:
    with pytest.raises(ValueRefused, match="time zone"):
        hours_of(zone="Berlin/Europe")
