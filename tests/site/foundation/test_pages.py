"""The pages of a practice as its director fills them in: what is asked, kept, refused and shown."""

import re

import pytest
from django.test import Client
from tests.cast import AT, Cast, make_account
from tests.site.conftest import SignIn
from time_machine import TimeMachineFixture

from fallow_site.foundation.organizations.models import (
    Membership,
    Practice,
    SupervisionRelation,
    Team,
)
from fallow_site.foundation.organizations.viewers import Viewer
from fallow_site.foundation.resources.models import Resource


@pytest.fixture
def omar(cast: Cast, sign_in: SignIn, time_machine: TimeMachineFixture) -> Client:
    time_machine.move_to(AT, tick=False)
    return sign_in(cast.omar)


def _at(cast: Cast, rest: str = "") -> str:
    return f"/practice/{cast.practice.public_id}/{rest}"


def _post_of(viewer: Viewer) -> Membership:
    return Membership.objects.get(pk=viewer.membership.pk)


POST = {"roles": ["clinician"], "team": "Meadow", "fte_share": "0.5", "cap_hours": "18"}


def test_a_director_changes_a_post(cast: Cast, omar: Client) -> None:
    omar.post(_at(cast, f"people/{cast.ada.membership.public_id}/"), POST)

    post = _post_of(cast.ada)
    assert post.team == Team.objects.get(name="Meadow")
    assert (post.fte_share, post.cap_hours) == (0.5, 18)


def test_a_refused_change_is_said_on_the_page(cast: Cast, omar: Client) -> None:
    page = omar.post(_at(cast, f"people/{cast.root.membership.public_id}/"), POST)

    assert "A practice needs a director and an administrator." in page.content.decode()
    assert _post_of(cast.root).roles == ["administrator"]


def test_an_administrator_is_not_asked_for_a_cap(cast: Cast, sign_in: SignIn) -> None:
    path = _at(cast, f"people/{cast.ada.membership.public_id}/")

    assert "cap_hours" in sign_in(cast.omar).get(path).content.decode()
    assert "cap_hours" not in sign_in(cast.root).get(path).content.decode()


def test_the_link_is_shown_once(cast: Cast, omar: Client) -> None:
    made = omar.post(_at(cast, "people/invite/"), POST).content.decode()
    (secret,) = re.findall(r"http://testserver/invitation/([\w-]+)/", made)

    again = omar.get(_at(cast, "people/invite/")).content.decode()

    assert secret not in again
    assert "Links that still work" in again


def test_a_link_lets_someone_in_and_then_nobody(cast: Cast, omar: Client, sign_in: SignIn) -> None:
    made = omar.post(_at(cast, "people/invite/"), POST).content.decode()
    (path,) = re.findall(r"http://testserver(/invitation/[\w-]+/)", made)
    bram, cleo = Client(), Client()
    bram.force_login(make_account("Bram Birch"))
    cleo.force_login(make_account("Cleo Clover"))

    joined = bram.post(path)
    late = cleo.get(path, follow=True).content.decode()

    assert joined.headers["Location"] == _at(cast)
    assert "This invitation cannot be used any more." in late


def test_a_director_declares_a_supervision(cast: Cast, omar: Client) -> None:
    path = _at(cast, f"people/{cast.petra.membership.public_id}/supervision/")
    told = {"supervisor": cast.sol.membership.public_id, "is_dual_role": "on"}

    omar.post(path, told)

    relation = SupervisionRelation.objects.get(supervisee=cast.petra.membership)
    assert (relation.supervisor, relation.is_dual_role) == (cast.sol.membership, True)


def test_those_who_hold_the_role_can_be_chosen_and_nobody_else(cast: Cast, omar: Client) -> None:
    page = omar.get(_at(cast, f"people/{cast.petra.membership.public_id}/supervision/"))

    choices = re.findall(r'<option value="(\w+)"', page.content.decode())
    assert choices == [cast.sol.membership.public_id]


def test_a_practice_gets_another_name_and_zone(cast: Cast, omar: Client) -> None:
    omar.post(_at(cast, "terms/"), {"name": "Elm Street", "zone": "Europe/Paris"})

    assert Practice.objects.get(pk=cast.practice.pk).zone == "Europe/Paris"


def test_leaving_takes_one_out_of_every_page(cast: Cast, sign_in: SignIn) -> None:
    ada = sign_in(cast.ada)

    left = ada.post(_at(cast, f"people/{cast.ada.membership.public_id}/leave/"))

    assert left.headers["Location"] == "/"
    assert ada.get(_at(cast)).status_code == 404


def test_the_last_director_is_told_why_they_cannot_leave(cast: Cast, omar: Client) -> None:
    path = _at(cast, f"people/{cast.omar.membership.public_id}/leave/")

    page = omar.post(path, follow=True)

    assert "Give the role to someone else first." in page.content.decode()


def test_anyone_with_an_account_begins_a_practice_and_directs_it(sign_in: SignIn, db: None) -> None:
    client = Client()
    client.force_login(make_account("Nico Nettle"))

    client.post("/practice/new/", {"name": "Solo", "zone": "Europe/Paris"})

    assert Membership.objects.get().roles == ["director", "administrator"]


OFFER = {"sort": "eap", "name": "A line", "how_to_reach": "Call", "who_pays": "", "who_learns": ""}


def test_an_offer_is_added_changed_and_taken_away(cast: Cast, omar: Client) -> None:
    omar.post(_at(cast, "resources/new/"), OFFER)
    kept = Resource.objects.get()
    omar.post(_at(cast, f"resources/{kept.public_id}/"), OFFER | {"who_pays": "The practice"})
    shown = omar.get(_at(cast, "resources/")).content.decode()
    assert "The practice" in shown

    omar.post(_at(cast, f"resources/{kept.public_id}/remove/"))

    assert not Resource.objects.exists()
