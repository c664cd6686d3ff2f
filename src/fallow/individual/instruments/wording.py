"""Wording of others, brought in by a person or a practice with their word that they may use it.

It knows a plain table: one row a question, its key and its text. The text is shown as text alone;
what a question counts, and in which order questions stand, comes from our own key. What is kept is
read with the same care each time before it is shown.
"""

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from fallow.base.errors import FileRefused, ValueRefused, call_or_refuse
from fallow.individual.instruments.instrument import Instrument, License
from fallow.individual.instruments.outside_text import read_text

MOST_BYTES = 200_000
LONGEST_QUESTION = 400
LONGEST_ANSWER = 80
ANSWERS = "answers"
_LEAST = re.compile(
    r"(almost |hardly |practically )?never\b|not at all\b|none\b|to a very low\b", re.I
)
_NOT_THE_SHAPE = (KeyError, TypeError, AttributeError, ValueError)

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """Someone's word that a wording may be used here: on what basis, and since when."""

    basis: str
    given_date: date

    def __post_init__(self) -> None:
        if not self.basis.strip():
            raise ValueRefused(
                "It is not said on what basis this wording may be used.",
                "Write it down, for example: permission by e-mail of the owner.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one form's questions, and a hash by which two people can compare them."""

    instrument: str
    texts: tuple[Pair, ...]
    answers: tuple[str, ...]
    attestation: Attestation
    digest: str


def read_wording(content: bytes, *, instrument: Instrument, attestation: Attestation) -> Wording:
    """This will read rows of `key,text` (and one of `answers,…`), or raise FileRefused.

    The answers stand from the one that counts most to the one that counts least.
    """
    texts = _read_rows(content)
    answers = [part for part in texts.pop(ANSWERS, "").split("|") if part.strip()]
    ordered = [(item.key, texts.pop(item.key)) for item in instrument.items if item.key in texts]
    return _check([*ordered, *texts.items()], answers, form=instrument, given=attestation)


def recall_wording(told: Mapping[str, Any], *, instrument: Instrument) -> Wording:
    """This will read what was kept as it was brought in, or raise FileRefused."""
    changed = FileRefused(
        "This wording is not as it was when it was brought in.", "Bring the file in anew."
    )
    wording = call_or_refuse(partial(_recall, told, instrument), changed, causes=_NOT_THE_SHAPE)
    if wording.digest != told.get("digest"):
        raise changed
    return wording


def _recall(told: Mapping[str, Any], instrument: Instrument) -> Wording:
    attested = told["attestation"]
    since = date.fromisoformat(attested["given_date"])
    given = Attestation(basis=attested["basis"], given_date=since)
    pairs = [(key, text) for key, text in told["texts"]]
    return _check(pairs, told["answers"], form=instrument, given=given)


def explain_other_words(wording: Wording, *, answered: str) -> str:
    """This will say that these are not the words that were answered last, by the hash of those.

    Empty where they are, or where nothing was answered yet.
    """
    if answered in ("", wording.digest):
        return ""
    return (
        "These are not the words you answered before. Ask who changed them, and why. "
        "A score from before may not mean the same as one from now."
    )


def _check(
    pairs: Sequence[Pair], answers: Sequence[str], *, form: Instrument, given: Attestation
) -> Wording:
    if form.license is License.PAID:
        raise FileRefused(
            "This form's wording may not be brought in here.",
            "Fill it in where you hold the license, and enter the scale scores.",
        )
    wanted = [item.key for item in form.items]
    if [key for key, _ in pairs] != wanted:
        raise FileRefused(
            "The questions of this file are not those of the form.",
            f"Give one row each for {wanted[0]} to {wanted[-1]}, {len(wanted)} in all.",
        )
    texts = tuple(
        (key, read_text(told, place=key, longest=LONGEST_QUESTION)) for key, told in pairs
    )
    offered = _check_answers(answers, count=len(form.anchors[0][1].values))
    return Wording(
        instrument=form.key,
        texts=texts,
        answers=offered,
        attestation=given,
        digest=_digest((*texts, (ANSWERS, "|".join(offered)))),
    )


def _check_answers(answers: Sequence[str], *, count: int) -> tuple[str, ...]:
    if not answers:
        return ()
    offered = tuple(read_text(told, place=ANSWERS, longest=LONGEST_ANSWER) for told in answers)
    is_whole = len({one.casefold() for one in offered}) == len(offered) == count
    if not is_whole or "|" in "".join(offered):
        raise FileRefused(
            f"The answers of this form are {count}, and no two are alike.",
            "Write them with | between, the one that counts most first.",
        )
    if _LEAST.match(offered[0]):
        raise FileRefused(
            "The answers stand the wrong way round.", "Write the one that counts most first."
        )
    return offered


def _read_rows(content: bytes) -> dict[str, str]:
    if len(content) > MOST_BYTES:
        raise FileRefused("This file is larger than a form.", "Give the questions alone.")
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise FileRefused(
            "This file could not be read as a table.", "Save it as CSV in UTF-8 and try again."
        ) from error
    if any(cell.strip() for row in rows for cell in row[2:]):
        raise FileRefused(
            "This file says more than the words of the questions.",
            "Give two columns, key and text. What an answer counts comes with Fallow.",
        )
    pairs = [(row[0].strip().lower(), row[1]) for row in rows if len(row) >= 2]
    texts = {key: text for key, text in pairs if key not in ("", "key", "item")}
    if len(texts) < sum(key in texts for key, _ in pairs):
        raise FileRefused("One question stands in this file twice.", "Leave one of the two.")
    return texts


def _digest(texts: Iterable[Pair]) -> str:
    """Of lines `key<TAB>text`, which anyone can make again: no text holds a tab or a line end."""
    joined = "\n".join(f"{key}\t{text}" for key, text in texts)
    return hashlib.sha256(joined.encode()).hexdigest()
