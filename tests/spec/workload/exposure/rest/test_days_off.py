"""Days off: days, midnight to midnight, on which nothing of work can be seen.

A day with an all-day duty such as a conference is not off, though it names no hours. A day with an
entry that nobody has sorted yet is not called off either: not known is never read as rest.
"""

from datetime import date

import pytest
from tests.spec.workload.diary import (
    BERLIN,
    MON,
    MONDAY_BERLIN_FALL,
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
)

from fallow.workload.appointments import NOT_WORK_KINDS, Kind, Status

WEEKDAYS = [session(day, "10:00") for day in range(5)]
DUTIES = sorted(set(Kind) - NOT_WORK_KINDS - {Kind.PROTECTED_TIME})


def test_a_weekend_without_work_is_two_days_off() -> None:
    assert measured(*WEEKDAYS).days_off == 2


def test_half_an_hour_of_notes_on_sunday_takes_the_day() -> None:
    assert measured(*WEEKDAYS, notes(SUN, "18:00", 30)).days_off == 1


def test_a_session_past_midnight_takes_the_next_day_too() -> None:
    assert measured(*WEEKDAYS, entry(Kind.CRISIS, 4, "23:30", 60)).days_off == 1


def test_a_day_of_leave_without_work_is_off() -> None:
    week = measured(*WEEKDAYS[:4], all_day(Kind.LEAVE, 4))

    assert (week.days_off, week.leave_days) == (3, 1)


def test_notes_on_a_day_of_leave_take_it() -> None:
    week = measured(*WEEKDAYS[:4], all_day(Kind.LEAVE, 4), notes(4, "9:00", 20))

    assert (week.days_off, week.leave_days) == (2, 1)


@pytest.mark.parametrize("duty", DUTIES)
def test_an_all_day_duty_takes_its_day(duty: Kind) -> None:
    assert measured(*WEEKDAYS, all_day(duty, SAT)).days_off == 1


def test_a_conference_of_three_days_takes_all_three() -> None:
    week = measured(session(MON, "9:00"), all_day(Kind.TRAINING, TUE, days=3))

    assert week.days_off == 3  # Friday, Saturday, Sunday


def test_a_duty_kept_in_another_zone_takes_the_day_it_mostly_lies_on() -> None:
    # Midnight in Berlin is 18:00 of the day before in New York.
    week = measured(session(MON, "9:00"), all_day(Kind.TRAINING, WED, zone=BERLIN))

    assert week.days_off == 5  # all but Monday and Wednesday


def test_of_a_duty_on_two_days_the_lesser_part_takes_none() -> None:
    # Midnight in Tokyo is 10:00 of the day before in New York: 14 h of Tuesday, 10 of Wednesday.
    week = measured(session(MON, "9:00"), all_day(Kind.TRAINING, WED, zone="Asia/Tokyo"))

    assert week.days_off == 5  # all but Monday and Tuesday


def test_a_day_of_a_clock_change_is_a_day() -> None:
    monday: date = MONDAY_BERLIN_FALL
    duty = all_day(Kind.TRAINING, SUN, monday=monday, zone=BERLIN)

    assert measured(duty, monday=monday, zone=BERLIN).days_off == 6


def test_personal_entries_leave_a_day_off() -> None:
    assert measured(*WEEKDAYS, entry(Kind.PERSONAL, SAT, "10:00", 60)).days_off == 2


def test_a_day_with_something_unsorted_is_not_called_off() -> None:
    assert measured(*WEEKDAYS, entry(Kind.UNKNOWN, SAT, "10:00", 60)).days_off == 1


def test_an_unsorted_mark_on_a_whole_day_is_no_sign_of_work() -> None:
    assert measured(*WEEKDAYS, all_day(Kind.UNKNOWN, SAT)).days_off == 2


@pytest.mark.parametrize("status", NOT_HELD)
def test_what_was_not_held_takes_no_day(status: Status) -> None:
    assert measured(*WEEKDAYS, session(SAT, "9:00", status=status)).days_off == 2


def test_a_protected_day_is_work_and_an_all_day_mark_of_it_is_not() -> None:
    booked = entry(Kind.PROTECTED_TIME, THU, "9:00", 480)

    assert measured(booked).days_off == 6
    assert measured(all_day(Kind.PROTECTED_TIME, THU)).days_off == 7
