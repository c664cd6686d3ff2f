"""`fallow demo` as someone starts it: it says where, ends with Ctrl-C, leaves nothing behind."""

import os
import pty
import signal
import socket
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest
from tests.site.commands.conftest import Prepared
from tests.site.products import (
    FALLOW,
    PATIENCE_SECONDS,
    Running,
    environment_of,
    find_free_port,
    list_processes_of,
    run,
    running,
)


def demo(home: Path, port: int, *more: str) -> tuple[str, ...]:
    return (*FALLOW, "demo", "--home", str(home), "--port", str(port), *more)


def ask(port: int, path: str) -> int:
    with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)) as connection:
        connection.request("GET", path, headers={"Host": "localhost"})
        return connection.getresponse().status


@pytest.fixture
def port() -> int:
    return find_free_port()


@pytest.fixture
def started(prepared: Prepared, port: int) -> Iterator[Running]:
    """A demo that says it is up: its second start."""
    with running(*demo(prepared.home, port), home=prepared.home) as process:
        process.wait_for("The next start takes seconds.")
        yield process


def test_the_first_start_says_who_may_sign_in_and_what_to_try(prepared: Prepared) -> None:
    for words in (
        "Fallow is at http://localhost:",
        "ada@fallow.example",
        "omar@fallow.example",
        "signs in with the password:",
        "Try first:",
        str(prepared.home / "ada-calendar.ics"),
    ):
        assert words in prepared.said
    assert (prepared.home / "ada-calendar.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_when_it_says_it_is_up_it_answers(started: Running, port: int) -> None:
    assert [ask(port, path) for path in ("/health/", "/room/", "/accounts/login/")] == [200] * 3


def test_the_second_start_invents_nothing(prepared: Prepared, started: Running) -> None:
    """The first one reads a year of calendars; the second one only looks whether it did."""
    assert "Making the pages ready" not in started.said
    with closing(sqlite3.connect(prepared.home / "fallow.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM accounts_account").fetchone() == (27,)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_when_told_and_leaves_no_process_and_no_lock(
    prepared: Prepared, started: Running, port: int, number: signal.Signals
) -> None:
    """Ctrl-C at a terminal, `kill`, and a terminal that is closed."""
    started.tell(number)

    assert started.wait_for_end() == 0
    assert list_processes_of(prepared.home) == {}
    with closing(sqlite3.connect(prepared.home / "fallow.sqlite3", timeout=0)) as database:
        database.execute("BEGIN EXCLUSIVE")
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))


def test_when_a_part_of_it_dies_the_other_is_not_left_behind(
    prepared: Prepared, started: Running
) -> None:
    processes = list_processes_of(prepared.home)
    os.kill(next(pid for pid, words in processes.items() if "work_jobs" in words), signal.SIGKILL)

    assert started.wait_for_end() == 1
    assert "One of Fallow's two processes ended by itself." in started.said
    assert list_processes_of(prepared.home) == {}


def test_a_port_in_use_is_one_sentence(prepared: Prepared) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]

        done = run(*demo(prepared.home, port), home=prepared.home)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"Port {port} cannot be used; something else may be using it. "
        f"Choose another: --port {port + 1}\n"
    )


@pytest.mark.parametrize("port", ["70000", "0", "-1", "eight"])
def test_a_port_that_is_none_is_refused_as_a_wrong_word(prepared: Prepared, port: str) -> None:
    done = run(*demo(prepared.home, 0)[:-1], port, home=prepared.home)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_first_start_that_was_killed_is_begun_anew(tmp_path: Path, port: int) -> None:
    home = tmp_path / "home"
    kill_when_it_says("Calendars are read", demo(home, port, "--prepare"), home)
    assert (home / "fallow.sqlite3").exists()

    done = run(*demo(home, port, "--prepare"), home=home)

    assert done.returncode == 0
    assert (home / "ada-calendar.ics").exists()
    with closing(sqlite3.connect(home / "fallow.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM accounts_account").fetchone() == (27,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def kill_when_it_says(words: str, command: tuple[str, ...], home: Path) -> None:
    """This will watch the progress, which a terminal alone is shown, and kill without warning."""
    terminal, end = pty.openpty()
    process = subprocess.Popen(
        command, env=environment_of(home, TERM="xterm"), stdout=subprocess.DEVNULL, stderr=end
    )
    os.close(end)
    said, deadline = "", time.monotonic() + PATIENCE_SECONDS
    while words not in said and time.monotonic() < deadline:
        said += os.read(terminal, 4096).decode(errors="replace")
    process.kill()
    process.wait()
    os.close(terminal)
    assert words in said


def test_a_folder_that_no_demo_made_is_never_forgotten(tmp_path: Path, port: int) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")

    done = run(*demo(tmp_path / "mine", port, "--anew", "--prepare"), home=tmp_path / "mine")

    assert done.returncode == 1
    assert done.stderr.startswith("This folder was not made by the demo.")
    assert (tmp_path / "mine" / "letter.txt").read_text() == "mine"
