"""Reads a source by its way: an uploaded file, a feed, a FHIR server.

It opens the sealed address for the length of one call, and says it nowhere.
"""

from datetime import datetime, timedelta

from django.conf import settings

from fallow.base.errors import FallowError
from fallow.workload.readers.dispatch import read_calendar
from fallow.workload.readers.reading import ColumnMapping, Reading
from fallow_site.integrations.fetched import Fetched
from fallow_site.integrations.fhir_server.fetch import Span, fetch_appointments
from fallow_site.integrations.ics_feed.fetch import fetch_calendar
from fallow_site.kit.keys import open_address
from fallow_site.workload.keeping.importing import keep_reading, keep_refusal
from fallow_site.workload.keeping.reading_plan import WEEKS_AHEAD, WEEKS_BACK, make_plan
from fallow_site.workload.models import ImportReport, Source

READ_WHOLE_EVERY = timedelta(days=1)  # "nothing changed" brings no weeks that have come nearer


def fetch_source(source: Source, *, at: datetime, is_fresh: bool) -> Fetched:
    """This will fetch a feed or a FHIR server; `is_fresh` asks for all of it again."""
    opened = open_address(settings.FALLOW_HOME, bytes(source.sealed_address or b""))
    address, _, token = opened.partition("\n")
    allow = settings.FALLOW_ALLOW_LOOPBACK_SOURCES
    if source.way == Source.Way.FEED:
        etag, modified = ("", "") if is_fresh else (source.etag, source.last_modified)
        return fetch_calendar(address, etag=etag, last_modified=modified, allow_loopback=allow)
    since, until = at - timedelta(weeks=WEEKS_BACK), at + timedelta(weeks=WEEKS_AHEAD)
    span = Span(since=since.date(), until=until.date())
    return fetch_appointments(address, token=token, span=span, allow_loopback=allow)


def read_fetched(
    source: Source, fetched: Fetched, *, at: datetime, mapping: ColumnMapping | None = None
) -> Reading:
    """This will read fetched bytes by the source's plan."""
    plan = make_plan(source, at=at, mapping=mapping)
    return read_calendar(fetched.content or b"", name=fetched.name, plan=plan)


def poll_source(source: Source, *, at: datetime) -> ImportReport | None:
    """This will fetch and keep what changed; a refusal is kept as a report with its sentence."""
    try:
        fetched = fetch_source(source, at=at, is_fresh=not _was_read_whole(source, at))
        if fetched.content is None:
            Source.objects.filter(pk=source.pk).update(read_at=at)
            return None
        reading = read_fetched(source, fetched, at=at)
    except FallowError as refusal:
        return keep_refusal(source, str(refusal), at=at)
    report = keep_reading(source, reading, at=at)
    Source.objects.filter(pk=source.pk).update(
        etag=fetched.etag, last_modified=fetched.last_modified
    )
    return report


def _was_read_whole(source: Source, at: datetime) -> bool:
    whole = ImportReport.objects.filter(source=source, refusal="", at__gt=at - READ_WHOLE_EVERY)
    return whole.exists()
