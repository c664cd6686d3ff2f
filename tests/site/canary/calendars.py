"""Calendars of four formats with a unique text of 128 bits in every field that has to be dropped.

All texts of one test begin alike, so that one search finds any of them; what follows tells the
fields apart. They are letters alone, because digits are folded away when titles are compared.
Times are in the week of Monday 2 March 2026.
"""

import csv
import io
import json
import secrets
import string
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


def _letters(count: int) -> str:
    return "".join(secrets.choice(string.ascii_lowercase) for _ in range(count))


@dataclass
class Canaries:
    """The texts of one test by the field that each was written into: 28 letters, 131 bits."""

    mark: str = field(default_factory=lambda: _letters(20))
    fields: dict[str, str] = field(default_factory=dict)

    def __call__(self, name: str) -> str:
        return self.fields.setdefault(name, self.mark + _letters(8))


ICS_FIELDS = (
    "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "CATEGORIES", "RESOURCES", "X-ALT-DESC",
    "X-MICROSOFT-CDO-INTENDEDSTATUS", "RELATED-TO", "REQUEST-STATUS", "CLASS", "COLOR",
)  # fmt: skip
ICS_CALENDAR_FIELDS = ("X-WR-CALNAME", "X-WR-CALDESC", "NAME", "DESCRIPTION", "PRODID")
ICS_OTHERS = ("VTODO", "VJOURNAL", "VFREEBUSY", "X-OWN")


def write_icalendar(canary: Canaries) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    lines += [f"{name}:{canary(f'calendar {name}')}" for name in ICS_CALENDAR_FIELDS]
    for name in ICS_OTHERS:
        lines += [f"BEGIN:{name}", f"SUMMARY:{canary(name)}", f"END:{name}"]
    for day, title in enumerate((f"Session {canary('title')}", canary("title alone"), "Session")):
        lines += _event(canary, day, title)
    lines += ["END:VCALENDAR", canary("after the end")]
    return "\r\n".join(lines).encode()


def _event(canary: Canaries, day: int, title: str) -> list[str]:
    address = f"mailto:{canary('mail address')}@example.org"
    return [
        "BEGIN:VEVENT",
        f"UID:{canary('uid')}-{day}",
        f"DTSTART;TZID=America/New_York;X-NOTE={canary('parameter')}:2026030{2 + day}T090000",
        f"DTEND;TZID=America/New_York:2026030{2 + day}T095000",
        f'SUMMARY;ALTREP="http://x/{canary("alternate")}":{title}',
        *(f"{name}:{canary(name)}" for name in ICS_FIELDS),
        f"ATTENDEE;CN={canary('attendee')};X-NUM-GUESTS=0:{address}",
        f"ORGANIZER;CN={canary('organizer')}:{address}",
        f"URL:https://video.example/{canary('url')}",
        f"ATTACH:https://files.example/{canary('attachment')}",
        f"CONFERENCE;VALUE=URI;LABEL={canary('label')}:https://x/{canary('conference')}",
        f"STATUS:{canary('status')}",
        "BEGIN:VALARM",
        f"DESCRIPTION:{canary('alarm')}",
        f"ATTENDEE:mailto:{canary('alarm address')}@example.org",
        "TRIGGER:-PT10M",
        "END:VALARM",
        "END:VEVENT",
    ]


TABLE_DROPPED = (
    "Client Name", "Client Email", "Phone", "Address", "Date of Birth", "Diagnosis", "Insurance",
    "Member ID", "Fee", "Paid", "Notes", "Reason", "Location",
)  # fmt: skip


def write_table(canary: Canaries) -> bytes:
    """A table that nobody knows beforehand, with a preamble, a summary and a broken row."""
    header = ["Clinician", "Start", "End", "Type", "Client ID", "Status", "Note Status"]
    rows: list[list[str]] = [[f"Report for {canary('preamble')}"], [*header, *TABLE_DROPPED]]
    for day in range(3):
        start, end = f"2026-03-0{2 + day} 09:00", f"2026-03-0{2 + day} 09:50"
        words = [f"Session {canary('title')}", canary("client"), canary("status"), canary("note")]
        rows.append(["Ada Amber", start, end, *words, *map(canary, TABLE_DROPPED)])
    rows.append([f"Total {canary('summary')}", canary("broken start"), "", "", "", "", ""])
    return _write(rows)


MONEY = (
    "Rate per Unit", "Units", "Total Fee", "Client Payment Status", "Charge", "Uninvoiced", "Paid",
    "Unpaid", "Insurance Payment Status", "Charge 2", "Paid 2", "Write Off", "Unpaid 2",
)  # fmt: skip


def write_simplepractice(canary: Canaries) -> bytes:
    """The header of formats.md §3, in its order, with its repeated names."""
    header = (
        "Date of Service,Client,Clinician,Billing Code,Primary Insurance,Secondary Insurance,"
        "Rate per Unit,Units,Total Fee,Progress Note Status,Client Payment Status,Charge,"
        "Uninvoiced,Paid,Unpaid,Insurance Payment Status,Charge,Paid,Write Off,Unpaid"
    )
    rows = [header.split(",")]
    for day in range(3):
        money = [canary(name) for name in MONEY]
        insurance = [canary("primary insurance"), canary("secondary insurance")]
        first = [f"03/0{2 + day}/2026 09:00", canary("client name"), "Ada Amber", "90837"]
        rows.append([*first, *insurance, *money[:3], canary("note status"), *money[3:]])
    rows.append([canary("broken day"), canary("client name"), "Ada Amber", canary("code")])
    return _write(rows)


def write_attendance(canary: Canaries) -> bytes:
    rows = [["client_name", "clinician_name", "date_of_service", "office_name", "status"]]
    rows.append([canary("summary of clients"), "2 clinicians", "3 appointments", "", ""])
    for day in range(3):
        words = [canary("office"), canary("attendance")]
        rows.append([canary("client name"), "Ada Amber", f"03/0{2 + day}/2026 09:00", *words])
    return _write(rows)


def _write(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def write_bundle(canary: Canaries) -> bytes:
    entries = [{"resource": resource} for resource in _resources(canary)]
    told = {"resourceType": "Bundle", "type": "searchset", "entry": entries}
    return json.dumps(told | {"id": canary("bundle"), "link": []}).encode()


def write_lines(canary: Canaries) -> bytes:
    return "\n".join(json.dumps(resource) for resource in _resources(canary)).encode()


def _resources(canary: Canaries) -> list[dict[str, Any]]:
    person = {"name": [{"family": canary("family")}], "telecom": [{"value": canary("phone")}]}
    patient = {"resourceType": "Patient", "id": canary("patient"), **person}
    return [patient, *(_appointment(canary, day) for day in range(3))]


def _appointment(canary: Canaries, day: int) -> dict[str, Any]:
    """Every element of a FHIR R4 Appointment that can hold words (hl7.org/fhir/R4/appointment)."""
    text = {"text": canary("concept")}
    return {
        "resourceType": "Appointment",
        "id": f"{canary('id')}-{day}",
        "meta": {"tag": [{"display": canary("tag")}], "source": canary("source")},
        "text": {"status": "generated", "div": f"<div>{canary('narrative')}</div>"},
        "contained": [{"resourceType": "Patient", "name": [{"text": canary("contained")}]}],
        "extension": [{"url": "x", "valueString": canary("extension")}],
        "identifier": [{"value": canary("identifier")}],
        "status": "fulfilled" if day else canary("status"),
        "cancelationReason": text | {"coding": [{"display": canary("cancelation")}]},
        "serviceCategory": [text],
        "serviceType": [text | {"coding": [{"code": "90837", "display": canary("title")}]}],
        "specialty": [text | {"coding": [{"display": canary("specialty")}]}],
        "appointmentType": text | {"coding": [{"display": canary("type")}]},
        "reasonCode": [text | {"coding": [{"code": canary("diagnosis"), "display": "x"}]}],
        "reasonReference": [{"display": canary("reason")}],
        "description": canary("description"),
        "supportingInformation": [{"display": canary("supporting")}],
        "start": f"2026-03-0{2 + day}T09:00:00-05:00",
        "end": f"2026-03-0{2 + day}T09:50:00-05:00",
        "slot": [{"display": canary("slot")}],
        "comment": canary("comment"),
        "patientInstruction": canary("instruction"),
        "basedOn": [{"display": canary("based on")}],
        "participant": [
            {"actor": {"reference": "Practitioner/ada", "display": canary("practitioner")}},
            {"actor": {"reference": f"Patient/{canary('client')}", "display": canary("display")}},
            {"actor": {"reference": f"Location/{canary('place')}", "display": canary("location")}},
        ],
    }


@dataclass(frozen=True)
class Format:
    """A format: the name of its file, and how one is written."""

    file_name: str
    write: Callable[[Canaries], bytes]


FORMATS = {
    "icalendar": Format("calendar.ics", write_icalendar),
    "table": Format("calendar.csv", write_table),
    "simplepractice": Format("report.csv", write_simplepractice),
    "attendance": Format("attendance.csv", write_attendance),
    "bundle": Format("bundle.json", write_bundle),
    "lines": Format("appointments.ndjson", write_lines),
}
