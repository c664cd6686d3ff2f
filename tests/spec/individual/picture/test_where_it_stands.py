"""Where each construct stands against one's own usual: heavier to one side, with how surely."""

import json
from dataclasses import replace
from typing import Any

import pytest
from tests.spec.individual.picture.room import checkin, monday

from fallow.individual.desk import RoomDesk
from fallow.individual.picture.heaviness import Heaviness
from fallow.individual.picture.overview import draw_overview
from fallow.individual.picture.sentences import say_all, say_range, say_where

HEAVY = {"drained", "push", "nothing_left", "not_rested"}


def _ask(checkins: list[dict[str, Any]], do: str = "picture", **more: Any) -> dict[str, Any]:
    asked = {"do": do, "checkins": checkins, "today": monday(len(checkins)).isoformat(), **more}
    answer: dict[str, Any] = json.loads(RoomDesk().answer(json.dumps(asked)))
    assert answer["ok"]
    return answer


def _one(**given: float) -> Heaviness:
    told = {"mean": 0.0, "low": -1.0, "high": 1.0, "ordinary": 0.6, "heavier_share": 0.5}
    named = {"name": "stress", "label": "Stress", "plain": "Stress", "is_turned": False}
    return Heaviness(**(named | told | given))  # type: ignore[arg-type]


@pytest.mark.parametrize("count", [1, 7])
def test_under_eight_answered_weeks_it_is_too_early(count: int) -> None:
    answer = _ask([checkin(place, 2) for place in range(count)])

    assert answer["early"].startswith("It is too early to say more.")
    assert "overview" not in answer


def test_a_room_without_answers_is_told_the_same() -> None:
    assert "0 weeks so far" in _ask([])["early"]


def test_weeks_that_are_all_alike_are_ordinary() -> None:
    answer = _ask([checkin(place, 2) for place in range(26)])

    assert "within your ordinary ups and downs" in answer["overview"]["sentence"]
    assert [one["label"] for one in answer["constructs"] if one["is_moved"]] == []


def test_a_jump_in_one_construct_alone_is_named_alone() -> None:
    weeks = [checkin(place, 1) for place in range(26)]
    for week in weeks[-6:]:
        week["answers"] |= {key: 4 for key in week["answers"] if key in HEAVY}

    answer = _ask(weeks)

    moved = [one["name"] for one in answer["constructs"] if one["is_moved"]]
    assert moved == ["exhaustion"]
    assert answer["overview"]["sentence"].startswith("Heavier than your usual: exhaustion.")


def test_less_of_what_is_good_is_heavier() -> None:
    weeks = [checkin(place, 3) for place in range(26)]
    good = {"made_a_difference", "could_handle", "good_work"}
    for week in weeks[-6:]:
        week["answers"] |= {key: 0 for key in week["answers"] if key in good}

    (moved,) = [one for one in _ask(weeks)["constructs"] if one["is_moved"]]

    assert moved["sentence"].startswith("Accomplishment: heavier than your usual")
    assert moved["figures"].endswith("Less of it is heavier.")


def test_what_is_asked_in_turns_and_not_often_yet_is_named_as_too_early() -> None:
    """Nine weeks: the six of every week have nine answers, the others three."""
    answer = _ask([checkin(place, 2) for place in range(9)])

    assert len(answer["constructs"]) == 6
    assert "Mood" in answer["too_early"]


def test_a_whole_interval_above_the_usual_is_said_with_how_surely() -> None:
    one = _one(mean=0.9, low=0.1, high=1.7, heavier_share=0.968)

    assert say_where(one) == "Stress: heavier than your usual, likely (97 of 100)."
    assert say_range(one).startswith("0.9 points heavier against your usual, between 0.1 points")


def test_nothing_is_told_as_entirely_sure() -> None:
    one = _one(mean=2.0, low=1.2, high=2.8, heavier_share=0.9999)

    (row,) = draw_overview([one]).table.rows

    assert say_where(one) == "Stress: heavier than your usual, almost surely (99 of 100)."
    assert row[-1] == "99 of 100"


def test_the_sum_of_it_says_lighter_of_what_is_good_without_less() -> None:
    one = _one(mean=-0.9, low=-1.7, high=-0.1, heavier_share=0.03)
    turned = replace(one, label="Less switching off", plain="Switching off", is_turned=True)

    assert say_all([turned]).startswith("Lighter than your usual: switching off.")
    assert say_where(turned) == "Switching off: lighter than your usual, likely (97 of 100)."


@pytest.mark.parametrize("answers", [0, 4])
def test_the_weeks_stay_within_what_can_be_answered(answers: int) -> None:
    weeks = [checkin(place, answers) for place in range(26)]

    for construct in ("stress", "accomplishment"):
        rows = _ask(weeks, "picture_weeks", construct=construct)["picture"]["table"]["rows"]
        told = [float(figure) for row in rows for figure in row[1:5]]
        assert len(told) == 4 * 26
        assert all(0 <= points <= 4 for points in told)


def test_an_interval_around_the_usual_is_ordinary_and_says_which_way_it_leans() -> None:
    said = say_where(_one(mean=-0.3, low=-1.1, high=0.5, heavier_share=0.27))

    assert said == "Stress: ordinary ups and downs. If anything a little lighter (73 of 100)."


def test_the_weeks_of_one_construct_stand_above_the_weeks_of_work() -> None:
    work = {"weeks": []}

    answer = _ask(
        [checkin(place, 2) for place in range(30)], "picture_weeks", construct="sleep", weeks=work
    )

    rows = answer["picture"]["table"]["rows"]
    assert len(rows) == 26
    assert {row[-1] for row in rows} == {"not known"}
    assert answer["has_more"]
