"""What is queued is done; what was left behind is done again, and not for ever."""

from datetime import UTC, datetime, timedelta

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from fallow_site.jobs.working import take_back_abandoned

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)


def begun(at: datetime, *, workers: int = 1) -> DBTaskResult:
    """Work that a worker began and never ended."""
    return DBTaskResult.objects.create(
        status=TaskResultStatus.RUNNING,
        started_at=at,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="fallow_site.jobs.schedule.forget",
        backend_name="default",
        run_after=at,
        worker_ids=["worker"] * workers,
    )


@pytest.mark.django_db
def test_what_a_killed_worker_was_doing_is_queued_again() -> None:
    work = begun(NOON)

    take_back_abandoned(at=NOON + HALF_AN_HOUR + timedelta(seconds=1))

    work.refresh_from_db()
    assert work.status == TaskResultStatus.READY


@pytest.mark.django_db
def test_what_is_still_being_done_is_left_alone() -> None:
    work = begun(NOON)

    take_back_abandoned(at=NOON + HALF_AN_HOUR)

    work.refresh_from_db()
    assert work.status == TaskResultStatus.RUNNING


@pytest.mark.django_db
def test_what_killed_three_workers_is_given_up() -> None:
    work = begun(NOON, workers=3)

    take_back_abandoned(at=NOON + timedelta(hours=1))

    work.refresh_from_db()
    assert work.status == TaskResultStatus.FAILED
