"""Reads invitations: the open ones of a viewer's practice, and whether a link still works.

It knows no link; what is kept of one is a hash.
"""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404

from fallow_site.foundation.organizations.models import Invitation
from fallow_site.foundation.organizations.roles import ROLE_BY_KEY, Action
from fallow_site.foundation.organizations.viewers import Viewer

INVITED = "invitation"
"""Where a session keeps the hash of the link that someone without an account followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenInvitation:
    """An invitation that nobody has used yet, in words."""

    public_id: str
    roles: tuple[str, ...]
    team: str
    made_by: str
    made_at: datetime
    expires_at: datetime


def list_open_invitations(viewer: Viewer, *, at: datetime) -> tuple[OpenInvitation, ...]:
    """This will give the practice's open invitations, the newest first."""
    viewer.check_can(Action.INVITE)
    waiting = Invitation.objects.filter(
        practice=viewer.practice, used_at__isnull=True, expires_at__gt=at
    )
    rows = waiting.select_related("team", "made_by__account").order_by("-made_at", "-pk")
    return tuple(
        OpenInvitation(
            public_id=row.public_id,
            roles=tuple(ROLE_BY_KEY[role].label for role in row.roles if role in ROLE_BY_KEY),
            team=row.team.name if row.team else "",
            made_by=row.made_by.account.display_name,
            made_at=row.made_at,
            expires_at=row.expires_at,
        )
        for row in rows
    )


def find_open_invitation(viewer: Viewer, invitation_id: str) -> Invitation:
    """This will find one unused invitation of the viewer's practice, or raise Http404."""
    viewer.check_can(Action.INVITE)
    waiting = Invitation.objects.filter(practice=viewer.practice, used_at__isnull=True)
    found = waiting.filter(public_id=invitation_id).select_related("practice").first()
    if found is None:
        raise Http404
    return found


def is_open(secret_hash: str, *, at: datetime) -> bool:
    """This will tell whether a link may still be followed; it names no practice."""
    waiting = Invitation.objects.filter(used_at__isnull=True, expires_at__gt=at)
    return waiting.filter(secret_hash=secret_hash).exists()
