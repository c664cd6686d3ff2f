"""The worker: enqueues what is due and does what is queued, until it is told to stop.

It knows queues and signals, nothing of the work. What a worker was doing when it was killed is
done again by the next; all our work may be done twice.
"""

import logging
import secrets
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError, close_old_connections
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from fallow_site.jobs.schedule import enqueue_due
from fallow_site.kit.clock import now

PAUSE_SECONDS = 5.0
ABANDONED_AFTER = timedelta(minutes=30)  # no piece of our work may take as long
MOST_ATTEMPTS = 3  # work that killed three workers is not begun a fourth time
_LOG = logging.getLogger(__name__)


class WorkTurns:
    """Turn after turn of work, with a pause between them, until `stop`."""

    def __init__(self) -> None:
        self._stopped = threading.Event()
        self._worker: Worker | None = None

    def stop(self, *_signal: object) -> None:
        """This will end the work after the piece that is being done. It is a signal handler."""
        self._stopped.set()
        if self._worker is not None:
            self._worker.running = False

    def run(self, say: Callable[[str], object]) -> None:
        """This will work until it is told to stop; a database that is away is waited for."""
        while not self._stopped.is_set():
            try:
                self.take_turn()
            except (OperationalError, InterfaceError):
                _LOG.warning("The database does not answer; the worker tries again in a moment.")
                close_old_connections()
            say("The worker waits for work.")
            self._stopped.wait(PAUSE_SECONDS)

    def take_turn(self) -> None:
        """This will enqueue what is due, and do all that is queued."""
        at = now()
        take_back_abandoned(at=at)
        enqueue_due(at)
        self._worker = Worker(
            queue_names=["default"],
            excluded_queue_names=[],
            backend_name="default",
            worker_id=secrets.token_hex(16),
            interval=0,
            startup_delay=False,
            batch=True,
            max_tasks=None,
        )
        if not self._stopped.is_set():
            self._worker.run()


def take_back_abandoned(*, at: datetime) -> None:
    """This will queue again what was begun long ago and never ended."""
    begun = DBTaskResult.objects.filter(
        status=TaskResultStatus.RUNNING, started_at__lt=at - ABANDONED_AFTER
    )
    for work in begun:
        is_hopeless = len(work.worker_ids) >= MOST_ATTEMPTS
        status = TaskResultStatus.FAILED if is_hopeless else TaskResultStatus.READY
        finished = at if is_hopeless else None
        begun.filter(pk=work.pk).update(status=status, finished_at=finished)
