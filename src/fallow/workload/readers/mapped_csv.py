"""A table, read by a mapping of its columns: a known export's, or one a person confirmed once.

It knows column positions, not vendors. A changed header asks again instead of guessing.
"""

from dataclasses import fields
from datetime import datetime

from fallow.base.errors import FileRefused
from fallow.workload.appointments import NoteState
from fallow.workload.readers.cells.durations import minutes_of_code, read_length
from fallow.workload.readers.cells.moments import read_clock, read_day_and_clock, read_moment
from fallow.workload.readers.cells.words import read_note_state, read_status
from fallow.workload.readers.gathering import Entry, Gathering
from fallow.workload.readers.mapping import suggest_mapping
from fallow.workload.readers.reading import ColumnMapping, Reading, ReadingPlan
from fallow.workload.readers.simplepractice import simplepractice_mapping
from fallow.workload.readers.table import Row, Table
from fallow.workload.sorting.sort import KIND_BY_CODE

_NO_TIME = "no date and time in it (a summary row, or a date alone)"
_COLUMNS = tuple(
    f.name for f in fields(ColumnMapping) if f.name not in ("fingerprint", "date_format")
)
_TEXT_COLUMNS = frozenset({"client", "title", "code"})  # read, and not kept


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


def read_table(table: Table, plan: ReadingPlan) -> Reading:
    """This will read a table row by row; MappingNeeded when neither plan nor Fallow knows it."""
    mapping, format_name = plan.mapping, "table"
    if mapping is None or mapping.fingerprint != table.fingerprint:
        mapping, format_name = simplepractice_mapping(table), "SimplePractice"
    if mapping is None:
        raise MappingNeeded(table)
    gathering = Gathering(plan, format_name)
    kept = {getattr(mapping, name) for name in _COLUMNS if name not in _TEXT_COLUMNS}
    gathering.drop(name for place, name in enumerate(table.header) if place not in kept)
    for row in table.rows:
        gathering.count_row()
        entry = _read_row(row, mapping, plan)
        if entry is None:
            gathering.skip(_NO_TIME)
        else:
            gathering.keep(entry, is_row=True)
    return gathering.reading()


def _cell(row: Row, place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""


def _read_row(row: Row, mapping: ColumnMapping, plan: ReadingPlan) -> Entry | None:
    starts_at = _moment(row, mapping, mapping.starts_at)
    if starts_at is None:
        return None
    code, title = _cell(row, mapping.code)[:5], _cell(row, mapping.title)
    clinician, client = _cell(row, mapping.clinician), _cell(row, mapping.client)
    ends_at, length = _end(row, mapping, starts_at), read_length(_cell(row, mapping.minutes))
    by_code = mapping.code is not None and ends_at is None and length is None
    note_state, note_written_at = _note(row, mapping)
    return Entry(
        uid="\0".join((clinician, starts_at.isoformat(), code, title)),
        starts_at=starts_at,
        ends_at=ends_at,
        length=minutes_of_code(code, plan.minutes_by_code) if by_code else length,
        end_inferred=by_code,
        title=title,
        client=client,
        clinician_key=clinician,
        kind=KIND_BY_CODE.get(code),
        with_client=bool(client),
        status=read_status(_cell(row, mapping.status)),
        note_state=note_state,
        note_written_at=note_written_at,
    )


def _moment(row: Row, mapping: ColumnMapping, place: int | None) -> datetime | None:
    if place is None:
        return None
    if mapping.date is not None:
        day, clock = _cell(row, mapping.date), _cell(row, place)
        return read_day_and_clock(day, clock, order=mapping.date_format)
    return read_moment(_cell(row, place), mapping.date_format)


def _end(row: Row, mapping: ColumnMapping, starts_at: datetime) -> datetime | None:
    """A clock time alone is on the day of the start."""
    ends_at = _moment(row, mapping, mapping.ends_at)
    clock = read_clock(_cell(row, mapping.ends_at))
    if ends_at is None and clock is not None:
        ends_at = starts_at.replace(hour=clock.hour, minute=clock.minute)
    if ends_at is None or (ends_at.tzinfo is None) != (starts_at.tzinfo is None):
        return None
    return ends_at


def _note(row: Row, mapping: ColumnMapping) -> tuple[NoteState, datetime | None]:
    """State and time of the note; a time of signing says that it is done, an empty one that not."""
    state = read_note_state(_cell(row, mapping.note_state))
    if mapping.note_written_at is None:
        return state, None
    written_at = read_moment(_cell(row, mapping.note_written_at), mapping.date_format)
    if state is NoteState.UNKNOWN:
        state = NoteState.OPEN if written_at is None else NoteState.LOCKED
    return state, written_at
