"""After hours: work outside one's own working hours; and of that, notes and administration.

There is one definition of working hours for each person, with an IANA zone, used everywhere
(standards.md §6). standards.md §3 holds notes after hours against 1 and 6 hours a week: six from a
contrast in KLAS data (verified), one an assumption.
"""

from datetime import date

import pytest
from tests.spec.workload.diary import (
    BERLIN,
    MON,
    MONDAY_BERLIN_SPRING,
    NEW_YORK,
    NOT_HELD,
    SAT,
    SUN,
    TUE,
    all_day,
    entry,
    measured,
    notes,
    session,
    working,
)

from fallow.base.working_time import WorkingHours
from fallow.workload.appointments import Kind, Status

AT_NIGHT = ((0, 6 * 60), (22 * 60, 24 * 60))


def test_notes_at_ten_past_nine_are_after_hours() -> None:
    week = measured(session(MON, "9:00"), notes(MON, "20:40", 30))

    assert (week.after_hours_minutes, week.after_hours_notes_minutes) == (30, 30)


def test_a_session_after_hours_is_work_but_no_notes() -> None:
    week = measured(session(MON, "18:00"))

    assert (week.after_hours_minutes, week.after_hours_notes_minutes) == (50, 0)


def test_only_the_part_outside_counts() -> None:
    week = measured(session(MON, "16:30", 60), notes(TUE, "8:30", 60))

    assert week.after_hours_minutes == 60  # 17:00 to 17:30, and 8:30 to 9:00
    assert week.after_hours_notes_minutes == 30


def test_the_pause_between_two_windows_is_not_working_time() -> None:
    hours = working((9 * 60, 12 * 60), (13 * 60, 17 * 60))

    week = measured(session(MON, "11:30", 120), hours=hours)

    assert week.after_hours_minutes == 60  # 12:00 to 13:00


def test_windows_that_touch_are_one() -> None:
    hours = working((9 * 60, 13 * 60), (13 * 60, 17 * 60))

    assert measured(session(MON, "12:30", 60), hours=hours).after_hours_minutes == 0


def test_for_who_works_at_night_the_day_is_after_hours() -> None:
    watch = entry(Kind.CRISIS, MON, "22:00", 8 * 60)  # 22:00 to 6:00, all inside
    day = notes(TUE, "10:00", 30)

    week = measured(watch, day, hours=working(*AT_NIGHT))

    assert week.after_hours_minutes == 30


def test_a_day_without_windows_is_wholly_outside() -> None:
    assert measured(session(SAT, "10:00")).after_hours_minutes == 50


def test_a_working_saturday_is_not() -> None:
    week = measured(session(SAT, "10:00"), hours=working(weekend=True))

    assert week.after_hours_minutes == 0


def test_without_any_working_hours_all_work_is_outside() -> None:
    never = WorkingHours(zone=NEW_YORK, days=((),) * 7)

    assert measured(session(MON, "10:00"), hours=never).after_hours_minutes == 50


@pytest.mark.parametrize("status", NOT_HELD)
def test_an_evening_that_was_called_off_counts_as_nothing(status: Status) -> None:
    assert measured(session(MON, "20:00", status=status)).after_hours_minutes == 0


def test_leave_and_personal_evenings_are_no_work() -> None:
    week = measured(all_day(Kind.LEAVE, MON), entry(Kind.PERSONAL, TUE, "20:00", 60))

    assert week.after_hours_minutes == 0


def test_the_hours_are_the_clinicians_own_wherever_the_calendar_is_kept() -> None:
    # 14:00 in Berlin is 8:00 in New York: an hour before Ada's day begins.
    abroad = session(MON, "14:00", 60, zone=BERLIN)

    assert measured(abroad).after_hours_minutes == 60


@pytest.mark.parametrize(
    ("clock", "outside"),
    [("3:00", 0), ("1:00", 60)],  # the window from 3:00 on begins where the clock jumps to
)
def test_a_window_that_begins_at_the_jump_of_the_clock_is_kept(clock: str, outside: int) -> None:
    monday: date = MONDAY_BERLIN_SPRING
    hours = working((3 * 60, 12 * 60), zone=BERLIN, weekend=True)
    early = entry(Kind.CRISIS, SUN, clock, 60, monday=monday, zone=BERLIN)

    week = measured(early, monday=monday, zone=BERLIN, hours=hours)

    assert week.after_hours_minutes == outside
