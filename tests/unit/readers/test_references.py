"""Keyed hashes: the same text under the same key and purpose, and nothing that leads back."""

import pytest

from fallow.base.errors import ValueRefused
from fallow.workload.references import Purpose, hash_reference, normalize_title

KEY = b"k" * 32


@pytest.mark.parametrize(
    ("purpose", "expected"),
    [("label", "xu6doy66ktu2qgdabvynenembe"), ("client", "v7v3ijxuwlcaoyb64n5s2ot4a4")],
)
def test_a_hash_is_hmac_sha256_cut_to_128_bits_in_base32(purpose: Purpose, expected: str) -> None:
    """By another program:

    printf 'label\\0supervision' | openssl dgst -sha256 -mac HMAC -macopt hexkey:6b…6b -binary \\
    | head -c 16 | base32 | tr -d '=' | tr A-Z a-z
    """
    assert hash_reference(KEY, "supervision", purpose=purpose) == expected


def test_another_key_gives_another_hash() -> None:
    other = hash_reference(b"o" * 32, "J.S.", purpose="client")

    assert other != hash_reference(KEY, "J.S.", purpose="client")


def test_a_short_key_is_refused() -> None:
    with pytest.raises(ValueRefused):
        hash_reference(b"k" * 31, "J.S.", purpose="client")


def test_half_a_character_of_broken_json_is_hashed_all_the_same() -> None:
    assert len(hash_reference(KEY, "\ud800", purpose="uid")) == 26


@pytest.mark.parametrize(
    ("title", "normalized"),
    [
        ("J.S. wk 3", "j s wk"),
        ("  J. S. -- WK 12!", "j s wk"),
        ("Notes 09:15", "notes"),
        ("Zoë", "zoë"),
        ("Zoe\u0308", "zoë"),  # the same name, written in two signs
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Client 1042", "client 1042"),
        ("1042", "1042"),
        ("7", "7"),
        ("***", ""),
        ("", ""),
    ],
)
def test_a_title_is_folded_but_for_codes_of_clients(title: str, normalized: str) -> None:
    assert normalize_title(title) == normalized
