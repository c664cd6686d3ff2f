"""The web server and the worker as two child processes that stop together.

It knows signals and ports. Ctrl-C, a closed terminal, or the end of either child, ends both and
leaves nothing behind.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress

from fallow.base.errors import FallowError

_GRACE_SECONDS = 8.0
_LOOK_SECONDS = 0.2
_ENDS = ("SIGTERM", "SIGINT", "SIGHUP")  # the last is what a closed terminal sends
_ENDED_BY_ITSELF = "One of Fallow's two processes ended by itself. The lines above say why."
Tls = tuple[str, str]


def read_port(text: str) -> int:
    """This will read a port of the command line, or refuse it as argparse does."""
    if not text.isdigit() or not 0 < int(text) < 65_536:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return int(text)


def check_free(host: str, port: int) -> None:
    """This will raise FallowError where a port cannot be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError as error:
            raise FallowError(
                f"Port {port} is for administrators of this machine.", "Choose one above 1023."
            ) from error
        except OSError as error:
            raise FallowError(
                f"Port {port} cannot be used; something else may be using it.",
                f"Choose another: --port {port + 1}",
            ) from error


def run_together(
    *, host: str, port: int, workers: int, once_up: str = "", tls: Tls | None = None
) -> int:
    """This will serve until it is told to stop, and give 0, or 1 when a child died by itself.

    `once_up` is said as soon as the server answers.
    """
    stopped = threading.Event()
    for number in _known_signals():
        signal.signal(number, lambda *_: stopped.set())
    children: list[subprocess.Popen[bytes]] = []
    try:
        for command in (_web(host, port, workers, tls), _worker()):
            children.append(_start(command))
        while not stopped.wait(_LOOK_SECONDS):
            if any(child.poll() is not None for child in children):
                print(_ENDED_BY_ITSELF, file=sys.stderr)
                return 1
            if once_up and _is_answering(host, port):
                print(once_up, flush=True)
                once_up = ""
    finally:
        _end(children)
    return 0


def _known_signals() -> list[signal.Signals]:
    return [getattr(signal, name) for name in _ENDS if hasattr(signal, name)]


def _is_answering(host: str, port: int) -> bool:
    anywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}
    with suppress(OSError), socket.create_connection((anywhere.get(host, host), port), timeout=1):
        return True
    return False


def _web(host: str, port: int, workers: int, tls: Tls | None) -> list[str]:
    granian = ["-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    sizes = ["--workers", str(workers), "--blocking-threads", "4", "--log-level", "warning"]
    secure = ["--ssl-certificate", tls[0], "--ssl-keyfile", tls[1]] if tls else []
    return [
        sys.executable,
        *granian,
        *sizes,
        "--no-access-log",
        *secure,
        "fallow_site.wsgi:application",
    ]


def _worker() -> list[str]:
    return [sys.executable, "-m", "django", "work_jobs"]


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    """A session of its own, so that Ctrl-C reaches the parent alone and the end is in order."""
    return subprocess.Popen(command, env=os.environ.copy(), start_new_session=True)


def _end(children: list[subprocess.Popen[bytes]]) -> None:
    """First kindly, then for certain, with all that a child itself has started."""
    for number in _known_signals():
        signal.signal(number, signal.SIG_IGN)
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + _GRACE_SECONDS
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.wait(timeout=max(0.1, deadline - time.monotonic()))
        _kill_group(child)
        child.wait()


def _kill_group(child: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()
