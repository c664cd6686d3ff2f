"""One's own appointments on the way to one's own device, and nobody else's."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.cast import AT, Cast
from tests.site.conftest import SignIn
from tests.site.workload.bringing import bring, link_to, make_source, session

from fallow.workload.limits.acuity import AcuityException, CaseloadAcuity
from fallow.workload.limits.policy import starting_policy
from fallow.workload.my_week.appointment_json import read_appointment
from fallow_site.foundation.organizations.models import Membership
from fallow_site.workload.actions import adopt_policy, record_acuity
from fallow_site.workload.models import ClinicianKey

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_today")]
ADDRESS = "/api/own/appointments"


def test_confirmed_appointments_come_whole_and_without_text(cast: Cast, sign_in: SignIn) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9), session(3, 9))
    link_to(cast, cast.ada, source)

    answer = sign_in(cast.ada).get(ADDRESS).json()

    own = [read_appointment(record) for record in answer["appointments"]]
    assert [a.end_minute - a.start_minute for a in own] == [50, 50]
    assert answer["practice"] == "Harbor Street Practice"
    assert "C-1" not in str(answer)


@pytest.mark.parametrize("who", ["sol", "petra", "omar", "wren", "root", "zed"])
def test_nobody_else_gets_them(cast: Cast, sign_in: SignIn, who: str) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9))
    link_to(cast, cast.ada, source)

    answer = sign_in(getattr(cast, who)).get(ADDRESS).json()

    assert answer["appointments"] == []


def test_a_link_that_was_not_confirmed_gives_nothing(cast: Cast, sign_in: SignIn) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9))
    ClinicianKey.objects.update(membership=cast.ada.membership, linked_at=AT)

    assert sign_in(cast.ada).get(ADDRESS).json()["appointments"] == []


def test_the_answer_about_the_caseload_travels_along(cast: Cast, sign_in: SignIn) -> None:
    heavier = AcuityException(weight_key="severe_pd_dbt", client_ref="a" * 26)
    acuity = CaseloadAcuity(caseload="standard_individual", exceptions=(heavier,))
    record_acuity(by=cast.ada, acuity=acuity, at=AT)

    told = sign_in(cast.ada).get(ADDRESS).json()["acuity"]

    assert told["caseload"] == "standard_individual"
    assert told["exceptions"][0]["client_ref"] == "a" * 26


def test_the_policy_travels_along_with_the_cap_of_ones_own_post(
    cast: Cast, sign_in: SignIn
) -> None:
    Membership.objects.filter(pk=cast.ada.membership.pk).update(fte_share=Decimal("0.6"))
    adopt_policy(by=cast.omar, policy=replace(starting_policy(), weekly_cap_hours=24.0), at=AT)

    told = sign_in(cast.ada).get(ADDRESS).json()["policy"]

    assert (told["version"], told["weekly_cap_hours"]) == (1, 14.4)  # 24 × 0.6


def test_signed_out_is_told_so(sign_in: SignIn, db: None) -> None:
    assert sign_in(None).get(ADDRESS).status_code == 401
