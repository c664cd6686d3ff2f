"""Longest day: the most minutes of work on one day, midnight to midnight in the clinician's zone.

Work of every kind counts, pauses do not. A day of a clock change has 23 or 25 hours.
"""

from datetime import date

import pytest
from tests.spec.workload.diary import (
    MON,
    MONDAY_NEW_YORK_FALL,
    MONDAY_NEW_YORK_SPRING,
    SUN,
    TUE,
    all_day,
    between,
    entry,
    measured,
    notes,
    sessions,
)

from fallow.workload.appointments import Kind


def test_the_day_with_the_most_work_counts_without_its_pauses() -> None:
    monday = sessions(MON, "9:00", "11:00", "14:00")  # 150 min from 9:00 to 14:50
    tuesday = (*sessions(TUE, "9:00", "10:00"), notes(TUE, "16:00", 60))  # 160 min

    assert measured(*monday, *tuesday).longest_day_minutes == 160


def test_work_across_midnight_is_parted_between_its_days() -> None:
    night = entry(Kind.CRISIS, MON, "22:00", 300)  # two hours of Monday, three of Tuesday

    assert measured(night).longest_day_minutes == 180


@pytest.mark.parametrize(
    ("monday", "hours"), [(MONDAY_NEW_YORK_SPRING, 23), (MONDAY_NEW_YORK_FALL, 25)]
)
def test_a_day_of_a_clock_change_is_as_long_as_it_is(monday: date, hours: int) -> None:
    watch = between(Kind.CRISIS, SUN, ("0:00", "24:00"), monday=monday)

    assert measured(watch, monday=monday).longest_day_minutes == hours * 60


def test_all_day_entries_leave_take_no_hours() -> None:
    week = measured(all_day(Kind.TRAINING, MON), all_day(Kind.LEAVE, TUE))

    assert week.longest_day_minutes == 0
