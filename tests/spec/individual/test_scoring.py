"""How a form is scored: by its key alone, with its standard error, or with the reason why not.

Keys and minima: instruments.md §2. CBI answers count 100, 75, 50, 25, 0; only W7 is reversed.
"""

import math

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.instruments.catalog import OWN, find_instrument, list_instruments
from fallow.individual.instruments.score import Score, score

CBI = find_instrument("cbi")
WEEKLY = find_instrument(OWN)


def of_cbi(name: str, **answers: float) -> Score:
    return next(one for one in score(CBI, answers) if one.scale == name)


def test_a_scale_is_the_mean_of_what_was_answered() -> None:
    found = of_cbi("personal", p1=100, p2=75, p3=50, p4=25, p5=0, p6=50)

    assert found.value == 50.0  # 300 / 6
    assert (found.least, found.most) == (0, 100)


def test_a_reversed_question_is_turned_around_inside_its_own_answers() -> None:
    found = of_cbi("work", w1=100, w2=100, w3=100, w7=100)

    assert found.value == 75.0  # (100 + 100 + 100 + 0) / 4


def test_a_scale_with_enough_answers_is_scored_without_the_rest() -> None:
    assert of_cbi("personal", p1=25, p2=50, p3=75).value == 50.0


@pytest.mark.parametrize(
    ("name", "answers", "sentence"),
    [
        (
            "personal",
            {"p1": 25, "p2": 25},
            "Personal burnout needs 3 of its 6 questions answered; 2 were.",
        ),
        ("work", {"w1": 25}, "Work-related burnout needs 4 of its 7 questions answered; 1 was."),
    ],
)
def test_a_scale_with_too_few_answers_says_so(
    name: str, answers: dict[str, float], sentence: str
) -> None:
    found = of_cbi(name, **answers)

    assert (found.value, found.standard_error) == (None, None)
    assert found.reason == sentence


def test_the_standard_error_comes_from_the_source_where_it_gives_one() -> None:
    found = of_cbi("client", **{f"c{place}": 50 for place in range(1, 7)})

    assert found.standard_error == pytest.approx(17.6 * math.sqrt(1 - 0.85))  # SD and alpha, PUMA


def test_skipped_questions_make_a_score_less_sure() -> None:
    """Of six questions three were answered: the error grows by √(6 / 3)."""
    whole = of_cbi("client", **{f"c{place}": 50 for place in range(1, 7)}).standard_error
    half = of_cbi("client", c1=50, c2=50, c3=50).standard_error

    assert whole is not None
    assert half == pytest.approx(math.sqrt(2) * whole)


def test_without_a_source_the_standard_error_comes_from_the_answers_themselves() -> None:
    drained, push = 1, 3

    found = next(
        s for s in score(WEEKLY, {"drained": drained, "push": push}) if s.value is not None
    )

    assert found.value == 2.0
    assert found.standard_error == pytest.approx(math.sqrt(2) / math.sqrt(2))  # SD √2, two answers


@pytest.mark.parametrize("answers", [{"p1": 60}, {"p1": -25}, {"p9": 50}])
def test_an_answer_that_the_form_does_not_offer_is_refused(answers: dict[str, float]) -> None:
    with pytest.raises(ValueRefused):
        score(CBI, answers)


def test_a_refusal_does_not_repeat_the_answer() -> None:
    with pytest.raises(ValueRefused) as refused:
        score(CBI, {"p1": 61.5})

    assert "61" not in str(refused.value)


def test_no_wording_of_others_ships() -> None:
    others = [form for form in list_instruments() if form.license != "own"]

    assert others
    assert {item.wording for form in others for item in form.items} == {""}


def test_our_own_form_says_that_it_is_not_validated() -> None:
    assert not WEEKLY.is_validated
