"""Wording of others is brought in by someone who may, is shown as text, and counts by our key."""

from datetime import date

import pytest

from fallow.base.errors import FileRefused, ValueRefused
from fallow.individual.instruments.catalog import find_instrument
from fallow.individual.instruments.instrument import Instrument
from fallow.individual.instruments.wording import Attestation, Wording, read_wording

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


def test_answers_the_other_way_round_have_another_hash() -> None:
    """Else a file could turn every score upside down and show the hash of the sound one."""
    sound = form(answers="Always|Often|Sometimes|Seldom|Never")
    turned = form(answers="Never|Seldom|Sometimes|Often|Always")

    assert read(sound).digest != read(turned).digest


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
