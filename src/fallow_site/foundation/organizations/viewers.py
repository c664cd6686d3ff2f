"""Who is looking: an account, in one practice, with what its roles may do.

It is the only way into a practice's pages. Absent and forbidden look the same: 404.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.organizations.models import Membership, Practice
from fallow_site.foundation.organizations.roles import Action, allowed_actions

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, "Viewer", P], HttpResponse]


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """One account looking at one practice."""

    account: Account
    membership: Membership
    practice: Practice
    actions: frozenset[Action]

    def allows(self, action: Action) -> bool:
        return action in self.actions

    def check_can(self, action: Action) -> None:
        """This will raise Http404 unless the viewer may do this."""
        if action not in self.actions:
            raise Http404

    def check_own(self, membership_pk: int | None) -> None:
        """This will raise Http404 unless a thing is the viewer's own."""
        if membership_pk != self.membership.pk:
            raise Http404

    def check_here(self, practice_pk: int) -> None:
        """This will raise Http404 unless a thing of that practice is one of the viewer's own."""
        if practice_pk != self.practice.pk:
            raise Http404


def find_viewer(account: Account, practice_id: str) -> Viewer:
    """This will find the viewer, or raise Http404 for strangers and for those who left."""
    membership = (
        Membership.objects.select_related("practice", "account", "team")
        .filter(account=account, practice__public_id=practice_id, left_at__isnull=True)
        .first()
    )
    if membership is None:
        raise Http404
    return viewer_of(membership)


def viewer_of(membership: Membership) -> Viewer:
    """This will give what a member may do, from their roles as they are kept."""
    return Viewer(
        account=membership.account,
        membership=membership,
        practice=membership.practice,
        actions=allowed_actions(tuple(membership.roles)),
    )


def for_member(action: Action | None = None) -> Callable[[View[P]], Callable[..., HttpResponse]]:
    """This will hand a view its viewer, or answer 404; signed out means the sign-in page."""

    def wrap(view: View[P]) -> Callable[..., HttpResponse]:
        @login_required
        @wraps(view)
        def inner(
            request: HttpRequest, practice_id: str, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponse:
            viewer = find_viewer(_account_of(request), practice_id)
            if action is not None:
                viewer.check_can(action)
            return view(request, viewer, *args, **kwargs)

        return inner

    return wrap


def _account_of(request: HttpRequest) -> Account:
    account = request.user
    if not isinstance(account, Account):
        raise Http404
    return account
