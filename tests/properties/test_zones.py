"""A zone says which day and whose evening; it never says how long something took."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.measuring import measure_around, measure_one
from tests.properties.strategies import calendars, mondays, week_settings, working_hours, zones

from fallow.base.periods import read_zone
from fallow.workload.exposure.setting import WeekSetting

DURATIONS = (
    "contact_minutes",
    "work_minutes",
    "travel_minutes",
    "training_minutes",
    "administration_minutes",
    "supervision_minutes",
    "peer_minutes",
    "on_call_minutes",
    "protected_minutes",
    "protected_lost_minutes",
    "sessions",
)


@given(st.data(), mondays, week_settings(), zones)
def test_the_zone_in_which_a_time_is_written_changes_nothing(
    data: st.DataObject, monday: date, setting: WeekSetting, elsewhere: str
) -> None:
    calendar = data.draw(calendars(monday))
    zone = read_zone(elsewhere)
    told_elsewhere = [
        replace(a, starts_at=a.starts_at.astimezone(zone), ends_at=a.ends_at.astimezone(zone))
        for a in calendar
    ]

    assert measure_one(told_elsewhere, monday, setting) == measure_one(calendar, monday, setting)


@given(st.data(), mondays, week_settings(), zones)
def test_moving_to_another_zone_changes_no_duration(
    data: st.DataObject, monday: date, setting: WeekSetting, elsewhere: str
) -> None:
    """Minutes may fall into another week, so all weeks are added up."""
    calendar = data.draw(calendars(monday))
    moved = replace(setting, hours=data.draw(working_hours(elsewhere)))

    here = measure_around(calendar, monday, setting)
    there = measure_around(calendar, monday, moved)

    for name in DURATIONS:
        assert sum(getattr(w, name) for w in there) == sum(getattr(w, name) for w in here), name


@given(st.data(), mondays, week_settings(), zones)
def test_moving_to_another_zone_changes_no_weight(
    data: st.DataObject, monday: date, setting: WeekSetting, elsewhere: str
) -> None:
    calendar = data.draw(calendars(monday))
    moved = replace(setting, hours=data.draw(working_hours(elsewhere)))

    here = measure_around(calendar, monday, setting)
    there = measure_around(calendar, monday, moved)

    for end in ("low", "high"):
        before = sum(getattr(w.weighted_hours, end) for w in here)
        after = sum(getattr(w.weighted_hours, end) for w in there)
        assert abs(after - before) < 1e-9
