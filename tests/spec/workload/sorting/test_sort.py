"""Sorting: what kind of work an entry is, and who said so.

A person's word about a recurring entry goes before the field of a source, and that before a rule
about words in the title. What nothing decides stays unknown and is asked about. The title lives in
memory while a file is read, and no longer.
"""

import pytest

from fallow.workload.appointments import Kind, KindFrom
from fallow.workload.sorting.rules import TitleRule
from fallow.workload.sorting.sort import KIND_BY_CODE, Sorter

BY_WORDS = TitleRule(kind=Kind.SUPERVISION, words="sol")
BY_PERSON = TitleRule(kind=Kind.PEER_CONSULTATION, label_ref="hash")


def sort(title: str, *rules: TitleRule, **more: object) -> tuple[Kind, KindFrom]:
    told = {"label_ref": None, "title": title, **more}
    return Sorter(rules).sort(**told)


def test_a_word_in_the_title_decides() -> None:
    assert sort("Meet Sol, 2nd floor", BY_WORDS) == (Kind.SUPERVISION, KindFrom.RULE)


def test_a_field_of_the_source_goes_before_a_word() -> None:
    assert sort("Sol", BY_WORDS, field=Kind.TRAINING) == (Kind.TRAINING, KindFrom.FIELD)


def test_what_a_person_said_of_this_entry_goes_before_both() -> None:
    found = sort("Sol", BY_WORDS, BY_PERSON, label_ref="hash", field=Kind.TRAINING)

    assert found == (Kind.PEER_CONSULTATION, KindFrom.PERSON)


def test_what_a_person_said_of_another_entry_does_not() -> None:
    assert sort("Sol", BY_PERSON, label_ref="other") == (Kind.UNKNOWN, KindFrom.NOBODY)


def test_what_nothing_decides_is_unknown_by_nobody() -> None:
    assert sort("J.S.", BY_WORDS) == (Kind.UNKNOWN, KindFrom.NOBODY)


def test_a_client_in_the_row_is_a_weak_sign_that_a_word_outdoes() -> None:
    weak = {"otherwise": Kind.INDIVIDUAL}

    assert sort("J.S.", BY_WORDS, **weak) == (Kind.INDIVIDUAL, KindFrom.FIELD)
    assert sort("Sol", BY_WORDS, **weak) == (Kind.SUPERVISION, KindFrom.RULE)


@pytest.mark.parametrize("title", ["SOL", "sol.", "(Sol)", "with sol:notes", "Sol"])
def test_words_are_found_whatever_their_case_and_neighbours(title: str) -> None:
    assert sort(title, BY_WORDS)[0] is Kind.SUPERVISION


@pytest.mark.parametrize("title", ["Solomon", "console", "parasol", "sol_2"])
def test_a_part_of_another_word_is_not_the_word(title: str) -> None:
    assert sort(title, BY_WORDS)[0] is Kind.UNKNOWN


@pytest.mark.parametrize("title", ["team meeting", "Team-Meeting", "team  meeting"])
def test_two_words_may_be_parted_by_spaces_or_a_hyphen(title: str) -> None:
    rule = TitleRule(kind=Kind.ADMINISTRATION, words="team meeting")

    assert sort(title, rule)[0] is Kind.ADMINISTRATION


def test_the_first_rule_that_fits_decides() -> None:
    other = TitleRule(kind=Kind.TRAINING, words="sol")

    assert sort("Sol", BY_WORDS, other)[0] is Kind.SUPERVISION


@pytest.mark.parametrize("words", ["a.b", "(", "50%", "[x", "c++"])
def test_signs_in_a_rule_mean_themselves(words: str) -> None:
    rule = TitleRule(kind=Kind.TRAINING, words=words)

    assert sort(f"course {words} today", rule)[0] is Kind.TRAINING
    assert sort("course axb today", rule)[0] is Kind.UNKNOWN


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("90791", Kind.INTAKE),
        ("90834", Kind.INDIVIDUAL),
        ("90837", Kind.INDIVIDUAL),
        ("90839", Kind.CRISIS),
        ("90847", Kind.COUPLE_FAMILY),
        ("90853", Kind.GROUP),
    ],
)
def test_a_billing_code_says_what_a_session_is(code: str, kind: Kind) -> None:
    # formats.md §3; (unverified) beyond 90832
    assert KIND_BY_CODE[code] is kind
