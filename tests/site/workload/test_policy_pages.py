"""A policy holds from the day on which it is adopted where the practice is."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.cast import Cast
from tests.site.conftest import SignIn

from fallow.workload.limits.policy import starting_policy
from fallow_site.api import own
from fallow_site.foundation.organizations.models import Practice
from fallow_site.workload import views
from fallow_site.workload.actions import adopt_policy

pytestmark = pytest.mark.django_db
FRIDAY_THERE = datetime(2026, 3, 5, 20, tzinfo=UTC)  # 9:00 on the 6th in Auckland, 13 h ahead


@pytest.fixture
def ahead(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Cast:
    """The practice lies where it is tomorrow already, and adopted 24 hours this morning."""
    Practice.objects.filter(pk=cast.practice.pk).update(zone="Pacific/Auckland")
    cast.omar.practice.refresh_from_db()
    for module in (own, views):
        monkeypatch.setattr(module, "now", lambda: FRIDAY_THERE)
    wanted = replace(starting_policy(), weekly_cap_hours=24.0)
    adopt_policy(by=cast.omar, policy=wanted, at=FRIDAY_THERE)
    return cast


def test_what_was_adopted_this_morning_is_what_the_page_shows(ahead: Cast, sign_in: SignIn) -> None:
    practice = f"/practice/{ahead.practice.public_id}"
    omar = sign_in(ahead.omar)

    shown = omar.get(f"{practice}/policy/").context["policy"]
    asked = omar.get(f"{practice}/policy/adopt/").context["form"]

    assert shown.weekly_cap_hours == 24.0
    assert asked["weekly_cap_hours"].initial == 24.0


def test_the_device_is_told_the_cap_of_today(ahead: Cast, sign_in: SignIn) -> None:
    told = sign_in(ahead.ada).get("/api/own/appointments").json()["policy"]

    assert told["weekly_cap_hours"] == 24.0
