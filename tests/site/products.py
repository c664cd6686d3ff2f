"""The product in a home of its own, run as people run it: by its commands, in its own processes.

Nothing here waits by the clock: it waits for a line, for an answer, or for an end, within bounds.
"""

import atexit
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import Timer

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

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.said = ""

    def wait_for(self, words: str) -> str:
        """This will read on until those words were said; an end or no words is a failure."""
        assert self.process.stdout is not None
        alarm = Timer(PATIENCE_SECONDS, self.process.kill)
        alarm.start()
        try:
            for line in self.process.stdout:
                self.said += line
                if words in line:
                    return self.said
        finally:
            alarm.cancel()
        raise AssertionError(f"It ended without saying {words!r}:\n{self.said}")

    def tell(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def wait_for_end(self) -> int:
        """This will give the exit code, reading what is still said."""
        rest, _ = self.process.communicate(timeout=PATIENCE_SECONDS)
        self.said += rest
        return self.process.returncode


@contextmanager
def running(*command: str, home: Path, **more: str) -> Iterator[Running]:
    """This will start a process in a session of its own, and leave nothing of it behind."""
    process = subprocess.Popen(
        command,
        env=environment_of(home, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield Running(process)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


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


def list_processes_of(home: Path) -> list[str]:
    """The commands of all processes that work in a home, told by their environment (Linux)."""
    mark = f"FALLOW_HOME={home}".encode()
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and mark in (folder / "environ").read_bytes().split(b"\0"):
                found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except (OSError, UnicodeDecodeError):
            continue  # it ended while we looked, or is not ours to look at
    return found


def find_free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
