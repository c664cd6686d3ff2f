"""The worker as a process: several claim together, one stops within seconds, none is left."""

import signal
import sqlite3
import subprocess
from pathlib import Path

import pytest
from tests.site.products import DJANGO, environment_of, list_processes_of, make_home, run, running

from fallow_site.jobs.schedule import JOBS

WORK = (*DJANGO, "work_jobs")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make_home(tmp_path)


def count_work(home: Path) -> dict[str, list[str]]:
    """The state of every piece of work that was ever queued, by its name."""
    with sqlite3.connect(home / "fallow.sqlite3") as database:
        rows = database.execute("SELECT task_path, status FROM django_tasks_database_dbtaskresult")
        counted: dict[str, list[str]] = {}
        for path, status in rows:
            counted.setdefault(path.rpartition(".")[2], []).append(status)
    return counted


def test_workers_that_start_together_do_each_job_once(home: Path) -> None:
    workers = [subprocess.Popen([*WORK, "--once"], env=environment_of(home)) for _ in range(3)]

    codes = [worker.wait(timeout=60) for worker in workers]

    assert codes == [0, 0, 0]
    names = {enqueue.__self__.func.__name__ for _, _, enqueue in JOBS}
    assert count_work(home) == {name: ["SUCCESSFUL"] for name in names}


def test_a_worker_that_is_told_to_stop_ends_after_the_piece_it_is_doing(home: Path) -> None:
    queue = "from tests.site.jobs.pieces import *; stop_oneself.enqueue(); come_after.enqueue()"
    run(*DJANGO, "shell", "-c", queue, home=home)

    with running(*WORK, home=home) as worker:
        code = worker.wait_for_end()

    work = count_work(home)
    assert (code, work["stop_oneself"], work["come_after"]) == (0, ["SUCCESSFUL"], ["READY"])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_has_nothing_to_do_stops_at_once(home: Path, number: signal.Signals) -> None:
    with running(*WORK, "--verbosity", "2", home=home) as worker:
        worker.wait_for("The worker waits")
        worker.tell(number)
        code = worker.wait_for_end()

    assert code == 0
    assert list_processes_of(home) == {}
