"""The web server and the worker as two child processes that stop together.

It knows signals. Ctrl-C, or the end of either child, ends both and leaves nothing behind.
"""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from types import FrameType

_GRACE_SECONDS = 8.0


class Stopped(Exception):
    """Someone asked for the end."""


def run_together(*, host: str, port: int, workers: int, tls: tuple[str, str] | None = None) -> int:
    """This will serve until it is told to stop, and give 0, or 1 when a child died by itself."""
    children = [_start(_web(host, port, workers, tls)), _start(_worker())]
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    try:
        while all(child.poll() is None for child in children):
            time.sleep(0.3)
    except Stopped:
        return 0
    finally:
        _end(children)
    print(
        "One of Fallow's two processes ended by itself. The lines above say why.", file=sys.stderr
    )
    return 1


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped


def _web(host: str, port: int, workers: int, tls: tuple[str, str] | None) -> list[str]:
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
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + _GRACE_SECONDS
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.wait(timeout=max(0.1, deadline - time.monotonic()))
        if child.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()
