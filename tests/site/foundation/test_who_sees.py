"""Who sees each thing that the foundation keeps: one table for each, with a row for everyone."""

from collections.abc import Callable

import pytest
from django.http import Http404
from tests.cast import AT, Cast

from fallow_site.foundation.joining.actions import record_invitation
from fallow_site.foundation.joining.queries import find_open_invitation, list_open_invitations
from fallow_site.foundation.organizations.actions import Post
from fallow_site.foundation.organizations.models import Invitation, SupervisionRelation
from fallow_site.foundation.organizations.queries import (
    find_member,
    find_supervision,
    list_belongings,
    list_members,
    list_supervisions,
    list_teams,
)
from fallow_site.foundation.organizations.viewers import Viewer, find_viewer
from fallow_site.foundation.resources.actions import Offer, record_resource
from fallow_site.foundation.resources.queries import find_resource, list_resources

EVERYONE_HERE = {"ada", "sol", "petra", "omar", "wren", "root"}
ALL = (*sorted(EVERYONE_HERE), "zed")


def _sees(look: Callable[[], object]) -> bool:
    """Something is shown; not nothing, and not a page that is not there."""
    try:
        return bool(look())
    except Http404:
        return False


@pytest.mark.parametrize("who", ALL)
def test_a_membership_is_seen_by_everyone_in_the_practice(cast: Cast, who: str) -> None:
    viewer: Viewer = getattr(cast, who)
    ada = cast.ada.membership

    assert _sees(lambda: find_member(viewer, ada.public_id)) == (who in EVERYONE_HERE)
    listed = ada.public_id in {member.public_id for member in list_members(viewer)}
    assert listed == (who in EVERYONE_HERE)


@pytest.mark.parametrize("who", ALL)
def test_a_team_is_seen_by_everyone_in_the_practice(cast: Cast, who: str) -> None:
    seen = {team.name for team in list_teams(getattr(cast, who))}

    assert ("Harbor" in seen) == (who in EVERYONE_HERE)


@pytest.mark.parametrize("who", ALL)
def test_a_supervision_is_seen_by_everyone_in_the_practice(cast: Cast, who: str) -> None:
    viewer: Viewer = getattr(cast, who)
    ada, relation = cast.ada.membership, SupervisionRelation.objects.get()

    assert _sees(lambda: list_supervisions(viewer, ada)) == (who in EVERYONE_HERE)
    found = _sees(lambda: find_supervision(viewer, ada, relation_id=relation.public_id))
    assert found == (who in EVERYONE_HERE)


@pytest.mark.parametrize("who", ALL)
def test_an_open_invitation_is_seen_by_those_who_invite(cast: Cast, who: str) -> None:
    record_invitation(by=cast.root, post=Post(roles=("clinician",)), at=AT)
    viewer: Viewer = getattr(cast, who)
    waiting = Invitation.objects.get(used_at__isnull=True)

    assert _sees(lambda: list_open_invitations(viewer, at=AT)) == (who in {"omar", "root"})
    found = _sees(lambda: find_open_invitation(viewer, waiting.public_id))
    assert found == (who in {"omar", "root"})


@pytest.mark.parametrize("who", ALL)
def test_an_offer_of_help_is_seen_by_everyone_in_the_practice(cast: Cast, who: str) -> None:
    offer = Offer(sort="line", name="A line", how_to_reach="Call")
    kept = record_resource(by=cast.wren, offer=offer, at=AT)
    viewer: Viewer = getattr(cast, who)

    assert _sees(lambda: list_resources(viewer)) == (who in EVERYONE_HERE)
    assert _sees(lambda: find_resource(viewer, kept.public_id)) == (who in EVERYONE_HERE)


@pytest.mark.parametrize("who", ALL)
def test_a_practice_is_entered_by_its_members(cast: Cast, who: str) -> None:
    account = getattr(cast, who).account

    enters = _sees(lambda: find_viewer(account, cast.practice.public_id))

    assert enters == (who in EVERYONE_HERE)
    belongs = {belonging.name for belonging in list_belongings(account)}
    assert ("Harbor Street Practice" in belongs) == (who in EVERYONE_HERE)
