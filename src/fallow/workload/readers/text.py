"""Bytes into lines of text, within limits, for every reader.

It knows nothing of formats. A file that is not text is refused with a sentence.
"""

import io
from collections.abc import Iterator
from typing import BinaryIO

from fallow.workload.readers.limits import (
    MOST_BYTES,
    MOST_LINE_BYTES,
    MOST_TREE_BYTES,
    is_empty,
    not_readable,
    too_large,
)

UTF8_MARK = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CHUNK = 65_536


def as_stream(source: bytes | BinaryIO) -> BinaryIO:
    return io.BytesIO(source) if isinstance(source, bytes) else source


def read_whole(stream: BinaryIO) -> bytes:
    """This will read a file that must be held whole, at most 20 MB, without its UTF-8 mark."""
    content = stream.read(MOST_TREE_BYTES + 1)
    if len(content) > MOST_TREE_BYTES:
        raise too_large("more than 20 MB")
    if not content.strip():
        raise is_empty()
    return content.removeprefix(UTF8_MARK)


def read_lines(stream: BinaryIO, *, what: str) -> Iterator[str]:
    """This will give decoded lines one at a time, each within the limit for a line."""
    total = 0
    for raw in _raw_lines(stream):
        total += len(raw)
        if total > MOST_BYTES:
            raise too_large("more than 100 MB")
        if total == len(raw):
            if raw.startswith(UTF16_MARKS):
                raise not_readable(f"{what}, because it is not saved as UTF-8")
            raw = raw.removeprefix(UTF8_MARK)  # noqa: PLW2901
        yield _decode(raw, what=what)


def _raw_lines(stream: BinaryIO) -> Iterator[bytes]:
    while raw := stream.readline(MOST_LINE_BYTES + 1):
        if len(raw) > MOST_LINE_BYTES:
            raise too_large("a single line of more than 1 MB")
        if b"\0" in raw:
            raise not_readable("text")
        yield raw


def _decode(raw: bytes, *, what: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if what == "a table":  # spreadsheets on Windows still save tables so
        return raw.decode("cp1252", errors="replace")
    raise not_readable(f"{what}, because it is not saved as UTF-8")
