"""Every figure in minutes is the size of a set of minutes: counted one by one, and no minute twice.

The sets below are the definitions of tests/spec/workload written the slowest possible way.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.measuring import measure_one
from tests.properties.strategies import calendars, mondays, week_settings

from fallow.base.periods import day_bounds, from_utc_minute, read_zone
from fallow.workload.appointments import (
    CONTACT_KINDS,
    DID_NOT_HAPPEN,
    NOT_WORK_KINDS,
    Appointment,
    Kind,
    Status,
)
from fallow.workload.exposure.setting import WeekSetting

Calendar = tuple[Appointment, ...]
Minutes = set[int]
WORK = frozenset(Kind) - NOT_WORK_KINDS
NO_REST = frozenset({Kind.UNKNOWN, Kind.ON_CALL})


def _minutes(calendar: Calendar, kinds: frozenset[Kind], week: range) -> Minutes:
    """Each whole minute of the week in which an entry of these kinds took place."""
    found: Minutes = set()
    for entry in calendar:
        if entry.kind in kinds and entry.status not in DID_NOT_HAPPEN and not entry.all_day:
            found.update(range(entry.start_minute, entry.end_minute))
    return {minute for minute in found if minute in week}


def _is_in_hours(minute: int, setting: WeekSetting) -> bool:
    wall = from_utc_minute(minute).astimezone(read_zone(setting.hours.zone))
    clock = wall.hour * 60 + wall.minute
    return any(low <= clock < high for low, high in setting.hours.days[wall.weekday()])


def _weekday(minute: int, setting: WeekSetting) -> int:
    return from_utc_minute(minute).astimezone(read_zone(setting.hours.zone)).weekday()


def _week(monday: date, setting: WeekSetting) -> range:
    bounds = day_bounds(monday, read_zone(setting.hours.zone))
    return range(bounds[0], bounds[-1])


@given(st.data(), mondays, week_settings())
def test_each_kind_of_work_is_a_count_of_minutes(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    calendar = data.draw(calendars(monday))
    week = _week(monday, setting)

    measured = measure_one(calendar, monday, setting)

    def count(*kinds: Kind) -> int:
        return len(_minutes(calendar, frozenset(kinds), week))

    assert measured.contact_minutes == count(*CONTACT_KINDS)
    assert measured.work_minutes == count(*WORK)
    assert measured.travel_minutes == count(Kind.TRAVEL)
    assert measured.training_minutes == count(Kind.TRAINING)
    assert measured.administration_minutes == count(Kind.ADMINISTRATION)
    assert measured.supervision_minutes == count(Kind.SUPERVISION)
    assert measured.peer_minutes == count(Kind.PEER_CONSULTATION)
    assert measured.on_call_minutes == count(Kind.ON_CALL)


@given(st.data(), mondays, week_settings())
def test_protected_time_is_kept_or_lost_minute_by_minute(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    """Sessions and travel take it away, also a session to which nobody came."""
    calendar = data.draw(calendars(monday))
    week = _week(monday, setting)
    protected = _minutes(calendar, frozenset({Kind.PROTECTED_TIME}), week)
    came_or_not = tuple(
        replace(a, status=Status.BOOKED) if a.status is Status.NO_SHOW else a for a in calendar
    )
    booked = _minutes(came_or_not, CONTACT_KINDS | {Kind.TRAVEL}, week)

    measured = measure_one(calendar, monday, setting)

    assert measured.protected_minutes == len(protected - booked)
    assert measured.protected_lost_minutes == len(protected & booked)


@given(st.data(), mondays, week_settings())
def test_hours_outside_are_those_whose_wall_clock_is_outside(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    calendar = data.draw(calendars(monday))
    week = _week(monday, setting)
    work = _minutes(calendar, WORK, week)
    notes = _minutes(calendar, frozenset({Kind.ADMINISTRATION}), week)

    measured = measure_one(calendar, monday, setting)

    def count(minutes: Minutes, keep: Callable[[int], bool]) -> int:
        return len([minute for minute in minutes if keep(minute)])

    assert measured.after_hours_minutes == count(work, lambda m: not _is_in_hours(m, setting))
    assert measured.after_hours_notes_minutes == count(
        notes, lambda m: not _is_in_hours(m, setting)
    )
    assert measured.weekend_minutes == count(work, lambda m: _weekday(m, setting) >= 5)


@given(st.data(), mondays, week_settings())
def test_the_longest_day_and_days_off_follow_the_minutes_of_each_day(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    calendar = tuple(a for a in data.draw(calendars(monday)) if not a.all_day)
    work = _minutes(calendar, WORK, _week(monday, setting))
    days = [0] * 7
    for minute in work:
        days[_weekday(minute, setting)] += 1

    measured = measure_one(calendar, monday, setting)

    assert measured.longest_day_minutes == max(days)
    taken = {_weekday(m, setting) for m in _minutes(calendar, NO_REST, _week(monday, setting))}
    assert measured.days_off == len([d for d in range(7) if days[d] == 0 and d not in taken])


def test_a_week_of_the_laws_holds_a_clock_change() -> None:
    """Or the laws above would not be tried where they are hardest: 167 and 169 hours."""
    zone = read_zone("America/New_York")

    lengths = {
        day_bounds(m, zone)[-1] - day_bounds(m, zone)[0]
        for m in (date(2026, 3, 2), date(2026, 10, 26))
    }

    assert lengths == {timedelta(hours=h) // timedelta(minutes=1) for h in (167, 169)}
