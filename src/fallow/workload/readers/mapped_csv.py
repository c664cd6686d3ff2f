"""Any other table, read by a column mapping that a person confirmed once.

It knows column positions, not vendors. A changed header asks again instead of guessing.
"""

from datetime import datetime, timedelta
from typing import BinaryIO

from fallow.base.errors import FileRefused
from fallow.workload.readers.cells.durations import minutes_of_code
from fallow.workload.readers.cells.moments import read_clock, read_day_and_clock, read_moment
from fallow.workload.readers.cells.words import read_note_state, read_status
from fallow.workload.readers.gathering import Entry, Gathering
from fallow.workload.readers.mapping import suggest_mapping
from fallow.workload.readers.reading import ColumnMapping, Reading, ReadingPlan
from fallow.workload.readers.table import Row, Table, open_table
from fallow.workload.readers.text import as_stream
from fallow.workload.sorting.sort import KIND_BY_CODE

_LONGEST_MINUTES = 24 * 60


class MappingNeeded(FileRefused):
    """The table is readable, but nobody has said yet which column is which."""

    def __init__(self, table: Table) -> None:
        super().__init__(
            "Fallow does not know the columns of this table yet.",
            "Say which column holds the start, and which the end or the length.",
        )
        self.header = table.header
        self.fingerprint = table.fingerprint
        self.suggestion = suggest_mapping(table)


def read_mapped_csv(source: bytes | BinaryIO, plan: ReadingPlan) -> Reading:
    """This will read a table by the plan's mapping; MappingNeeded when it has none that fits."""
    return read_mapped_table(open_table(as_stream(source)), plan)


def read_mapped_table(table: Table, plan: ReadingPlan) -> Reading:
    mapping = plan.mapping
    if mapping is None or mapping.fingerprint != table.fingerprint:
        raise MappingNeeded(table)
    gathering = Gathering(plan, "table")
    kept = set(_positions(mapping)) - {mapping.client, mapping.title}
    gathering.drop(name for place, name in enumerate(table.header) if place not in kept)
    for row in table.rows:
        gathering.rows_read += 1
        entry = _read_row(row, mapping, plan)
        if entry is None:
            gathering.skip("no date and time that could be read")
        else:
            gathering.keep(entry, is_row=True)
    return gathering.reading()


def _positions(mapping: ColumnMapping) -> list[int | None]:
    names = ("starts_at", "ends_at", "date", "minutes", "code", "clinician", "status", "note_state")
    return [getattr(mapping, name) for name in (*names, "client", "title")]


def _cell(row: Row, place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""


def _read_row(row: Row, mapping: ColumnMapping, plan: ReadingPlan) -> Entry | None:
    starts_at = _moment(row, mapping, mapping.starts_at)
    if starts_at is None:
        return None
    code = _cell(row, mapping.code)[:5]
    ends_at, inferred = _end(row, mapping, starts_at)
    if ends_at is None and mapping.code is not None:
        ends_at, inferred = starts_at + minutes_of_code(code, plan.minutes_by_code), True
    clinician, client = _cell(row, mapping.clinician), _cell(row, mapping.client)
    title = _cell(row, mapping.title)
    return Entry(
        uid="\0".join((clinician, starts_at.isoformat(), code, title)),
        starts_at=starts_at,
        ends_at=ends_at,
        end_inferred=inferred,
        title=title,
        client=client,
        clinician_key=clinician,
        field_kind=KIND_BY_CODE.get(code),
        weak_kind=KIND_BY_CODE["90834"] if client else None,
        status=read_status(_cell(row, mapping.status)),
        note_state=read_note_state(_cell(row, mapping.note_state)),
    )


def _moment(row: Row, mapping: ColumnMapping, place: int | None) -> datetime | None:
    if place is None:
        return None
    if mapping.date is not None:
        day, clock = _cell(row, mapping.date), _cell(row, place)
        return read_day_and_clock(day, clock, order=mapping.date_format)
    return read_moment(_cell(row, place), mapping.date_format)


def _end(row: Row, mapping: ColumnMapping, starts_at: datetime) -> tuple[datetime | None, bool]:
    ends_at = _moment(row, mapping, mapping.ends_at)
    if ends_at is None and mapping.ends_at is not None:
        clock = read_clock(_cell(row, mapping.ends_at))
        ends_at = starts_at.replace(hour=clock.hour, minute=clock.minute) if clock else None
    if ends_at is not None:
        if (ends_at.tzinfo is None) != (starts_at.tzinfo is None):
            return None, True
        overnight = mapping.date is not None and ends_at < starts_at
        return ends_at + timedelta(days=1 if overnight else 0), False
    minutes = _cell(row, mapping.minutes).split(".")[0].split(",")[0]
    if minutes.isascii() and minutes.isdigit() and 0 < int(minutes[:6]) <= _LONGEST_MINUTES:
        return starts_at + timedelta(minutes=int(minutes)), False
    return None, True
