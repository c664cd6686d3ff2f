"""A rough week: what five remembered numbers say, for a person without a calendar at hand.

It gives hours, and leaves out all that needs single days. It is marked rough wherever it is shown.
"""

from dataclasses import replace

import pytest

from fallow.base.errors import ValueRefused
from fallow.workload.exposure.rough import RoughNumbers, estimate_rough_week
from fallow.workload.limits.policy import starting_policy
from fallow.workload.my_week.answers import write_rough_week

START = starting_policy()
NUMBERS = RoughNumbers(
    sessions=24, session_minutes=50, administration_hours=6, evenings=2, supervision_hours=1
)


def test_hours_with_clients_are_sessions_times_their_length() -> None:
    week = estimate_rough_week(NUMBERS, policy=START)

    assert week.contact_hours == 20  # 24 × 50 min
    assert week.work_hours == 27  # and 6 h of notes, 1 h of supervision
    assert (week.evenings, week.supervision_hours) == (2, 1)


def test_weighted_hours_are_a_range_until_the_caseload_has_an_answer() -> None:
    week = estimate_rough_week(NUMBERS, policy=START)

    # 20 h × 0.8 + 24 × 0.25 h to 20 h × 1.6 + 24 × 0.25 h (standards.md §2)
    assert (week.weighted_hours.low, week.weighted_hours.high) == (22, 38)
    assert week.weighted_hours.value is None


def test_with_an_answer_they_are_a_number() -> None:
    week = estimate_rough_week(NUMBERS, policy=START, caseload="trauma_processing")

    assert week.weighted_hours.value == 34  # 20 h × 1.4 + 24 × 0.25 h


def test_the_weights_are_the_practices_where_it_chose_some() -> None:
    chosen = replace(START, weights=(("standard_individual", 1.1),))

    week = estimate_rough_week(NUMBERS, policy=chosen, caseload="standard_individual")

    assert week.weighted_hours.value == 28  # 20 h × 1.1 + 24 × 0.25 h


def test_it_says_that_it_comes_from_memory() -> None:
    week = estimate_rough_week(NUMBERS, policy=START)

    assert "five numbers from memory" in week.weighted_hours.source


def test_a_week_without_sessions_is_no_trouble() -> None:
    nothing = replace(NUMBERS, sessions=0, administration_hours=0, supervision_hours=0)

    assert estimate_rough_week(nothing, policy=START).work_hours == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"sessions": 81},
        {"sessions": -1},
        {"session_minutes": 9},
        {"administration_hours": 81},
        {"evenings": 8},
        {"supervision_hours": 41},
    ],
)
def test_numbers_that_do_not_fit_in_a_week_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueRefused, match="does not fit in a week"):
        replace(NUMBERS, **wrong)


def test_wherever_it_is_shown_it_says_about_and_is_marked_rough() -> None:
    told = write_rough_week(estimate_rough_week(NUMBERS, policy=START))

    assert told["rough"] is True
    assert told["sentence"].startswith("About 20 hours with clients")
    assert [f["value"] for f in told["figures"]] == [
        "about 20.0 h",
        "about 22.0 to 38.0 h",
        "about 27.0 h",
        "2",
        "about 1.0 h",
    ]
