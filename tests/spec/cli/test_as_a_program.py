"""The command as a program of its own: what a shell sees of it."""

import os
import subprocess
import sys

from tests.spec.cli.samples import TUESDAY_RUN

COMMAND = [sys.executable, "-m", "fallow.cli.main"]


def _run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], input=given, capture_output=True, text=True, check=False
    )


def test_a_pipe_goes_in_and_a_table_comes_out() -> None:
    ended = _run("work", "-", "--until", "2026-11-18", "--weeks", "1", given=TUESDAY_RUN)

    assert ended.returncode == 0
    assert "2026-11-16" in ended.stdout
    assert ended.stderr == ""  # no progress where nobody sits at a terminal


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)

    ended = subprocess.run(
        [*COMMAND, "work", "-", "--weeks", "260"],
        input=TUESDAY_RUN,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)

    assert "Traceback" not in ended.stderr
    assert "BrokenPipe" not in ended.stderr
