"""Keyed hashes in place of names and titles, so that the same entry is known again.

They know nothing of where the key is kept: one key per practice in a file apart, or one per device.
HMAC-SHA256 (RFC 2104), cut to 128 bits: far more than any calendar holds entries.
"""

import base64
import hashlib
import hmac
import re
from typing import Literal

from fallow.base.errors import ValueRefused

Purpose = Literal["uid", "client", "label"]
SHORTEST_KEY = 32  # bytes, the block of security that SHA-256 offers
_HASH_BYTES = 16
_NOT_A_LETTER = re.compile(r"[\W\d_]+")


def hash_reference(key: bytes, text: str, *, purpose: Purpose) -> str:
    """This will give 26 lower-case characters that stand for `text` under `key` and `purpose`."""
    if len(key) < SHORTEST_KEY:
        raise ValueRefused("The key for hashes is too short.", "Use a key of 32 bytes or more.")
    digest = hmac.new(key, f"{purpose}\0{text}".encode(), hashlib.sha256).digest()
    return base64.b32encode(digest[:_HASH_BYTES]).decode().rstrip("=").lower()


def normalize_title(title: str) -> str:
    """This will fold case, digits and punctuation, so that "J.S. wk 3" meets "J.S. wk 4"."""
    return _NOT_A_LETTER.sub(" ", title.casefold()).strip()
