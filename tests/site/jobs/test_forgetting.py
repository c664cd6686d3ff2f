"""What is older than it may be is removed; what is younger by a day stays."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from tests.cast import Cast
from tests.site.workload.bringing import bring, make_source, session

from fallow_site.jobs.forgetting import forget_all
from fallow_site.jobs.models import PeriodicRun
from fallow_site.workload.models import ImportReport, StoredAppointment

IMPORTED = datetime(2026, 3, 2, 9, tzinfo=UTC)


def test_an_import_report_is_kept_for_90_days(cast: Cast) -> None:
    bring(cast, make_source(cast), session(2, 9), at=IMPORTED)

    forget_all(at=IMPORTED + timedelta(days=90))
    assert ImportReport.objects.count() == 1

    forget_all(at=IMPORTED + timedelta(days=90, seconds=1))
    assert ImportReport.objects.count() == 0


def test_an_appointment_is_kept_for_the_years_of_its_practice(cast: Cast) -> None:
    """The session of 2 March 2026 ends at 14:50 UTC; three years are the start (the issue §5)."""
    bring(cast, make_source(cast), session(2, 9), at=IMPORTED)

    forget_all(at=datetime(2029, 3, 2, 23, tzinfo=UTC))
    assert StoredAppointment.objects.count() == 1

    forget_all(at=datetime(2029, 3, 3, 0, tzinfo=UTC))
    assert StoredAppointment.objects.count() == 0


def test_each_practice_has_its_own_years(cast: Cast) -> None:
    bring(cast, make_source(cast), session(2, 9), at=IMPORTED)
    cast.practice.appointment_years = 5
    cast.practice.save()

    forget_all(at=datetime(2029, 3, 3, tzinfo=UTC))

    assert StoredAppointment.objects.count() == 1


@pytest.mark.parametrize("year", [2028, 2032])
def test_the_29th_of_february_is_a_day_like_others(cast: Cast, year: int) -> None:
    """Three years before it there is none; the 28th stands in for it."""
    february = [f"{year - 3}-02-{day} 09:" for day in (27, 28)]
    rows = [f"Ada,{hour}00,{hour}50,Session,C-1,Attended" for hour in february]
    bring(cast, make_source(cast), *rows, at=datetime(year - 3, 3, 1, tzinfo=UTC))

    forget_all(at=datetime(year, 2, 29, 12, tzinfo=UTC))

    kept = StoredAppointment.objects.values_list("starts_at__day", flat=True)
    assert list(kept) == [28]


def test_claims_of_old_slots_are_removed_and_the_present_ones_stay(db: None) -> None:
    for name, slot in (("poll sources", "2026-02-01T09"), ("poll sources", "2026-03-02T08")):
        PeriodicRun.objects.create(name=name, slot=slot)
    PeriodicRun.objects.create(name="turn week", slot="2026-W10")

    forget_all(at=IMPORTED)

    assert set(PeriodicRun.objects.values_list("slot", flat=True)) == {"2026-03-02T08", "2026-W10"}


@pytest.mark.parametrize(
    "day", [datetime(2027, 1, 1, tzinfo=UTC), datetime(2027, 1, 3, tzinfo=UTC)]
)
def test_the_claim_of_a_week_that_began_last_year_stays(db: None, day: datetime) -> None:
    """1 to 3 January 2027 belong to the ISO week 53 of 2026."""
    PeriodicRun.objects.create(name="turn week", slot=f"{day:%G-W%V}")

    forget_all(at=day)

    assert PeriodicRun.objects.filter(slot="2026-W53").exists()


@pytest.fixture
def signed_in(cast: Cast) -> UserSession:
    """Ada's sign-in, last seen at `IMPORTED`, good for 14 days."""
    ends_at = IMPORTED + timedelta(days=14)
    session = Session.objects.create(session_key="k" * 32, session_data="", expire_date=ends_at)
    return UserSession.objects.create(
        user=cast.ada.account,
        session_key=session.session_key,
        ip="198.51.100.7",
        user_agent="A browser",
        last_seen_at=IMPORTED,
    )


def test_where_someone_signed_in_from_is_forgotten_after_a_week(signed_in: UserSession) -> None:
    forget_all(at=IMPORTED + timedelta(days=7))
    signed_in.refresh_from_db()
    assert signed_in.ip == "198.51.100.7"

    forget_all(at=IMPORTED + timedelta(days=7, seconds=1))
    signed_in.refresh_from_db()
    assert signed_in.ip == "::"


def test_a_sign_in_that_ended_leaves_nothing(signed_in: UserSession) -> None:
    forget_all(at=IMPORTED + timedelta(days=14))

    assert (Session.objects.count(), UserSession.objects.count()) == (0, 0)


def test_results_of_work_are_kept_for_two_weeks(db: None) -> None:
    DBTaskResult.objects.create(
        status=TaskResultStatus.SUCCESSFUL, finished_at=IMPORTED, run_after=IMPORTED,
        args_kwargs={}, task_path="", backend_name="default",
    )  # fmt: skip

    forget_all(at=IMPORTED + timedelta(days=14))
    assert DBTaskResult.objects.count() == 1

    forget_all(at=IMPORTED + timedelta(days=14, seconds=1))
    assert DBTaskResult.objects.count() == 0
