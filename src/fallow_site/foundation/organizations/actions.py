"""Writes about a practice: made, invited, joined, changed, left, supervision declared.

Each checks permission first, writes once, and leaves one line in the audit trail.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction

from fallow.base.errors import FallowError
from fallow.base.periods import read_zone
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.audit.actions import record_entry
from fallow_site.foundation.organizations.models import (
    Invitation,
    Membership,
    Practice,
    SupervisionRelation,
    Team,
)
from fallow_site.foundation.organizations.permissions import (
    check_can_grant_roles,
    check_keeps_a_director,
)
from fallow_site.foundation.organizations.roles import Action, Administrator, Director
from fallow_site.foundation.organizations.viewers import Viewer

INVITATION_DAYS = 14


class InvitationRefused(FallowError):
    """The link was used, has run out, or never was one; which of them is not said."""

    def __init__(self) -> None:
        super().__init__("This invitation cannot be used any more.", "Ask for a new link.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What a membership may be given: roles, a team, a share of a full post, an own cap."""

    roles: tuple[str, ...]
    team: Team | None = None
    fte_share: Decimal = Decimal(1)
    cap_hours: Decimal | None = None


@transaction.atomic
def record_practice(*, by: Account, name: str, zone: str, at: datetime) -> Practice:
    """This will make a practice, with its maker as director and administrator."""
    read_zone(zone)
    practice = Practice.objects.create(name=name.strip(), zone=zone)
    Membership.objects.create(
        practice=practice, account=by, roles=[Director.key, Administrator.key], joined_at=at
    )
    record_entry(
        actor=by, action="practice.made", about=by, practice_reference=practice.public_id, at=at
    )
    return practice


@transaction.atomic
def record_team(*, by: Viewer, name: str) -> Team:
    """This will make a team, or give the one of that name."""
    by.check_can(Action.EDIT_PEOPLE)
    team, _ = Team.objects.get_or_create(practice=by.practice, name=name.strip())
    return team


@transaction.atomic
def record_invitation(*, by: Viewer, post: Post, at: datetime) -> str:
    """This will make an invitation and give its secret, which is shown once and not kept."""
    by.check_can(Action.INVITE)
    check_can_grant_roles(by, post.roles)
    secret = secrets.token_urlsafe(24)
    invitation = Invitation.objects.create(
        practice=by.practice,
        secret_hash=hash_secret(secret),
        roles=list(post.roles),
        team=post.team,
        fte_share=post.fte_share,
        made_by=by.membership,
        made_at=at,
        expires_at=at + timedelta(days=INVITATION_DAYS),
    )
    _audit(by, "invitation.made", about=by.account, reference=invitation.public_id, at=at)
    return secret


def hash_secret(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def accept_invitation(*, by: Account, secret: str, at: datetime) -> Membership:
    """This will use an invitation once, or raise InvitationRefused."""
    invitation = (
        Invitation.objects.select_for_update()
        .filter(secret_hash=hash_secret(secret), used_at__isnull=True, expires_at__gt=at)
        .select_related("practice", "team")
        .first()
    )
    if invitation is None:
        raise InvitationRefused
    invitation.used_at, invitation.used_by = at, by
    invitation.save(update_fields=["used_at", "used_by"])
    membership, _ = Membership.objects.get_or_create(
        practice=invitation.practice,
        account=by,
        left_at=None,
        defaults={
            "roles": invitation.roles,
            "team_id": invitation.team_id,
            "fte_share": invitation.fte_share,
            "joined_at": at,
        },
    )
    record_entry(
        actor=by,
        action="invitation.accepted",
        about=by,
        reference=invitation.public_id,
        practice_reference=invitation.practice.public_id,
        at=at,
    )
    return membership


@transaction.atomic
def record_post(*, by: Viewer, membership: Membership, post: Post, at: datetime) -> None:
    """This will change a member's roles, team, post and own cap."""
    by.check_can(Action.EDIT_PEOPLE)
    added = tuple(role for role in post.roles if role not in membership.roles)
    check_can_grant_roles(by, added)
    check_keeps_a_director(membership, post.roles)
    membership.roles = list(post.roles)
    membership.team = post.team
    membership.fte_share = post.fte_share
    if Director.key in by.membership.roles:
        membership.cap_hours = post.cap_hours
    membership.save(update_fields=["roles", "team", "fte_share", "cap_hours"])
    _audit(
        by, "membership.changed", about=membership.account, reference=membership.public_id, at=at
    )


@transaction.atomic
def record_departure(*, by: Viewer, membership: Membership, at: datetime) -> None:
    """This will end a membership; what the person keeps on their own device stays theirs."""
    if membership.pk != by.membership.pk:
        by.check_can(Action.EDIT_PEOPLE)
    check_keeps_a_director(membership, ())
    membership.left_at = at
    membership.save(update_fields=["left_at"])
    _audit(by, "membership.left", about=membership.account, reference=membership.public_id, at=at)


@transaction.atomic
def declare_supervision(
    *, by: Viewer, supervisor: Membership, supervisee: Membership, is_dual_role: bool, at: datetime
) -> SupervisionRelation:
    """This will declare a supervision, and whether the supervisor is line manager too."""
    by.check_can(Action.DECLARE_SUPERVISION)
    if supervisor.practice_id != supervisee.practice_id or supervisor.pk == supervisee.pk:
        raise FallowError("A supervision needs two people of this practice.", "Choose two.")
    relation, _ = SupervisionRelation.objects.update_or_create(
        supervisor=supervisor,
        supervisee=supervisee,
        ended_at=None,
        defaults={"is_dual_role": is_dual_role, "started_at": at},
    )
    _audit(
        by, "supervision.declared", about=supervisee.account, reference=relation.public_id, at=at
    )
    return relation


def _audit(by: Viewer, action: str, *, about: Account, reference: str, at: datetime) -> None:
    record_entry(
        actor=by.account,
        action=action,
        about=about,
        reference=reference,
        practice_reference=by.practice.public_id,
        at=at,
    )
