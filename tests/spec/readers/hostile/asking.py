"""Gives hostile files one by one to a process that reads them, and keeps what it answered.

The reading process never holds the files themselves, so that its memory is the reader's own.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.spec.readers.hostile.calendars import Make

ROOT = Path(__file__).resolve().parents[4]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said, in how many seconds of the processor, and with how many MB held till then."""

    said: str
    seconds: float
    held: float


def ask_about(files: Mapping[str, tuple[Make, str]], *, name: str) -> dict[str, Answer]:
    """This will have every file read, after one that loads what is loaded when first needed."""
    command = [sys.executable, "-m", "tests.spec.readers.hostile.measuring", name]
    answers: dict[str, Answer] = {}
    with (
        TemporaryDirectory() as folder,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        ) as reader,
    ):
        path = Path(folder) / "file"
        first = {"": (lambda: b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "")}
        for file, (make, _) in (first | dict(files)).items():
            path.write_bytes(make())
            answers[file] = _ask(reader, path)
        if reader.stdin:
            reader.stdin.close()
    return answers


def _ask(reader: "subprocess.Popen[str]", path: Path) -> Answer:
    if reader.stdin is None or reader.stdout is None:
        raise RuntimeError
    reader.stdin.write(f"{path}\n")
    reader.stdin.flush()
    line = reader.stdout.readline()
    return Answer(**json.loads(line)) if line else Answer("it crashed", 0.0, 0.0)
