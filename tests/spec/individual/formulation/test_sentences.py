"""The sentences: whole, warm, with their doubt, and never one of those that must not be said."""

import pytest
from tests.house.readability import FEWEST_WORDS, find_grade
from tests.house.test_wording import HIGHEST_GRADE, NEVER_SAID

from fallow.individual.formulation.catalog import (
    list_construct_pages,
    list_questions,
    published_model,
)
from fallow.individual.formulation.explaining import explain_always, explain_fit, explain_verdict
from fallow.individual.formulation.formulating import Fit, FitWords, Formulation, Verdict


def make_fit(pattern: str) -> Fit:
    label = published_model().find_pattern(pattern).label
    return Fit(
        pattern=pattern, label=label, words=FitWords.WELL, probability=0.62, low=0.41, high=0.75
    )


def say(verdict: Verdict, leading: str | None = None, *together: str) -> str:
    fits = (make_fit(leading),) if leading else ()
    return explain_verdict(
        Formulation(verdict=verdict, fits=fits, leading=leading, together=together)
    )


def everything_said() -> list[str]:
    keys = [pattern.key for pattern in published_model().patterns]
    pages = [
        " ".join((page.what, page.differs, page.tells_apart, page.answer))
        for page in list_construct_pages()
    ]
    return [
        say(Verdict.TOO_EARLY),
        *(say(Verdict.LEANS, key) for key in keys),
        say(Verdict.CANNOT_TELL, None, *keys),
        *explain_always(),
        explain_fit(make_fit("burnout")),
        *(f"{question.wording} {question.why}" for question in list_questions()),
        *pages,
        *(line.says for page in list_construct_pages() for line in page.sources),
    ]


def test_too_early_says_what_it_waits_for() -> None:
    said = say(Verdict.TOO_EARLY)

    assert said == (
        "It is too early to say. This needs 8 weeks with answers, on at least 5 things."
    )


def test_what_cannot_be_told_apart_is_named_without_a_choice() -> None:
    said = say(Verdict.CANNOT_TELL, None, "vicarious_trauma", "secondary_traumatic_stress")

    assert said.startswith(
        "These cannot be told apart yet: vicarious trauma and secondary traumatic stress."
    )


def test_a_lead_is_no_label_and_tells_how_often_it_is_wrong() -> None:
    said = say(Verdict.LEANS, "burnout")

    assert "a lead, not a label" in said
    assert "about 38 had another of these" in said
    assert "energy and meaning" in said


def test_something_else_points_to_a_person() -> None:
    assert "a physician, or a therapist of your own" in say(Verdict.LEANS, "something_else")


def test_the_figures_tell_of_simulated_people() -> None:
    assert explain_fit(make_fit("burnout")) == (
        "Of 100 simulated people who answered like this, about 62 had this. "
        "With other assumptions it is 41 to 75."
    )


@pytest.mark.parametrize(
    "words",
    [
        "tested on simulated people, not on clinicians",
        "something else: depression, illness, grief, home",
        "It may be more than one of these.",
        "not a diagnosis",
        "If your usual is heavy, this cannot see it.",
        "in part from studies of groups, not of one person over time, and in part from our own",
    ],
)
def test_some_things_stand_under_every_result(words: str) -> None:
    assert words in " ".join(explain_always())


def test_nothing_misleads_or_shames_and_no_voice_is_raised() -> None:
    assert [said for said in everything_said() if NEVER_SAID.search(said)] == []
    assert [said for said in everything_said() if "!" in said or "—" in said] == []


def test_it_can_be_read_when_tired() -> None:
    assert find_grade(" ".join(everything_said())) <= HIGHEST_GRADE
    hard = [
        said for said in everything_said() if find_grade(f"{said} " * FEWEST_WORDS) > HIGHEST_GRADE
    ]
    assert hard == []
