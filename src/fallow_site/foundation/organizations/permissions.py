"""Who may do what to whom inside a practice, beyond what a role allows by itself.

Each check raises with its sentence; a page that only asks derives the boolean from the same check.
"""

from fallow.base.errors import FallowError
from fallow_site.foundation.organizations.models import Membership
from fallow_site.foundation.organizations.roles import Administrator, Director
from fallow_site.foundation.organizations.viewers import Viewer


class NotAllowed(FallowError):
    """The viewer may see this and may not do it."""


def check_can_grant_roles(viewer: Viewer, roles: tuple[str, ...]) -> None:
    """An administrator alone cannot make directors: that would be a way around the promise."""
    if Director.key in roles and Director.key not in viewer.membership.roles:
        raise NotAllowed("Only a director can make a director.", "Ask the practice's director.")


def check_keeps_a_director(membership: Membership, roles: tuple[str, ...]) -> None:
    """A practice keeps at least one director and one administrator."""
    others = Membership.objects.filter(practice=membership.practice, left_at__isnull=True)
    held = {r for m in others.exclude(pk=membership.pk) for r in m.roles} | set(roles)
    if not {Director.key, Administrator.key} <= held:
        raise NotAllowed(
            "A practice needs a director and an administrator.",
            "Give the role to someone else first.",
        )
