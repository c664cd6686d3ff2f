"""Splitting an appointment in two never changes hours; it only adds an entry.

Unchanged are all minutes, the night, the days off and the leave. Counts of sessions, runs and
pauses between sessions do change, because two sessions back to back are two sessions.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.properties.measuring import measure_around, measure_one
from tests.properties.strategies import calendars, mondays, week_settings

from fallow.base.periods import day_bounds, read_zone
from fallow.workload.appointments import DID_NOT_HAPPEN, Appointment, Kind
from fallow.workload.exposure.setting import WeekSetting

Calendar = tuple[Appointment, ...]
UNCHANGED = (
    "contact_minutes",
    "work_minutes",
    "direct_share",
    "travel_minutes",
    "training_minutes",
    "administration_minutes",
    "supervision_minutes",
    "peer_minutes",
    "on_call_minutes",
    "protected_minutes",
    "protected_lost_minutes",
    "after_hours_minutes",
    "after_hours_notes_minutes",
    "weekend_minutes",
    "longest_day_minutes",
    "shortest_night_minutes",
    "days_off",
    "leave_days",
)


def _split(calendar: Calendar, place: int, minutes: int) -> Calendar:
    """The same calendar with one entry cut into two that touch."""
    whole = calendar[place]
    cut = whole.starts_at + timedelta(minutes=minutes)
    first = replace(whole, ends_at=cut)
    second = replace(whole, starts_at=cut, uid=f"{whole.uid}, second part")
    return (*calendar[:place], first, second, *calendar[place + 1 :])


@st.composite
def split_calendars(
    draw: st.DrawFn, monday: date, setting: WeekSetting
) -> tuple[Calendar, Calendar, Appointment]:
    """A calendar, the same with a timed entry split, most gladly at midnight, and that entry."""
    calendar = draw(calendars(monday))
    insides = [
        (place, range(entry.start_minute + 1, entry.end_minute))
        for place, entry in enumerate(calendar)
        if entry.end_minute - entry.start_minute >= 2 and not entry.all_day
    ]
    assume(insides)
    midnights = day_bounds(monday, read_zone(setting.hours.zone))
    at_midnight = [(place, [m]) for place, inside in insides for m in midnights if m in inside]
    place, cuts = draw(st.sampled_from(at_midnight or insides))
    whole = calendar[place]
    return (
        calendar,
        _split(calendar, place, draw(st.sampled_from(cuts)) - whole.start_minute),
        whole,
    )


@given(st.data(), mondays, week_settings())
def test_splitting_an_appointment_changes_no_hours(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    whole, parted, _ = data.draw(split_calendars(monday, setting))

    before = measure_around(whole, monday, setting)
    after = measure_around(parted, monday, setting)

    for name in UNCHANGED:
        assert [getattr(w, name) for w in after] == [getattr(w, name) for w in before], name


@given(st.data(), mondays, week_settings())
def test_splitting_a_session_weighs_one_note_more_and_nothing_else(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    """A quarter of an hour for an appointment and 0.1 h a group member (standards.md §2)."""
    whole, parted, entry = data.draw(split_calendars(monday, setting))
    is_contact = entry.is_contact and entry.status not in DID_NOT_HAPPEN
    note = 0.25 + (0.1 * entry.group_size if entry.kind is Kind.GROUP else 0.0)

    before = measure_around(whole, monday, setting)
    after = measure_around(parted, monday, setting)

    more = sum(w.weighted_hours.low for w in after) - sum(w.weighted_hours.low for w in before)
    assert more == pytest.approx(note if is_contact else 0.0, abs=1e-9)


@given(st.data(), mondays, week_settings())
def test_splitting_a_session_counts_one_session_more(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    whole, parted, entry = data.draw(split_calendars(monday, setting))
    is_session = entry.is_contact and entry.status not in DID_NOT_HAPPEN

    before = sum(w.sessions for w in measure_around(whole, monday, setting))
    after = sum(w.sessions for w in measure_around(parted, monday, setting))

    assert after - before == is_session


@given(st.data(), mondays, week_settings())
def test_an_entry_told_by_two_calendars_changes_no_hours(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    """Time that two entries share counts once."""
    calendar = data.draw(calendars(monday))
    twice = (*calendar, *(replace(entry, source="another") for entry in calendar))

    before, after = (measure_one(c, monday, setting) for c in (calendar, twice))

    for name in UNCHANGED:
        assert getattr(after, name) == getattr(before, name), name
