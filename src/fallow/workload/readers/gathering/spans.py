"""Places the times of an entry on the one line of time, and mends ends that run backwards.

It knows zones and lengths, nothing of what an entry is. Everything it makes up is marked.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from fallow.workload.readers.cells.durations import USUAL_SESSION
from fallow.workload.readers.gathering.entry import Entry

LONGEST_MENDED = timedelta(hours=14)
"""An end before its start is the next day's, or was swapped, if that makes at most this
(assumption); otherwise it says nothing."""
LONGEST_ENTRY = timedelta(days=5 * 366)
_TOO_LONG = "longer than five years"
_YEARS = range(1900, 2200)  # outside them no clinician has an appointment, and sums overflow


@dataclass(frozen=True, slots=True)
class Placed:
    """Start, end and time of the note in UTC; whether the end was made up, and the zone."""

    starts_at: datetime
    ends_at: datetime
    note_written_at: datetime | None
    end_inferred: bool
    zone_assumed: bool


def place_entry(entry: Entry, zone: ZoneInfo) -> Placed | str:
    """This will place an entry, or give the reason in words why no calendar can hold it."""
    starts_at, ends_at = _in_utc(entry.starts_at, zone), _in_utc(entry.ends_at, zone)
    note_written_at, inferred = _in_utc(entry.note_written_at, zone), entry.end_inferred
    if starts_at is None or (ends_at is None and entry.ends_at is not None):
        return "a date that no calendar reaches"
    if entry.length is not None and abs(entry.length) > LONGEST_ENTRY:
        return _TOO_LONG
    if ends_at is None and entry.length is not None:
        ends_at = starts_at + entry.length
    if ends_at is not None and ends_at < starts_at:
        starts_at, ends_at, inferred = *mend_backwards(starts_at, ends_at), True
    if ends_at is None or ends_at == starts_at:
        ends_at, inferred = starts_at + USUAL_SESSION, True
    if ends_at - starts_at > LONGEST_ENTRY:
        return _TOO_LONG
    assumed = entry.starts_at.utcoffset() is None and not entry.all_day
    return Placed(starts_at, ends_at, note_written_at, inferred, assumed)


def _in_utc(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    if moment is None or moment.year not in _YEARS:
        return None
    placed = moment.replace(tzinfo=zone) if moment.utcoffset() is None else moment
    return placed.astimezone(UTC)


def mend_backwards(starts_at: datetime, ends_at: datetime) -> tuple[datetime, datetime | None]:
    """This will read an end before its start: over midnight, else swapped, else not known."""
    next_day = ends_at + timedelta(days=1)
    if timedelta(0) < next_day - starts_at <= LONGEST_MENDED:
        return starts_at, next_day
    if starts_at - ends_at <= LONGEST_MENDED:
        return ends_at, starts_at
    return starts_at, None
