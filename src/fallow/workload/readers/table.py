"""Tables of text: the delimiter, the header, the rows, all within limits.

It knows nothing of what the columns mean. Columns are addressed by position, because exports
repeat their names.
"""

import csv
import hashlib
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from fallow.base.errors import FileRefused, call_or_refuse
from fallow.workload.readers.limits import (
    MOST_COLUMNS,
    MOST_UNREAD,
    holds_nothing,
    is_empty,
    not_readable,
    too_large,
)
from fallow.workload.readers.text import read_lines

Row = list[str]
_DELIMITERS = ",;\t"
_PREAMBLE = 20  # rows above a header, at most
_LONGEST_SAMPLE = 10
_LONGEST_NAME = 80  # of a column
_FEWEST_NAMES = 2
_END = "\x04 the end of this table"  # a last line of our own: an unclosed quote swallows it
_SAID = re.compile(r"[^\W\d]")
_VALUE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d|\d:\d\d|\d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A header with its fingerprint, a few first rows to look at, and all rows to go through."""

    header: tuple[str, ...]
    fingerprint: str
    sample: tuple[tuple[str, ...], ...] = field(repr=False)
    rows: Iterator[Row] = field(repr=False)


def open_table(stream: BinaryIO) -> Table:
    """This will find the header below any preamble; FileRefused when there is no table."""
    lines = read_lines(stream, may_be_windows=True)
    head = list(itertools.islice(lines, _PREAMBLE + _LONGEST_SAMPLE))
    if not "".join(head).strip():
        raise is_empty()
    delimiter, header = _find_header(head)
    rows = itertools.dropwhile(
        lambda row: row != header, _rows(itertools.chain(head, lines), delimiter)
    )
    if next(rows, None) is None:
        raise _no_header()
    sample = list(itertools.islice(rows, _LONGEST_SAMPLE))
    return Table(
        header=tuple(" ".join(name.split())[:_LONGEST_NAME] for name in header),
        fingerprint=fingerprint_of(header),
        sample=tuple(tuple(row) for row in sample),
        rows=itertools.chain(sample, rows),
    )


def fingerprint_of(header: Iterable[str]) -> str:
    """This will give 16 characters that change when a header's names or order change."""
    joined = "\0".join(plain_name(name) for name in header)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


def plain_name(name: str) -> str:
    """This will fold case, spaces and marks of a column name."""
    return re.sub(r"[\W_]+", "", name.casefold())


def _find_header(head: list[str]) -> tuple[str, Row]:
    """The delimiter that gives the row with most names in it, and that row."""
    found = [(sign, *_header_of(head, sign)) for sign in _DELIMITERS]
    delimiter, _, header = max(found, key=lambda each: (each[1], len(each[2])))
    if len(header) < _FEWEST_NAMES:
        raise _no_header()
    return delimiter, header


def _header_of(head: list[str], delimiter: str) -> tuple[bool, Row]:
    """The first row with most names in it, none of its cells a value; above it is a preamble.

    Whether the row below it has as many cells tells a header from a sentence with commas in it.
    """
    rows = list(itertools.islice(_rows([*head], delimiter, whole=False), _PREAMBLE))
    named = [
        (below is None or len(below) == len(row), row)
        for row, below in itertools.zip_longest(rows, rows[1:])
        if len(row) >= _FEWEST_NAMES and not any(_is_value(cell) for cell in row)
    ]
    return max(named, key=lambda each: (each[0], _count_names(each[1])), default=(False, []))


def _no_header() -> FileRefused:
    return FileRefused(
        "This table has no row that names its columns.",
        "Add a first row with a name for every column, and try again.",
    )


def _is_value(cell: str) -> bool:
    """A date, a clock time, a long number, or digits alone."""
    return bool(_VALUE.search(cell)) or (any(map(str.isdigit, cell)) and not _SAID.search(cell))


def _count_names(row: Row) -> int:
    return sum(bool(_SAID.search(cell)) for cell in row)


def _rows(lines: Iterable[str], delimiter: str, *, whole: bool = True) -> Iterator[Row]:
    """Rows with something in them; `whole` makes sure that the last quote was closed."""
    reader = csv.reader(itertools.chain(lines, [_END]), delimiter=delimiter)
    refusal = not_readable("a table")
    row: Row | None = []
    ended, blank = False, 0
    while row is not None:
        row = call_or_refuse(lambda: next(reader, None), refusal, causes=(csv.Error,))
        if row == [_END]:
            ended = True
        elif row and len(row) > MOST_COLUMNS:
            raise too_large(f"more than {MOST_COLUMNS} columns")
        elif row and any(cell.strip() for cell in row):
            yield row
        elif row is not None and (blank := blank + 1) > MOST_UNREAD:
            raise holds_nothing()
    if whole and not ended:
        raise FileRefused(
            "A quotation mark in this table is opened and never closed.",
            "Close it or export the table again, and try once more.",
        )
