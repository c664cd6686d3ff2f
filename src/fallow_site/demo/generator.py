"""Weeks of invented work, made from a seed: who saw whom when, and what else filled the day.

It knows wall clock times of one zone. The same seed gives the same weeks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from fallow.base.periods import monday_of
from fallow_site.demo.almanac import WEEKS, is_holiday
from fallow_site.demo.people import Invented

HOURS_OF_DAY = (9, 10, 11, 13, 14, 15, 16)
STANDARD_MINUTES = 50
ADA = "Ada Amber"
ADAS_TUESDAY = (9, 10, 11, 12, 13, 15)  # five in a row, and one more
_TUESDAY = 1
_BOOKED_OVER = ("Bram Birch", "Tove Thyme")  # their protected time is


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedEntry:
    """One entry of an invented calendar, in wall clock time."""

    clinician: str
    starts_at: datetime
    minutes: int
    title: str
    client: str = ""
    code: str = ""
    status: str = ""
    note: str = ""


def make_weeks(
    person: Invented, *, last_monday: date, rng: Random, weeks: int = WEEKS
) -> list[InventedEntry]:
    """This will make one person's entries for the weeks up to `last_monday` and the one after."""
    standing = _standing_slots(person, rng)
    leave = rng.randrange(4, weeks - 2)
    entries: list[InventedEntry] = []
    for week in range(weeks + 1):
        monday = last_monday - timedelta(weeks=weeks - 1 - week)
        if person.is_quiet and week >= weeks - 5:
            break
        if week == leave:
            entries.extend(_whole_week_off(person, monday))
            continue
        recent = week >= weeks - 2
        entries.extend(_sessions(person, standing, monday, rng=rng, recent=recent))
        entries.extend(_other_work(person, monday, week))
    entries.extend(_holidays(person, entries))
    return sorted(entries, key=lambda entry: (entry.starts_at, entry.title, entry.client))


def _standing_slots(person: Invented, rng: Random) -> list[tuple[int, int]]:
    """Days and hours at which someone comes every week."""
    days = 5 if person.fte_share > 0.6 else 3
    slots = [(day, hour) for day in range(days) for hour in HOURS_OF_DAY]
    chosen = sorted(rng.sample(slots, min(person.sessions, len(slots) - days)))
    if person.name == ADA:
        rest = [slot for slot in chosen if slot[0] != _TUESDAY]
        rest = rest[: person.sessions - len(ADAS_TUESDAY)]
        chosen = sorted([*rest, *((_TUESDAY, hour) for hour in ADAS_TUESDAY)])
    return chosen


def _sessions(
    person: Invented,
    standing: list[tuple[int, int]],
    monday: date,
    *,
    rng: Random,
    recent: bool,
) -> Iterator[InventedEntry]:
    """Some cancel early and are gone from the calendar, a few do not come. Holidays are free,
    but for Ada's Tuesday; on that of the last weeks everyone comes.
    """
    for place, (weekday, hour) in enumerate(standing):
        chance, note = rng.random(), rng.random()
        day = monday + timedelta(days=weekday)
        is_adas = person.name == ADA and weekday == _TUESDAY
        chance = 0.5 if is_adas and recent else chance
        if chance < 0.06 or (is_holiday(day) and not is_adas):
            continue
        kind, code = _kind_of(place)
        yield InventedEntry(
            clinician=person.name,
            starts_at=datetime.combine(day, time(hour)),
            minutes=60 if is_adas and hour < 13 else STANDARD_MINUTES,
            title=kind,
            client=f"{person.name[:2]}-{place:03d}",
            code=code,
            status="No show" if chance > 0.96 else "Attended",
            note="LOCKED" if note < 0.9 else "NO NOTE",
        )


def _kind_of(place: int) -> tuple[str, str]:
    if place == 5:
        return "Intake", "90791"
    if place == 11:
        return "Couple session", "90847"
    return "Individual session", "90837" if place % 3 else "90834"


def _other_work(person: Invented, monday: date, week: int) -> Iterator[InventedEntry]:
    def entry(weekday: int, at: time, *, title: str, minutes: int = 60) -> Iterator[InventedEntry]:
        day = monday + timedelta(days=weekday)
        if not is_holiday(day):
            yield InventedEntry(
                clinician=person.name,
                starts_at=datetime.combine(day, at),
                minutes=minutes,
                title=title,
            )

    yield from entry(2, time(12), title="Protected time")
    if week % 2 == 0 or person.is_supervisor or person.is_intern:
        yield from entry(3, time(12), title="Supervision")
    if person.is_intern:
        yield from entry(0, time(12), title="Supervision")
    if week % 4 == 1:
        yield from entry(4, time(12), title="Peer consultation")
    yield from entry(4, time(17), title="Notes")
    if person.name in _BOOKED_OVER:
        for intake in entry(2, time(12), title="Intake"):
            client = f"{person.name[:2]}-9{week:02d}"
            yield replace(intake, client=client, code="90791", status="Attended", note="LOCKED")


def _whole_week_off(person: Invented, monday: date) -> Iterator[InventedEntry]:
    return (_day_off(person, monday + timedelta(days=n), "Annual leave") for n in range(5))


def _holidays(person: Invented, entries: list[InventedEntry]) -> list[InventedEntry]:
    """A day off for each holiday between the first and the last entry that has none yet."""
    taken = {entry.starts_at.date() for entry in entries}
    first, last = min(taken), max(taken)
    days = (first + timedelta(days=n) for n in range((last - first).days))
    return [
        _day_off(person, day, "Holiday") for day in days if is_holiday(day) and day not in taken
    ]


def _day_off(person: Invented, day: date, title: str) -> InventedEntry:
    starts_at = datetime.combine(day, time(9))
    return InventedEntry(clinician=person.name, starts_at=starts_at, minutes=480, title=title)


def make_own_evenings(*, today: date, weeks: int = WEEKS) -> list[InventedEntry]:
    """What only Ada's own calendar knows: notes on two Tuesday evenings of three, until 21:10."""
    last = monday_of(today) - timedelta(days=6)  # the Tuesday of the last full week
    evenings = (last - timedelta(weeks=back) for back in range(weeks) if back % 3 != 2)
    return [
        InventedEntry(
            clinician=ADA, starts_at=datetime.combine(day, time(19, 55)), minutes=75, title="Notes"
        )
        for day in evenings
    ]
