"""The order in which things are told never matters, and telling a week twice tells it once."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.measuring import ALL_DAYS, LONG_AFTER, measure_around
from tests.properties.strategies import calendars, mondays, source_spans, week_settings

from fallow.workload.exposure.explaining import explain_figure, list_explained_figures
from fallow.workload.exposure.measure import measure_week
from fallow.workload.exposure.posted import post_week
from fallow.workload.exposure.setting import WeekSetting


@given(st.data(), mondays, week_settings())
def test_a_measured_week_does_not_ask_for_an_order(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    calendar = data.draw(calendars(monday))
    shuffled = data.draw(st.permutations(calendar))

    assert measure_around(shuffled, monday, setting) == measure_around(calendar, monday, setting)


@given(st.data(), mondays, week_settings())
def test_a_posted_week_does_not_ask_for_an_order(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    calendar = data.draw(calendars(monday))
    shuffled = data.draw(st.permutations(calendar))
    span = data.draw(source_spans(monday))

    posted, again = (
        post_week(told, monday=monday, setting=setting, spans=(span,))
        for told in (calendar, shuffled)
    )

    assert posted == again


@given(st.data(), mondays, week_settings())
def test_an_explanation_does_not_ask_for_an_order(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    calendar = data.draw(calendars(monday))
    shuffled = data.draw(st.permutations(calendar))
    (week,) = measure_around(calendar, monday, setting)[2:3]

    for figure in list_explained_figures():
        explained, again = (
            explain_figure(figure, told, week=week, setting=setting)
            for told in (calendar, shuffled)
        )
        assert explained == again


@given(st.data(), mondays, week_settings())
def test_a_week_measured_alone_is_the_week_measured_among_others(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    calendar = data.draw(calendars(monday))
    weeks = measure_around(calendar, monday, setting)

    for week in weeks:
        alone = measure_week(
            calendar,
            monday=week.monday,
            setting=setting,
            spans=(ALL_DAYS,),
            now=LONG_AFTER,
        )
        assert alone == week
