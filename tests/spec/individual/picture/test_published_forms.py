"""A published form answered more than once: what may be said of the difference, and what may not.

Worked by hand from the figures of the CBI in instruments.md §2 (SD 16.5, alpha .87 for the
personal scale): a score's error is 16.5 × √.13 = 5.95, that of a difference √2 × 5.95 = 8.41, and
the line lies at 1.96 × 8.41 = 16.49 points. One question more or less is 25 / 6 = 4.17 points.
"""

import json
from dataclasses import replace
from typing import Any

import pytest
from tests.spec.individual.picture.room import checkin, monday

from fallow.individual.desk import RoomDesk
from fallow.individual.instruments.catalog import find_instrument
from fallow.individual.instruments.instrument import Instrument
from fallow.individual.picture.forms.occasions import read_form
from fallow.individual.picture.forms.telling import tell_forms, write_form

CBI = find_instrument("cbi")
Json = dict[str, Any]


def answered(place: int, *personal: float, version: str = "2005") -> Json:
    """One week's record of a CBI with answers to the first questions of its personal scale."""
    answers = {f"p{number}": value for number, value in enumerate(personal, start=1)}
    week = monday(place).isoformat()
    return {"form": "cbi", "version": version, "week": week, "answers": answers}


def personal(*bodies: Json, form: Instrument = CBI) -> Json:
    found: Json = write_form(read_form(bodies, form))["scales"][0]
    return found


def altered(**changes: Any) -> Instrument:
    """The form with its personal scale alone, changed."""
    return replace(CBI, scales=(replace(CBI.scales[0], **changes),))


HIGH = (75, 75, 75, 75, 75, 75)
FOUR_LOWER = (50, 50, 50, 50, 75, 75)  # 16.67 points
THREE_LOWER = (50, 50, 50, 75, 75, 75)  # 12.5 points


def test_a_difference_beyond_the_line_is_more_than_the_error() -> None:
    found = personal(answered(0, *HIGH), answered(9, *FOUR_LOWER))

    assert found["sentence"] == (
        "Personal burnout: lower by 17 of 100 than in the week of 1 June 2026; "
        "that is more than the form's own error brings."
    )
    assert found["numbers"] == pytest.approx((-16.667, -33.157, -0.176), abs=0.002)


def test_a_difference_short_of_the_line_cannot_be_said() -> None:
    found = personal(answered(0, *THREE_LOWER), answered(9, *HIGH))

    assert found["sentence"] == (
        "Personal burnout: higher by 12 of 100 than in the week of 1 June 2026; that is within "
        "what the form's own error brings, so it cannot be said whether it has changed."
    )


def test_equal_scores_are_no_proof_that_nothing_changed() -> None:
    found = personal(answered(0, *HIGH), answered(9, *HIGH))

    assert "the same as in the week of 1 June 2026; that is within" in found["sentence"]


def test_the_figures_give_both_scores_and_the_interval_of_the_change() -> None:
    lines = personal(answered(0, *HIGH), answered(9, *FOUR_LOWER))["lines"]

    assert lines == [
        "From 75.0 of 100, with a standard error of 5.9, to 58.3 of 100, with a standard error of "
        "5.9. The change lies between 33.2 lower and 0.2 lower in 95 of 100 cases, if the form's "
        "errors are as published."
    ]


def test_the_latest_is_held_against_the_one_before_and_against_the_first() -> None:
    found = personal(
        answered(0, *HIGH), answered(9, *THREE_LOWER), answered(18, 50, 50, 50, 50, 50, 75)
    )

    assert (
        "lower by 8 of 100 than in the week of 3 August 2026; that is within" in (found["sentence"])
    )
    assert (
        "Against the first time: lower by 21 of 100 than in the week of 1 June 2026; "
        in (found["lines"][1])
    )


def test_an_answer_that_was_written_later_stands_in_its_own_week() -> None:
    found = personal(answered(9, *FOUR_LOWER), answered(0, *HIGH))

    assert "lower by 17" in found["sentence"]


def test_of_two_in_one_week_the_later_counts_as_a_whole() -> None:
    """Three of six were answered the second time: none of the first ones fill in."""
    found = personal(answered(0, 25, 25, 25, 25, 25, 25), answered(0, 75, 75, 75))

    assert found["sentence"] == "Personal burnout: 75.0 of 100, with a standard error of 8.4."


def test_one_that_was_skipped_from_end_to_end_is_no_occasion() -> None:
    history = read_form([answered(0, *HIGH), answered(9)], CBI)

    assert history.mondays == (monday(0),)


def test_skipped_questions_widen_the_line() -> None:
    """Three of six both times: √2 × 16.49 = 23.3 points."""
    narrow = personal(answered(0, 75, 75, 75), answered(9, 50, 50, 75))
    wide = personal(answered(0, 75, 75, 75), answered(9, 50, 50, 50))

    assert "17 of 100" in narrow["sentence"]
    assert "cannot be said" in narrow["sentence"]
    assert "lower by 25 of 100 than in the week of 1 June 2026; that is more" in wide["sentence"]


def test_too_few_answers_are_said_and_the_last_two_scores_are_compared() -> None:
    found = personal(answered(0, *HIGH), answered(4, *FOUR_LOWER), answered(9, 0, 0))

    assert "lower by 17 of 100 than in the week of 1 June 2026" in found["sentence"]
    assert found["lines"][-1] == (
        "In the week of 3 August 2026: Personal burnout needs 3 of its 6 questions answered; "
        "2 were."
    )


def test_another_version_is_kept_apart_and_that_is_said() -> None:
    (found,) = tell_forms([answered(0, *HIGH, version="2004"), answered(9, *FOUR_LOWER)])

    assert found["scales"][0]["numbers"] is None
    assert found["answered"].startswith("Answered in 1 week, last in the week of 3 August 2026.")
    assert "They cannot be compared with these" in found["answered"]


def test_what_was_asked_in_other_words_than_the_latest_is_kept_apart_too() -> None:
    before, after = answered(0, *HIGH), answered(9, *FOUR_LOWER)
    again = [{**before, "wording": "a1"}, {**after, "wording": "a1"}]

    (found,) = tell_forms([before, *again])

    assert found["scales"][0]["numbers"] is not None
    assert "They cannot be compared with these" in found["answered"]
    assert personal(*again[1:], before)["numbers"] is None


def test_a_form_answered_in_another_version_alone_has_no_picture() -> None:
    (found,) = tell_forms([answered(0, *HIGH, version="2004")])

    assert (found["picture"], found["scales"]) == (None, [])


@pytest.mark.parametrize("unknown", ["reliability", "population_sd"])
def test_without_a_known_reliability_scores_are_not_compared(unknown: str) -> None:
    form = altered(**{unknown: None})

    found = personal(answered(0, *HIGH), answered(9, 0, 0, 0, 0, 0, 25), form=form)

    assert found["numbers"] is None
    assert found["sentence"].endswith(
        "no source says how sure a score is, so scores cannot be compared."
    )
    assert found["sources"] == (
        "No reliability of this scale is known here, so its error cannot be worked out.",
    )


@pytest.mark.parametrize(("weeks", "is_said"), [(3, True), (4, True), (5, False)])
def test_two_that_ask_about_the_same_days_are_named(weeks: int, is_said: bool) -> None:
    """A form that asks about the last 30 days: four weeks are 28."""
    form = replace(CBI, recall_days=30)

    lines = personal(answered(0, *HIGH), answered(weeks, *HIGH), form=form)["lines"]

    assert any("The form asks about 30 days" in line for line in lines) is is_said


def test_the_source_gives_formula_figures_and_that_they_are_unverified() -> None:
    sources = personal(answered(0, *HIGH), answered(9, *HIGH))["sources"]

    assert "Jacobson & Truax 1991, with the correction of Christensen & Mendoza 1986" in sources[0]
    assert "16.5 × √(1 − 0.87)" in sources[1]
    assert sources[2].endswith("1,914 people of the PUMA study (unverified).")
    assert "no surer than they are" in sources[3]
    assert sources[-1].startswith("The form names no period that it asks about")


def test_the_sum_of_it_names_each_scale_and_adds_nothing_up() -> None:
    work = {f"w{number}": 50 for number in range(1, 8)}
    before, after = answered(0, *HIGH), answered(9, *FOUR_LOWER)
    for body in (before, after):
        body["answers"] |= work

    (found,) = tell_forms([before, after])

    assert found["picture"]["sentence"] == (
        "Lower than the time before: personal burnout. "
        "It cannot be said whether it has changed: work-related burnout."
    )


def test_a_single_occasion_stands_in_the_middle() -> None:
    (found,) = tell_forms([answered(0, *HIGH)])

    (dot,) = [mark for mark in found["picture"]["marks"] if mark["mark"] == "dot"]
    assert dot["x"] == 194.0  # half way from 40 to 348


def test_a_scale_that_does_not_begin_at_nought_is_told_in_points() -> None:
    anchors = replace(CBI.anchors[0][1], values=(1, 2, 3, 4, 5))
    form = replace(altered(population_sd=0.8), anchors=(("default", anchors),))

    found = personal(answered(0, *[4] * 6), answered(9, *[2] * 6), form=form)

    assert "lower by 2.0 points of a scale from 1 to 5 than" in found["sentence"]


@pytest.mark.parametrize("steps", range(1, 13))
def test_bars_that_do_not_touch_and_the_sentence_agree(steps: int) -> None:
    """With errors alike: from 25 points up to 75 in steps of one question."""
    more = [25 * (1 + (place < steps) + (place < steps - 6)) for place in range(6)]
    form = write_form(read_form([answered(0, *[25] * 6), answered(9, *more)], CBI))

    bars = [mark for mark in form["picture"]["marks"] if mark.get("tone") == "score"]
    (low, high) = [mark for mark in bars if mark["mark"] == "line"][:2]
    is_apart = high["y1"] < low["y2"]

    assert is_apart == ("more than" in form["scales"][0]["sentence"])


def test_the_table_has_every_occasion_newest_first_with_its_error() -> None:
    (found,) = tell_forms([answered(0, *HIGH), answered(9, 0, 0)])

    assert found["picture"]["table"]["rows"] == (
        ("3 August 2026", *["too few answers"] * 3),
        ("1 June 2026", "75.0 (error 5.9)", "too few answers", "too few answers"),
    )


def test_a_form_is_told_before_there_is_a_usual_and_a_room_without_one_has_nothing_of_it() -> None:
    asked = {"do": "picture", "checkins": [checkin(0, 2)], "today": monday(1).isoformat()}

    without = json.loads(RoomDesk().answer(json.dumps(asked)))
    asked["checkins"] = [checkin(0, 2), answered(0, *HIGH)]
    told = json.loads(RoomDesk().answer(json.dumps(asked)))

    assert without["forms"] == []
    assert told["early"] == without["early"]
    assert told["forms"][0]["picture"]["sentence"].startswith("One score says nothing of change.")
