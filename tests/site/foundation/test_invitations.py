"""An invitation: a link that works once, for one person, and is not kept."""

from datetime import timedelta

import pytest
from django.http import Http404
from tests.cast import AT, Cast, join, make_account

from fallow_site.foundation.joining.actions import (
    AlreadyHere,
    InvitationRefused,
    accept_invitation,
    record_invitation,
    withdraw_invitation,
)
from fallow_site.foundation.joining.queries import find_open_invitation, list_open_invitations
from fallow_site.foundation.organizations.actions import Post, record_departure, record_post
from fallow_site.foundation.organizations.models import Invitation, Membership
from fallow_site.foundation.organizations.viewers import Viewer

CLINICIAN = Post(roles=("clinician",))


def _open(viewer: Viewer) -> Invitation:
    return Invitation.objects.get(practice=viewer.practice, used_at__isnull=True)


def test_who_follows_the_link_gets_what_it_was_made_with(cast: Cast) -> None:
    post = Post(roles=("clinician", "supervisor"), team="Meadow")
    secret = record_invitation(by=cast.omar, post=post, at=AT)

    membership = accept_invitation(by=make_account("Bram Birch"), secret=secret, at=AT)

    assert membership.practice == cast.practice
    assert membership.roles == ["clinician", "supervisor"]
    assert membership.team is not None
    assert membership.team.name == "Meadow"


def test_a_link_works_once(cast: Cast) -> None:
    secret = record_invitation(by=cast.omar, post=CLINICIAN, at=AT)
    accept_invitation(by=make_account("Bram Birch"), secret=secret, at=AT)

    with pytest.raises(InvitationRefused):
        accept_invitation(by=make_account("Cleo Clover"), secret=secret, at=AT)


@pytest.mark.parametrize(("days", "works"), [(13, True), (14, False), (15, False)])
def test_a_link_works_for_fourteen_days(cast: Cast, days: int, works: bool) -> None:
    secret = record_invitation(by=cast.omar, post=CLINICIAN, at=AT)
    bram = make_account("Bram Birch")

    try:
        accept_invitation(by=bram, secret=secret, at=AT + timedelta(days=days))
    except InvitationRefused:
        assert not works
    else:
        assert works


def test_the_secret_is_kept_nowhere(cast: Cast) -> None:
    secret = record_invitation(by=cast.omar, post=CLINICIAN, at=AT)

    row = Invitation.objects.filter(pk=_open(cast.omar).pk).values().get()

    assert secret not in str(row)
    assert len(secret) >= 32  # 192 bits in base64


def test_a_member_who_opens_it_leaves_it_for_the_one_it_was_made_for(cast: Cast) -> None:
    secret = record_invitation(by=cast.omar, post=Post(roles=("administrator",)), at=AT)

    with pytest.raises(AlreadyHere):
        accept_invitation(by=cast.ada.account, secret=secret, at=AT)

    assert _open(cast.omar)
    assert Membership.objects.get(pk=cast.ada.membership.pk).roles == ["clinician"]


def test_who_left_may_come_back_by_a_new_link(cast: Cast) -> None:
    record_departure(by=cast.omar, membership=cast.ada.membership, at=AT)
    secret = record_invitation(by=cast.omar, post=CLINICIAN, at=AT)

    again = accept_invitation(by=cast.ada.account, secret=secret, at=AT)

    assert again.pk != cast.ada.membership.pk


def test_a_withdrawn_link_is_gone(cast: Cast) -> None:
    secret = record_invitation(by=cast.omar, post=CLINICIAN, at=AT)

    withdraw_invitation(by=cast.root, invitation=_open(cast.omar), at=AT)

    assert list_open_invitations(cast.omar, at=AT) == ()
    with pytest.raises(InvitationRefused):
        accept_invitation(by=make_account("Bram Birch"), secret=secret, at=AT)


def test_a_link_dies_with_its_maker_s_membership(cast: Cast) -> None:
    other = join(cast.omar, "Dara Dune", ("administrator",))
    secret = record_invitation(by=other, post=CLINICIAN, at=AT)
    record_departure(by=cast.omar, membership=other.membership, at=AT)

    with pytest.raises(InvitationRefused):
        accept_invitation(by=make_account("Bram Birch"), secret=secret, at=AT)


def test_a_link_to_direct_dies_with_its_maker_s_role(cast: Cast) -> None:
    other = join(cast.omar, "Dara Dune", ("director",))
    secret = record_invitation(by=other, post=Post(roles=("director",)), at=AT)
    lesser = Post(roles=("administrator",))
    record_post(by=cast.omar, membership=other.membership, post=lesser, at=AT)

    with pytest.raises(InvitationRefused):
        accept_invitation(by=make_account("Bram Birch"), secret=secret, at=AT)


def test_open_links_are_listed_without_the_link(cast: Cast) -> None:
    record_invitation(by=cast.root, post=Post(roles=("clinician",), team="Harbor"), at=AT)

    (shown,) = list_open_invitations(cast.omar, at=AT)

    assert (shown.roles, shown.team, shown.made_by) == (("Clinician",), "Harbor", "Root")
    assert shown.expires_at == AT + timedelta(days=14)


def test_another_practice_finds_no_invitation_of_ours(cast: Cast) -> None:
    record_invitation(by=cast.omar, post=CLINICIAN, at=AT)

    with pytest.raises(Http404):
        find_open_invitation(cast.zed, _open(cast.omar).public_id)
