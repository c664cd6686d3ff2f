"""A job runs once a slot, however many workers there are, and comes round with the next slot."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from fallow_site.jobs import schedule

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)  # a Wednesday
WORKERS = 8


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was enqueued, in place of the work itself."""
    names: list[str] = []

    def job(name: str) -> Callable[[], object]:
        return lambda: names.append(name)

    jobs = tuple((name, pattern, job(name)) for name, pattern, _ in schedule.JOBS)
    monkeypatch.setattr(schedule, "JOBS", jobs)
    return names


@pytest.mark.django_db
def test_a_slot_is_claimed_once(done: list[str]) -> None:
    schedule.enqueue_due(NOON)

    assert schedule.enqueue_due(NOON + timedelta(minutes=59)) == []
    assert sorted(done) == ["forget", "poll sources", "send notes", "turn week"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("later", "due"),
    [
        (timedelta(hours=1), ["poll sources", "send notes"]),
        (timedelta(hours=12), ["poll sources", "forget", "send notes"]),
        (timedelta(days=4, hours=12), ["poll sources", "forget", "send notes", "turn week"]),
    ],
)
def test_each_job_is_due_again_with_its_next_slot(
    done: list[str], later: timedelta, due: list[str]
) -> None:
    """Hours, days and ISO weeks in UTC: the week after Wednesday noon begins 4 days 12 h later."""
    schedule.enqueue_due(NOON)

    assert schedule.enqueue_due(NOON + later) == due


@pytest.mark.django_db
def test_slots_that_were_missed_are_not_made_up_for(done: list[str]) -> None:
    schedule.enqueue_due(NOON)

    schedule.enqueue_due(NOON + timedelta(hours=9))

    assert done.count("poll sources") == 2


@pytest.mark.django_db(transaction=True)
def test_workers_that_claim_at_once_do_the_work_once(done: list[str]) -> None:
    begin = threading.Barrier(WORKERS)

    def work() -> list[str]:
        begin.wait()
        try:
            return schedule.enqueue_due(NOON)
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        claims = [worker.result() for worker in [pool.submit(work) for _ in range(WORKERS)]]

    assert sorted(done) == ["forget", "poll sources", "send notes", "turn week"]
    assert sorted(name for claimed in claims for name in claimed) == sorted(done)


@pytest.mark.django_db
def test_work_that_cannot_be_queued_leaves_its_slot_free(
    done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError

    whole = schedule.JOBS
    monkeypatch.setattr(schedule, "JOBS", (("forget", "%Y-%m-%d", fail),))
    with pytest.raises(RuntimeError):
        schedule.enqueue_due(NOON)
    monkeypatch.setattr(schedule, "JOBS", whole)

    assert "forget" in schedule.enqueue_due(NOON)
