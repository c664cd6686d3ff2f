"""The errors people read: one sentence what happened, one what to do.

They know nothing of where they are shown, and never carry a private value.
"""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class FallowError(Exception):
    """This will tell a person what happened and what they can do about it."""

    def __init__(self, happened: str, mend: str) -> None:
        super().__init__(f"{happened} {mend}")
        self.happened = happened
        self.mend = mend


class ValueRefused(FallowError):
    """A value cannot be what it claims to be: an end before its start, an unknown zone."""


class FileRefused(FallowError):
    """A file cannot be read, or not safely; nothing of it was kept."""


def call_or_refuse(
    call: Callable[[], T], refusal: FallowError, *, causes: tuple[type[Exception], ...]
) -> T:
    """This will call, or raise `refusal` alone: what the cause says may quote a private value.

    It raises outside the handler, so that not even `__context__` carries those words, and lets go
    of `refusal`, so that nothing waits in memory in a circle. Give a fresh one each time.
    """
    try:
        return call()
    except causes:
        pass
    try:
        raise refusal
    finally:
        del refusal
