"""The pages of a practice: its door, its people, invitations, supervision.

They know how to ask and how to show; the actions decide.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from fallow.base.errors import FallowError
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.organizations.actions import (
    InvitationRefused,
    accept_invitation,
    declare_supervision,
    record_departure,
    record_invitation,
    record_post,
    record_practice,
    record_team,
)
from fallow_site.foundation.organizations.forms import (
    MemberForm,
    PostForm,
    PracticeForm,
    SupervisionForm,
)
from fallow_site.foundation.organizations.models import Team
from fallow_site.foundation.organizations.queries import (
    find_member,
    list_belongings,
    list_members,
    list_teams,
)
from fallow_site.foundation.organizations.roles import Action
from fallow_site.foundation.organizations.viewers import Viewer, for_member
from fallow_site.kit.clock import now


def home(request: HttpRequest) -> HttpResponse:
    account = request.user
    belongings = list_belongings(account) if isinstance(account, Account) else ()
    return render(request, "organizations/home.html", {"belongings": belongings})


@login_required
def new_practice(request: HttpRequest) -> HttpResponse:
    form = PracticeForm(request.POST or None)
    if form.is_valid() and isinstance(request.user, Account):
        practice = record_practice(by=request.user, at=now(), **form.cleaned_data)
        return redirect("practice", practice_id=practice.public_id)
    return render(request, "organizations/new_practice.html", {"form": form})


@for_member()
def practice(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    allowed = {action.name.lower(): viewer.allows(action) for action in Action}
    return render(request, "organizations/practice.html", {"viewer": viewer, "may": allowed})


@for_member(Action.READ_PEOPLE)
def people(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    context = {
        "viewer": viewer,
        "members": list_members(viewer),
        "may_invite": viewer.allows(Action.INVITE),
        "may_edit": viewer.allows(Action.EDIT_PEOPLE),
    }
    return render(request, "organizations/people.html", context)


@for_member(Action.INVITE)
def invite(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = PostForm(request.POST or None, initial={"roles": ["clinician"]})
    context = {"viewer": viewer, "form": form, "teams": list_teams(viewer)}
    if form.is_valid():
        try:
            post = form.read_post(_team(viewer, form.cleaned_data["team"]))
            secret = record_invitation(by=viewer, post=post, at=now())
            path = f"/invitation/{secret}/"
            context["link"] = request.build_absolute_uri(path)
        except FallowError as refusal:
            form.add_error(None, f"{refusal.happened} {refusal.mend}")
    return render(request, "organizations/invite.html", context)


def _team(viewer: Viewer, name: str) -> Team | None:
    return record_team(by=viewer, name=name) if name.strip() else None


@login_required
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    if request.method != "POST" or not isinstance(request.user, Account):
        return render(request, "organizations/invitation.html", {"secret": secret})
    try:
        membership = accept_invitation(by=request.user, secret=secret, at=now())
    except InvitationRefused as refusal:
        messages.error(request, f"{refusal.happened} {refusal.mend}")
        return redirect("home")
    return redirect("practice", practice_id=membership.practice.public_id)


@for_member(Action.EDIT_PEOPLE)
def member(request: HttpRequest, viewer: Viewer, member_id: str) -> HttpResponse:
    found = find_member(viewer, member_id)
    initial = {
        "roles": found.roles,
        "team": found.team.name if found.team else "",
        "fte_share": found.fte_share,
        "cap_hours": found.cap_hours,
    }
    form = MemberForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            post = form.read_post(_team(viewer, form.cleaned_data["team"]))
            record_post(by=viewer, membership=found, post=post, at=now())
            return redirect("people", practice_id=viewer.practice.public_id)
        except FallowError as refusal:
            form.add_error(None, f"{refusal.happened} {refusal.mend}")
    context = {"viewer": viewer, "member": found, "form": form, "teams": list_teams(viewer)}
    return render(request, "organizations/member.html", context)


@for_member(Action.EDIT_PEOPLE)
@require_POST
def leave(request: HttpRequest, viewer: Viewer, member_id: str) -> HttpResponse:
    found = find_member(viewer, member_id)
    try:
        record_departure(by=viewer, membership=found, at=now())
    except FallowError as refusal:
        messages.error(request, f"{refusal.happened} {refusal.mend}")
    return redirect("people", practice_id=viewer.practice.public_id)


@for_member(Action.DECLARE_SUPERVISION)
def supervision(request: HttpRequest, viewer: Viewer, member_id: str) -> HttpResponse:
    supervisee = find_member(viewer, member_id)
    others = [find_member(viewer, m.public_id) for m in list_members(viewer)]
    members = [m for m in others if m.pk != supervisee.pk]
    form = SupervisionForm(request.POST or None, members=members)
    if form.is_valid():
        declare_supervision(
            by=viewer,
            supervisor=find_member(viewer, form.cleaned_data["supervisor"]),
            supervisee=supervisee,
            is_dual_role=form.cleaned_data["is_dual_role"],
            at=now(),
        )
        return redirect("people", practice_id=viewer.practice.public_id)
    context = {"viewer": viewer, "member": supervisee, "form": form}
    return render(request, "organizations/supervision.html", context)
