"""Rest: small first steps, and the 42 % rule shown as the rule of thumb it is."""

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.guidance.interventions.intervention import Level
from fallow.individual.guidance.plan.recovery import find_counterpart, list_rests
from fallow.individual.guidance.plan.rest_gauge import RestDay, explain_gauge, read_gauge

# The book's own sum (standards.md §6): 8 h sleep, and half an hour each of talk, movement, food and
# free time make 10 h of 24.
BOOK = RestDay(sleep_hours=8, talk_hours=0.5, movement_hours=0.5, food_hours=0.5, free_hours=0.5)


def test_the_gauge_is_off_unless_it_was_chosen() -> None:
    assert read_gauge((BOOK,), is_chosen=False) is None
    assert read_gauge((), is_chosen=True) is None


def test_ten_hours_of_a_day_are_42_percent() -> None:
    gauge = read_gauge((BOOK, BOOK), is_chosen=True)

    assert gauge is not None
    assert gauge.share == pytest.approx(10 / 24)
    assert gauge.rule_share == 0.42


def test_days_are_averaged() -> None:
    # 10 and 6 of 24 hours: 16 of 48
    gauge = read_gauge((BOOK, RestDay(sleep_hours=6)), is_chosen=True)

    assert gauge is not None
    assert gauge.share == pytest.approx(1 / 3)


def test_it_never_stands_without_where_it_comes_from() -> None:
    gauge = read_gauge((RestDay(sleep_hours=6),), is_chosen=True)

    assert gauge is not None
    assert explain_gauge(gauge) == (
        "Rest, with sleep, was 25% of 1 day; the book says 42%. A rule of thumb from a popular "
        "book, averaged over a week or month and including sleep. "
        "No trial has tested the 42 % figure."
    )


@pytest.mark.parametrize("hours", [-1.0, 25.0])
def test_a_day_holds_24_hours(hours: float) -> None:
    with pytest.raises(ValueRefused):
        RestDay(sleep_hours=hours)


def test_every_kind_of_the_article_has_a_first_step_and_the_practices_part() -> None:
    rests = {rest.key: rest for rest in list_rests()}

    assert {"switching_off", "walking", "yoga", "strength", "swimming"} <= set(rests)
    for rest in rests.values():
        assert rest.minutes <= 10
        assert rest.source
        assert Level.ORGANIZATIONAL in find_counterpart(rest).levels
