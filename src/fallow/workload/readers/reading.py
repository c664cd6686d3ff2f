"""What a reader is told, and what it gives back beside appointments.

It knows nothing of any one format.
"""

from dataclasses import dataclass, field, fields
from datetime import date, datetime

from fallow.base.errors import ValueRefused
from fallow.base.periods import Period
from fallow.workload.appointments import Appointment
from fallow.workload.readers.cells.moments import DATE_ORDERS
from fallow.workload.sorting.rules import TitleRule


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """Which column (by position, from 0) holds what; None where the table has no such column."""

    fingerprint: str
    date_format: str
    starts_at: int
    ends_at: int | None = None
    date: int | None = None  # where day and clock time stand in two columns
    minutes: int | None = None
    code: int | None = None
    clinician: int | None = None
    client: int | None = None
    title: int | None = None
    status: int | None = None
    note_state: int | None = None
    note_written_at: int | None = None

    def __post_init__(self) -> None:
        places = [getattr(self, each.name) for each in fields(self)[2:]]
        fit = all(place is None or (type(place) is int and place >= 0) for place in places)
        if not fit or self.starts_at is None or self.date_format not in DATE_ORDERS:
            raise ValueRefused(
                "The answer about the columns of a table does not fit.",
                "Say again which column holds what.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPlan:
    """What every reader is told: the key for hashes, the zone of naive times, the span, the rules.

    `key` is at least 32 bytes; `keep_titles` is for the owner's own device, in memory alone.
    """

    source: str
    key: bytes = field(repr=False)
    zone: str
    period: Period
    rules: tuple[TitleRule, ...]
    mapping: ColumnMapping | None = None
    minutes_by_code: tuple[tuple[str, int], ...] = ()
    strip_types: bool = False  # 42 CFR Part 2: of a client's session, only that it was one
    keep_titles: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A group of entries that no field and no rule could sort: "11 like this: what are they?"

    `title` is set only when the plan keeps titles.
    """

    label_ref: str
    count: int
    first_starts_at: datetime
    usual_minutes: int
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """What was read, used, skipped and dropped, in counts and column names alone."""

    format: str
    rows_read: int
    rows_used: int
    skipped: tuple[tuple[str, int], ...]  # (reason in words, how many)
    dropped: tuple[str, ...]  # names of fields or columns that were not kept
    first_date: date | None
    last_date: date | None
    zone: str
    ends_inferred: int
    zones_assumed: int
    clinician_keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A whole file read: its appointments in order of time, its leftovers and its report."""

    appointments: tuple[Appointment, ...]
    leftovers: tuple[Leftover, ...]
    report: ReadReport
