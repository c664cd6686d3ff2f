"""The usual: the middle half of a person's own fully seen weeks, leave left out.

There is no norm and nobody else to be held against. Under three weeks there is no usual (field.md
§3, row 15). The quartiles are weeks that were lived, nothing in between.
"""

from dataclasses import replace

import pytest
from tests.spec.workload.my_week.weeks import week_of, weeks_of

from fallow.workload.my_week.usual import usual_range


def usual(*hours: float, **terms: object) -> tuple[float, float, float] | None:
    found = usual_range(weeks_of(*hours, **terms), "contact_minutes")
    if found is None or found.value is None:
        return None
    return found.low / 60, found.value / 60, found.high / 60


def test_of_nine_weeks_the_usual_runs_from_the_third_to_the_seventh() -> None:
    # in order 10 12 14 16 18 20 22 24 26: quarter, half and three quarters of eight steps
    assert usual(26, 10, 24, 12, 22, 14, 20, 16, 18) == (14, 18, 22)


def test_of_three_weeks_it_runs_over_all() -> None:
    assert usual(20, 10, 15) == (10, 15, 20)


def test_two_weeks_are_no_usual() -> None:
    assert usual(20, 10) is None


def test_weeks_with_leave_are_left_out() -> None:
    weeks = (*weeks_of(20, 20, 20), week_of(4, leave=3))

    found = usual_range(weeks, "contact_minutes")

    assert found is not None
    assert found.low == 20 * 60


def test_weeks_that_were_not_wholly_seen_are_left_out() -> None:
    blurred = [
        replace(week, coverage=replace(week.coverage, share=0.9)) for week in weeks_of(1, 1, 1)
    ]

    assert usual_range((*weeks_of(20, 20), *blurred), "contact_minutes") is None


def test_an_odd_week_does_not_move_it() -> None:
    assert usual(20, 20, 20, 20, 20, 60) == (20, 20, 20)


def test_weeks_of_which_a_figure_is_not_known_are_left_out() -> None:
    assert usual_range(weeks_of(20, 20, 20, caseload=None), "trauma_share") is None


def test_weighted_hours_that_are_only_a_range_have_no_usual() -> None:
    assert usual_range(weeks_of(5, 5, 5, caseload=None), "weighted_hours") is None


@pytest.mark.parametrize(
    ("figure", "unit"),
    [("contact_minutes", "minutes"), ("weighted_hours", "hours"), ("sessions", "count")],
)
def test_the_usual_says_its_unit_and_what_it_is_made_of(figure: str, unit: str) -> None:
    found = usual_range(weeks_of(20, 20, 20), figure)

    assert found is not None
    assert found.unit == unit
    assert found.source == "your own 3 fully seen weeks without leave"
