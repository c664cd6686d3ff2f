"""Calendars for the benches: the demo's invented weeks, as many as are asked for.

It knows the demo's generator, and writes what calendar programs add to an entry besides.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import islice
from random import Random

from fallow.base.periods import Period
from fallow_site.demo.files import ZONE, write_icalendar
from fallow_site.demo.generator import InventedEntry, make_weeks
from fallow_site.demo.people import PEOPLE

SEED = 26
LAST_MONDAY = date(2026, 11, 16)
NOW = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
PERIOD = Period(
    starts_at=datetime(2025, 11, 17, tzinfo=UTC), ends_at=datetime(2027, 1, 17, tzinfo=UTC)
)
EXPORTED = (
    "DTSTAMP:20261122T230000Z",
    "CREATED:20250901T080000Z",
    "LAST-MODIFIED:20261120T171500Z",
    "SEQUENCE:2",
    "STATUS:CONFIRMED",
    "TRANSP:OPAQUE",
    "CLASS:PRIVATE",
    "LOCATION:Room 2\\, an invented house\\, Harbor Street",
    "DESCRIPTION:An invented note that nobody keeps. Bring the form\\, ask about the date\\n",
    " and call back in the week after. Link: https://video.invalid/rooms/1234567890",
    "ORGANIZER;CN=Ada Amber:mailto:ada@fallow.example",
    "ATTENDEE;CN=Invented Person;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:x@y.invalid",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "DESCRIPTION:Reminder",
    "TRIGGER:-P0DT0H10M0S",
    "END:VALARM",
)
"""What calendar programs write into an entry besides its times, in their manner."""


def make_entries(
    count: int, *, people: int = 1, last_monday: date = LAST_MONDAY
) -> list[InventedEntry]:
    """This will make the last `count` entries until the end of that week, of some people."""
    weeks = 2 + -(-count // (20 * people))
    made: list[InventedEntry] = []
    for place, person in enumerate(islice(PEOPLE, people)):
        rng = Random(SEED + place)
        made += make_weeks(person, last_monday=last_monday, rng=rng, weeks=weeks)
    by_time = sorted(made, key=lambda entry: (entry.starts_at, entry.clinician, entry.title))
    until = last_monday + timedelta(weeks=1)
    past = [entry for entry in by_time if entry.starts_at.date() < until]
    return past[-count:]


def write_lean(entries: list[InventedEntry]) -> bytes:
    """This will write only what a reader has to look at: the hardest file to be quick with."""
    return write_icalendar(entries)


def write_exported(entries: list[InventedEntry]) -> bytes:
    """This will write entries with all that calendar programs put beside their times."""
    more = "\r\n".join(line for line in EXPORTED).encode()
    lean = write_icalendar(entries)
    without_stamp = b"\r\n".join(x for x in lean.split(b"\r\n") if not x.startswith(b"DTSTAMP"))
    return without_stamp.replace(b"END:VEVENT", more + b"\r\nEND:VEVENT")


def write_recurring(count: int) -> bytes:
    """This will write standing weekly entries that happen `count` times, each with an exception."""
    series = -(-count // 52)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fallow bench//EN"]
    for number in range(series):
        start = datetime(2025, 11, 24 + number % 5, 8 + number // 5 % 9)  # noqa: DTZ001
        lines += [
            "BEGIN:VEVENT",
            f"UID:series-{number}@fallow.example",
            f"DTSTART;TZID={ZONE}:{start:%Y%m%dT%H%M%S}",
            f"DTEND;TZID={ZONE}:{start + timedelta(minutes=50):%Y%m%dT%H%M%S}",
            "RRULE:FREQ=WEEKLY;COUNT=53",
            f"EXDATE;TZID={ZONE}:{start + timedelta(weeks=4):%Y%m%dT%H%M%S}",
            f"SUMMARY:Session K{number}",
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()
