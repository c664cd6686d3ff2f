"""Weeks of invented work, made from a seed: who saw whom when, and what else filled the day.

It knows wall clock times of one zone. The same seed gives the same weeks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from fallow_site.demo.people import Invented

WEEKS = 26
HOURS_OF_DAY = (9, 10, 11, 13, 14, 15, 16)
STANDARD_MINUTES = 50


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
    leave = {rng.randrange(4, weeks - 2)}
    entries: list[InventedEntry] = []
    for week in range(weeks + 1):
        monday = last_monday - timedelta(weeks=weeks - 1 - week)
        if person.is_quiet and week >= weeks - 5:
            break
        if week in leave:
            entries.extend(_leave(person, monday))
            continue
        entries.extend(_sessions(person, standing, monday, rng))
        entries.extend(_other_work(person, monday, week))
    return sorted(entries, key=lambda entry: (entry.starts_at, entry.title, entry.client))


def _standing_slots(person: Invented, rng: Random) -> list[tuple[int, int]]:
    """Days and hours at which someone comes every week, most on the middle days."""
    days = 5 if person.fte_share > 0.6 else 3
    slots = [(day, hour) for day in range(days) for hour in HOURS_OF_DAY]
    chosen = sorted(rng.sample(slots, min(person.sessions, len(slots) - days)))
    if person.name == "Ada Amber":  # her Tuesday: five in a row, from nine
        rest = [slot for slot in chosen if slot[0] != 1][: person.sessions - 6]
        chosen = sorted([*rest, *((1, hour) for hour in (9, 10, 11, 12, 13, 15))])
    return chosen


def _sessions(
    person: Invented, standing: list[tuple[int, int]], monday: date, rng: Random
) -> Iterator[InventedEntry]:
    for place, (day, hour) in enumerate(standing):
        chance = rng.random()
        if chance < 0.06:
            continue  # cancelled early: gone from the calendar
        is_tuesday = person.name == "Ada Amber" and day == 1
        minutes = 60 if is_tuesday and hour < 13 else STANDARD_MINUTES
        kind, code = _kind_of(place)
        yield InventedEntry(
            clinician=person.name,
            starts_at=datetime.combine(monday + timedelta(days=day), time(hour)),
            minutes=minutes,
            title=kind,
            client=f"{person.name[:2]}-{place:03d}",
            code=code,
            status="No show" if chance > 0.96 else "Attended",
            note="LOCKED" if rng.random() < 0.9 else "NO NOTE",
        )


def _kind_of(place: int) -> tuple[str, str]:
    if place == 5:
        return "Intake", "90791"
    if place == 11:
        return "Couple session", "90847"
    return "Individual session", "90837" if place % 3 else "90834"


def _other_work(person: Invented, monday: date, week: int) -> Iterator[InventedEntry]:
    def entry(day: int, at: time, *, title: str, minutes: int = 60) -> InventedEntry:
        starts_at = datetime.combine(monday + timedelta(days=day), at)
        return InventedEntry(
            clinician=person.name, starts_at=starts_at, minutes=minutes, title=title
        )

    yield entry(2, time(12), title="Protected time")
    if week % 2 == 0 or person.is_supervisor:
        yield entry(3, time(12), title="Supervision")
    if week % 4 == 1:
        yield entry(4, time(12), title="Peer consultation")
    yield entry(4, time(17), title="Notes")
    if person.name in ("Bram Birch", "Tove Thyme"):
        yield entry(2, time(12, 30), title="Team meeting", minutes=30)  # over the protected time


def _leave(person: Invented, monday: date) -> Iterator[InventedEntry]:
    for day in range(5):
        starts_at = datetime.combine(monday + timedelta(days=day), time(9))
        yield InventedEntry(
            clinician=person.name, starts_at=starts_at, minutes=480, title="Annual leave"
        )


def make_own_evenings(*, last_monday: date, weeks: int = WEEKS) -> list[InventedEntry]:
    """What only Ada's own calendar knows: notes on Tuesday evening, done at 21:10."""
    return [
        InventedEntry(
            clinician="Ada Amber",
            starts_at=datetime.combine(
                last_monday + timedelta(days=1) - timedelta(weeks=back), time(19, 55)
            ),
            minutes=75,
            title="Notes",
        )
        for back in range(weeks)
        if back % 3 != 2
    ]
