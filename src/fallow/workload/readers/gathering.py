"""Turns entries that still hold text into appointments that do not, and counts what happened.

It knows nothing of any one format: each reader hands it entries one by one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from fallow.base.periods import read_zone
from fallow.workload.appointments import Appointment, Kind, KindFrom, Modality, NoteState, Status
from fallow.workload.readers.limits import MOST_APPOINTMENTS, too_large
from fallow.workload.readers.reading import Leftover, Reading, ReadingPlan, ReadReport
from fallow.workload.references import hash_reference, normalize_title
from fallow.workload.sorting.sort import Sorter

USUAL_SESSION = timedelta(minutes=50)
"""Length given to an entry that has none, always marked: a standard session (standards.md §3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as its source wrote it. It holds text and lives only while a file is read."""

    uid: str = field(repr=False)
    starts_at: datetime  # may still be without a zone
    ends_at: datetime | None
    title: str = field(default="", repr=False)
    client: str = field(default="", repr=False)
    clinician_key: str = field(default="", repr=False)
    recurrence_id: str = ""
    field_kind: Kind | None = None
    weak_kind: Kind | None = None
    status: Status = Status.UNKNOWN
    modality: Modality = Modality.UNKNOWN
    note_state: NoteState = NoteState.UNKNOWN
    all_day: bool = False
    end_inferred: bool = False
    group_size: int = 1


class Gathering:
    """This will gather one source's appointments inside the plan's period."""

    def __init__(self, plan: ReadingPlan, format_name: str) -> None:
        self._plan = plan
        self._format = format_name
        self._zone = read_zone(plan.zone)
        self._sorter = Sorter(plan.rules)
        self._kept: dict[tuple[str, str, str], Appointment] = {}
        self._people: dict[tuple[str, str, str], set[str]] = {}
        self._titles: dict[str, str] = {}
        self._skipped: Counter[str] = Counter()
        self._dropped: set[str] = set()
        self._clinicians: set[str] = set()
        self._reference = lru_cache(maxsize=4096)(
            lambda purpose, text: hash_reference(plan.key, text, purpose=purpose)
        )
        self.rows_read = 0

    def skip(self, reason: str) -> None:
        self._skipped[reason] += 1

    def drop(self, names: Iterable[str]) -> None:
        """This will note names of fields that were present and are not kept."""
        self._dropped.update(names)

    def keep(self, entry: Entry, *, is_row: bool = False) -> None:
        """This will keep one entry as an appointment, or count why it was skipped.

        `is_row` is for tables, where a session of several people has a row for each of them.
        """
        starts_at, assumed = self._placed(entry.starts_at)
        ends_at = self._placed(entry.ends_at)[0] if entry.ends_at else starts_at + USUAL_SESSION
        inferred = entry.end_inferred or entry.ends_at is None
        if ends_at < starts_at:
            starts_at, ends_at, inferred = ends_at, starts_at, True
        if entry.clinician_key:
            self._clinicians.add(entry.clinician_key)
        period = self._plan.period
        if ends_at < period.starts_at or starts_at >= period.ends_at:
            self.skip("outside the period that was asked for")
            return
        appointment = self._appointment(entry, (starts_at, ends_at), assumed, inferred)
        self._store(self._joined(appointment) if is_row else appointment)

    def _placed(self, moment: datetime) -> tuple[datetime, bool]:
        if moment.utcoffset() is None:
            return moment.replace(tzinfo=self._zone).astimezone(UTC), True
        return moment.astimezone(UTC), False

    def _appointment(
        self, entry: Entry, span: tuple[datetime, datetime], assumed: bool, inferred: bool
    ) -> Appointment:
        label_ref = self._label(entry.title)
        kind, kind_from = self._sorter.sort(
            label_ref=label_ref,
            title=entry.title,
            field=entry.field_kind,
            otherwise=entry.weak_kind,
        )
        return Appointment(
            source=self._plan.source,
            uid=self._reference("uid", entry.uid),
            recurrence_id=entry.recurrence_id,
            starts_at=span[0],
            ends_at=span[1],
            clinician_key=entry.clinician_key,
            kind=Kind.UNKNOWN if self._plan.strip_types else kind,
            kind_from=KindFrom.NOBODY if self._plan.strip_types else kind_from,
            status=entry.status,
            client_ref=self._reference("client", entry.client) if entry.client else None,
            label_ref=label_ref,
            modality=entry.modality,
            note_state=entry.note_state,
            group_size=entry.group_size,
            all_day=entry.all_day,
            end_inferred=inferred,
            zone_assumed=assumed and not entry.all_day,
        )

    def _label(self, title: str) -> str | None:
        normalized = normalize_title(title)
        if not normalized:
            return None
        label_ref: str = self._reference("label", normalized)
        if self._plan.keep_titles:
            self._titles[label_ref] = min(title.strip(), self._titles.get(label_ref, title.strip()))
        return label_ref

    def _store(self, appointment: Appointment) -> None:
        if len(self._kept) >= MOST_APPOINTMENTS and appointment.identity not in self._kept:
            raise too_large(f"more than {MOST_APPOINTMENTS:,} appointments")
        self._kept[appointment.identity] = appointment

    def _joined(self, row: Appointment) -> Appointment:
        """One session of all its rows so far, whatever their order."""
        people = self._people.setdefault(row.identity, set())
        people.update({row.client_ref} if row.client_ref else ())
        joined = join_rows(self._kept.get(row.identity, row), row)
        sole = next(iter(people)) if len(people) == 1 else None
        return replace(joined, client_ref=sole, group_size=max(1, len(people)))

    def reading(self) -> Reading:
        """This will close the file: appointments in order of time, leftovers, and the report."""
        appointments = tuple(
            sorted(self._kept.values(), key=lambda a: (a.starts_at, a.ends_at, a.identity))
        )
        leftovers = () if self._plan.strip_types else self._leftovers(appointments)
        return Reading(
            appointments=appointments, leftovers=leftovers, report=self._report(appointments)
        )

    def _leftovers(self, appointments: tuple[Appointment, ...]) -> tuple[Leftover, ...]:
        groups: dict[str, list[Appointment]] = {}
        for appointment in appointments:
            if appointment.kind is Kind.UNKNOWN:
                groups.setdefault(appointment.label_ref or "", []).append(appointment)
        found = [self._leftover(label_ref, group) for label_ref, group in groups.items()]
        return tuple(sorted(found, key=lambda left: (-left.count, left.label_ref)))

    def _leftover(self, label_ref: str, group: list[Appointment]) -> Leftover:
        minutes = sorted(a.end_minute - a.start_minute for a in group)
        return Leftover(
            label_ref=label_ref,
            count=len(group),
            first_starts_at=group[0].starts_at,
            usual_minutes=minutes[len(minutes) // 2],
            title=self._titles.get(label_ref),
        )

    def _report(self, appointments: tuple[Appointment, ...]) -> ReadReport:
        days = [a.starts_at.astimezone(self._zone).date() for a in appointments]
        return ReadReport(
            format=self._format,
            rows_read=self.rows_read,
            rows_used=len(appointments),
            skipped=tuple(sorted(self._skipped.items())),
            dropped=tuple(sorted(self._dropped)),
            first_date=min(days, default=None),
            last_date=max(days, default=None),
            zone=self._plan.zone,
            ends_inferred=len([a for a in appointments if a.end_inferred]),
            zones_assumed=len([a for a in appointments if a.zone_assumed]),
            clinician_keys=tuple(sorted(self._clinicians)),
        )


_WHAT_COUNTS = (
    Status.FULFILLED,
    Status.CHECKED_IN,
    Status.ARRIVED,
    Status.BOOKED,
    Status.PENDING,
    Status.PROPOSED,
    Status.UNKNOWN,
    Status.NO_SHOW,
    Status.CANCELLED,
    Status.WAITLIST,
    Status.VANISHED,
)
_WHAT_WAITS = (NoteState.OPEN, NoteState.LOCKED, NoteState.UNKNOWN)


def join_rows(one: Appointment, other: Appointment) -> Appointment:
    """This will tell two rows as one session: it took place if anyone came; any open note waits.

    The order of the two does not matter. Both start at once and are of one kind, or of none.
    """
    known = other if one.kind is Kind.UNKNOWN else one
    return replace(
        one,
        ends_at=max(one.ends_at, other.ends_at),
        end_inferred=one.end_inferred and other.end_inferred,
        kind=known.kind,
        kind_from=known.kind_from,
        status=min(one.status, other.status, key=_WHAT_COUNTS.index),
        note_state=min(one.note_state, other.note_state, key=_WHAT_WAITS.index),
    )
