"""The example room: invented, always the same, with something to see in it."""

from tests.spec.individual.asking.room import ask, example

from fallow.individual.instruments.catalog import OWN


def test_it_has_26_weeks_of_work_and_a_few_weeks_without_answers() -> None:
    room = example()

    assert len(room["weeks"]["weeks"]) == 26
    weekly = [one for one in room["checkins"] if one["form"] == OWN]
    assert len(weekly) == 23


def test_a_form_in_it_has_moved_in_one_of_its_scales_and_cannot_be_said_in_the_others() -> None:
    """Personal burnout was made to rise by 35 of 100, work-related by 12, the last by nothing."""
    (form,) = ask("picture", **example())["forms"]

    moved = [one["name"] for one in form["scales"] if "that is more than" in one["sentence"]]
    assert moved == ["personal"]


def test_it_is_the_same_on_every_day() -> None:
    assert ask("example", today="2031-01-01") == ask("example")


def test_what_was_made_heavier_in_it_is_found_and_a_heads_up_stands() -> None:
    """Exhaustion and sleep were made to rise the most, from the eighteenth week on."""
    answer = ask("picture", **example())

    moved = {one["name"] for one in answer["constructs"] if one["is_moved"]}
    assert {"exhaustion", "sleep"} <= moved
    assert answer["heads_up"]["is_on"]
    assert "by more than your ordinary ups and downs" in answer["heads_up"]["sentence"]


def test_a_heads_up_says_how_often_it_is_false_and_offers_three_ways() -> None:
    card = ask("picture", **example(), sensitivity="sooner")["heads_up"]

    assert card["false"].startswith("A card like this is false about once a year")
    assert [one["key"] for one in card["choices"]] == ["sooner", "usual", "surer"]
    assert card["sensitivity"] == "sooner"


def test_a_room_of_ordinary_weeks_has_no_card() -> None:
    room = example()
    first = [one for one in room["checkins"] if one["week"] < "2026-09-20"]

    card = ask("picture", checkins=first, today="2026-09-21")["heads_up"]

    assert not card["is_on"]
    assert card["sentence"] == ""
