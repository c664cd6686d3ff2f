"""A quiet line that says what is going on, for people at a terminal alone.

It knows nothing of the work itself.
"""

import os
import sys
from types import TracebackType

_SIGNS = 20


class Progress:
    """This will show a sentence on stderr while work lasts, and wipe it when done."""

    def __init__(self, sentence: str) -> None:
        self._shows = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._sentence = sentence
        self._percent = -1

    def __enter__(self) -> "Progress":
        self.say(self._sentence)
        return self

    def say(self, sentence: str) -> None:
        if self._shows:
            print(f"\r\033[K{sentence} …", end="", file=sys.stderr, flush=True)

    def count(self, done: int, whole: int) -> None:
        """This will draw a bar of twenty signs for `done` of `whole`, when a percent is gained."""
        percent = 100 * done // max(whole, 1)
        if percent != self._percent:
            self._percent = percent
            filled = _SIGNS * percent // 100
            bar = "█" * filled + "·" * (_SIGNS - filled)
            self.say(f"{self._sentence} {bar} {percent} %")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shows:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
