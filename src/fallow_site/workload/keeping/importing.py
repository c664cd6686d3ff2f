"""Keeps what a reading told: history by entry, clinician keys, the span, one report.

It is atomic: an import is kept whole or not at all, and importing twice changes nothing.
"""

from dataclasses import asdict
from datetime import date, datetime, time, timedelta

from django.db import transaction

from fallow.base.periods import Period, local_date, monday_of, read_zone
from fallow.workload.history.merging import SeenAppointment, merge_history
from fallow.workload.readers.reading import Reading
from fallow_site.workload.keeping.stored import UPDATED, make_row, read_row
from fallow_site.workload.models import ClinicianKey, ImportReport, Source, StoredAppointment

SILENT_AFTER = timedelta(days=2)  # feeds are refreshed within hours to a day (formats.md §4)
_BATCH = 500


@transaction.atomic
def keep_reading(source: Source, reading: Reading, *, at: datetime) -> ImportReport:
    """This will merge a reading into what the source told before, and keep its report."""
    source = Source.objects.select_for_update().get(pk=source.pk)
    keys = _find_keys(source, reading)
    covered = _covered(source, reading)
    if covered is None:
        _mark_quiet(source, at=at)
    else:
        _merge(source, reading, keys=keys, covered=covered, at=at)
        _extend_span(source, reading, at=at)
    source.read_at = at
    source.save()
    return ImportReport.objects.create(source=source, at=at, **_counts(reading))


def _find_keys(source: Source, reading: Reading) -> dict[str, ClinicianKey]:
    named = {appointment.clinician_key for appointment in reading.appointments} or {""}
    known = {key.key: key for key in ClinicianKey.objects.filter(source=source)}
    for name in sorted(named - set(known)):
        known[name] = ClinicianKey.objects.create(source=source, key=name[:200])
    return known


def _covered(source: Source, reading: Reading) -> Period | None:
    """A file or feed speaks for the days from its first entry to its last."""
    first, last = reading.report.first_date, reading.report.last_date
    if first is None or last is None:
        return None
    zone = read_zone(source.zone)
    return Period(
        starts_at=datetime.combine(first, time(), tzinfo=zone),
        ends_at=datetime.combine(last + timedelta(days=1), time(), tzinfo=zone),
    )


def _merge(
    source: Source,
    reading: Reading,
    *,
    keys: dict[str, ClinicianKey],
    covered: Period,
    at: datetime,
) -> None:
    rows = StoredAppointment.objects.filter(
        source=source, starts_at__gte=covered.starts_at, starts_at__lt=covered.ends_at
    ).select_related("clinician_key")
    known = [
        SeenAppointment(
            appointment=read_row(row, source=source.public_id, key=row.clinician_key.key),
            first_seen_at=row.first_seen_at,
            last_seen_at=row.last_seen_at,
        )
        for row in rows
    ]
    merged = merge_history(known, reading.appointments, covered=covered, seen_at=at)
    kept = [make_row(s, source=source, key=keys[s.appointment.clinician_key]) for s in merged]
    StoredAppointment.objects.bulk_create(
        kept,
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["source", "uid", "recurrence_id"],
        update_fields=list(UPDATED),
    )


def _mark_quiet(source: Source, *, at: datetime) -> None:
    """An empty answer is lost coverage from today on, never a light week."""
    if source.quiet_since is None:
        source.quiet_since = local_date(at, zone=source.zone)


@transaction.atomic
def keep_refusal(source: Source, sentence: str, *, at: datetime) -> ImportReport:
    """This will keep why a source could not be read; after two days of that it went quiet."""
    source = Source.objects.select_for_update().get(pk=source.pk)
    is_silent = source.read_at is not None and at - source.read_at > SILENT_AFTER
    if is_silent and source.read_at is not None and source.quiet_since is None:
        source.quiet_since = local_date(source.read_at, zone=source.zone)
        source.save(update_fields=["quiet_since"])
    return ImportReport.objects.create(source=source, at=at, refusal=sentence[:300])


def _extend_span(source: Source, reading: Reading, *, at: datetime) -> None:
    first, last = reading.report.first_date, reading.report.last_date
    if first is None or last is None:
        return
    today = local_date(at, zone=source.zone)
    begin, end = monday_of(first), monday_of(last) + timedelta(days=6)
    source.first_date = min(source.first_date or begin, begin)
    source.last_date = max(source.last_date or end, end)
    is_feed = source.way != Source.Way.UPLOAD
    ended = monday_of(last) + timedelta(days=7)
    source.quiet_since = ended if is_feed and ended <= monday_of(today) else None


def _counts(reading: Reading) -> dict[str, object]:
    report = asdict(reading.report)
    names = ("format", "rows_read", "rows_used", "ends_inferred", "zones_assumed")
    counts = {name: report[name] for name in names}
    skipped = [list(pair) for pair in reading.report.skipped]
    return counts | {"skipped": skipped, "dropped": list(reading.report.dropped)}


REPORT_DAYS = 90  # a choice


def forget_old(practice_years: dict[int, int], *, today: date, at: datetime) -> int:
    """This will remove reports after 90 days and appointments after each practice's years."""
    removed, _ = ImportReport.objects.filter(at__lt=at - timedelta(days=REPORT_DAYS)).delete()
    for practice_id, years in practice_years.items():
        edge = datetime.combine(_years_before(today, years), time(), tzinfo=at.tzinfo)
        rows = StoredAppointment.objects.filter(source__practice_id=practice_id, ends_at__lt=edge)
        removed += rows.delete()[0]
    return removed


def _years_before(day: date, years: int) -> date:
    """The 29th of February of a year that has none is its 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
