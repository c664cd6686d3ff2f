"""Where acuity is not known the weighted hours are a range, and the answer always lies in it."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.measuring import measure_one
from tests.properties.strategies import calendars, exceptions, mondays, week_settings

from fallow.workload.exposure.setting import WeekSetting
from fallow.workload.limits.acuity import INDIVIDUAL_KEYS, CaseloadAcuity

ROUNDING = 1e-9


@given(st.data(), mondays, week_settings(), st.sampled_from(INDIVIDUAL_KEYS))
def test_the_range_holds_whatever_answer_is_given_later(
    data: st.DataObject, monday: date, setting: WeekSetting, answer: str
) -> None:
    calendar = data.draw(calendars(monday))
    acuity = setting.acuity
    unanswered = replace(setting, acuity=replace(acuity, caseload=None))
    answered = replace(setting, acuity=replace(acuity, caseload=answer))

    before = measure_one(calendar, monday, unanswered).weighted_hours
    after = measure_one(calendar, monday, answered).weighted_hours

    assert after.value is not None
    assert before.low - ROUNDING <= after.value <= before.high + ROUNDING


@given(st.data(), mondays, week_settings(), exceptions)
def test_an_answer_for_one_entry_narrows_the_range_and_never_leaves_it(
    data: st.DataObject, monday: date, setting: WeekSetting, exception: object
) -> None:
    """For calendars of individual sessions; a group or an intake has a weight of its own."""
    individual = tuple(a for a in data.draw(calendars(monday)) if a.kind == "individual")
    nothing_said = replace(setting, acuity=CaseloadAcuity())
    one_said = replace(setting, acuity=CaseloadAcuity(exceptions=(exception,)))  # type: ignore[arg-type]

    wide = measure_one(individual, monday, nothing_said).weighted_hours
    narrow = measure_one(individual, monday, one_said).weighted_hours

    assert wide.low - ROUNDING <= narrow.low <= narrow.high <= wide.high + ROUNDING


@given(st.data(), mondays, week_settings())
def test_a_number_is_given_exactly_when_no_session_is_uncoded(
    data: st.DataObject, monday: date, setting: WeekSetting
) -> None:
    """A session of no length weighs its note alone, so it leaves no range behind."""
    calendar = tuple(a for a in data.draw(calendars(monday)) if a.end_minute > a.start_minute)

    week = measure_one(calendar, monday, setting)

    assert week.weighted_hours.is_exact == (week.uncoded_sessions == 0)
    assert (week.trauma_share is None) == (week.uncoded_sessions > 0 or week.sessions == 0)


@given(st.data(), mondays, week_settings())
def test_shares_are_shares(data: st.DataObject, monday: date, setting: WeekSetting) -> None:
    week = measure_one(data.draw(calendars(monday)), monday, setting)

    for share in (week.trauma_share, week.high_acuity_share):
        assert share is None or 0.0 <= share <= 1.0
