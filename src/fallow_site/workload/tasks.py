"""Work that may take a while: refreshing a practice, polling its feeds.

It knows ids of rows alone; what it reads it finds anew when it runs.
"""

from django.db import transaction

from fallow_site.foundation.organizations.models import Practice
from fallow_site.kit.clock import now
from fallow_site.kit.tasks import background
from fallow_site.workload.keeping.posting import refresh_practice


@background()
def refresh_practice_task(practice_pk: int) -> None:
    """This will make a practice's posted weeks anew."""
    refresh_practice(Practice.objects.get(pk=practice_pk), at=now())


def refresh_in_background(practice_pk: int) -> None:
    """This will enqueue a refresh once the present transaction is kept."""
    transaction.on_commit(lambda: refresh_practice_task.enqueue(practice_pk))
