"""One door for any calendar file: find out what it is, and read it.

It knows the first bytes and the name of a file, and the four readers.
"""

import re
from enum import StrEnum
from typing import BinaryIO

from fallow.base.errors import FileRefused
from fallow.workload.readers.fhir import read_fhir
from fallow.workload.readers.limits import MOST_LINE_BYTES, is_empty, not_readable, not_utf8
from fallow.workload.readers.mapped_csv import MappingNeeded, read_table
from fallow.workload.readers.reading import Reading, ReadingPlan
from fallow.workload.readers.table import open_table
from fallow.workload.readers.text import UTF8_MARK, UTF16_MARKS, as_stream

_HEAD = 4096
_TEXT = bytes(set(range(256)) - set(range(32))) + b"\t\n\v\f\r\x1b"
_CALENDAR_NAMES = (".ics", ".ical", ".ifb")
_PIECE = re.compile(rb"^(?:BEGIN|END):V[A-Z]+\s*$", re.MULTILINE | re.IGNORECASE)
"""A line of a calendar. Without its beginning, another would be shown as a table's header."""
_STRANGERS: tuple[tuple[tuple[bytes, ...], str, str], ...] = (
    (
        (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"),
        "This file is a workbook or a packed folder, not a calendar or a table of text.",
        "Open it, save the sheet as CSV UTF-8 or unpack the .ics file in it, and try that one.",
    ),
    (
        (b"%PDF",),
        "This file is a PDF document, which Fallow does not read.",
        "Export the calendar as .ics or as CSV and try that file.",
    ),
    (
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8"),
        "This file is a picture, not a calendar or a table of text.",
        "Export the calendar as .ics or as CSV and try that file.",
    ),
    (
        (b"<",),
        "This file is a web page, not a calendar or a table of text.",
        "It may be a page that asks to sign in: sign in there first and export the calendar again.",
    ),
)


class Format(StrEnum):
    """What a calendar file is, told by its first bytes."""

    ICALENDAR = "icalendar"
    FHIR_BUNDLE = "fhir_bundle"
    FHIR_LINES = "fhir_lines"
    TABLE = "table"


def detect_format(head: bytes, name: str) -> Format:
    """This will tell a file's format from its first bytes, and from its name where they do not."""
    start = head.removeprefix(UTF8_MARK).lstrip()
    _check_is_text(start)
    if b"BEGIN:VCALENDAR" in start[:_HEAD].upper():
        return Format.ICALENDAR
    if name.lower().endswith(_CALENDAR_NAMES) or _PIECE.search(start):
        raise not_readable("a calendar: its beginning is missing")
    if start[:1] in (b"{", b"["):
        return Format.FHIR_LINES if _is_lines(start, name) else Format.FHIR_BUNDLE
    return Format.TABLE


def _check_is_text(start: bytes) -> None:
    if not start:
        raise is_empty()
    if start.startswith(UTF16_MARKS):
        raise not_utf8()
    for marks, happened, mend in _STRANGERS:
        if start.startswith(marks):
            raise FileRefused(happened, mend)
    if start[:_HEAD].translate(None, _TEXT) != b"":
        raise not_readable("a calendar or a table of text")


def _is_lines(start: bytes, name: str) -> bool:
    """A whole object on the first line and another below it, or a name that says so."""
    first, _, below = start.partition(b"\n")
    several = first.rstrip().endswith(b"}") and below.lstrip().startswith(b"{")
    return several or name.lower().endswith((".ndjson", ".jsonl"))


def read_calendar(source: bytes | BinaryIO, *, name: str, plan: ReadingPlan) -> Reading:
    """This will read any of the formats, or raise FileRefused (MappingNeeded for a new table).

    `source` is bytes or a seekable binary stream. Tables and NDJSON are never held whole.
    """
    stream = as_stream(source)
    head = stream.read(MOST_LINE_BYTES)
    stream.seek(0)
    found = detect_format(head, name)
    if found is Format.ICALENDAR:
        from fallow.workload.readers.icalendar import (  # noqa: PLC0415 - loaded when first needed
            read_icalendar,
        )

        return read_icalendar(stream, plan)
    if found is not Format.TABLE:
        return read_fhir(stream, plan, lines=found is Format.FHIR_LINES)
    return read_table(open_table(stream), plan)


__all__ = ["Format", "MappingNeeded", "detect_format", "read_calendar"]
