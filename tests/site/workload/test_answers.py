"""What a clinician says of their own caseload and of entries that come back."""

import pytest
from tests.cast import AT, Cast
from tests.site.conftest import SignIn
from tests.site.workload.bringing import bring, link_to, make_source, posted_week, session

from fallow.workload.limits.acuity import CaseloadAcuity
from fallow_site.foundation.audit.models import AuditEntry
from fallow_site.foundation.joining.actions import accept_invitation, record_invitation
from fallow_site.foundation.organizations.actions import Post, record_practice
from fallow_site.foundation.organizations.viewers import find_viewer
from fallow_site.workload.actions import record_acuity
from fallow_site.workload.models import AcuityAnswer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_today")]


def mine(cast: Cast, page: str) -> str:
    return f"/practice/{cast.practice.public_id}/mine/{page}"


def test_without_an_answer_weighted_hours_are_a_range(cast: Cast) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9))
    link_to(cast, cast.ada, source)

    week = posted_week(cast.ada)

    assert week.weighted_low == pytest.approx(50 / 60 * 0.8 + 0.25)  # maintenance, standards.md §2
    assert week.weighted_high == pytest.approx(50 / 60 * 1.6 + 0.25)  # severe_pd_dbt


def test_one_answer_for_the_caseload_makes_the_range_a_number(cast: Cast, sign_in: SignIn) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9))
    link_to(cast, cast.ada, source)

    sign_in(cast.ada).post(mine(cast, "acuity/"), {"caseload": "trauma_processing"})

    week = posted_week(cast.ada)
    assert week.weighted_low == week.weighted_high == pytest.approx(50 / 60 * 1.4 + 0.25)


def test_an_entry_that_comes_back_may_differ_from_the_rest(cast: Cast, sign_in: SignIn) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9, client=1), session(3, 11, client=2))
    link_to(cast, cast.ada, source)
    ada = sign_in(cast.ada)
    ada.post(mine(cast, "acuity/"), {"caseload": "standard_individual"})
    page = ada.get(mine(cast, "entries/")).content.decode()
    assert "Tuesdays at 11:00, 50 minutes: once since 3 March" in page

    ada.post(mine(cast, "entries/"), {"weight_0": "", "weight_1": "severe_pd_dbt"})

    week = posted_week(cast.ada)
    assert week.weighted_low == pytest.approx(50 / 60 * (1.0 + 1.6) + 2 * 0.25)


def test_what_nothing_could_sort_takes_the_kind_its_clinician_says(
    cast: Cast, sign_in: SignIn
) -> None:
    source = make_source(cast)
    unsorted = "Ada,2026-03-02 09:00,2026-03-02 09:50,Blue room,,"
    bring(cast, source, unsorted)
    link_to(cast, cast.ada, source)
    assert posted_week(cast.ada).contact_minutes == 0

    sign_in(cast.ada).post(mine(cast, "entries/"), {"kind_0": "individual"})

    assert posted_week(cast.ada).contact_minutes == 50


def test_a_kind_once_said_can_be_changed_and_weighed(cast: Cast, sign_in: SignIn) -> None:
    source = make_source(cast)
    bring(cast, source, "Ada,2026-03-02 09:00,2026-03-02 09:50,Blue room,,")
    link_to(cast, cast.ada, source)
    ada = sign_in(cast.ada)
    ada.post(mine(cast, "entries/"), {"kind_0": "individual"})

    ada.post(mine(cast, "entries/"), {"kind_0": "individual", "weight_0": "high_acute_risk"})
    assert posted_week(cast.ada).weighted_low == pytest.approx(50 / 60 * 1.5 + 0.25)
    ada.post(mine(cast, "entries/"), {"kind_0": "travel"})

    assert posted_week(cast.ada).contact_minutes == 0


def test_an_answer_is_added_dated_and_audited_and_the_earlier_one_stays(cast: Cast) -> None:
    record_acuity(by=cast.ada, acuity=CaseloadAcuity(caseload="maintenance"), at=AT)
    record_acuity(by=cast.ada, acuity=CaseloadAcuity(caseload="standard_individual"), at=AT)

    told = AcuityAnswer.objects.order_by("pk").values_list("caseload", "set_at")
    assert list(told) == [("maintenance", AT), ("standard_individual", AT)]
    assert AuditEntry.objects.filter(action="acuity.set", about=cast.ada.account).count() == 2


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("ada", 404),
        ("sol", 404),
        ("petra", 404),
        ("omar", 200),
        ("wren", 404),
        ("root", 404),
        ("zed", 404),
    ],
)
def test_the_director_alone_reads_how_heavy_caseloads_are(
    cast: Cast, sign_in: SignIn, who: str, status: int
) -> None:
    record_acuity(by=cast.ada, acuity=CaseloadAcuity(caseload="maintenance"), at=AT)

    page = sign_in(getattr(cast, who)).get(f"/practice/{cast.practice.public_id}/caseloads/")

    assert page.status_code == status
    assert ("Maintenance" in page.content.decode()) == (status == 200)


def test_everyone_named_is_told_that_it_was_read_once_a_day(cast: Cast, sign_in: SignIn) -> None:
    omar = sign_in(cast.omar)

    omar.get(f"/practice/{cast.practice.public_id}/caseloads/")
    omar.get(f"/practice/{cast.practice.public_id}/caseloads/")

    read = AuditEntry.objects.filter(action="acuity.read").values_list(
        "about__display_name", flat=True
    )
    assert sorted(read) == ["Ada Amber", "Petra Pebble", "Sol Sorrel"]


def test_a_reading_is_told_in_each_practice(cast: Cast, sign_in: SignIn) -> None:
    """Petra works in both of Omar's practices, and both pages say that she is told."""
    other = record_practice(by=cast.omar.account, name="Quay Side", zone="UTC", at=AT)
    there = find_viewer(cast.omar.account, other.public_id)
    secret = record_invitation(by=there, post=Post(roles=("clinician",)), at=AT)
    accept_invitation(by=cast.petra.account, secret=secret, at=AT)
    omar = sign_in(cast.omar)

    for practice in (cast.practice, other):
        omar.get(f"/practice/{practice.public_id}/caseloads/")

    told = AuditEntry.objects.filter(action="acuity.read", about=cast.petra.account)
    assert {line.practice_reference for line in told} == {cast.practice.public_id, other.public_id}
