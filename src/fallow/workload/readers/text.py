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
    not_utf8,
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


def read_lines(stream: BinaryIO, *, may_be_windows: bool = False) -> Iterator[str]:
    """This will give decoded lines one at a time, each within the limit for a line.

    A line ends with \\n, \\r\\n or \\r. Spreadsheets on Windows still save tables as cp1252.
    """
    total = 0
    for raw in _raw_lines(stream):
        if b"\0" in raw:
            raise not_readable("text")
        line = raw if total else raw.removeprefix(UTF8_MARK)
        total += len(raw)
        if total > MOST_BYTES:
            raise too_large("more than 100 MB")
        yield _decode(line, may_be_windows=may_be_windows)


def _raw_lines(stream: BinaryIO) -> Iterator[bytes]:
    rest = b""
    while chunk := stream.read(_CHUNK):
        *lines, rest = (rest + chunk).splitlines(keepends=True)
        yield from lines
        if len(rest) > MOST_LINE_BYTES:
            raise too_large("a single line of more than 1 MB")
    yield from rest.splitlines(keepends=True)


def _decode(line: bytes, *, may_be_windows: bool) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if may_be_windows:
        return line.decode("cp1252", errors="replace")
    raise not_utf8()
