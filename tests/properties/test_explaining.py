"""A figure and its reasons never part: the entries behind it add up to it, one by one."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties.measuring import measure_one
from tests.properties.strategies import calendars, mondays, week_settings

from fallow.base.periods import day_bounds, from_utc_minute, read_zone
from fallow.workload.appointments import Appointment
from fallow.workload.exposure.explaining import explain_figure, list_explained_figures
from fallow.workload.exposure.setting import WeekSetting
from fallow.workload.exposure.week import WeekExposure

Entries = tuple[Appointment, ...]
COUNTED = (
    "sessions",
    "uncoded_sessions",
    "crisis_contacts",
    "no_shows",
    "notes_waiting",
    "notes_waiting_before",
    "longest_run",
    "unsorted_entries",
    "lengths_inferred",
)
IN_MINUTES = (
    "contact_minutes",
    "work_minutes",
    "travel_minutes",
    "training_minutes",
    "administration_minutes",
    "supervision_minutes",
    "peer_minutes",
    "on_call_minutes",
)
OUTSIDE = ("after_hours_minutes", "after_hours_notes_minutes", "weekend_minutes")
FROM_BEFORE = {"notes_waiting_before", "oldest_note_days"}
NOT_A_FIGURE = {"monday", "zone", "coverage", "measured_at"}


def test_every_figure_of_a_week_can_be_explained() -> None:
    figures = {field.name for field in fields(WeekExposure)} - NOT_A_FIGURE

    assert figures <= set(list_explained_figures())


@pytest.mark.parametrize("figure", COUNTED)
@given(data=st.data(), monday=mondays, setting=week_settings())
def test_as_many_entries_stand_behind_a_count(
    figure: str, data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    calendar = data.draw(calendars(monday))
    week = measure_one(calendar, monday, setting)

    explained = explain_figure(figure, calendar, week=week, setting=setting)

    assert len(explained.entries) == (getattr(week, figure) or 0)


@pytest.mark.parametrize("figure", IN_MINUTES)
@given(data=st.data(), monday=mondays, setting=week_settings())
def test_the_minutes_of_the_entries_are_the_minutes_of_the_figure(
    figure: str, data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    calendar = data.draw(calendars(monday))
    week = measure_one(calendar, monday, setting)

    explained = explain_figure(figure, calendar, week=week, setting=setting)

    assert len(_minutes_in_week(explained.entries, week)) == getattr(week, figure)


@pytest.mark.parametrize("figure", OUTSIDE)
@given(data=st.data(), monday=mondays, setting=week_settings())
def test_each_entry_outside_hours_reaches_outside_and_together_they_are_all(
    figure: str, data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    calendar = data.draw(calendars(monday))
    week = measure_one(calendar, monday, setting)
    is_outside = _weekend(setting) if figure == "weekend_minutes" else _not_in_hours(setting)

    explained = explain_figure(figure, calendar, week=week, setting=setting)

    outside = [
        {minute for minute in _minutes_in_week((entry,), week) if is_outside(minute)}
        for entry in explained.entries
    ]
    assert all(outside)
    assert len(set().union(*outside)) == getattr(week, figure)


@given(st.data(), mondays, week_settings())
def test_the_night_lies_between_two_of_the_entries_behind_it(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    calendar = data.draw(calendars(monday))
    week = measure_one(calendar, monday, setting)

    around = explain_figure("shortest_night_minutes", calendar, week=week, setting=setting).entries

    nights = {late.start_minute - early.end_minute for early in around for late in around}
    assert week.shortest_night_minutes in (nights or {None})


@given(st.data(), mondays, week_settings())
def test_what_stands_behind_a_figure_was_told_and_touches_the_week(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    """A night may begin on the day before the week; a note may wait from long before it."""
    calendar = data.draw(calendars(monday))
    week = measure_one(calendar, monday, setting)
    midnights = day_bounds(monday, read_zone(setting.hours.zone))

    for figure in list_explained_figures():
        entries = explain_figure(figure, calendar, week=week, setting=setting).entries
        assert set(entries) <= set(calendar)
        assert len(set(entries)) == len(entries)
        assert all(entry.start_minute < midnights[-1] for entry in entries)
        if figure not in FROM_BEFORE:
            assert all(entry.end_minute >= midnights[0] - 25 * 60 for entry in entries), figure


def _minutes_in_week(entries: Entries, week: WeekExposure) -> set[int]:
    bounds = day_bounds(week.monday, read_zone(week.zone))
    inside = range(bounds[0], bounds[-1])
    spans = [range(entry.start_minute, entry.end_minute) for entry in entries]
    return {minute for span in spans for minute in span if minute in inside}


def _weekend(setting: WeekSetting) -> Callable[[int], bool]:
    zone = read_zone(setting.hours.zone)
    return lambda minute: from_utc_minute(minute).astimezone(zone).weekday() >= 5


def _not_in_hours(setting: WeekSetting) -> Callable[[int], bool]:
    zone = read_zone(setting.hours.zone)

    def is_outside(minute: int) -> bool:
        wall = from_utc_minute(minute).astimezone(zone)
        clock = wall.hour * 60 + wall.minute
        return not any(low <= clock < high for low, high in setting.hours.days[wall.weekday()])

    return is_outside
