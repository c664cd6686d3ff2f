"""The sweep of the journeys finds a text and a key in each spelling, and nothing else."""

import base64
import gzip
from collections.abc import Callable

import pytest
from tests.journeys.sweeping import finds, finds_bytes

TEXT = "6f1c09d2ab7744e18a53c0de5e1f9b02"
OTHER = "6f1c09d2ab7744e19a53c0de5e1f9b02"
KEY = bytes(range(60, 92))
Spell = Callable[[bytes], bytes]
AROUND = b'{"rows": "%s"} and more behind it'

SPELLINGS: dict[str, Spell] = {
    "raw": lambda raw: raw,
    "capital letters": lambda raw: raw.upper(),
    "UTF-16, little end first": lambda raw: raw.decode().encode("utf-16-le"),
    "UTF-16, big end first": lambda raw: raw.decode().encode("utf-16-be"),
    "base64": base64.b64encode,
    "base64 behind one byte": lambda raw: base64.b64encode(b"x" + raw),
    "base64 behind two bytes": lambda raw: base64.b64encode(b"xy" + raw),
    "base64 of UTF-16": lambda raw: base64.b64encode(raw.decode().encode("utf-16-le")),
    "gzip": lambda raw: gzip.compress(b"text: " + raw),
    "gzip of UTF-16": lambda raw: gzip.compress(raw.decode().encode("utf-16")),
    "base64 of gzip": lambda raw: base64.b64encode(gzip.compress(raw)),
    "percent signs": lambda raw: b"".join(b"%%%02x" % byte for byte in raw),
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_a_text_is_found_in_each_spelling(name: str) -> None:
    assert finds(TEXT, AROUND.replace(b"%s", SPELLINGS[name](TEXT.encode())))


@pytest.mark.parametrize("name", SPELLINGS)
def test_another_text_is_not_taken_for_it(name: str) -> None:
    assert not finds(TEXT, AROUND.replace(b"%s", SPELLINGS[name](OTHER.encode())))


@pytest.mark.parametrize(
    "spell",
    [
        bytes,
        lambda key: key.hex().encode(),
        base64.b64encode,
        base64.urlsafe_b64encode,
        gzip.compress,
    ],
    ids=["raw", "hexadecimal", "base64", "base64url", "gzip"],
)
def test_a_key_is_found_in_each_spelling(spell: Spell) -> None:
    assert finds_bytes(KEY, AROUND.replace(b"%s", spell(KEY)))
    assert not finds_bytes(KEY, AROUND.replace(b"%s", spell(KEY[::-1])))
