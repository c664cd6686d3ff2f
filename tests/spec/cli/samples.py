"""Calendars made by hand for the manual of the command line. Nobody in them exists.

The week that most of them tell of is that of Monday, 16 November 2026, in New York.
"""

import re
from datetime import UTC, datetime

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)  # the Wednesday after
ZONE = "America/New_York"


def cells_of(out: str, monday: str) -> list[str]:
    """The cells of one week's line, without the spaces that align them."""
    line = next(line for line in out.splitlines() if line.startswith(monday))
    return re.split(r" {2,}", line.strip())


def write_event(uid: str, day: str, hours: str, title: str, repeat: str = "") -> str:
    """One entry on `day` (20261116) from and to `hours` (0900-0950), New York time."""
    start, end = hours.split("-")
    rule = f"RRULE:{repeat}\n" if repeat else ""
    return (
        f"BEGIN:VEVENT\nUID:{uid}\nDTSTART;TZID={ZONE}:{day}T{start}00\n"
        f"DTEND;TZID={ZONE}:{day}T{end}00\n{rule}SUMMARY:{title}\nEND:VEVENT\n"
    )


def write_calendar(*events: str) -> str:
    return (
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//by hand//EN\n"
        + "".join(events)
        + ("END:VCALENDAR\n")
    )


TUESDAY_RUN = write_calendar(
    write_event("a", "20261117", "0900-0950", "Session"),
    write_event("b", "20261117", "0955-1045", "Session"),
    write_event("c", "20261117", "1050-1140", "Session"),
    write_event("d", "20261117", "1145-1235", "Session"),
    write_event("e", "20261117", "2010-2110", "Notes"),
    write_event("f", "20261118", "1400-1500", "Blue room"),
)
"""Four sessions with five minutes between them, an evening of notes, and one entry of no kind."""

FHIR = (
    '{"resourceType":"Appointment","id":"1","status":"fulfilled",'
    '"start":"2026-11-16T09:00:00-05:00","end":"2026-11-16T09:50:00-05:00",'
    '"serviceType":[{"coding":[{"display":"Individual therapy"}]}],'
    '"participant":[{"actor":{"reference":"Practitioner/9"}}]}\n'
    '{"resourceType":"Appointment","id":"2","status":"noshow",'
    '"start":"2026-11-17T09:00:00-05:00","end":"2026-11-17T09:50:00-05:00",'
    '"serviceType":[{"coding":[{"display":"Individual therapy"}]}],'
    '"participant":[{"actor":{"reference":"Practitioner/9"}}]}\n'
)

SIMPLEPRACTICE = (
    "Date of Service,Client,Clinician,Billing Code,Primary Insurance,Secondary Insurance,"
    "Rate per Unit,Units,Total Fee,Progress Note Status,Client Payment Status,Charge,Uninvoiced,"
    "Paid,Unpaid,Insurance Payment Status,Charge,Paid,Write Off,Unpaid\n"
    "11/16/2026 09:00,A Name,C Linician,90837,X,,150,1,150,LOCKED,PAID,1,0,1,0,,0,0,0,0\n"
    "11/16/2026 10:00,B Name,C Linician,90834,X,,150,1,150,NONE,PAID,1,0,1,0,,0,0,0,0\n"
)

TABLE = (
    "Date;Start;End;Type;Status\n"
    "16.11.2026;09:00;09:50;Session;\n"
    "16.11.2026;10:00;10:50;Session;cancelled\n"
    "17.11.2026;19:00;20:00;Notes;\n"
)

TWO_CLINICIANS = "Date,Start,End,Clinician\n" + (
    "2026-11-16,09:00,10:00,Ada\n2026-11-16,09:00,10:00,Petra\n2026-11-17,09:00,10:00,Ada\n"
)
