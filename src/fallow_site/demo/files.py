"""Invented weeks as the files that practices really have: a table, SimplePractice, FHIR, iCalendar.

It writes what exporters write, names and money columns too, so that there is something to drop.
"""

import csv
import io
import json
from datetime import timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from fallow_site.demo.almanac import ZONE
from fallow_site.demo.generator import InventedEntry

_FHIR_STATUS = {"No show": "noshow", "Attended": "fulfilled"}
TABLE_HEADER = ("Clinician", "Date", "Start", "End", "Type", "Client", "Status", "Note status")
SIMPLEPRACTICE_HEADER = (
    "Date of Service,Client,Clinician,Billing Code,Primary Insurance,Secondary Insurance,"
    "Rate per Unit,Units,Total Fee,Progress Note Status,Client Payment Status,Charge,Uninvoiced,"
    "Paid,Unpaid,Insurance Payment Status,Charge,Paid,Write Off,Unpaid"
)


def write_table(entries: list[InventedEntry]) -> bytes:
    """This will write a table with a header that nobody knows beforehand."""
    rows = [
        (
            entry.clinician,
            f"{entry.starts_at:%Y-%m-%d}",
            f"{entry.starts_at:%H:%M}",
            f"{entry.starts_at + timedelta(minutes=entry.minutes):%H:%M}",
            entry.title,
            entry.client,
            entry.status,
            entry.note,
        )
        for entry in entries
    ]
    return _write_rows([TABLE_HEADER, *rows])


def write_simplepractice(entries: list[InventedEntry]) -> bytes:
    """This will write an appointment-status report; it knows billed sessions alone."""
    rows = [
        (
            f"{entry.starts_at:%m/%d/%Y %H:%M}", f"Invented {entry.client}", entry.clinician,
            entry.code, "Invented Insurance", "", "150", "1", "150", entry.note, "PAID",
            "150", "0", "150", "0", "PAID", "150", "150", "0", "0",
        )
        for entry in entries
        if entry.code and entry.status != "No show"
    ]  # fmt: skip
    return _write_rows([tuple(SIMPLEPRACTICE_HEADER.split(",")), *rows])


def _write_rows(rows: list[tuple[str, ...]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def write_fhir(entries: list[InventedEntry]) -> bytes:
    """This will write NDJSON as OpenEMR would; interns come as Person, the others with an NPI."""
    return "\n".join(json.dumps(_resource(e, n)) for n, e in enumerate(entries)).encode()


def _resource(entry: InventedEntry, number: int) -> dict[str, object]:
    start = entry.starts_at.replace(tzinfo=ZoneInfo(ZONE))
    first = entry.clinician.split()[0]
    kind = "Person" if entry.clinician.endswith("intern") else "Practitioner"
    participants = [{"actor": {"reference": f"{kind}/{first.lower()}", "display": entry.clinician}}]
    if entry.client:
        participants.append({"actor": {"reference": f"Patient/{entry.client}", "display": "X"}})
    return {
        "resourceType": "Appointment",
        "id": f"{first.lower()}-{start:%Y%m%d%H%M}-{number}",
        "status": _FHIR_STATUS.get(entry.status, "booked"),
        "start": start.isoformat(),
        "end": (start + timedelta(minutes=entry.minutes)).isoformat(),
        "serviceType": [{"coding": [{"code": entry.code, "display": entry.title}]}],
        "comment": "An invented comment that is dropped while reading.",
        "participant": participants,
    }


def write_icalendar(entries: list[InventedEntry]) -> bytes:
    """This will write one clinician's calendar as a feed would."""
    calendar = Calendar()
    calendar.add("prodid", "-//Fallow demo//EN")
    calendar.add("version", "2.0")
    for number, entry in enumerate(entries):
        start = entry.starts_at.replace(tzinfo=ZoneInfo(ZONE))
        event = Event()
        event.add("uid", f"{number}-{start:%Y%m%dT%H%M}@fallow.example")
        event.add("dtstamp", start)
        event.add("dtstart", start)
        event.add("dtend", start + timedelta(minutes=entry.minutes))
        event.add("summary", f"{entry.title} {entry.client}".strip())
        calendar.add_component(event)
    return bytes(calendar.to_ical())
