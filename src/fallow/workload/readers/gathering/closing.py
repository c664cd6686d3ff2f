"""Closes a reading: groups of entries nobody could sort, and the report in counts and names.

It knows appointments, which hold no text; titles reach it only when their owner keeps them.
"""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from fallow.workload.appointments import Appointment, Kind
from fallow.workload.readers.reading import Leftover, ReadReport


def list_leftovers(
    appointments: tuple[Appointment, ...], titles: Mapping[str, str]
) -> tuple[Leftover, ...]:
    """This will give the unsorted entries by label, the largest group first."""
    groups: dict[str, list[Appointment]] = {}
    for appointment in appointments:
        if appointment.kind is Kind.UNKNOWN:
            groups.setdefault(appointment.label_ref or "", []).append(appointment)
    found = [_leftover(label_ref, group, titles) for label_ref, group in groups.items()]
    return tuple(sorted(found, key=lambda left: (-left.count, left.label_ref)))


def _leftover(label_ref: str, group: list[Appointment], titles: Mapping[str, str]) -> Leftover:
    minutes = sorted(a.end_minute - a.start_minute for a in group)
    return Leftover(
        label_ref=label_ref,
        count=len(group),
        first_starts_at=group[0].starts_at,
        usual_minutes=minutes[len(minutes) // 2],
        title=titles.get(label_ref),
    )


def write_report(
    appointments: tuple[Appointment, ...],
    *,
    format_name: str,
    rows_read: int,
    skipped: Mapping[str, int],
    dropped: set[str],
    zone: ZoneInfo,
) -> ReadReport:
    """This will count what was read, used and skipped, and name what was dropped."""
    days = [a.starts_at.astimezone(zone).date() for a in appointments]
    return ReadReport(
        format=format_name,
        rows_read=rows_read,
        rows_used=len(appointments),
        skipped=tuple(sorted(skipped.items())),
        dropped=tuple(sorted(dropped)),
        first_date=min(days, default=None),
        last_date=max(days, default=None),
        zone=zone.key,
        ends_inferred=len([a for a in appointments if a.end_inferred]),
        zones_assumed=len([a for a in appointments if a.zone_assumed]),
        clinician_keys=tuple(sorted({a.clinician_key for a in appointments} - {""})),
    )
