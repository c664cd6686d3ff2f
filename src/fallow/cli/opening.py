"""Opens the calendar of the command line: a file, or what comes on standard input.

It knows nothing of formats. A file is read as it is needed; nothing is written anywhere.
"""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from fallow.base.errors import FileRefused
from fallow.workload.readers.limits import MOST_BYTES

STANDARD_INPUT = "-"
_CHUNK = 1 << 20
Watch = Callable[[int, int], None]


class WatchedFile(io.FileIO):
    """This will be an ordinary file that says how many of its bytes were read."""

    def __init__(self, path: Path, watch: Watch) -> None:
        super().__init__(path, "rb")
        self._watch = watch
        self._whole = path.stat().st_size

    def readinto(self, buffer: "bytearray | memoryview") -> int | None:  # type: ignore[override]
        count = super().readinto(buffer)
        self._watch(self.tell(), self._whole)
        return count


def open_calendar(name: str, *, watch: Watch) -> BinaryIO:
    """This will give a stream to read and to rewind; FileRefused when there is none."""
    if name == STANDARD_INPUT:
        return _hold(sys.stdin.buffer)
    path = Path(name)
    if path.is_dir():
        raise FileRefused("That is a folder, not a calendar.", "Name the file inside it.")
    if path.suffix.lower() == ".zip":
        raise FileRefused(
            "That is a zip file, which holds calendars.", "Unpack it and name the one inside."
        )
    try:
        if path.is_file():
            return io.BufferedReader(WatchedFile(path, watch), buffer_size=_CHUNK)
        with path.open("rb") as pipe:
            return _hold(pipe)
    except FileNotFoundError as error:
        raise FileRefused("There is no file of that name.", "Check how it is written.") from error
    except OSError as error:
        raise FileRefused(
            "The calendar could not be opened.", "Check who may read that file."
        ) from error


def _hold(stream: BinaryIO) -> BinaryIO:
    """A pipe cannot be rewound, so it is held in memory; one byte more than the limit is enough."""
    return io.BytesIO(stream.read(MOST_BYTES + 1))
