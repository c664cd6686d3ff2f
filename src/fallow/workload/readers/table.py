"""Tables of text: the delimiter, the header, the rows, all within limits.

It knows nothing of what the columns mean. Columns are addressed by position, because exports
repeat their names.
"""

import csv
import hashlib
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from fallow.workload.readers.limits import MOST_COLUMNS, is_empty, not_readable, too_large
from fallow.workload.readers.text import read_lines

Row = list[str]
_DELIMITERS = ",;\t"
_PREAMBLE = 20  # rows above a header, at most
_LONGEST_SAMPLE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A header with its fingerprint, a few first rows to look at, and all rows to go through."""

    header: tuple[str, ...]
    fingerprint: str
    sample: tuple[tuple[str, ...], ...]
    rows: Iterator[Row]


def open_table(stream: BinaryIO) -> Table:
    """This will find the header below any preamble; FileRefused when there is no table."""
    lines = read_lines(stream, what="a table")
    head = list(itertools.islice(lines, _PREAMBLE + _LONGEST_SAMPLE))
    if not "".join(head).strip():
        raise is_empty()
    rows = _rows(itertools.chain(head, lines), _delimiter_of(head))
    header = _find_header(rows)
    sample = list(itertools.islice(rows, _LONGEST_SAMPLE))
    return Table(
        header=tuple(header),
        fingerprint=fingerprint_of(header),
        sample=tuple(tuple(row) for row in sample),
        rows=itertools.chain(sample, rows),
    )


def fingerprint_of(header: Row | tuple[str, ...]) -> str:
    """This will give 16 characters that change when a header's names or order change."""
    joined = "\0".join(plain_name(name) for name in header)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


def plain_name(name: str) -> str:
    """This will fold case, spaces, hyphens and underscores of a column name."""
    return re.sub(r"[\s_\-]+", "", name.casefold())


def _delimiter_of(lines: list[str]) -> str:
    counts = {sign: max(line.count(sign) for line in lines) for sign in _DELIMITERS}
    return max(counts, key=lambda sign: counts[sign])


def _rows(lines: Iterator[str], delimiter: str) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        for row in reader:
            if len(row) > MOST_COLUMNS:
                raise too_large(f"more than {MOST_COLUMNS} columns")
            if any(cell.strip() for cell in row):
                yield row
    except csv.Error as error:
        raise not_readable("a table") from error


def _find_header(rows: Iterator[Row]) -> Row:
    """The first row with three names in it, none of them a number; above it stands a preamble."""
    for row in itertools.islice(rows, _PREAMBLE):
        named = [cell for cell in row if re.search(r"[^\W\d]", cell)]
        if len(named) >= 3 and not any(re.fullmatch(r"[\d\s:./-]+", cell) for cell in row):
            return row
    raise not_readable("a table: no row of column names was found")
