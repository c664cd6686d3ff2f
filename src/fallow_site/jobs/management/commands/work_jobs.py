"""`work_jobs`: the worker as a process, run by `fallow serve` beside the web server."""

import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from fallow_site.jobs.working import WorkTurns


class Command(BaseCommand):
    """Works until TERM or INT, or does what is due and stops."""

    help = "Do background work."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due and stop")

    def handle(self, *_arguments: Any, **options: Any) -> None:
        turns = WorkTurns()
        if options["once"]:
            turns.take_turn()
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, turns.stop)
        turns.run(say=self._say if options["verbosity"] > 1 else str)

    def _say(self, sentence: str) -> None:
        """At once, also where nobody but a log file is listening."""
        self.stdout.write(sentence)
        self.stdout.flush()
