"""Keep, decline, delegate: one line each, with a day to look again, and words for saying no."""

from datetime import date

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.guidance.plan.boundaries import (
    COUNTERPARTS,
    Boundary,
    Choice,
    explain_boundaries,
    find_due,
)
from fallow.individual.guidance.plan.saying_no import Asker, list_words

SPRING, SUMMER = date(2026, 3, 1), date(2026, 6, 1)


def _line(choice: Choice, *, again: date = SUMMER) -> Boundary:
    to_whom = "front desk" if choice is Choice.DELEGATE else ""
    return Boundary(what="phone list", choice=choice, look_again_date=again, to_whom=to_whom)


def test_what_was_chosen_is_counted_and_never_judged() -> None:
    lines = [_line(Choice.KEEP), _line(Choice.KEEP), _line(Choice.DECLINE), _line(Choice.DELEGATE)]

    assert explain_boundaries(lines) == "You keep 2, decline 1 and hand on 1."


def test_who_keeps_all_of_many_things_is_asked_whether_one_could_wait() -> None:
    assert "could wait" in explain_boundaries([_line(Choice.KEEP)] * 5)
    assert "could wait" not in explain_boundaries([_line(Choice.KEEP)] * 4)


def test_an_empty_plan_says_how_to_begin() -> None:
    assert explain_boundaries([]) == "Nothing is sorted yet. One line is enough to begin."


def test_lines_come_up_again_on_their_day_the_oldest_first() -> None:
    early, late = _line(Choice.KEEP, again=SPRING), _line(Choice.DECLINE, again=SUMMER)

    assert find_due([late, early], today=SUMMER) == (early, late)
    assert find_due([late, early], today=date(2026, 5, 31)) == (early,)


@pytest.mark.parametrize("to_whom", ["", "  "])
def test_what_is_handed_on_needs_someone_who_takes_it(to_whom: str) -> None:
    with pytest.raises(ValueRefused):
        Boundary(what="phone list", choice=Choice.DELEGATE, look_again_date=SPRING, to_whom=to_whom)


@pytest.mark.parametrize("what", ["", " ", "x" * 201])
def test_a_line_is_a_line(what: str) -> None:
    with pytest.raises(ValueRefused):
        Boundary(what=what, choice=Choice.KEEP, look_again_date=SPRING)


def test_the_practice_has_a_part_in_every_choice() -> None:
    assert set(COUNTERPARTS) == set(Choice)
    assert all(said.startswith("The practice can") for said in COUNTERPARTS.values())


@pytest.mark.parametrize("asker", list(Asker))
def test_there_are_words_for_whoever_asks_and_for_time_to_think(asker: Asker) -> None:
    words = list_words(asker)

    assert words[-1].key == "time_to_think"
    assert all(one.asker in (asker, Asker.ANYONE) for one in words)
    assert len({one.key for one in words}) == len(words)
    assert len(words) >= (1 if asker is Asker.ANYONE else 3)


def test_words_for_no_make_no_excuse() -> None:
    said = [one.says.lower() for asker in Asker for one in list_words(asker)]

    assert [text for text in said if "sorry" in text or "unfortunately" in text] == []
