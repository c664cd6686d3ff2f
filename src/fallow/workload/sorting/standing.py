"""Entries that come back, in groups their clinician knows again: "Tuesdays at 10:00, 14 times".

It knows keyed references, days and clock times, never a title or a name.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from fallow.base.periods import read_zone
from fallow.workload.appointments import Appointment, Kind, KindFrom
from fallow.workload.sorting.rules import TitleRule


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingEntry:
    """One group of one person's appointments: by client where that is known, else by title.

    Exactly one of `client_ref` and `label_ref` is set; weekday counts from Monday as 0.
    """

    client_ref: str | None
    label_ref: str | None
    kind: Kind
    count: int
    weekday: int
    clock_minute: int  # of the local day
    minutes: int
    first_date: date
    last_date: date


def find_standing_entries(
    appointments: Iterable[Appointment], *, zone: str
) -> tuple[StandingEntry, ...]:
    """This will group contacts and what is not sorted yet, in the order of the week."""
    groups: dict[tuple[str | None, str | None], list[Appointment]] = {}
    for appointment in appointments:
        by_client = appointment.client_ref is not None and appointment.is_contact
        label = None if by_client else appointment.label_ref
        client = appointment.client_ref if by_client else None
        is_open = appointment.kind is Kind.UNKNOWN or appointment.is_contact
        if is_open and (client or label):
            groups.setdefault((client, label), []).append(appointment)
    found = [_standing(client, label, group, zone) for (client, label), group in groups.items()]
    return tuple(sorted(found, key=lambda e: (e.weekday, e.clock_minute, -e.count)))


def _standing(
    client: str | None, label: str | None, group: list[Appointment], zone: str
) -> StandingEntry:
    starts = sorted(a.starts_at.astimezone(read_zone(zone)) for a in group)
    slots = Counter((s.weekday(), s.hour * 60 + s.minute) for s in starts)
    (weekday, clock_minute), _ = slots.most_common(1)[0]
    lengths = sorted(a.end_minute - a.start_minute for a in group)
    return StandingEntry(
        client_ref=client,
        label_ref=label,
        kind=group[0].kind,
        count=len(group),
        weekday=weekday,
        clock_minute=clock_minute,
        minutes=lengths[len(lengths) // 2],
        first_date=starts[0].date(),
        last_date=starts[-1].date(),
    )


def sort_by_answers(
    appointments: Iterable[Appointment], answers: Iterable[TitleRule]
) -> tuple[Appointment, ...]:
    """This will give appointments the kind that their clinician said for their recurring title."""
    said = {answer.label_ref: answer.kind for answer in answers if answer.label_ref}
    return tuple(
        replace(a, kind=said[a.label_ref], kind_from=KindFrom.PERSON)
        if a.label_ref is not None and a.label_ref in said
        else a
        for a in appointments
    )
