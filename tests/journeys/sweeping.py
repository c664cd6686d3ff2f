"""Looks for a text in bytes however it may be spelled: raw, base64, gzip, UTF-16, percent signs."""

import base64
import re
import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

_PACKED = rb"\x1f\x8b\x08"  # how each gzip begins, and "H4sI" is how it begins in base64
_PACKED_IN_BASE64 = rb"H4sI[A-Za-z0-9+/_-]{8,}"
MOST = 64_000_000  # bytes that one gzip is unpacked to


def spellings(text: str) -> tuple[bytes, ...]:
    """The text as it could stand in a file or a message, in lower and upper case."""
    plain = [
        text.encode(),
        text.upper().encode(),
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
        *(_in_percents(text, sign) for sign in ("%{:02x}", "%{:02X}")),
    ]
    coded = [text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")]
    return (*plain, *(spelling for one in coded for spelling in _in_base64(one)))


def spellings_of_bytes(secret: bytes) -> tuple[bytes, ...]:
    """The bytes of a key as they are, in hexadecimal and in base64."""
    digits = secret.hex()
    return (secret, digits.encode(), digits.upper().encode(), *_in_base64(secret))


def _in_base64(content: bytes) -> tuple[bytes, ...]:
    coded = [_inner_base64(content, offset) for offset in range(3)]
    return (*coded, *(code.translate(bytes.maketrans(b"+/", b"-_")) for code in coded))


def _in_percents(text: str, sign: str) -> bytes:
    return "".join(sign.format(byte) for byte in text.encode()).encode()


def _inner_base64(content: bytes, offset: int) -> bytes:
    """What stays the same of a base64 text whatever stands before and after it."""
    whole = base64.b64encode(b"\0" * offset + content)
    return whole[4 if offset else 0 : -4][:64]


def finds(text: str, content: bytes) -> bool:
    """This will tell whether a text is in some bytes, or in what they unpack to."""
    wanted = spellings(text)
    return any(spelling in part for part in _unpacked(content) for spelling in wanted)


def finds_bytes(secret: bytes, content: bytes) -> bool:
    """This will tell whether a key stands in some bytes, or in what they unpack to."""
    wanted = spellings_of_bytes(secret)
    return any(spelling in part for part in _unpacked(content) for spelling in wanted)


def _unpacked(content: bytes) -> Iterable[bytes]:
    yield content
    for start in re.finditer(_PACKED, content):
        yield _gunzip(content[start.start() :])
    for found in re.finditer(_PACKED_IN_BASE64, content):
        code = found[0].translate(bytes.maketrans(b"-_", b"+/"))
        yield _gunzip(base64.b64decode(code[: len(code) // 4 * 4]))


def _gunzip(content: bytes) -> bytes:
    """What a gzip holds, whatever stands behind it; as much of it as can be unpacked."""
    try:
        return zlib.decompressobj(wbits=31).decompress(content, MOST)
    except zlib.error:
        return b""


def read_files(database: Path) -> bytes:
    """The bytes of an SQLite file and of everything beside it: its log, its index of the log."""
    return b"\n".join(one.read_bytes() for one in sorted(database.parent.glob(database.name + "*")))


def read_rows(database: Path) -> bytes:
    """Every value in the rows of an SQLite file, bytes as they are."""
    with closing(sqlite3.connect(database)) as opened:
        opened.text_factory = bytes
        tables = opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        names = [name.decode() for (name,) in tables]
        rows = [row for name in names for row in opened.execute(f'SELECT * FROM "{name}"')]
    return b"\n".join(v if isinstance(v, bytes) else str(v).encode() for row in rows for v in row)
