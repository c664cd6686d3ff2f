"""Who may do what to whom inside a practice, beyond what a role allows by itself.

Each check raises with its sentence; a page that only asks derives the boolean from the same check.
"""

from fallow.base.errors import FallowError
from fallow_site.foundation.organizations.models import Membership
from fallow_site.foundation.organizations.roles import (
    ROLE_BY_KEY,
    Administrator,
    Director,
    Supervisor,
)
from fallow_site.foundation.organizations.viewers import Viewer


class NotAllowed(FallowError):
    """The viewer may see this and may not do it."""


def check_can_change_roles(
    viewer: Viewer, *, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    """An administrator alone makes and unmakes no director: that would go round the promise."""
    changed = set(before) ^ set(after)
    if not set(after) <= set(ROLE_BY_KEY):
        raise NotAllowed("There is no such role.", "Choose from the roles that are listed.")
    if Director.key in changed and Director.key not in viewer.membership.roles:
        raise NotAllowed(
            "Only a director can make or unmake a director.", "Ask the practice's director."
        )


def check_keeps_a_director(membership: Membership, roles: tuple[str, ...]) -> None:
    """A practice keeps at least one director and one administrator."""
    others = Membership.objects.filter(practice=membership.practice, left_at__isnull=True)
    held = {r for m in others.exclude(pk=membership.pk) for r in m.roles} | set(roles)
    if not {Director.key, Administrator.key} <= held:
        raise NotAllowed(
            "A practice needs a director and an administrator.",
            "Give the role to someone else first.",
        )


def check_can_supervise(supervisor: Membership, supervisee: Membership) -> None:
    """A supervision joins two people of one practice, one of whom holds the role."""
    if supervisor.practice_id != supervisee.practice_id or supervisor.pk == supervisee.pk:
        raise NotAllowed("A supervision needs two people of this practice.", "Choose two.")
    if Supervisor.key not in supervisor.roles:
        raise NotAllowed(
            "Whoever supervises holds the role of supervisor.", "Give them the role first."
        )
