"""The list of jobs that come round, and the claim that lets each run once a slot.

It knows hours and days in UTC.
"""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction

from fallow_site.foundation.organizations.models import Practice
from fallow_site.individual.reminders.sending import send_due
from fallow_site.jobs.forgetting import forget_all
from fallow_site.jobs.models import PeriodicRun
from fallow_site.kit.clock import now
from fallow_site.kit.tasks import WHEN_IDLE, background
from fallow_site.workload.keeping.fetching import poll_source
from fallow_site.workload.keeping.posting import refresh_source
from fallow_site.workload.models import Source
from fallow_site.workload.tasks import refresh_practice_task


@background(priority=WHEN_IDLE)
def poll_one_source(source_pk: int) -> None:
    """This will read one feed or server, and refresh whom it concerns."""
    source = Source.objects.filter(pk=source_pk).select_related("practice").first()
    at = now()
    if source is not None and poll_source(source, at=at) is not None:
        refresh_source(source, at=at)


@background()
def poll_sources() -> None:
    """This will queue every feed and server by itself, so that one that fails stops no other.

    The addresses of an invented practice lead nowhere; the demo asks the network for nothing.
    """
    if settings.FALLOW_IS_DEMO:
        return
    for pk in Source.objects.exclude(way=Source.Way.UPLOAD).values_list("pk", flat=True):
        poll_one_source.enqueue(pk)


@background(priority=WHEN_IDLE)
def forget() -> None:
    """This will remove what is older than it may be."""
    forget_all(at=now())


@background()
def turn_week() -> None:
    """This will make posted weeks anew when a new week begins."""
    for pk in Practice.objects.values_list("pk", flat=True):
        refresh_practice_task.enqueue(pk)


@background()
def send_notes() -> None:
    """This will send the weekly notes whose hour it is."""
    send_due(at=now())


JOBS: tuple[tuple[str, str, Callable[[], object]], ...] = (
    ("poll sources", "%Y-%m-%dT%H", poll_sources.enqueue),
    ("forget", "%Y-%m-%d", forget.enqueue),
    ("send notes", "%Y-%m-%dT%H", send_notes.enqueue),
    ("turn week", "%G-W%V", turn_week.enqueue),
)
"""Each job with the pattern of its slot: hourly, daily, weekly."""


def enqueue_due(at: datetime) -> list[str]:
    """This will claim and enqueue every job whose slot nobody has claimed yet."""
    slots = {name: f"{at:{pattern}}" for name, pattern, _ in JOBS}
    known = set(PeriodicRun.objects.values_list("name", "slot"))
    return [
        name
        for name, _, enqueue in JOBS
        if (name, slots[name]) not in known and _is_claimed(name, slots[name], enqueue)
    ]


def _is_claimed(name: str, slot: str, enqueue: Callable[[], object]) -> bool:
    """The unique row is the claim: of several workers that try at once, one can write it."""
    try:
        with transaction.atomic():
            PeriodicRun.objects.create(name=name, slot=slot)
            enqueue()
    except IntegrityError:
        return False
    return True
