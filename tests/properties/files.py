"""The same invented entries as files of the four formats, in whatever order they are given.

It knows the layouts of RFC 5545, FHIR R4, SimplePractice (formats.md §3) and a table of our own.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from fallow.base.periods import Period
from fallow.workload.readers.dispatch import read_calendar
from fallow.workload.readers.reading import ColumnMapping, Reading, ReadingPlan
from fallow.workload.readers.table import fingerprint_of
from fallow.workload.sorting.starting_rules import starting_rules

TITLES = ("Session", "session  7", "K.M. 3", "K.M. 4", "Supervision", "Protected time", "Team")
CODES = ("90834", "90837", "90847", "90853", "")
STATUSES = ("Show", "No show", "Cancelled", "")
NOTES = ("LOCKED", "NO NOTE", "")
TABLE = ("Begin", "Finish", "Service", "Case", "Staff", "Outcome", "Note status")
MAPPING = ColumnMapping(
    fingerprint=fingerprint_of(TABLE),
    date_format="iso",
    starts_at=0,
    ends_at=1,
    title=2,
    client=3,
    clinician=4,
    status=5,
    note_state=6,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry as a person would have typed it, in wall clock time."""

    starts_at: datetime
    minutes: int
    title: str
    client: str
    code: str
    status: str
    note: str

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


_FIRST = datetime(2026, 3, 2)  # noqa: DTZ001 - wall clock time
lines = st.builds(
    Line,
    starts_at=st.one_of(st.sampled_from((18, 20)), st.integers(0, 4 * 7 * 48)).map(
        lambda halves: _FIRST + timedelta(minutes=30 * halves)
    ),
    minutes=st.sampled_from((30, 45, 50, 90)),
    title=st.sampled_from(TITLES),
    client=st.sampled_from(("", "C1", "C2", "C3")),
    code=st.sampled_from(CODES),
    status=st.sampled_from(STATUSES),
    note=st.sampled_from(NOTES),
)


def write_icalendar(entries: Sequence[tuple[int, Line]]) -> bytes:
    events = []
    for number, line in entries:
        times = (f"DTSTART:{line.starts_at:%Y%m%dT%H%M%S}", f"DTEND:{line.ends_at:%Y%m%dT%H%M%S}")
        repeats = ("RRULE:FREQ=WEEKLY;COUNT=3",) if number % 3 == 0 else ()
        named = (f"UID:{number}@laws", f"SUMMARY:{line.title}")
        events.append("\r\n".join(("BEGIN:VEVENT", *named, *times, *repeats, "END:VEVENT")))
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", "")).encode()


def _resource(number: int, line: Line) -> dict[str, object]:
    actors = ["Practitioner/ada", *([f"Patient/{line.client}"] if line.client else [])]
    return {
        "resourceType": "Appointment",
        "id": str(number),
        "status": {"No show": "noshow", "Cancelled": "cancelled"}.get(line.status, "booked"),
        "start": f"{line.starts_at:%Y-%m-%dT%H:%M:%S}Z",
        "end": f"{line.ends_at:%Y-%m-%dT%H:%M:%S}Z",
        "serviceType": [{"coding": [{"code": line.code, "display": line.title}]}],
        "participant": [{"actor": {"reference": actor}} for actor in actors],
    }


def write_bundle(entries: Sequence[tuple[int, Line]]) -> bytes:
    resources = [{"resource": _resource(number, line)} for number, line in entries]
    return json.dumps({"resourceType": "Bundle", "entry": resources}).encode()


def write_fhir_lines(entries: Sequence[tuple[int, Line]]) -> bytes:
    return "\n".join(json.dumps(_resource(n, line)) for n, line in entries).encode() or b"{}\n"


def write_simplepractice(entries: Sequence[tuple[int, Line]]) -> bytes:
    rows = ["Date of Service,Client,Clinician,Billing Code,Rate,Progress Note Status"]
    for _, line in entries:
        rows.append(
            f"{line.starts_at:%m/%d/%Y %H:%M},{line.client},Ada,{line.code},100,{line.note}"
        )
    return "\n".join([*rows, ""]).encode()


def write_attendance(entries: Sequence[tuple[int, Line]]) -> bytes:
    rows = ["Client Name,Clinician Name,Date of Service,Office Name,Status"]
    for _, line in entries:
        rows.append(f"{line.client},Ada,{line.starts_at:%m/%d/%Y %H:%M},Main,{line.status}")
    return "\n".join([*rows, ""]).encode()


def write_table(entries: Sequence[tuple[int, Line]]) -> bytes:
    rows = [",".join(TABLE)]
    for _, line in entries:
        times = f"{line.starts_at:%Y-%m-%d %H:%M},{line.ends_at:%Y-%m-%d %H:%M}"
        rows.append(f"{times},{line.title},{line.client},Ada,{line.status},{line.note}")
    return "\n".join([*rows, ""]).encode()


Write = Callable[[Sequence[tuple[int, Line]]], bytes]
FORMATS: tuple[tuple[str, Write], ...] = (
    ("calendar.ics", write_icalendar),
    ("bundle.json", write_bundle),
    ("lines.ndjson", write_fhir_lines),
    ("report.csv", write_simplepractice),
    ("attendance.csv", write_attendance),
    ("table.csv", write_table),
)


def read_file(name: str, content: bytes, *, zone: str = "America/New_York") -> Reading:
    """This will read a file as the page does, titles kept, in a year around its entries."""
    plan = ReadingPlan(
        source="calendar",
        key=bytes(32),
        zone=zone,
        period=Period(
            starts_at=datetime(2025, 9, 1, tzinfo=UTC), ends_at=datetime(2026, 9, 1, tzinfo=UTC)
        ),
        rules=starting_rules(),
        mapping=MAPPING if name == "table.csv" else None,
        keep_titles=True,
    )
    return read_calendar(content, name=name, plan=plan)
