"""Sessions that are over and may still need their note, as the calendar on the device shows them.

It knows day, time and kind, and nothing of whom or of what a note says. That each contact that took
place brings a note, and how far back is looked, are choices: rules differ by place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from fallow.base.errors import ValueRefused
from fallow.base.periods import Period, local_date, read_zone
from fallow.workload.appointments import Appointment, Kind, NoteState
from fallow.workload.exposure.selecting import is_contact, is_unsorted_time

MOST_WEEKS = 8
"""How far back one may look; older notes are few and typed by hand. (a choice)"""

NO_CALENDAR = "No calendar is open on this page. Bring yours, or add notes by hand."
NOTHING_NEW = "Your calendar shows no session here whose note you have not looked at."
STRIKE = "Tick those whose note is written. The rest can go on your list."


@dataclass(frozen=True, slots=True, kw_only=True)
class PastSession:
    """A session that is over: when, what kind, and how many days ago."""

    starts_at: datetime
    ends_at: datetime
    kind: Kind
    session_date: date
    age_days: int


def find_past_sessions(
    entries: Iterable[Appointment], *, weeks: int, now: datetime, zone: str
) -> tuple[PastSession, ...]:
    """This will give the contacts of so many weeks that took place and whose note is not known to
    be written, the oldest first; "today" is the day at `zone`."""
    if not 1 <= weeks <= MOST_WEEKS:
        raise ValueRefused("So far back is not looked.", f"Choose 1 to {MOST_WEEKS} weeks.")
    looked = span_of_weeks(weeks, now=now, zone=zone)
    found = [
        _past(entry, now=now, zone=zone)
        for entry in entries
        if _may_need_a_note(entry) and is_within(entry, looked)
    ]
    return tuple(sorted(found, key=lambda one: (one.starts_at, one.kind)))


def span_of_weeks(weeks: int, *, now: datetime, zone: str) -> Period:
    """This will give the span from the first midnight of so many weeks ago until now."""
    first = local_date(now, zone=zone) - timedelta(weeks=weeks)
    return Period(starts_at=datetime.combine(first, time(), tzinfo=read_zone(zone)), ends_at=now)


def is_within(one: PastSession | Appointment, span: Period) -> bool:
    """This will say whether something began and ended in a span."""
    return span.starts_at <= one.starts_at and one.ends_at <= span.ends_at


def join_looked(before: Period | None, span: Period) -> Period:
    """This will give one span that was looked through: both where they meet, else the new one."""
    if before is None or before.ends_at < span.starts_at:
        return span
    return Period(starts_at=min(before.starts_at, span.starts_at), ends_at=span.ends_at)


def count_unsorted(entries: Iterable[Appointment], *, weeks: int, now: datetime, zone: str) -> int:
    """This will count entries of those weeks of which nobody has said what they are."""
    looked = span_of_weeks(weeks, now=now, zone=zone)
    return len([e for e in entries if is_unsorted_time(e) and is_within(e, looked)])


def explain_past_sessions(count: int, *, unsorted: int, has_calendar: bool) -> str:
    """This will say what to do with so many sessions, and which could not be told."""
    if not has_calendar:
        return NO_CALENDAR
    said = STRIKE if count else NOTHING_NEW
    if unsorted == 0:
        return said
    words = "entry is" if unsorted == 1 else "entries are"
    return f"{said} {unsorted} {words} not sorted yet, so not here."


def explain_age(age_days: int) -> str:
    """This will say how many days ago something was."""
    if age_days == 0:
        return "today"
    return "1 day ago" if age_days == 1 else f"{age_days} days ago"


def _may_need_a_note(entry: Appointment) -> bool:
    is_written = entry.note_state is NoteState.LOCKED or entry.note_written_at is not None
    return is_contact(entry) and not is_written


def _past(entry: Appointment, *, now: datetime, zone: str) -> PastSession:
    day = local_date(entry.starts_at, zone=zone)
    return PastSession(
        starts_at=entry.starts_at.astimezone(read_zone(zone)),
        ends_at=entry.ends_at,
        kind=entry.kind,
        session_date=day,
        age_days=(local_date(now, zone=zone) - day).days,
    )
