"""SimplePractice exports: the appointment-status report and the client attendance list.

Columns and traps from formats.md §3 (secondary): names repeat, no end is given, a group is one row
per client. Names, insurance and money are never looked at.
"""

from typing import BinaryIO

from fallow.workload.readers.cells.durations import minutes_of_code
from fallow.workload.readers.cells.moments import read_moment
from fallow.workload.readers.cells.words import read_note_state, read_status
from fallow.workload.readers.gathering import Entry, Gathering
from fallow.workload.readers.reading import Reading, ReadingPlan
from fallow.workload.readers.table import Row, Table, open_table, plain_name
from fallow.workload.readers.text import as_stream
from fallow.workload.sorting.sort import KIND_BY_CODE

STATUS_REPORT = ("dateofservice", "client", "clinician", "billingcode")
ATTENDANCE = ("clientname", "clinicianname", "dateofservice", "officename", "status")
_NOTE_COLUMN = "progressnotestatus"
_NO_TIME = "no date and time in it (a summary row, or a date alone)"


def is_simplepractice(header: tuple[str, ...]) -> bool:
    names = tuple(plain_name(name) for name in header)
    return names[: len(STATUS_REPORT)] == STATUS_REPORT or names[: len(ATTENDANCE)] == ATTENDANCE


def read_simplepractice(source: bytes | BinaryIO, plan: ReadingPlan) -> Reading:
    """This will read either export, or raise FileRefused."""
    return read_simplepractice_table(open_table(as_stream(source)), plan)


def read_simplepractice_table(table: Table, plan: ReadingPlan) -> Reading:
    names = tuple(plain_name(name) for name in table.header)
    gathering = Gathering(plan, "SimplePractice")
    is_report = names[: len(STATUS_REPORT)] == STATUS_REPORT
    note_column = names.index(_NOTE_COLUMN) if _NOTE_COLUMN in names else None
    used = {0, 1, 2, 3, note_column} if is_report else {0, 1, 2, 4}
    gathering.drop(name for place, name in enumerate(table.header) if place not in used)
    gathering.drop({table.header[1] if is_report else table.header[0]})
    for row in table.rows:
        gathering.rows_read += 1
        entry = _from_report(row, note_column, plan) if is_report else _from_attendance(row)
        if entry is None:
            gathering.skip(_NO_TIME)
        else:
            gathering.keep(entry, is_row=True)
    return gathering.reading()


def _from_report(row: Row, note_column: int | None, plan: ReadingPlan) -> Entry | None:
    cells = [*row, "", "", "", ""]
    starts_at = read_moment(cells[0], "mdy")
    if starts_at is None:
        return None
    code = cells[3].strip()[:5]
    note = cells[note_column] if note_column is not None and note_column < len(row) else ""
    return Entry(
        uid="\0".join((cells[2].strip(), starts_at.isoformat(), code)),
        starts_at=starts_at,
        ends_at=starts_at + minutes_of_code(code, plan.minutes_by_code),
        end_inferred=True,
        client=cells[1].strip(),
        clinician_key=cells[2].strip(),
        field_kind=KIND_BY_CODE.get(code),
        weak_kind=KIND_BY_CODE["90834"] if cells[1].strip() else None,
        note_state=read_note_state(note),
    )


def _from_attendance(row: Row) -> Entry | None:
    cells = [*row, "", "", "", "", ""]
    starts_at = read_moment(cells[2], "mdy") or read_moment(cells[2], "iso")
    if starts_at is None:
        return None
    return Entry(
        uid="\0".join((cells[1].strip(), starts_at.isoformat())),
        starts_at=starts_at,
        ends_at=None,
        client=cells[0].strip(),
        clinician_key=cells[1].strip(),
        weak_kind=KIND_BY_CODE["90834"],
        status=read_status(cells[4]),
    )
