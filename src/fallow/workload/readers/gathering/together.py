"""Rows that tell of one session, one row a person: who was there, and how it ended.

It knows hashes of clients for as long as a file is read, and no names. The order of rows never
matters.
"""

from dataclasses import replace
from datetime import datetime

from fallow.workload.appointments import DID_NOT_HAPPEN, Appointment, Kind, NoteState, Status

Identity = tuple[str, str, str]
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
"""A session took place if anyone came."""
_WHAT_WAITS = (NoteState.OPEN, NoteState.LOCKED, NoteState.UNKNOWN)
"""A note that is open for anyone is open."""


def kind_of_company(people: int) -> Kind:
    """This will give the kind of a session of which only the number of clients is known."""
    if people > 2:
        return Kind.GROUP
    return Kind.COUPLE_FAMILY if people == 2 else Kind.INDIVIDUAL


class Together:
    """This will join rows into sessions, remembering who was in them while a file is read."""

    def __init__(self) -> None:
        self._people: dict[Identity, dict[str, Status]] = {}
        self._by_company: set[Identity] = set()

    def join(self, known: Appointment, row: Appointment, *, by_company: bool) -> Appointment:
        """This will tell two rows of one session as one, but for its people: `close` counts them.

        `by_company` says that nothing but the number of clients tells the kind.
        """
        if known.identity not in self._people:
            self._people[known.identity] = {}
            self._meet(known)
        self._meet(row)
        if by_company:
            self._by_company.add(known.identity)
        is_sorted = known.kind is not Kind.UNKNOWN
        return replace(
            known,
            ends_at=max(known.ends_at, row.ends_at),
            end_inferred=known.end_inferred and row.end_inferred,
            kind=known.kind if is_sorted else row.kind,
            kind_from=known.kind_from if is_sorted else row.kind_from,
            status=min(known.status, row.status, key=_WHAT_COUNTS.index),
            client_ref=known.client_ref or row.client_ref,
            note_state=min(known.note_state, row.note_state, key=_WHAT_WAITS.index),
            note_written_at=_later(known.note_written_at, row.note_written_at),
        )

    def _meet(self, row: Appointment) -> None:
        people = self._people[row.identity]
        if row.client_ref is not None:
            told = people.get(row.client_ref, row.status)
            people[row.client_ref] = min(told, row.status, key=_WHAT_COUNTS.index)

    def close(self, session: Appointment) -> Appointment:
        """This will count the people of a session: those who came, or all where nobody did."""
        people = self._people.get(session.identity)
        if not people:
            return session
        came = [ref for ref, status in people.items() if status not in DID_NOT_HAPPEN]
        counted = came or list(people)
        by_company = session.identity in self._by_company
        return replace(
            session,
            kind=kind_of_company(len(counted)) if by_company else session.kind,
            client_ref=counted[0] if len(counted) == 1 else None,
            group_size=len(counted),
        )


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    return max(filter(None, (one, other)), default=None)
