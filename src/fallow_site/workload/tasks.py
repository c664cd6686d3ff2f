"""Work that may take a while: refreshing a practice, polling its feeds.

It knows ids of rows alone; what it reads it finds anew when it runs.
"""

from django.db import transaction

from fallow_site.foundation.organizations.models import Practice
from fallow_site.kit.clock import now
from fallow_site.kit.tasks import background
from fallow_site.workload.keeping.posting import refresh_practice, refresh_source
from fallow_site.workload.models import Source


@background()
def refresh_practice_task(practice_pk: int) -> None:
    """This will make a practice's posted weeks anew."""
    refresh_practice(Practice.objects.get(pk=practice_pk), at=now())


@background()
def refresh_source_task(source_pk: int) -> None:
    """This will make the posted weeks behind one source anew; a source that is gone needs none."""
    source = Source.objects.filter(pk=source_pk).first()
    if source is not None:
        refresh_source(source, at=now())


def refresh_source_in_background(source_pk: int) -> None:
    """This will enqueue it once the present transaction is kept."""
    transaction.on_commit(lambda: refresh_source_task.enqueue(source_pk))


def refresh_in_background(practice_pk: int) -> None:
    """This will enqueue a refresh once the present transaction is kept."""
    transaction.on_commit(lambda: refresh_practice_task.enqueue(practice_pk))
