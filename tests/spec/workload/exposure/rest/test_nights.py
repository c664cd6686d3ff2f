"""Shortest night: the fewest minutes from one day's last work to the next day's first.

Work belongs to the day on which it starts, so that a session past midnight shortens its own night.
The night from the Sunday before counts with the Monday it leads to. Without two days of work in a
row there is no night to measure.
"""

from datetime import date

import pytest
from tests.spec.workload.diary import (
    BERLIN,
    FRI,
    MON,
    MONDAY_BERLIN_FALL,
    MONDAY_BERLIN_SPRING,
    NOT_HELD,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    all_day,
    entry,
    measured,
    notes,
    session,
    working,
)

from fallow.workload.appointments import Kind, Status

EVENING_NOTES = notes(MON, "21:00", 30)  # until 21:30


def test_the_shortest_of_the_nights_counts() -> None:
    week = measured(EVENING_NOTES, session(TUE, "8:00"), session(WED, "9:00"))

    assert week.shortest_night_minutes == 630  # 21:30 to 8:00; the next night is longer


def test_it_may_be_the_last_of_them() -> None:
    week = measured(session(MON, "9:00"), EVENING_NOTES, session(TUE, "9:00"), session(WED, "8:00"),
                    notes(WED, "22:00", 60), session(THU, "7:00"))  # fmt: skip

    assert week.shortest_night_minutes == 480  # 23:00 to 7:00


def test_any_work_ends_or_begins_a_night() -> None:
    week = measured(entry(Kind.TRAVEL, MON, "20:00", 60), entry(Kind.TRAINING, TUE, "7:00", 60))

    assert week.shortest_night_minutes == 600  # 21:00 to 7:00


def test_a_session_past_midnight_ends_its_own_day_late() -> None:
    late = entry(Kind.CRISIS, MON, "23:30", 90)  # until 1:00 on Tuesday

    week = measured(late, session(TUE, "8:00"))

    assert week.shortest_night_minutes == 420  # 1:00 to 8:00


def test_a_call_in_the_small_hours_is_the_first_work_of_its_day() -> None:
    call = entry(Kind.CRISIS, TUE, "3:00", 30)

    week = measured(session(MON, "16:10"), call, session(TUE, "9:00"))

    assert week.shortest_night_minutes == 600  # 17:00 to 3:00


def test_for_who_works_at_night_the_rest_is_by_day() -> None:
    watches = [entry(Kind.CRISIS, day, "22:00", 8 * 60) for day in (MON, TUE)]

    week = measured(*watches, hours=working((0, 6 * 60), (22 * 60, 24 * 60)))

    assert week.shortest_night_minutes == 16 * 60  # 6:00 to 22:00


def test_the_night_before_monday_belongs_to_the_week() -> None:
    week = measured(notes(-1, "22:00", 60), session(MON, "9:00"))

    assert week.shortest_night_minutes == 600  # 23:00 to 9:00


def test_the_night_after_sunday_belongs_to_the_next_week() -> None:
    week = measured(notes(SUN, "22:00", 60), session(7, "9:00"))

    assert week.shortest_night_minutes is None


def test_a_free_day_between_is_no_night() -> None:
    week = measured(session(MON, "9:00"), session(WED, "9:00"), session(FRI, "9:00"))

    assert week.shortest_night_minutes is None


@pytest.mark.parametrize(("monday", "hours"), [(MONDAY_BERLIN_SPRING, 9), (MONDAY_BERLIN_FALL, 11)])
def test_a_night_of_a_clock_change_is_as_long_as_it_really_is(monday: date, hours: int) -> None:
    evening = notes(SAT, "21:00", 60, monday=monday, zone=BERLIN)
    morning = notes(SUN, "8:00", 60, monday=monday, zone=BERLIN)

    week = measured(evening, morning, monday=monday, zone=BERLIN)

    assert week.shortest_night_minutes == hours * 60  # 22:00 to 8:00 on the clock


def test_overlapping_work_ends_when_the_last_of_it_ends() -> None:
    long = entry(Kind.TRAINING, MON, "18:00", 180)  # until 21:00

    week = measured(long, notes(MON, "19:00", 30), session(TUE, "9:00"))

    assert week.shortest_night_minutes == 720  # 21:00 to 9:00


@pytest.mark.parametrize("status", NOT_HELD)
def test_an_evening_that_was_called_off_shortens_no_night(status: Status) -> None:
    late = session(MON, "22:00", status=status)

    week = measured(session(MON, "16:10"), late, session(TUE, "9:00"))

    assert week.shortest_night_minutes == 960  # 17:00 to 9:00


def test_leave_personal_and_unsorted_entries_are_no_work() -> None:
    late = [entry(kind, MON, "22:00", 60) for kind in (Kind.LEAVE, Kind.PERSONAL, Kind.UNKNOWN)]

    week = measured(session(MON, "16:10"), *late, session(TUE, "9:00"))

    assert week.shortest_night_minutes == 960


def test_all_day_entries_name_no_hour_and_shorten_no_night() -> None:
    week = measured(session(WED, "9:00"), all_day(Kind.TRAINING, THU), session(FRI, "9:00"))

    assert week.shortest_night_minutes is None
