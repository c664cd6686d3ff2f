"""Brings the invented calendars in as a practice would: upload, subscribe, link, confirm.

It knows which person's calendar is in which source, and the product's own actions.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from random import Random

from fallow.base.periods import monday_of
from fallow.workload.readers.dispatch import read_calendar
from fallow.workload.readers.mapped_csv import MappingNeeded
from fallow.workload.readers.reading import ColumnMapping
from fallow_site.demo.almanac import ZONE, count_weeks
from fallow_site.demo.files import write_fhir, write_icalendar, write_simplepractice, write_table
from fallow_site.demo.generator import ADA, InventedEntry, make_own_evenings, make_weeks
from fallow_site.demo.people import Export, Invented
from fallow_site.foundation.organizations.viewers import Viewer
from fallow_site.workload.actions import confirm_link, record_import, record_link, record_source
from fallow_site.workload.keeping.reading_plan import make_plan
from fallow_site.workload.models import ClinicianKey, Source

SEED = 26
Weeks = dict[str, list[InventedEntry]]
_FILES = (
    ("table", "Practice calendar", "calendar.csv", write_table),
    ("simplepractice", "SimplePractice report", "report.csv", write_simplepractice),
    ("fhir", "Record system", "appointments.ndjson", write_fhir),
)
_ADDRESS = "https://calendar.invalid/feed.ics\n"  # a name that leads nowhere, RFC 6761


def invent_weeks(people: tuple[Invented, ...], *, today: date) -> Weeks:
    """This will invent everyone's weeks up to the one after today's; always the same ones."""
    rng = Random(SEED)
    last_monday, weeks = monday_of(today), count_weeks(today)
    return {
        person.name: [
            _as_of(entry, today)
            for entry in make_weeks(person, last_monday=last_monday, rng=rng, weeks=weeks)
        ]
        for person in people
    }


def _as_of(entry: InventedEntry, today: date) -> InventedEntry:
    """What has not been yet is booked, and nobody has written about it."""
    if not entry.client or entry.starts_at.date() < today:
        return entry
    return replace(entry, status="Scheduled", note="NO NOTE")


def write_adas_own(weeks: Weeks, *, today: date) -> bytes:
    """This will write the calendar that Ada keeps herself, with the evenings only she knows."""
    evenings = make_own_evenings(today=today, weeks=count_weeks(today))
    own = [*weeks.get(ADA, []), *evenings]
    return write_icalendar(sorted(own, key=lambda entry: entry.starts_at))


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedCalendar:
    """One source as it arrives: its name, its way, its file, and whose work is in it."""

    name: str
    way: str
    file_name: str
    content: bytes
    owners: tuple[Invented, ...]


def write_calendars(people: tuple[Invented, ...], weeks: Weeks) -> tuple[InventedCalendar, ...]:
    """This will write three files for the whole practice, and a feed for each who has their own."""
    files = [
        InventedCalendar(
            name=name,
            way=Source.Way.UPLOAD,
            file_name=file_name,
            content=write([entry for person in owners for entry in weeks[person.name]]),
            owners=owners,
        )
        for export, name, file_name, write in _FILES
        if (owners := _who_exports(export, people))
    ]
    feeds = [
        InventedCalendar(
            name=f"Feed of {person.name}",
            way=Source.Way.FEED,
            file_name="feed.ics",
            content=write_icalendar(weeks[person.name]),
            owners=(person,),
        )
        for person in _who_exports("feed", people)
    ]
    return (*files, *feeds)


def _who_exports(export: str | Export, people: tuple[Invented, ...]) -> tuple[Invented, ...]:
    return tuple(person for person in people if person.export == export)


def bring_calendar(
    calendar: InventedCalendar, members: dict[str, Viewer], *, by: Viewer, at: datetime
) -> None:
    """This will keep a calendar, link it to its owners, and have each of them confirm it."""
    source = record_source(
        by=by,
        way=calendar.way,
        name=calendar.name,
        zone=ZONE,
        secret=_ADDRESS if calendar.way == Source.Way.FEED else "",
        at=at,
    )
    _import(by, source, calendar, at=at)
    for key in ClinicianKey.objects.filter(source=source).select_related("source"):
        owner = _find_owner(key.key, calendar.owners)
        if owner is not None:
            viewer = members[owner.name]
            record_link(by=by, key=key, membership=viewer.membership, at=at)
            confirm_link(by=viewer, key=key, is_mine=True, at=at)


def _import(by: Viewer, source: Source, calendar: InventedCalendar, *, at: datetime) -> None:
    mapping: ColumnMapping | None = None
    content, name = calendar.content, calendar.file_name
    try:
        reading = read_calendar(content, name=name, plan=make_plan(source, at=at))
    except MappingNeeded as needed:
        mapping = needed.suggestion
        plan = make_plan(source, at=at, mapping=mapping)
        reading = read_calendar(content, name=name, plan=plan)
    record_import(by=by, source=source, reading=reading, at=at, mapping=mapping)


def _find_owner(key: str, owners: tuple[Invented, ...]) -> Invented | None:
    """A table tells names, a record system references, a feed that is one person's nothing."""
    if len(owners) == 1 and not key:
        return owners[0]
    for person in owners:
        if key in (person.name, f"Practitioner/{person.first}", f"Person/{person.first}"):
            return person
    return None
