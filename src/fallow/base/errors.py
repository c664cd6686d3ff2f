"""The errors people read: one sentence what happened, one what to do.

They know nothing of where they are shown, and never carry a private value.
"""


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
