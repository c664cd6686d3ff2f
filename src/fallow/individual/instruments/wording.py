"""Wording of others, brought in by a person or a practice with their word that they may use it.

It knows a plain table: one row a question, its key and its text. The text is shown as text alone;
what a question counts comes from our own key.
"""

import csv
import hashlib
import io
from dataclasses import dataclass
from datetime import date

from fallow.base.errors import FileRefused, ValueRefused
from fallow.individual.instruments.instrument import Instrument, License

MOST_BYTES = 200_000
LONGEST_TEXT = 400


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
    texts: tuple[tuple[str, str], ...]
    answers: tuple[str, ...]
    attestation: Attestation
    digest: str


def read_wording(content: bytes, *, instrument: Instrument, attestation: Attestation) -> Wording:
    """This will read rows of `key,text` (and one of `answers,…`), or raise FileRefused."""
    if instrument.license is License.PAID:
        raise FileRefused(
            "This form's wording may not be brought in here.",
            "Fill it in where you hold the license, and enter the scale scores.",
        )
    texts = _read_rows(content)
    answers = texts.pop("answers", "")
    wanted = [item.key for item in instrument.items]
    missing = [key for key in wanted if key not in texts]
    if missing or set(texts) - set(wanted):
        raise FileRefused(
            "The questions of this file are not those of the form.",
            f"Give one row each for {wanted[0]} to {wanted[-1]}, {len(wanted)} in all.",
        )
    told = tuple((key, texts[key]) for key in wanted)
    offered = tuple(part.strip() for part in answers.split("|") if part.strip())
    return Wording(
        instrument=instrument.key,
        texts=told,
        answers=offered,
        attestation=attestation,
        digest=_digest((*told, ("answers", "|".join(offered)))),
    )


def _read_rows(content: bytes) -> dict[str, str]:
    if len(content) > MOST_BYTES:
        raise FileRefused("This file is larger than a form.", "Give the questions alone.")
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise FileRefused(
            "This file could not be read as a table.", "Save it as CSV in UTF-8 and try again."
        ) from error
    pairs = [(row[0].strip().lower(), row[1].strip()) for row in rows if len(row) >= 2]
    texts = {key: text for key, text in pairs if key not in ("", "key", "item")}
    if any(len(text) > LONGEST_TEXT or not text for text in texts.values()):
        raise FileRefused("A question is empty or far too long.", "Look the rows over.")
    return texts


def _digest(texts: tuple[tuple[str, str], ...]) -> str:
    joined = "\n".join(f"{key}\t{text}" for key, text in texts)
    return hashlib.sha256(joined.encode()).hexdigest()
