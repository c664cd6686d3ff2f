"""A post has its hours: one definition, which the week and the weekly note both ask."""

from typing import Any

import pytest
from tests.cast import Cast
from tests.site.conftest import SignIn

from fallow_site.foundation.organizations.models import Membership
from fallow_site.workload.keeping.terms import read_working_hours

pytestmark = pytest.mark.django_db
POST = {"roles": ["clinician"], "team": "Harbor", "fte_share": "1"}
LATE = POST | {"days": ["0", "2"], "begins": "12:30", "ends": "20:00"}


def _page(cast: Cast) -> str:
    return f"/practice/{cast.practice.public_id}/people/{cast.ada.membership.public_id}/"


def _hours(cast: Cast) -> Any:
    return read_working_hours(Membership.objects.get(pk=cast.ada.membership.pk)).days


def test_the_hours_of_a_post_are_kept_and_asked_for_as_they_are(
    cast: Cast, sign_in: SignIn
) -> None:
    omar = sign_in(cast.omar)

    omar.post(_page(cast), LATE)

    assert _hours(cast) == (((750, 1200),), (), ((750, 1200),), (), (), (), ())
    again = omar.get(_page(cast)).context["form"]
    assert again.initial["days"] == [0, 2]
    assert 'value="12:30"' in str(again["begins"])
    assert 'value="20:00"' in str(again["ends"])


def test_without_days_the_starting_hours_hold(cast: Cast, sign_in: SignIn) -> None:
    omar = sign_in(cast.omar)
    omar.post(_page(cast), LATE)

    omar.post(_page(cast), POST)

    assert _hours(cast)[:2] == (((540, 1020),), ((540, 1020),))


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"begins": "20:00", "ends": "12:00"}, "Work ends before it begins."),
        ({"begins": "09:00", "ends": "09:00"}, "The days have no hours."),
        ({"begins": "", "ends": ""}, "The days have no hours."),
        ({"days": []}, "The hours have no days."),
    ],
)
def test_hours_that_say_nothing_are_refused_and_nothing_is_lost(
    cast: Cast, sign_in: SignIn, told: dict[str, Any], sentence: str
) -> None:
    omar = sign_in(cast.omar)
    omar.post(_page(cast), LATE)

    page = omar.post(_page(cast), LATE | told).content.decode()

    assert sentence in page
    assert _hours(cast)[0] == ((750, 1200),)


def test_a_team_that_is_there_is_offered(cast: Cast, sign_in: SignIn) -> None:
    page = sign_in(cast.omar).get(_page(cast)).content.decode()

    assert '<option value="Harbor"></option>' in page
    assert 'list="teams"' in page
