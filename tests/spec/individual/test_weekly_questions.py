"""Which questions a week asks: nine, so that every construct is seen often enough."""

import re
from datetime import date

import pytest

from fallow.individual.instruments.catalog import OWN, find_instrument
from fallow.individual.instruments.rotation import (
    CORE,
    CYCLE_WEEKS,
    TURNS,
    choose_items,
    week_number,
)

WEEKLY = find_instrument(OWN)
SCALE_OF = {key: scale.name for scale in WEEKLY.scales for key in scale.items}
WEEKS = range(CYCLE_WEEKS)


@pytest.mark.parametrize("week", WEEKS)
def test_a_week_asks_eight_to_ten_questions_each_once(week: int) -> None:
    asked = choose_items(week)

    assert 8 <= len(asked) <= 10
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("week", WEEKS)
def test_the_core_is_asked_about_every_week(week: int) -> None:
    assert set(CORE) <= {SCALE_OF[key] for key in choose_items(week)}


def test_every_other_construct_is_asked_about_in_any_three_weeks() -> None:
    for week in WEEKS:
        asked = {SCALE_OF[k] for later in range(TURNS) for k in choose_items(week + later)}
        assert asked == {scale.name for scale in WEEKLY.scales}


def test_every_question_has_its_turn_and_the_cycle_comes_round() -> None:
    asked = {key for week in WEEKS for key in choose_items(week)}

    assert asked == {item.key for item in WEEKLY.items}
    assert [choose_items(w) for w in WEEKS] == [choose_items(w + CYCLE_WEEKS) for w in WEEKS]


def test_weeks_are_counted_from_the_first_monday_of_1970() -> None:
    assert week_number(date(1970, 1, 5)) == 0
    assert (
        week_number(date(2026, 11, 23)) == 2968
    )  # 20,776 days later, by hand: 56 years and 14 leap days


@pytest.mark.parametrize(
    "name",
    ["exhaustion", "depersonalization", "accomplishment", "stress", "secondary_traumatic_stress"],
)
def test_what_a_week_is_followed_by_has_two_questions_or_more(name: str) -> None:
    assert len(next(scale for scale in WEEKLY.scales if scale.name == name).items) >= 2


def test_no_question_asks_about_suicide_or_a_diagnosis() -> None:
    words = " ".join(item.wording.casefold() for item in WEEKLY.items)

    assert not re.search(
        r"suicid|kill|death|dead|die\b|harm|diagnos|depress|disorder|medicat|anxiety", words
    )
