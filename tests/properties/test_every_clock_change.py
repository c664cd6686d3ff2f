"""Hours are conserved over every change of every clock of the tz database, 2000 to 2037.

A week is seven days of 24 hours, less what the clock jumps ahead in it; an appointment keeps the
minutes that pass, whatever the clock says; and midnights part time without gap or overlap.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from tests.properties.clock_changes import Clock, ClockChange, list_clocks, list_names

from fallow.base.periods import day_bounds, from_utc_minute, local_minute, monday_of, read_zone
from fallow.base.working_time import WorkingHours
from fallow.workload.appointments import Appointment, Kind
from fallow.workload.exposure.kernels import (
    clip_spans,
    merge_spans,
    minutes_by_day,
    shared_minutes,
    total_minutes,
)
from fallow.workload.exposure.measure import measure_weeks
from fallow.workload.exposure.setting import WeekSetting
from fallow.workload.limits.policy import starting_policy

POLICY = starting_policy()
DAY = 24 * 60
WEEK = 7 * DAY
HALF_LENGTH = 95  # minutes of an appointment before and after the change
PARTS_OF_DAY = ((0, 7 * 60), (7 * 60, 19 * 60 + 30), (19 * 60 + 30, DAY))


def test_every_name_of_the_database_is_walked_and_can_be_chosen() -> None:
    walked = {name for clock in list_clocks() for name in clock.names}

    assert walked == set(list_names())
    assert {read_zone(name).key for name in walked} == walked


def test_the_walk_finds_the_changes_that_law_prescribes() -> None:
    """Two a year in New York; since 2007 the second Sunday of March at 2:00 (15 U.S.C. 260a)."""
    (new_york,) = [clock for clock in list_clocks() if "America/New_York" in clock.names]

    assert len(new_york.changes) == 2 * 38
    in_2026 = datetime(2026, 3, 8, 7, 0, tzinfo=UTC)  # 2:00 at UTC-5
    expected = ClockChange(
        at_minute=int(in_2026.timestamp()) // 60, before_minutes=-300, after_minutes=-240
    )
    assert expected in new_york.changes


def test_a_week_is_seven_days_less_what_the_clock_jumps_ahead() -> None:
    wrong = [
        (clock.names[0], monday)
        for clock in list_clocks()
        for monday in _weeks_with_a_change(clock)
        if _length(monday, clock) != WEEK - _jumped(clock, monday)
    ]

    assert wrong == []


def test_midnights_part_time_without_gap_or_overlap() -> None:
    wrong = [
        (clock.names[0], monday)
        for clock in list_clocks()
        for monday in _weeks_with_a_change(clock)
        if not _are_in_order(_three_weeks(monday, clock))
    ]

    assert wrong == []


def test_an_appointment_over_a_clock_change_keeps_its_minutes() -> None:
    wrong = [
        (clock.names[0], change.at_minute)
        for clock in list_clocks()
        for change in clock.changes
        if _minutes_by_week(clock, change) != 2 * HALF_LENGTH
    ]

    assert wrong == []


def test_hours_around_the_clock_leave_no_minute_outside() -> None:
    wrong = [
        (clock.names[0], monday)
        for clock in list_clocks()
        for monday in _weeks_with_a_change(clock)
        if _minutes_in_parts_of_days(monday, clock) != _length(monday, clock)
    ]

    assert wrong == []


def test_a_measured_week_loses_no_minute_to_a_clock_change() -> None:
    wrong = [
        (clock.names[0], change.at_minute)
        for clock in list_clocks()
        for change in clock.changes
        if _measured(clock, change) != (2 * HALF_LENGTH, 2 * HALF_LENGTH, 0)
    ]

    assert wrong == []


def _monday_at(clock: Clock, minute: int) -> date:
    return monday_of(from_utc_minute(minute).astimezone(clock.zone).date())


def _weeks_with_a_change(clock: Clock) -> list[date]:
    return sorted({_monday_at(clock, change.at_minute) for change in clock.changes})


def _length(monday: date, clock: Clock) -> int:
    bounds = day_bounds(monday, clock.zone)
    return bounds[-1] - bounds[0]


def _jumped(clock: Clock, monday: date) -> int:
    """Minutes by which the clock is set ahead inside the week, less those it is set back."""
    bounds = day_bounds(monday, clock.zone)
    inside = [c for c in clock.changes if bounds[0] <= c.at_minute < bounds[-1]]
    return sum(change.after_minutes - change.before_minutes for change in inside)


def _three_weeks(monday: date, clock: Clock) -> list[tuple[int, ...]]:
    weeks = [monday + timedelta(weeks=offset) for offset in (-1, 0, 1)]
    return [day_bounds(week, clock.zone) for week in weeks]


def _are_in_order(weeks: list[tuple[int, ...]]) -> bool:
    meet = all(before[-1] == after[0] for before, after in pairwise(weeks))
    return meet and all(list(week) == sorted(week) for week in weeks)


def _minutes_by_week(clock: Clock, change: ClockChange) -> int:
    """The appointment's minutes, day by day and week by week, added up again."""
    starts, ends = [change.at_minute - HALF_LENGTH], [change.at_minute + HALF_LENGTH]
    total = 0
    for midnights in _three_weeks(_monday_at(clock, change.at_minute), clock):
        inside = clip_spans(starts, ends, midnights[0], midnights[-1])
        days = minutes_by_day(inside, list(midnights))
        if sum(days) != total_minutes(*inside):
            return -1
        total += sum(days)
    return total


def _measured(clock: Clock, change: ClockChange) -> tuple[int, int, int]:
    """Contact, work and after-hours minutes of one session, over the three weeks around it.

    Its clinician works at all hours, so that nothing may lie outside them.
    """
    session = Appointment(
        source="law",
        uid="session",
        starts_at=from_utc_minute(change.at_minute - HALF_LENGTH),
        ends_at=from_utc_minute(change.at_minute + HALF_LENGTH),
        kind=Kind.INDIVIDUAL,
    )
    hours = WorkingHours(zone=clock.names[0], days=(((0, DAY),),) * 7)
    monday = _monday_at(clock, change.at_minute)
    weeks = measure_weeks(
        [session],
        mondays=tuple(monday + timedelta(weeks=offset) for offset in (-1, 0, 1)),
        setting=WeekSetting(hours=hours, policy=POLICY),
        spans=(),
        now=session.ends_at,
    )
    figures = [(w.contact_minutes, w.work_minutes, w.after_hours_minutes) for w in weeks]
    contact, work, outside = (sum(column) for column in zip(*figures, strict=True))
    return contact, work, outside


def _minutes_in_parts_of_days(monday: date, clock: Clock) -> int:
    """What the working windows of a person who works at all hours share with the week."""
    days = [monday + timedelta(days=offset) for offset in range(7)]
    parts = [
        (local_minute(day, low, zone=clock.zone), local_minute(day, high, zone=clock.zone))
        for day in days
        for low, high in PARTS_OF_DAY
    ]
    bounds = day_bounds(monday, clock.zone)
    windows = merge_spans([low for low, _ in parts], [high for _, high in parts])
    return shared_minutes(windows, ([bounds[0]], [bounds[-1]]))
