"""What is said after a first check-in: the answers in words, one thing within reach, no more."""

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.first_words.words import say_first_words
from fallow.individual.instruments.catalog import OWN, find_instrument

OFTEN, ALWAYS = 3, 4


def test_answers_are_said_back_in_the_words_they_were_given_in() -> None:
    said = say_first_words({"drained": OFTEN})

    assert [(s.wording, s.answer) for s in said.weighed] == [
        ("I felt drained when the working day ended.", "Often")
    ]


def test_what_carried_stands_beside_what_weighed() -> None:
    said = say_first_words({"drained": OFTEN, "made_a_difference": OFTEN})

    assert len(said.weighed) == len(said.carried) == 1


def test_little_of_a_good_thing_weighs() -> None:
    said = say_first_words({"made_a_difference": 0, "had_a_say": 1, "kept_from_care": ALWAYS})

    assert len(said.weighed) == 3
    assert said.carried == ()


def test_a_thing_to_enjoy_outside_of_work_carries_though_its_scale_counts_burdens() -> None:
    said = say_first_words({"enjoyed": ALWAYS})

    assert [s.wording for s in said.carried] == ["I enjoyed something outside of work."]


def test_the_thing_within_reach_is_for_what_weighs_most_and_never_stands_alone() -> None:
    said = say_first_words({"drained": 1, "slept_badly": OFTEN})

    assert said.reach is not None
    assert "before bed" in said.reach.personal
    assert said.reach.practice.startswith("The practice can")
    assert "verified" in said.reach.source


@pytest.mark.parametrize("scale", [scale.name for scale in find_instrument(OWN).scales])
def test_every_construct_has_its_thing_and_the_practices_part(scale: str) -> None:
    key = next(s for s in find_instrument(OWN).scales if s.name == scale).items[0]
    good = next(s for s in find_instrument(OWN).scales if s.name == scale).higher_is == "better"

    reach = say_first_words({key: 0 if good else OFTEN}).reach

    assert reach is not None
    assert reach.personal
    assert reach.practice
    assert reach.source


def test_severe_answers_meet_human_care_before_any_suggestion() -> None:
    said = say_first_words({"drained": ALWAYS, "came_back": ALWAYS, "slept_badly": ALWAYS})

    assert said.care_first
    assert said.reach is None


def test_two_such_answers_do_not() -> None:
    assert not say_first_words({"drained": ALWAYS, "came_back": ALWAYS}).care_first


def test_one_week_carries_no_score_and_no_trend() -> None:
    said = say_first_words({"drained": OFTEN})

    assert "too early" in said.too_early
    assert not any(isinstance(value, float) for value in (said.weighed, said.carried))


def test_nothing_answered_is_fine() -> None:
    said = say_first_words({})

    assert (said.weighed, said.reach, said.care_first) == ((), None, False)


def test_an_answer_of_another_form_is_refused() -> None:
    with pytest.raises(ValueRefused):
        say_first_words({"drained": 7})
