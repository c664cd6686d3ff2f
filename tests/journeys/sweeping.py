"""Looks for a text in bytes however it may be spelled: raw, base64, gzip, UTF-16, percent signs."""

import base64
import gzip
import re
import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path

_LEAST = 12  # letters of base64 that are compared; 72 bits, far from chance


def spellings(text: str) -> tuple[bytes, ...]:
    """The text as it could stand in a file or a message, in lower and upper case."""
    plain = [
        text.encode(),
        text.upper().encode(),
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
        *(_in_percents(text, sign) for sign in ("%{:02x}", "%{:02X}")),
    ]
    coded = [_inner_base64(text.encode(), offset) for offset in range(3)]
    return (*plain, *coded, *(code.translate(bytes.maketrans(b"+/", b"-_")) for code in coded))


def _in_percents(text: str, sign: str) -> bytes:
    return "".join(sign.format(byte) for byte in text.encode()).encode()


def _inner_base64(content: bytes, offset: int) -> bytes:
    """What stays the same of a base64 text whatever stands before and after it."""
    whole = base64.b64encode(b"\0" * offset + content)
    return whole[4 if offset else 0 : -4][:64]


def finds(text: str, content: bytes) -> bool:
    """This will tell whether a text is in some bytes, or in what they unpack to."""
    return any(spelling in part for part in _unpacked(content) for spelling in spellings(text))


def _unpacked(content: bytes) -> Iterable[bytes]:
    yield content
    for start in re.finditer(rb"\x1f\x8b\x08", content):
        try:
            yield gzip.decompress(content[start.start() :])
        except (OSError, EOFError, zlib.error):
            continue


def read_database(path: Path) -> bytes:
    """The bytes of an SQLite file and of everything beside it, and every value in its rows."""
    beside = sorted(path.parent.glob(path.name + "*"))
    parts = [one.read_bytes() for one in beside]
    with sqlite3.connect(path) as database:
        for row in database.iterdump():
            parts.append(row.encode())
    database.close()
    return b"\n".join(parts)
