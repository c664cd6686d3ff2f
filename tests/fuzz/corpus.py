"""Small, sound files of every format, to be broken: recurrence, groups, odd zones, people.

Everything in them is invented. `MARK` stands in every place that a reader has to drop.
"""

import json

MARK = "Zoë Märker ♠ 7"
"""Text that may be in no answer: it has signs that no reference of a server can hold."""

_ZONE = """BEGIN:VTIMEZONE
TZID:Practice Time
BEGIN:STANDARD
DTSTART:16011104T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010311T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE"""

_EVENTS = (
    "DTSTART:20260105T140000Z\nDTEND:20260105T145000Z\nSTATUS:CONFIRMED",
    "DTSTART;TZID=Europe/Berlin:20260105T140000\nDURATION:PT50M\nSTATUS:TENTATIVE",
    "DTSTART;TZID=Practice Time:20260302T090000\nDTEND;TZID=Practice Time:20260302T095000\n"
    "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260601T000000Z\n"
    "EXDATE;TZID=Practice Time:20260309T090000",
    "DTSTART;TZID=Eastern Standard Time:20260106T100000\nDTEND;TZID=Eastern Standard Time:"
    "20260106T095000\nRRULE:FREQ=MONTHLY;BYDAY=1TU;COUNT=9\nRDATE:20260410T100000Z,20260411T100000Z",
    "DTSTART;VALUE=DATE:20260706\nDTEND;VALUE=DATE:20260718\nTRANSP:TRANSPARENT",
    "DTSTART:20260107T233000\nDTEND:20260107T003000\nSEQUENCE:2",
    "DTSTART:20260108T080000\nRRULE:FREQ=DAILY;INTERVAL=3;COUNT=20",
)
_MOVED = (
    "DTSTART;TZID=Practice Time:20260317T110000\nDTEND;TZID=Practice Time:20260317T115000\n"
    "RECURRENCE-ID;TZID=Practice Time:20260316T090000",
    "DTSTART;TZID=Practice Time:20260323T090000\nDTEND;TZID=Practice Time:20260323T095000\n"
    "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Practice Time:20260323T090000\nSTATUS:CANCELLED",
)
_TEXT = (
    f"SUMMARY:{MARK}\nDESCRIPTION:{MARK}\\n folded\n  on\nLOCATION:{MARK}\n"
    f'ATTENDEE;CN="{MARK}":mailto:x@example.org\nX-NOTE:{MARK}\n'
    f"BEGIN:VALARM\nTRIGGER:-PT15M\nDESCRIPTION:{MARK}\nEND:VALARM"
)


def _calendar(*, top: str, zone: str, numbers: tuple[int, ...], moved: tuple[str, ...]) -> bytes:
    parts = [f"UID:{number}@fuzz\n{_EVENTS[number]}" for number in numbers]
    parts += [f"UID:2@fuzz\n{told}" for told in moved]
    events = [f"BEGIN:VEVENT\n{part}\n{_TEXT}\nEND:VEVENT" for part in parts]
    lines = "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", top, zone, *events, "END:VCALENDAR", ""])
    return lines.replace("\n\n", "\n").replace("\n", "\r\n").encode()


def _appointment(number: int, *people: str, **more: object) -> dict[str, object]:
    participants = [
        {
            "type": [{"coding": [{"code": "PART" if ref.startswith("Patient") else "PPRF"}]}],
            "actor": {"reference": ref, "display": MARK},
            "status": "accepted",
        }
        for ref in people
    ]
    told = {"resourceType": "Appointment", "id": str(number), "status": "booked", "comment": MARK}
    times = {"start": "2026-01-05T09:00:00-05:00", "end": "2026-01-05T09:50:00-05:00"}
    return told | times | {"participant": participants, "description": MARK} | more


_APPOINTMENTS = (
    _appointment(1, "Practitioner/a", "Patient/1", serviceType=[{"coding": [{"code": "90834"}]}]),
    _appointment(2, "Person/b", "Patient/1", "Patient/2", "Patient/3", status="noshow"),
    _appointment(3, "Practitioner/a", "Practitioner/c", end="2026-01-05T00:30:00-05:00"),
    _appointment(4, "https://ehr.example/fhir/Practitioner/a/_history/2", minutesDuration=50),
    {"resourceType": "Patient", "id": "1", "name": [{"text": MARK}]},
)

_REPORT = (
    "Date of Service,Client,Clinician,Billing Code,Primary Insurance,Secondary Insurance,Rate per "
    "Unit,Units,Total Fee,Progress Note Status,Client Payment Status,Charge,Uninvoiced,Paid,Unpaid,"
    "Insurance Payment Status,Charge,Paid,Write Off,Unpaid\n"
    + "".join(
        f'01/{day:02}/2026 {hour}:00,"{MARK}, {day}",Ada,{code},{MARK},,1,1,1,{note},PAID'
        ",1,0,1,0,PAID,1,1,0,0\n"
        for day, hour, code, note in (
            (5, 9, 90834, "LOCKED"),
            (5, 10, 90853, ""),
            (6, 10, 90853, "OPEN"),
            (6, 23, 90839, "LOCKED"),
        )
    )
).encode()
_ATTENDANCE = (
    "client_name,clinician_name,date_of_service,office_name,status\n"
    "3 clients,1 clinicians,4 appointments,,\n"
    f'"{MARK}",Ada,01/05/2026 9:00 AM,{MARK},Show\n{MARK},Ada,01/05/2026 9:00 AM,,No Show\n'
    f"{MARK},Ada,01/06/2026 4:00 PM,,Late Canceled\n"
).encode()
_GERMAN = (
    f"Bericht;{MARK}\n\nDatum;Beginn;Ende;Dauer;Klient;Therapeutin;Terminart;Status\n"
    f"05.01.2026;09:00;09:50;50,0;{MARK};Ada;Einzel;wahrgenommen\n"
    f'05.01.2026;23:30;00:20;50,0;{MARK};Ada;"Krise; {MARK}";abgesagt\n'
).encode()
_TABS = (
    "start\tend\tclient\ttype\tstatus\n2026-01-05T09:00:00Z\t2026-01-05T09:50:00Z\t"
    f"{MARK}\tSession\t>\n2026-01-06 09:00\t9:50 AM\t{MARK}\tGroup\t?\n"
).encode("utf-8-sig")

SEEDS: dict[str, tuple[bytes, ...]] = {
    "icalendar": (
        _calendar(top="X-WR-TIMEZONE:America/New_York", zone=_ZONE, numbers=(0, 2), moved=_MOVED),
        _calendar(top="METHOD:PUBLISH", zone=_ZONE, numbers=(1, 3, 4), moved=_MOVED[:1]),
        _calendar(top="", zone="", numbers=(5, 6, 0), moved=()),
    ),
    "fhir": (
        json.dumps(
            {"resourceType": "Bundle", "entry": [{"resource": told} for told in _APPOINTMENTS]}
        ).encode(),
        "".join(json.dumps(told) + "\n" for told in _APPOINTMENTS).encode(),
    ),
    "simplepractice": (_REPORT, _ATTENDANCE),
    "mapped_csv": (_GERMAN, _TABS),
}
