"""Longest run: the most sessions in a row without a recovery gap, and how long they took.

A recovery gap is time without any work: 10 minutes unless the practice chose otherwise
(standards.md §3, assumption, near Albulescu 2022 on short breaks). Notes or supervision between two
sessions are work, and no gap. A run of one is a session on its own.
"""

from dataclasses import replace
from datetime import date

import pytest
from tests.spec.workload.diary import (
    BERLIN,
    MON,
    MONDAY_BERLIN_FALL,
    MONDAY_BERLIN_SPRING,
    NOT_HELD,
    SUN,
    TUE,
    WED,
    entry,
    measured,
    notes,
    session,
    sessions,
    setting,
)

from fallow.workload.appointments import Kind, Status
from fallow.workload.exposure.explaining import explain_figure
from fallow.workload.limits.policy import starting_policy

FIVE_IN_A_ROW = sessions(TUE, "9:00", "10:00", "11:00", "12:00", "13:00", minutes=55)


def test_five_sessions_with_five_minutes_between_them_are_a_run_of_five() -> None:
    week = measured(*FIVE_IN_A_ROW, session(MON, "9:00"))

    assert week.longest_run == 5
    assert week.longest_run_minutes == 295  # 9:00 to 13:55


def test_ten_minutes_end_a_run() -> None:
    week = measured(*sessions(MON, "9:00", "10:00", "11:00", minutes=50))

    assert week.longest_run == 1


def test_nine_minutes_do_not() -> None:
    week = measured(*sessions(MON, "9:00", "10:00", minutes=51))

    assert (week.longest_run, week.longest_run_minutes) == (2, 111)  # 9:00 to 10:51


def test_notes_between_two_sessions_are_no_pause() -> None:
    week = measured(session(MON, "9:00"), notes(MON, "9:50", 40), session(MON, "10:30"))

    assert week.longest_run == 2


def test_a_walk_between_two_sessions_is_a_pause() -> None:
    walk = entry(Kind.PERSONAL, MON, "9:50", 40)

    week = measured(session(MON, "9:00"), walk, session(MON, "10:30"))

    assert week.longest_run == 1


@pytest.mark.parametrize("status", NOT_HELD)
def test_a_session_that_was_not_held_leaves_a_pause(status: Status) -> None:
    middle = session(MON, "10:00", 60, status=status)

    week = measured(session(MON, "9:00", 60), middle, session(MON, "11:00", 60))

    assert week.longest_run == 1


def test_a_practice_may_ask_for_a_longer_pause() -> None:
    quarter = replace(starting_policy(), recovery_gap_minutes=15)

    week = measured(*sessions(MON, "9:00", "10:00", "11:00", minutes=50), policy=quarter)

    assert week.longest_run == 3


SHORT_PAIR = sessions(MON, "9:00", "9:30", minutes=30)  # 60 minutes
LONG_PAIR = sessions(TUE, "9:00", "9:50")  # 100 minutes


def test_of_two_runs_with_as_many_sessions_the_longer_one_counts() -> None:
    later, earlier = (
        measured(*SHORT_PAIR, *LONG_PAIR),
        measured(*LONG_PAIR, *sessions(WED, "9:00", "9:30", minutes=30)),
    )

    assert (later.longest_run, later.longest_run_minutes) == (2, 100)
    assert (earlier.longest_run, earlier.longest_run_minutes) == (2, 100)


def test_more_sessions_count_before_more_minutes() -> None:
    three = sessions(WED, "9:00", "9:20", "9:40", minutes=20)  # 60 minutes

    week = measured(*LONG_PAIR, *three)

    assert (week.longest_run, week.longest_run_minutes) == (3, 60)


def test_of_two_that_are_alike_the_earlier_one_is_told_of() -> None:
    diary = (*SHORT_PAIR, *sessions(WED, "9:00", "9:30", minutes=30))

    explained = explain_figure("longest_run", diary, week=measured(*diary), setting=setting())

    assert explained.entries == SHORT_PAIR


def test_a_session_in_the_first_minute_of_monday_is_in_a_run_of_this_week() -> None:
    week = measured(entry(Kind.CRISIS, MON, "0:00", 30), entry(Kind.CRISIS, MON, "0:35", 30))

    assert (week.longest_run, week.sessions) == (2, 2)


def test_overlapping_sessions_are_in_one_run() -> None:
    week = measured(session(MON, "9:00", 60), session(MON, "9:30", 60))

    assert (week.longest_run, week.longest_run_minutes) == (2, 90)


def test_a_run_goes_on_past_midnight() -> None:
    week = measured(entry(Kind.CRISIS, MON, "23:00", 60), entry(Kind.CRISIS, TUE, "0:05", 30))

    assert (week.longest_run, week.longest_run_minutes) == (2, 95)  # 23:00 to 0:35


def test_a_session_of_the_sunday_before_is_in_no_run_of_this_week() -> None:
    week = measured(entry(Kind.CRISIS, -1, "23:30", 60), entry(Kind.CRISIS, MON, "0:35", 30))

    assert week.longest_run == 1


@pytest.mark.parametrize(("monday", "clock"), [
    (MONDAY_BERLIN_SPRING, "3:05"),  # from 1:30 thirty minutes end at 2:00, which is 3:00
    (MONDAY_BERLIN_FALL, "2:05"),  # and the first 2:05 comes five minutes after the first 2:00
])  # fmt: skip
def test_a_pause_is_as_long_as_it_really_lasts(monday: date, clock: str) -> None:
    before = entry(Kind.CRISIS, SUN, "1:30", 30, monday=monday, zone=BERLIN)
    after = entry(Kind.CRISIS, SUN, clock, 30, monday=monday, zone=BERLIN)

    week = measured(before, after, monday=monday, zone=BERLIN)

    assert (week.longest_run, week.longest_run_minutes) == (2, 65)


def test_a_week_without_sessions_has_no_run() -> None:
    week = measured(notes(MON, "9:00", 120))

    assert (week.longest_run, week.longest_run_minutes) == (0, 0)
