"""The list of jobs that come round, and the claim that lets each run once a slot.

It knows hours and days in UTC.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.management import call_command
from django.db import IntegrityError, transaction

from fallow_site.foundation.organizations.models import Practice
from fallow_site.jobs.models import PeriodicRun
from fallow_site.kit.clock import now
from fallow_site.kit.tasks import background
from fallow_site.workload.keeping.fetching import poll_source
from fallow_site.workload.keeping.importing import forget_old
from fallow_site.workload.keeping.posting import refresh_source
from fallow_site.workload.models import Source
from fallow_site.workload.tasks import refresh_practice_task


@background()
def poll_sources() -> None:
    """This will read every feed and server once, and refresh whom it concerns."""
    for source in Source.objects.exclude(way=Source.Way.UPLOAD).select_related("practice"):
        at = now()
        if poll_source(source, at=at) is not None:
            refresh_source(source, at=at)


@background()
def forget() -> None:
    """This will remove what is older than it may be, and results of finished work."""
    at = now()
    years = dict(Practice.objects.values_list("pk", "appointment_years"))
    forget_old(years, today=at.date(), at=at)
    PeriodicRun.objects.filter(slot__lt=f"{at - timedelta(days=14):%Y-%m-%d}").delete()
    call_command("prune_db_task_results", verbosity=0)


@background()
def turn_week() -> None:
    """This will make posted weeks anew when a new week begins."""
    for pk in Practice.objects.values_list("pk", flat=True):
        refresh_practice_task.enqueue(pk)


JOBS: tuple[tuple[str, str, Callable[[], object]], ...] = (
    ("poll sources", "%Y-%m-%dT%H", poll_sources.enqueue),
    ("forget", "%Y-%m-%d", forget.enqueue),
    ("turn week", "%G-W%V", turn_week.enqueue),
)
"""Each job with the pattern of its slot: hourly, daily, weekly."""


def enqueue_due(at: datetime) -> list[str]:
    """This will claim and enqueue every job whose slot nobody has claimed yet."""
    return [
        name for name, pattern, enqueue in JOBS if _is_claimed(name, f"{at:{pattern}}", enqueue)
    ]


def _is_claimed(name: str, slot: str, enqueue: Callable[[], object]) -> bool:
    try:
        with transaction.atomic():
            PeriodicRun.objects.create(name=name, slot=slot)
            enqueue()
    except IntegrityError:
        return False
    return True
