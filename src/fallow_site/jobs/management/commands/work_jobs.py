"""The worker: enqueues what is due and does what is queued, until it is told to stop."""

import signal
import threading
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from fallow_site.jobs.schedule import enqueue_due
from fallow_site.kit.clock import now

_PAUSE_SECONDS = 5.0


class Command(BaseCommand):
    """`work_jobs`: run by `fallow serve` beside the web server."""

    help = "Do background work."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due and stop")

    def handle(self, *_arguments: Any, **options: Any) -> None:
        stopped = threading.Event()
        if not options["once"]:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stopped.set())
        while True:
            enqueue_due(now())
            call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
            if options["once"] or stopped.wait(_PAUSE_SECONDS):
                return
