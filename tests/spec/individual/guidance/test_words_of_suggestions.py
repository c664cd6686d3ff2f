"""What is said with a suggestion: effect with interval, chance, grade, time, what it needs."""

import re
from collections.abc import Iterator

import pytest
from tests.house.readability import FEWEST_WORDS, find_grade
from tests.house.test_wording import HIGHEST_GRADE, NEVER_SAID

from fallow.individual.guidance.care import find_help
from fallow.individual.guidance.interventions import find_intervention, list_interventions
from fallow.individual.guidance.interventions.intervention import Grade, Target
from fallow.individual.guidance.plan.recovery import list_rests
from fallow.individual.guidance.plan.saying_no import Asker, list_words
from fallow.individual.guidance.review.sections import QUESTIONS, list_sections
from fallow.individual.guidance.suggesting.need import Need
from fallow.individual.guidance.suggesting.sentences import (
    explain_chance,
    explain_effect,
    explain_grade,
    explain_prerequisites,
    explain_source,
    explain_time,
    list_warnings,
)

MINDFUL = find_intervention("mindfulness-group")


def test_an_effect_is_said_in_pairs_of_people_with_its_interval() -> None:
    said = explain_effect(MINDFUL, MINDFUL.find_effect(Target.EXHAUSTION))

    # 100 × Φ(.20 / √2) = 55.6; Φ(-.02 / √2) = 49.4; Φ(.42 / √2) = 61.7
    assert said == (
        "Of 100 pairs, one who did this and one who did not, the first is less exhausted in about "
        "56 (49 to 62). By chance it would be 50."
    )


def test_a_width_that_was_carried_over_is_called_our_guess() -> None:
    # interventions.md §2, row 15: EE -.13 (-.33, .07), but DP -.15 alone
    supervision = find_intervention("quality-supervision")

    measured = explain_effect(supervision, supervision.find_effect(Target.EXHAUSTION))
    carried = explain_effect(supervision, supervision.find_effect(Target.DEPERSONALIZATION))

    assert "our guess" not in measured
    assert carried.endswith("How far it may be off is our guess.")


def test_a_source_says_first_how_sure_it_is() -> None:
    # interventions.md §2, row 14: thin (unverified), small effect
    assert explain_source(find_intervention("gratitude-meaning")) == "(unverified) small effect"
    assert explain_source(MINDFUL).startswith("(verified) De Simone 2021")


def test_what_nobody_measured_says_so() -> None:
    assert "Nobody has measured this" in explain_effect(MINDFUL, None)
    assert "cannot be told" in explain_chance(None, grade=Grade.POOLED)


@pytest.mark.parametrize(("chance", "said"), [(0.81, "8 in 10"), (0.99, "9 in 10"), (0.01, "1 in")])
def test_a_chance_is_said_in_tenths_and_is_never_sure(chance: float, said: str) -> None:
    assert said in explain_chance(chance, grade=Grade.POOLED)


@pytest.mark.parametrize(
    ("grade", "begins"),
    [
        (Grade.POOLED, "From what is published, a gain"),
        (Grade.PILOT, "From what is published, a gain"),
        (Grade.THIN, "This is our careful guess: a gain"),
        (Grade.INDIRECT, "This is our careful guess: a gain"),
        (Grade.NONE, "This is our careful guess: a gain"),
    ],
)
def test_a_chance_that_nobody_measured_is_called_a_guess(grade: Grade, begins: str) -> None:
    assert explain_chance(0.5, grade=grade).startswith(begins)


def test_who_is_worn_out_is_told_that_treating_the_person_alone_showed_no_effect() -> None:
    """interventions.md §3, rule 9: Ahola 2017, no effect on exhaustion (verified)."""
    said = " ".join(list_warnings(Need(targets=(), is_severe=True)))

    assert "treating the person alone showed no effect on exhaustion (Ahola 2017)" in said


def test_time_and_needs_are_said() -> None:
    cbt = find_intervention("cbt-stress-skills")

    assert explain_time(cbt) == (
        "First effect: 6 to 10 weeks. Once you stop, it lasts more than 6 months."
    )
    assert explain_prerequisites(cbt.prerequisites) == "Needs a trainer or a course."


def test_what_helps_only_while_it_is_kept_or_is_not_known_is_said_whole() -> None:
    # interventions.md §2, rows 7 and 10: "none (while on)" and "unknown"
    assert explain_time(find_intervention("protected-gaps")) == (
        "First effect: days. It works only while it is kept."
    )
    assert explain_time(find_intervention("coaching-six")) == (
        "First effect: 5 months. How long it lasts is not known."
    )


def test_how_long_it_lasts_is_a_whole_sentence_in_every_row() -> None:
    whole = re.compile(
        r"(Once [a-z ]+, it lasts [^:]+|It works only while it is kept|It was still there [^:]+"
        r"|How long it lasts is not known)\."
    )

    lasting = [intervention.half_life for intervention in list_interventions()]

    assert [said for said in lasting if not whole.fullmatch(said)] == []


def test_every_grade_has_its_words() -> None:
    assert len({explain_grade(grade) for grade in Grade}) == len(Grade)


def _sentences() -> Iterator[str]:
    for intervention in list_interventions():
        yield from (intervention.personal, intervention.practice, intervention.note)
        yield from (explain_prerequisites(intervention.prerequisites), explain_time(intervention))
        yield from (explain_effect(intervention, effect) for effect in intervention.effects)
    every = Need(targets=tuple(Target), is_severe=True)
    yield from (*list_warnings(every), *(explain_grade(grade) for grade in Grade))
    yield from (find_help().about_boards, find_help().about_choice)
    for route in find_help().routes:
        yield from (route.good_for, route.who_pays, route.who_learns, route.board_may_ask)
        yield route.opens
    for asker in Asker:
        yield from (text for words in list_words(asker) for text in (words.says, words.why))
    yield from (text for rest in list_rests() for text in (rest.first_step, rest.known))
    yield from (f"{section.topic}." for section in list_sections())
    yield from (question for asked in QUESTIONS.values() for question in asked)


def _grade_alone(text: str) -> float:
    """A grade needs some words: a short sentence is said again and again."""
    return find_grade(f"{text} " * (FEWEST_WORDS // len(text.split()) + 1))


def test_all_of_it_can_be_read_when_tired_and_says_nothing_we_must_not() -> None:
    said = [sentence for sentence in _sentences() if sentence]

    assert find_grade(" ".join(said)) <= HIGHEST_GRADE
    assert [text for text in said if _grade_alone(text) > HIGHEST_GRADE] == []
    assert [text for text in said if NEVER_SAID.search(text) or re.search(r"\w!|—", text)] == []
