"""A practice's calendar as a small table, brought through the real actions and linked.

Weeks are those around Monday 2 March 2026, the cast's first day; New York is 5 h behind UTC then.
"""

from datetime import date, datetime, timedelta
from io import BytesIO

from tests.cast import AT, ZONE, Cast

from fallow.workload.readers.dispatch import read_calendar
from fallow.workload.readers.mapping import suggest_mapping
from fallow.workload.readers.reading import ColumnMapping, Reading
from fallow.workload.readers.table import open_table
from fallow_site.foundation.organizations.viewers import Viewer
from fallow_site.workload.actions import confirm_link, record_import, record_link, record_source
from fallow_site.workload.keeping.reading_plan import make_plan
from fallow_site.workload.models import ClinicianKey, ImportReport, PostedRow, Source

MONDAY = date(2026, 3, 2)
HEADER = "Clinician,Start,End,Type,Client,Status"
SESSION = (
    "Ada,2026-03-0{day} {hour:02d}:00,2026-03-0{day} {hour:02d}:50,Session,C-{client},Attended"
)


def session(day: int, hour: int, *, client: int = 1) -> str:
    """One session of 50 minutes of Ada's, on that day of March 2026."""
    return SESSION.format(day=day, hour=hour, client=client)


def write_table(*rows: str) -> bytes:
    return "\n".join([HEADER, *rows, ""]).encode()


def make_source(cast: Cast, name: str = "Calendar", *, at: datetime = AT) -> Source:
    return record_source(by=cast.root, way=Source.Way.UPLOAD, name=name, zone=ZONE, at=at)


def read_table(source: Source, content: bytes, *, at: datetime) -> tuple[Reading, ColumnMapping]:
    """This will read a table by the mapping that is suggested for it."""
    mapping = suggest_mapping(open_table(BytesIO(content)))
    if mapping is None:
        raise LookupError
    plan = make_plan(source, at=at, mapping=mapping)
    return read_calendar(content, name="calendar.csv", plan=plan), mapping


def bring(cast: Cast, source: Source, *rows: str, at: datetime = AT) -> ImportReport:
    """This will import a table of those rows."""
    reading, mapping = read_table(source, write_table(*rows), at=at)
    return record_import(by=cast.root, source=source, reading=reading, mapping=mapping, at=at)


def link_to(cast: Cast, viewer: Viewer, source: Source, *, key: str = "Ada") -> ClinicianKey:
    """This will link a name of the source to someone, who confirms it."""
    found = ClinicianKey.objects.get(source=source, key=key)
    record_link(by=cast.root, key=found, membership=viewer.membership, at=AT)
    found.refresh_from_db()
    confirm_link(by=viewer, key=found, is_mine=True, at=AT)
    return found


def posted_week(viewer: Viewer, monday: date = MONDAY) -> PostedRow:
    return PostedRow.objects.get(membership=viewer.membership, monday=monday)


def weeks_later(weeks: int) -> datetime:
    return AT + timedelta(weeks=weeks)
