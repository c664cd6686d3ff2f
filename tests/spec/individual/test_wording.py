"""Wording of others is brought in by someone who may, is shown as text, and counts by our key."""

import json
from dataclasses import asdict
from datetime import date

import pytest

from fallow.base.errors import FileRefused, ValueRefused
from fallow.individual.instruments.catalog import find_instrument
from fallow.individual.instruments.instrument import Instrument
from fallow.individual.instruments.wording import (
    Attestation,
    Wording,
    explain_other_words,
    read_wording,
    recall_wording,
)

CBI = find_instrument("cbi")
GIVEN = Attestation(basis="Downloaded from the owner's page", given_date=date(2026, 3, 2))


def form(*, first: str = "Invented question 1", answers: str = "") -> bytes:
    rows = ["key,text", f'p1,"{first}"']
    rows += [f"{item.key},Invented question {item.key}" for item in CBI.items[1:]]
    return "\n".join([*rows, *([f"answers,{answers}"] if answers else []), ""]).encode()


def read(content: bytes, *, instrument: Instrument = CBI) -> Wording:
    return read_wording(content, instrument=instrument, attestation=GIVEN)


def test_every_question_of_the_form_gets_its_words_in_the_forms_own_order() -> None:
    wording = read(form(answers="Always|Often|Sometimes|Seldom|Never"))

    assert [key for key, _ in wording.texts] == [item.key for item in CBI.items]
    assert wording.answers == ("Always", "Often", "Sometimes", "Seldom", "Never")


def test_the_same_words_have_the_same_hash_and_other_words_another() -> None:
    assert read(form()).digest == read(form()).digest
    assert read(form()).digest != read(form(first="Invented otherwise")).digest


def test_answers_stand_from_the_one_that_counts_most() -> None:
    """Else a file could turn every score upside down."""
    with pytest.raises(FileRefused, match="wrong way round"):
        read(form(answers="Never|Seldom|Sometimes|Often|Always"))


def test_other_answers_have_another_hash() -> None:
    sound = form(answers="Always|Often|Sometimes|Seldom|Never")
    mixed = form(answers="Often|Always|Sometimes|Seldom|Never")

    assert read(sound).digest != read(mixed).digest


def test_what_was_kept_is_read_again_before_it_is_shown() -> None:
    wording = read(form(answers="Always|Often|Sometimes|Seldom|Never"))
    kept = json.loads(json.dumps(asdict(wording), default=str))

    assert recall_wording(kept, instrument=CBI) == wording


def test_other_words_than_those_answered_before_are_said_aloud() -> None:
    wording = read(form())

    assert explain_other_words(wording, answered="") == ""
    assert explain_other_words(wording, answered=wording.digest) == ""
    assert "not the words you answered" in explain_other_words(wording, answered="0" * 64)


def test_markup_stays_text() -> None:
    assert read(form(first="<b>Invented</b>")).texts[0] == ("p1", "<b>Invented</b>")


def test_without_a_basis_nothing_is_brought_in() -> None:
    with pytest.raises(ValueRefused, match="on what basis"):
        Attestation(basis=" ", given_date=date(2026, 3, 2))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"p1,one question alone\n",
        form() + b"x1,one too many\n",
        b"\xff\xfe\x00p",
        b"x" * 300_000,
    ],
)
def test_a_file_that_is_not_this_form_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(FileRefused) as refused:
        read(content)

    assert refused.value.happened.endswith(".")
    assert refused.value.mend


@pytest.mark.parametrize(
    "text",
    [
        "Do you cut yourself off from others?",
        "Do you give more than you get back? Say so.",
        "Does this work give results that you can see?",
        "Are you worn out at 5.30 p.m., e.g. on Fridays?",
        "Wie oft fühlen Sie sich müde?",
        "چقدر خسته می\u200cشوید؟",
    ],
)
def test_what_a_form_may_well_ask_is_let_through(text: str) -> None:
    assert read(form(first=text)).texts[0] == ("p1", text)
