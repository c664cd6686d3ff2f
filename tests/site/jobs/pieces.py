"""Pieces of background work for tests of the worker as a process."""

import os
import signal

from fallow_site.kit.tasks import background


@background(priority=100)
def stop_oneself() -> None:
    """What a server that is stopped does to its worker, in the middle of a piece of work."""
    os.kill(os.getpid(), signal.SIGTERM)


@background(priority=50)
def come_after() -> None:
    """Waits in the queue behind the other."""
