"""A clinician's calendar of any length in each of the four formats, made by hand arithmetic.

Every working week is alike: sessions of 50 minutes at 9, 10, 11 and 14 and notes at 16:30, Monday
to Friday; on Tuesday a run of five from 13:00 to 17:10 instead of 14, and notes at 21:10; on
Thursday supervision at 13:00. So a week holds 4 × 4 + 8 = 24 sessions, which is 20 hours.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

LAST_MONDAY = date(2026, 11, 16)
NOW = datetime(2026, 11, 22, 18, 0)  # noqa: DTZ001 - wall clock in New York
CONTACT_HOURS, SESSIONS = "20 h", "24"
_DAILY = ("9:00", "10:00", "11:00", "14:00")
_TUESDAY = ("9:00", "10:00", "11:00", "13:00", "13:50", "14:40", "15:30", "16:20")
Entry = tuple[datetime, int, str]


def list_entries(weeks: int) -> Iterator[Entry]:
    """This will give (start, minutes, title), oldest week first."""
    for back in reversed(range(weeks)):
        for day in range(5):
            on = LAST_MONDAY - timedelta(weeks=back) + timedelta(days=day)
            for clock in _TUESDAY if day == 1 else _DAILY:
                yield _at(on, clock), 50, "Session"
            yield _at(on, "21:10" if day == 1 else "16:30"), 30, "Notes"
        yield _at(LAST_MONDAY - timedelta(weeks=back, days=-3), "13:00"), 50, "Supervision"


def write_ics(weeks: int, *, client_title: str = "Session") -> bytes:
    """This will write one VEVENT an entry, times in New York."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//journey//EN"]
    for place, (start, minutes, title) in enumerate(list_entries(weeks)):
        end = start + timedelta(minutes=minutes)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{place}@journey",
            "DTSTAMP:20260101T000000Z",
            f"DTSTART;TZID=America/New_York:{start:%Y%m%dT%H%M%S}",
            f"DTEND;TZID=America/New_York:{end:%Y%m%dT%H%M%S}",
            f"SUMMARY:{client_title if title == 'Session' else title}",
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def write_table(weeks: int) -> bytes:
    """This will write a table whose header no reader knows, so that its columns are asked for."""
    rows = ["Begin,Finish,Type"]
    for start, minutes, title in list_entries(weeks):
        end = start + timedelta(minutes=minutes)
        rows.append(f"{start:%Y-%m-%d %H:%M},{end:%Y-%m-%d %H:%M},{title}")
    return "\n".join([*rows, ""]).encode()


def write_fhir(weeks: int) -> bytes:
    """This will write a FHIR R4 Bundle of Appointments (hl7.org/fhir/R4/appointment.html)."""
    entries = [
        {
            "resource": {
                "resourceType": "Appointment",
                "id": str(place),
                "status": "fulfilled",
                "start": f"{start:%Y-%m-%dT%H:%M:%S}-05:00",
                "end": f"{start + timedelta(minutes=minutes):%Y-%m-%dT%H:%M:%S}-05:00",
                "serviceType": [{"coding": [{"display": title}]}],
                "participant": [{"actor": {"reference": "Practitioner/ada"}, "status": "accepted"}],
            }
        }
        for place, (start, minutes, title) in enumerate(list_entries(weeks))
    ]
    return json.dumps({"resourceType": "Bundle", "type": "searchset", "entry": entries}).encode()


def write_simplepractice(weeks: int) -> bytes:
    """This will write the short appointment-status report (formats.md §3), without ends."""
    rows = ["Date of Service,Client,Clinician,Billing Code,Rate per Unit,Units,Total Fee"]
    for start, _, title in list_entries(weeks):
        if title == "Session":
            rows.append(f"{start:%m/%d/%Y %H:%M},Invented Person,Ada,90834,100.00,1,100.00")
    return "\n".join([*rows, ""]).encode()


def _at(day: date, clock: str) -> datetime:
    hour, minute = map(int, clock.split(":"))
    return datetime.combine(day, time(hour, minute))
