"""The posted list shows a part of a measured week, and shows it as it was measured."""

from dataclasses import fields, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.measuring import ALL_DAYS, LONG_AFTER
from tests.properties.strategies import calendars, mondays, source_spans, week_settings

from fallow.workload.exposure.measure import measure_week
from fallow.workload.exposure.posted import post_week
from fallow.workload.exposure.setting import WeekSetting
from fallow.workload.exposure.week import PostedWeek, WeekExposure

MEASURED = {field.name for field in fields(WeekExposure)}
POSTED = {field.name for field in fields(PostedWeek)}
FROM_THE_POLICY = {"cap_hours", "headroom_hours"}


def test_whatever_is_posted_is_measured_too_or_follows_from_the_cap() -> None:
    assert POSTED - MEASURED == FROM_THE_POLICY


@given(st.data(), mondays, week_settings())
def test_a_posted_figure_equals_the_measured_one_or_is_not_known(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    calendar = data.draw(calendars(monday))
    seen, partly = st.just((ALL_DAYS,)), st.lists(source_spans(monday), max_size=2).map(tuple)
    spans = data.draw(st.one_of(seen, seen, partly))

    posted = post_week(calendar, monday=monday, setting=setting, spans=spans)
    measured = measure_week(calendar, monday=monday, setting=setting, spans=spans, now=LONG_AFTER)

    assert posted.coverage == measured.coverage
    for name in POSTED & MEASURED - {"coverage", "monday"}:
        known = getattr(measured, name) if measured.coverage.is_known else None
        assert getattr(posted, name) == known, name


@given(st.data(), mondays, week_settings(), st.sampled_from((None, 20.0, 26.0)))
def test_headroom_and_weighted_hours_add_up_to_the_cap(
    data: st.DataObject, monday: date, setting: WeekSetting, cap: float | None
) -> None:
    calendar = data.draw(calendars(monday))
    adopted = replace(
        setting.policy, version=1, adopted_date=date(2026, 1, 1), weekly_cap_hours=cap
    )
    capped = replace(setting, policy=adopted)

    week = post_week(calendar, monday=monday, setting=capped, spans=(ALL_DAYS,))

    assert (week.cap_hours is None) == (cap is None)
    if week.headroom_hours is None:
        assert cap is None or week.weighted_hours is None
        return
    assert week.weighted_hours is not None
    assert week.cap_hours == round((cap or 0) * setting.fte_share, 2)
    assert abs(week.headroom_hours.low + week.weighted_hours.high - week.cap_hours) < 1e-9
    assert abs(week.headroom_hours.high + week.weighted_hours.low - week.cap_hours) < 1e-9
