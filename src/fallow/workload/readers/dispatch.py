"""One door for any calendar file: find out what it is, and read it.

It knows the first bytes and the name of a file, and the four readers.
"""

from enum import StrEnum
from typing import BinaryIO

from fallow.workload.readers.fhir import read_fhir
from fallow.workload.readers.limits import is_empty, not_readable
from fallow.workload.readers.mapped_csv import MappingNeeded, read_mapped_table
from fallow.workload.readers.reading import Reading, ReadingPlan
from fallow.workload.readers.simplepractice import is_simplepractice, read_simplepractice_table
from fallow.workload.readers.table import open_table
from fallow.workload.readers.text import UTF8_MARK, as_stream

_HEAD = 4096


class Format(StrEnum):
    """What a calendar file is, told by its first bytes."""

    ICALENDAR = "icalendar"
    FHIR_BUNDLE = "fhir_bundle"
    FHIR_LINES = "fhir_lines"
    TABLE = "table"


def detect_format(head: bytes, name: str) -> Format:
    """This will tell a file's format from its first bytes, and from its name where they do not."""
    start = head.removeprefix(UTF8_MARK).lstrip()
    if not start:
        raise is_empty()
    if b"BEGIN:VCALENDAR" in start[:_HEAD].upper():
        return Format.ICALENDAR
    if start[:1] in (b"{", b"["):
        first_line = start.split(b"\n", 1)
        whole = len(first_line) == 2 and first_line[0].rstrip().endswith(b"}")
        is_lines = name.lower().endswith((".ndjson", ".jsonl")) or (
            whole and b'"Appointment"' in first_line[0]
        )
        return Format.FHIR_LINES if is_lines else Format.FHIR_BUNDLE
    if start[:2] in (b"PK", b"%P") or b"\0" in start or start[:1] == b"<":
        raise not_readable("a calendar or a table of text")
    return Format.TABLE


def read_calendar(source: bytes | BinaryIO, *, name: str, plan: ReadingPlan) -> Reading:
    """This will read any of the formats, or raise FileRefused (MappingNeeded for a new table).

    `source` is bytes or a seekable binary stream.
    """
    stream = as_stream(source)
    head = stream.read(_HEAD)
    stream.seek(0)
    found = detect_format(head, name)
    if found is Format.ICALENDAR:
        from fallow.workload.readers.icalendar import (  # noqa: PLC0415 - loaded when first needed
            read_icalendar,
        )

        return read_icalendar(stream, plan)
    if found is not Format.TABLE:
        return read_fhir(stream, plan, lines=found is Format.FHIR_LINES)
    table = open_table(stream)
    is_mapped = plan.mapping is not None and plan.mapping.fingerprint == table.fingerprint
    if is_simplepractice(table.header) and not is_mapped:
        return read_simplepractice_table(table, plan)
    return read_mapped_table(table, plan)


__all__ = ["Format", "MappingNeeded", "detect_format", "read_calendar"]
