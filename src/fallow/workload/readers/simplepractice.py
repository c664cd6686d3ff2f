"""SimplePractice exports: the appointment-status report and the client attendance list.

It knows their columns by position, because names repeat (formats.md §3, secondary): no end is
given, and a group is one row per client. Names, insurance and money are never looked at.
"""

from fallow.workload.readers.cells.moments import fitting_orders
from fallow.workload.readers.reading import ColumnMapping
from fallow.workload.readers.table import Table, plain_name

STATUS_REPORT = ("dateofservice", "client", "clinician", "billingcode")
ATTENDANCE = ("clientname", "clinicianname", "dateofservice", "officename", "status")
_NOTE_COLUMN = "progressnotestatus"  # a shorter variant of the report stops before it


def simplepractice_mapping(table: Table) -> ColumnMapping | None:
    """This will give the columns of either export, or None for any other table."""
    names = tuple(plain_name(name) for name in table.header)
    if names[: len(STATUS_REPORT)] == STATUS_REPORT:
        return ColumnMapping(
            fingerprint=table.fingerprint,
            date_format="mdy",
            starts_at=0,
            client=1,
            clinician=2,
            code=3,
            note_state=names.index(_NOTE_COLUMN) if _NOTE_COLUMN in names else None,
        )
    if names[: len(ATTENDANCE)] == ATTENDANCE:
        return ColumnMapping(
            fingerprint=table.fingerprint,
            date_format=_order(table, place=2),
            starts_at=2,
            client=0,
            clinician=1,
            status=4,
        )
    return None


def _order(table: Table, *, place: int) -> str:
    """Month first, as in the report, unless its first rows are written year first."""
    cells = [row[place] for row in table.sample if place < len(row)]
    return "iso" if "iso" in fitting_orders(cells) else "mdy"
