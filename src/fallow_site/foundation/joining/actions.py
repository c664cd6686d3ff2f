"""Writes about invitations: made, withdrawn, accepted.

Each checks permission first, writes once, and leaves one line in the audit trail.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from fallow.base.errors import FallowError
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.audit.actions import record_entry
from fallow_site.foundation.organizations.actions import Post, record_team
from fallow_site.foundation.organizations.models import Invitation, Membership
from fallow_site.foundation.organizations.permissions import (
    NotAllowed,
    check_can_change_roles,
)
from fallow_site.foundation.organizations.roles import Action
from fallow_site.foundation.organizations.viewers import Viewer, viewer_of

INVITATION_DAYS = 14  # a choice


class InvitationRefused(FallowError):
    """The link was used, withdrawn, has run out, or never was one; which of them is not said."""

    def __init__(self) -> None:
        super().__init__("This invitation cannot be used any more.", "Ask for a new link.")


class AlreadyHere(FallowError):
    """Someone who belongs to the practice opened a link that was made for somebody else."""

    def __init__(self) -> None:
        super().__init__(
            "You belong to this practice already, and the link still works.",
            "Hand it on to the person it was made for.",
        )


@transaction.atomic
def record_invitation(*, by: Viewer, post: Post, at: datetime) -> str:
    """This will make an invitation and give its secret, which is shown once and not kept."""
    by.check_can(Action.INVITE)
    check_can_change_roles(by, before=(), after=post.roles)
    secret = secrets.token_urlsafe(24)
    invitation = Invitation.objects.create(
        practice=by.practice,
        secret_hash=hash_secret(secret),
        roles=list(post.roles),
        team=record_team(by=by, name=post.team, at=at) if post.team else None,
        fte_share=post.fte_share,
        made_by=by.membership,
        made_at=at,
        expires_at=at + timedelta(days=INVITATION_DAYS),
    )
    _audit(by.account, "invitation.made", invitation, at=at)
    return secret


def hash_secret(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def withdraw_invitation(*, by: Viewer, invitation: Invitation, at: datetime) -> None:
    """This will make an open link useless; nothing of it is kept but a line in the trail."""
    by.check_can(Action.INVITE)
    by.check_here(invitation.practice_id)
    _audit(by.account, "invitation.withdrawn", invitation, at=at)
    invitation.delete()


@transaction.atomic
def accept_invitation(*, by: Account, secret: str, at: datetime) -> Membership:
    """This will use an invitation once, or raise InvitationRefused."""
    invitation = _find_usable(secret, at)
    here = Membership.objects.filter(practice=invitation.practice, left_at__isnull=True)
    if here.filter(account=by).exists():
        raise AlreadyHere
    invitation.used_at, invitation.used_by = at, by
    invitation.save(update_fields=["used_at", "used_by"])
    membership = Membership.objects.create(
        practice=invitation.practice,
        account=by,
        roles=invitation.roles,
        team=invitation.team,
        fte_share=invitation.fte_share,
        joined_at=at,
    )
    _audit(by, "invitation.accepted", invitation, at=at)
    return membership


def _find_usable(secret: str, at: datetime) -> Invitation:
    """A link is as good as its maker: who left or lost the role invites nobody any more."""
    found = Invitation.objects.select_for_update(of=("self",)).filter(
        secret_hash=hash_secret(secret), used_at__isnull=True, expires_at__gt=at
    )
    invitation = found.select_related("practice", "team", "made_by__account").first()
    if invitation is None or invitation.made_by.left_at is not None:
        raise InvitationRefused
    maker = viewer_of(invitation.made_by)
    try:
        check_can_change_roles(maker, before=(), after=tuple(invitation.roles))
    except NotAllowed:
        raise InvitationRefused from None
    if not maker.allows(Action.INVITE):
        raise InvitationRefused
    return invitation


def _audit(account: Account, action: str, invitation: Invitation, *, at: datetime) -> None:
    record_entry(
        actor=account,
        action=action,
        about=account,
        reference=invitation.public_id,
        practice_reference=invitation.practice.public_id,
        at=at,
    )
