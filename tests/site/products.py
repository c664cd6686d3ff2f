"""The product in a home of its own, run as people run it: by its commands, in its own processes.

Nothing here waits by the clock: it waits for a line, for an answer, or for an end, within bounds.
"""

import atexit
import os
import selectors
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 120.0  # for one step on a busy machine with two cores
FALLOW = (sys.executable, "-m", "fallow.cli.main")
DJANGO = (sys.executable, "-m", "django")
_BRING_UP = (
    "from fallow_site.commands.product import bring_up_to_date, open_product;"
    "open_product(); bring_up_to_date()"
)


def environment_of(home: Path, **more: str) -> dict[str, str]:
    """The environment of someone who set FALLOW_HOME and nothing else."""
    ours = ("FALLOW_", "DATABASE_", "DJANGO_", "PYTEST_")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    named = {"FALLOW_HOME": str(home), "PYTHONPATH": paths, "NO_COLOR": "1"}
    return plain | named | {"DJANGO_SETTINGS_MODULE": "fallow_site.settings"} | more


def run(*command: str, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """This will run a command to its end."""
    return subprocess.run(
        command,
        env=environment_of(home, **more),
        cwd=home if home.is_dir() else home.parent,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_SECONDS,
    )


class Running:
    """A process that goes on: what it said so far, and how it ends."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.said = ""

    def wait_for(self, words: str) -> None:
        """This will read on until those words were said; no words in time is a failure."""
        for piece in self._pieces():
            self.said += piece
            if words in self.said:
                return
        raise AssertionError(f"It never said {words!r}, but:\n{self.said}")

    def _pieces(self) -> Iterator[str]:
        assert self.process.stdout is not None
        deadline = time.monotonic() + PATIENCE_SECONDS
        with selectors.DefaultSelector() as waiting:
            waiting.register(self.process.stdout, selectors.EVENT_READ)
            while waiting.select(max(0.0, deadline - time.monotonic())):
                piece = os.read(self.process.stdout.fileno(), 65_536)
                if not piece:
                    return
                yield piece.decode(errors="replace")

    def tell(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def wait_for_end(self) -> int:
        """This will give the exit code, reading what is still said."""
        self.said += "".join(self._pieces())
        return self.process.wait(timeout=PATIENCE_SECONDS)


@contextmanager
def running(*command: str, home: Path, **more: str) -> Iterator[Running]:
    """This will start a process, and leave nothing behind of all that works in that home."""
    process = subprocess.Popen(
        command,
        env=environment_of(home, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        yield Running(process)
    finally:
        for pid in list_processes_of(home):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


@lru_cache(maxsize=1)
def _make_template() -> Path:
    """One home with its tables and files, made once for all tests of this process."""
    home = Path(tempfile.mkdtemp(prefix="fallow-home-")) / "home"
    atexit.register(shutil.rmtree, home.parent, ignore_errors=True)
    made = run(sys.executable, "-c", _BRING_UP, home=home)
    if made.returncode:
        raise AssertionError(made.stderr)
    return home


def make_home(folder: Path) -> Path:
    """This will give a home that was brought up to date, as after the first `fallow serve`."""
    return Path(shutil.copytree(_make_template(), folder / "home"))


def list_processes_of(home: Path) -> dict[int, str]:
    """The commands of all processes that work in a home, told by their environment (Linux)."""
    mark = f"FALLOW_HOME={home}".encode()
    found = {}
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and mark in (folder / "environ").read_bytes().split(b"\0"):
                words = (folder / "cmdline").read_bytes().replace(b"\0", b" ")
                found[int(folder.name)] = words.decode(errors="replace")
        except OSError:
            continue  # it ended while we looked, or is not ours to look at
    return found


def find_free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
