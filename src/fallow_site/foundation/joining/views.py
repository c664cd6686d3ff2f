"""The pages of an invitation: made for someone, withdrawn, followed.

They know how to ask and how to show; the actions decide.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from fallow.base.errors import FallowError
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.joining.actions import (
    InvitationRefused,
    accept_invitation,
    hash_secret,
    record_invitation,
    withdraw_invitation,
)
from fallow_site.foundation.joining.queries import (
    INVITED,
    find_open_invitation,
    is_open,
    list_open_invitations,
)
from fallow_site.foundation.organizations.forms import PostForm
from fallow_site.foundation.organizations.queries import list_teams
from fallow_site.foundation.organizations.roles import Action
from fallow_site.foundation.organizations.viewers import Viewer, for_member
from fallow_site.kit.clock import now
from fallow_site.kit.methods import require_form


@for_member(Action.INVITE)
@require_form
def invite(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = PostForm(request.POST or None, initial={"roles": ["clinician"]})
    context: dict[str, object] = {"viewer": viewer, "form": form, "teams": list_teams(viewer)}
    if form.is_valid():
        try:
            secret = record_invitation(by=viewer, post=form.read_post(), at=now())
            context["link"] = request.build_absolute_uri(f"/invitation/{secret}/")
        except FallowError as refusal:
            form.add_error(None, str(refusal))
    context["invitations"] = list_open_invitations(viewer, at=now())
    return render(request, "organizations/invite.html", context)


@for_member(Action.INVITE)
@require_POST
def withdraw(request: HttpRequest, viewer: Viewer, invitation_id: str) -> HttpResponse:
    invitation = find_open_invitation(viewer, invitation_id)
    withdraw_invitation(by=viewer, invitation=invitation, at=now())
    messages.success(request, "The link does not work any more.")
    return redirect("invite", practice_id=viewer.practice.public_id)


@require_form
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Lets someone without an account make one first; the hash of the link waits meanwhile."""
    secret_hash = hash_secret(secret)
    if not is_open(secret_hash, at=now()):
        return _refuse(request, InvitationRefused())
    request.session[INVITED] = secret_hash
    return _join(request, secret=secret)


@login_required
def _join(request: HttpRequest, *, secret: str) -> HttpResponse:
    if request.method != "POST" or not isinstance(request.user, Account):
        return render(request, "organizations/invitation.html", {"secret": secret})
    try:
        membership = accept_invitation(by=request.user, secret=secret, at=now())
    except FallowError as refusal:
        return _refuse(request, refusal)
    request.session.pop(INVITED, None)
    return redirect("practice", practice_id=membership.practice.public_id)


def _refuse(request: HttpRequest, refusal: FallowError) -> HttpResponse:
    messages.error(request, str(refusal))
    return redirect("home")
