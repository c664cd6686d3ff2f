"""Lets one build at a time write into a folder; a second one waits for its turn.

It knows nothing of what is built. The lock is SQLite's own: it works the same on every system,
and the system lifts it when a build is interrupted, so that no stale lock is left behind.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from fallow_site.kit.build.stopping import CannotBuild

PATIENCE_SECONDS = 600  # a first build compresses for about a minute on a slow machine


@contextmanager
def take_turn(folder: Path, *, patience_seconds: float = PATIENCE_SECONDS) -> Iterator[None]:
    """This will wait until no other build writes into `folder`, then hold it for the caller."""
    folder.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(folder / "turn.lock", timeout=patience_seconds)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            raise CannotBuild(
                "Another build is still running.", "Try again in a few minutes."
            ) from None
        yield
