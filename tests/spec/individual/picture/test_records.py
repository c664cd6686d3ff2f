"""What a room keeps becomes weeks in a row: answered, worked, or neither."""

import pytest
from tests.spec.individual.picture.room import checkin, monday, worked

from fallow.base.errors import ValueRefused
from fallow.individual.picture.history import gather
from fallow.individual.picture.records import read_answered_weeks, read_worked_weeks


def test_two_check_ins_of_one_week_are_one_week_and_the_later_answer_counts() -> None:
    first = checkin(0, {"drained": 1, "rushed": 2})
    again = checkin(0, {"drained": 4})

    (week,) = read_answered_weeks([first, again])

    assert week.answers == {"drained": 4.0, "rushed": 2.0}


def test_an_answer_that_the_form_does_not_offer_is_left_out() -> None:
    (week,) = read_answered_weeks([checkin(0, {"drained": 9, "a key of long ago": 1, "push": 0})])

    assert week.answers == {"push": 0.0}


def test_answers_to_a_published_form_are_no_week_of_ours() -> None:
    assert read_answered_weeks([checkin(0, 2) | {"form": "cbi"}]) == ()


def test_a_record_of_an_unknown_shape_is_refused_kindly() -> None:
    with pytest.raises(ValueRefused, match="shape that this version does not know"):
        read_answered_weeks([{"form": "fallow_weekly", "week": "someday", "answers": {}}])


def test_weeks_without_answers_stand_in_the_row_up_to_the_week_before_this_one() -> None:
    answered = read_answered_weeks([checkin(0, 2), checkin(3, 2)])

    history = gather(answered, (), this_monday=monday(6))

    assert history.mondays == tuple(monday(place) for place in range(6))
    assert history.answered == 2


def test_this_week_belongs_to_the_row_once_it_has_an_answer() -> None:
    answered = read_answered_weeks([checkin(0, 2), checkin(1, 2)])

    assert gather(answered, (), this_monday=monday(1)).mondays[-1] == monday(1)


def test_a_week_of_work_without_a_weight_is_a_range_and_never_a_number() -> None:
    (week,) = read_worked_weeks({"weeks": [worked(0, None)]})

    assert week.weighted_hours is None
    assert (week.weighted_low, week.weighted_high) == (18.0, 30.0)
