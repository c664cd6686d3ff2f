"""Turns entries that still hold text into appointments that do not, and counts what happened.

It knows nothing of any one format: each reader hands it entries one by one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from fallow.base.periods import read_zone
from fallow.workload.appointments import Appointment, Kind, KindFrom, Modality
from fallow.workload.readers.cells.words import read_modality
from fallow.workload.readers.gathering.closing import list_leftovers, write_report
from fallow.workload.readers.gathering.entry import Entry
from fallow.workload.readers.gathering.spans import Placed, place_entry
from fallow.workload.readers.gathering.together import Identity, Together, kind_of_company
from fallow.workload.readers.limits import (
    MOST_APPOINTMENTS,
    MOST_ROWS,
    MOST_UNREAD,
    holds_nothing,
    too_large,
)
from fallow.workload.readers.reading import Reading, ReadingPlan
from fallow.workload.references import hash_reference, normalize_title
from fallow.workload.sorting.sort import Sorter

_OUTSIDE = "outside the period that was asked for"
_AGAIN = "told more than once"
_REMEMBERED = 4096  # titles and clients at a time
_LONGEST_NAME = 200  # of a clinician, as the source writes it
_LONGEST_TITLE = 300  # characters of a title that are looked at


class Gathering:
    """This will gather one source's appointments inside the plan's period."""

    def __init__(self, plan: ReadingPlan, format_name: str) -> None:
        self._plan = plan
        self._format = format_name
        self._zone = read_zone(plan.zone)
        self._sorter = Sorter(plan.rules)
        self._kept: dict[Identity, Appointment] = {}
        self._together = Together()
        self._titles: dict[str, str] = {}
        self._skipped: Counter[str] = Counter()
        self._dropped: set[str] = set()
        self._uid = lru_cache(maxsize=_REMEMBERED)(self._hash_uid)
        self._unread = 0
        self._client_ref = lru_cache(maxsize=_REMEMBERED)(self._hash_client)
        self._read_title = lru_cache(maxsize=_REMEMBERED)(self._hash_title)
        self.rows_read = 0

    def count_row(self) -> None:
        """This will count a row of a file that streams, and refuse one that has no end."""
        self.rows_read += 1
        if self.rows_read > MOST_ROWS:
            raise too_large(f"more than {MOST_ROWS:,} rows")

    def skip(self, reason: str, *, count: int = 1) -> None:
        """This will count what could not be read, and refuse a file that is mostly that."""
        self.note(reason, count=count)
        self._unread += count
        if self._unread > MOST_UNREAD:
            raise holds_nothing()

    def note(self, reason: str, *, count: int = 1) -> None:
        """This will count what was left out for a good reason."""
        if count:
            self._skipped[reason] += count

    def drop(self, names: Iterable[str]) -> None:
        """This will note names of fields that were present and are not kept."""
        self._dropped.update(name for name in names if name)

    def keep(self, entry: Entry, *, is_row: bool = False) -> None:
        """This will keep one entry as an appointment, or count why it was skipped.

        An entry that is told again takes the place of the first; in a table (`is_row`), where a
        session has a row for each of its people, the rows are joined.
        """
        placed = place_entry(entry, self._zone)
        if isinstance(placed, str):
            self.skip(placed)
            return
        period = self._plan.period
        if placed.ends_at <= period.starts_at or placed.starts_at >= period.ends_at:
            self.note(_OUTSIDE)
            return
        appointment = self._appointment(entry, placed)
        known = self._kept.get(appointment.identity)
        if known is None and len(self._kept) >= MOST_APPOINTMENTS:
            raise too_large(f"more than {MOST_APPOINTMENTS:,} appointments")
        if known is not None and is_row:
            is_said = entry.kind is not None or appointment.kind_from is not KindFrom.FIELD
            by_company = not is_said and not self._plan.strip_types
            appointment = self._together.join(known, appointment, by_company=by_company)
        elif known is not None:
            self.note(_AGAIN)
        self._kept[appointment.identity] = appointment

    def _appointment(self, entry: Entry, placed: Placed) -> Appointment:
        title = entry.title[:_LONGEST_TITLE]
        label_ref, modality = self._read_title(title)
        kind, kind_from = self._sorter.sort(
            label_ref=label_ref,
            title=title,
            field=entry.kind,
            otherwise=kind_of_company(entry.group_size) if entry.with_client else None,
        )
        appointment = Appointment(
            source=self._plan.source,
            uid=self._uid(entry.uid),
            recurrence_id=entry.recurrence_id,
            starts_at=placed.starts_at,
            ends_at=placed.ends_at,
            clinician_key=entry.clinician_key[:_LONGEST_NAME],
            kind=kind,
            kind_from=kind_from,
            status=entry.status,
            client_ref=self._client_ref(entry.client) if entry.client else None,
            label_ref=label_ref,
            modality=modality if entry.modality is Modality.UNKNOWN else entry.modality,
            note_state=entry.note_state,
            note_written_at=placed.note_written_at,
            group_size=entry.group_size,
            all_day=entry.all_day,
            end_inferred=placed.end_inferred,
            zone_assumed=placed.zone_assumed,
        )
        return without_type(appointment) if self._plan.strip_types else appointment

    def _hash_uid(self, uid: str) -> str:
        return hash_reference(self._plan.key, uid, purpose="uid")

    def _hash_client(self, client: str) -> str:
        return hash_reference(self._plan.key, client, purpose="client")

    def _hash_title(self, title: str) -> tuple[str | None, Modality]:
        normalized = normalize_title(title)
        if not normalized:
            return None, Modality.UNKNOWN
        modality = read_modality(normalized)
        label_ref = hash_reference(self._plan.key, normalized, purpose="label")
        if self._plan.keep_titles:
            shown = _shown(title)
            self._titles[label_ref] = min(shown, self._titles.get(label_ref, shown))
        return label_ref, modality

    def reading(self) -> Reading:
        """This will close the file: appointments in order of time, leftovers, and the report."""
        closed = map(self._together.close, self._kept.values())
        appointments = tuple(sorted(closed, key=lambda a: (a.starts_at, a.ends_at, a.identity)))
        return Reading(
            appointments=appointments,
            leftovers=() if self._plan.strip_types else list_leftovers(appointments, self._titles),
            report=write_report(
                appointments,
                format_name=self._format,
                rows_read=self.rows_read,
                skipped=self._skipped,
                dropped=self._dropped,
                zone=self._zone,
            ),
        )


def without_type(appointment: Appointment) -> Appointment:
    """This will leave of a client's session that it was one, and nothing that was made of its type.

    One's own work keeps its kind: it is nobody's record, and without it a week would read as light.
    """
    if not appointment.is_contact and appointment.kind is not Kind.UNKNOWN:
        return appointment
    return replace(
        appointment,
        kind=Kind.INDIVIDUAL if appointment.is_contact else Kind.UNKNOWN,
        label_ref=None,
        modality=Modality.UNKNOWN,
    )


def _shown(title: str) -> str:
    """A title for its owner's screen; half characters of broken JSON become question marks."""
    return title.strip().encode("utf-8", "replace").decode()
