"""What a director sees: headroom by team, "not known" for the quiet feed, 404 beyond the list."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.conf import LazySettings
from django.test import Client

from fallow.base.periods import monday_of
from fallow_site.demo.people import PEOPLE
from fallow_site.demo.seeding import Seeded
from fallow_site.foundation.audit.queries import find_broken_line
from fallow_site.foundation.organizations.models import Membership, SupervisionRelation
from fallow_site.foundation.organizations.viewers import Viewer, find_viewer
from fallow_site.organizational.posted.headroom import TeamHeadroom, sum_headroom
from fallow_site.workload.models import ClinicianKey, PostedRow, Source, StoredAppointment
from fallow_site.workload.queries import list_posted_weeks

TODAY = date(2026, 11, 25)
SignIn = Callable[[Viewer | None], Client]
pytestmark = pytest.mark.django_db
_OF_A_CALENDAR = re.compile(r"[A-Z][a-z]-\d{3}|session|Invented")


@pytest.fixture(autouse=True)
def _is_demo(settings: LazySettings) -> None:
    settings.FALLOW_IS_DEMO = True  # as `fallow demo` has it


@pytest.fixture
def omar(seeded: Seeded) -> Viewer:
    return viewer_of("Omar Oak", seeded)


def viewer_of(name: str, seeded: Seeded) -> Viewer:
    member = Membership.objects.get(practice=seeded.practice, account__display_name=name)
    return find_viewer(member.account, seeded.practice.public_id)


def headroom_of(omar: Viewer, weeks_back: int = 0) -> dict[str, TeamHeadroom]:
    monday = monday_of(TODAY) - timedelta(weeks=weeks_back)
    return {team.team: team for team in sum_headroom(list_posted_weeks(omar, monday))}


def test_everyone_of_the_24_confirmed_a_calendar(seeded: Seeded) -> None:
    confirmed = ClinicianKey.objects.filter(confirmed_at__isnull=False)

    assert confirmed.values("membership").distinct().count() == 24


def test_an_intern_whom_the_record_system_tells_as_a_person_is_counted(seeded: Seeded) -> None:
    """formats.md §5: a provider without an NPI appears as Person."""
    pim = ClinicianKey.objects.get(key="Person/pim")

    assert pim.membership == viewer_of("Pim Poplar, intern", seeded).membership
    assert StoredAppointment.objects.filter(clinician_key=pim).exists()


def test_there_is_headroom_by_team(omar: Viewer) -> None:
    teams = headroom_of(omar)

    assert sorted(teams) == ["Harbor", "Meadow", "Orchard, trauma", "Wharf"]
    assert all(team.headroom is not None for team in teams.values())


def test_the_quiet_feed_is_not_known_and_everyone_else_is(omar: Viewer) -> None:
    unknown = {name: team.unknown for name, team in headroom_of(omar).items()}

    assert unknown == {"Harbor": 0, "Meadow": 1, "Orchard, trauma": 0, "Wharf": 0}


def test_before_it_went_quiet_it_was_known(omar: Viewer) -> None:
    assert headroom_of(omar, weeks_back=5)["Meadow"].unknown == 0


def test_every_week_of_the_26_has_its_cap(omar: Viewer) -> None:
    rows = PostedRow.objects.filter(
        membership__practice=omar.practice, monday__lte=monday_of(TODAY)
    )

    assert rows.filter(cap_hours__isnull=True).count() == 0
    assert rows.values("monday").distinct().count() == 27  # this week and 26 before it


def test_protected_time_that_was_booked_over_is_the_practices_miss(omar: Viewer) -> None:
    lines = list_posted_weeks(omar, monday_of(TODAY) - timedelta(weeks=1))

    missed = {line.name for line in lines if line.week.protected_lost_minutes}
    assert missed == {"Bram Birch", "Tove Thyme"}


def test_one_supervisor_is_line_manager_too(seeded: Seeded) -> None:
    relations = SupervisionRelation.objects.filter(supervisor__practice=seeded.practice)
    dual = relations.get(is_dual_role=True)

    assert dual.supervisor.account.display_name == "Sol Sorrel"
    assert dual.supervisee.account.display_name == "Ada Amber"
    assert relations.count() == 5  # two colleagues and three interns


def test_the_page_says_it_as_the_list_does(omar: Viewer, sign_in: SignIn) -> None:
    address = f"/practice/{omar.practice.public_id}/posted/?week={monday_of(TODAY)}"

    page = sign_in(omar).get(address).content.decode()

    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    assert "Meadow" in words
    assert "1 of 6" in words
    assert re.search(r"Fern Fallow not known not known 26(\.0)? h", words)


@pytest.mark.parametrize(
    "address",
    [
        "/practice/{practice}/posted/{ada}/",
        "/practice/{practice}/people/{ada}/week/",
        "/practice/{practice}/members/{ada}/",
        "/practice/{practice}/my-week/{ada}/",
        "/people/{ada}/",
        "/api/own/{ada}/",
        "/api/own/appointments/{ada}",
        "/room/{ada}/",
    ],
)
def test_where_a_persons_own_page_would_be_is_nothing(
    seeded: Seeded, omar: Viewer, sign_in: SignIn, address: str
) -> None:
    ada = viewer_of("Ada Amber", seeded).membership.public_id

    answer = sign_in(omar).get(address.format(practice=omar.practice.public_id, ada=ada))

    assert answer.status_code == 404


def test_the_directors_own_door_brings_no_appointment(omar: Viewer, sign_in: SignIn) -> None:
    assert sign_in(omar).get("/api/own/appointments").json()["appointments"] == []


def test_the_audit_trail_of_the_seeding_is_whole(seeded: Seeded) -> None:
    assert find_broken_line() is None


def test_no_text_of_a_calendar_is_kept(seeded: Seeded) -> None:
    """Every client of the demo is written as two letters, a hyphen and a number."""
    kept = list(StoredAppointment.objects.values_list("uid", "client_ref", "label_ref"))

    assert len(kept) > 5000
    assert [row for row in kept if _OF_A_CALENDAR.search(str(row))] == []
    assert _OF_A_CALENDAR.search("Lm-042")


def test_every_way_a_calendar_can_come_is_there(seeded: Seeded) -> None:
    formats = set(
        Source.objects.filter(practice=seeded.practice).values_list("reports__format", flat=True)
    )

    assert len(formats) == 4
    assert len(PEOPLE) == 24
