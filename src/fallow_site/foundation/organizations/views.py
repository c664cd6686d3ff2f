"""The pages of a practice: its door, its people, supervision.

They know how to ask and how to show; the actions decide.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fallow.base.errors import FallowError
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.organizations.actions import (
    declare_supervision,
    end_supervision,
    record_departure,
    record_post,
    record_practice,
    record_practice_terms,
)
from fallow_site.foundation.organizations.forms import (
    MemberForm,
    PracticeForm,
    SupervisionForm,
    find_said_hours,
)
from fallow_site.foundation.organizations.models import Membership
from fallow_site.foundation.organizations.queries import (
    find_member,
    find_supervision,
    list_belongings,
    list_members,
    list_supervisions,
    list_teams,
)
from fallow_site.foundation.organizations.roles import Action
from fallow_site.foundation.organizations.viewers import Viewer, for_member
from fallow_site.kit.clock import now
from fallow_site.kit.methods import require_form


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    account = request.user
    belongings = list_belongings(account) if isinstance(account, Account) else ()
    return render(request, "organizations/home.html", {"belongings": belongings})


@login_required
@require_form
def new_practice(request: HttpRequest) -> HttpResponse:
    form = PracticeForm(request.POST or None)
    if form.is_valid() and isinstance(request.user, Account):
        practice = record_practice(by=request.user, at=now(), **form.cleaned_data)
        return redirect("practice", practice_id=practice.public_id)
    return render(request, "organizations/new_practice.html", {"form": form})


@for_member()
@require_safe
def practice(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    allowed = {action.name.lower(): viewer.allows(action) for action in Action}
    return render(request, "organizations/practice.html", {"viewer": viewer, "may": allowed})


@for_member(Action.EDIT_PRACTICE)
@require_form
def practice_terms(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    initial = {"name": viewer.practice.name, "zone": viewer.practice.zone}
    form = PracticeForm(request.POST or None, initial=initial)
    if form.is_valid():
        record_practice_terms(by=viewer, at=now(), **form.cleaned_data)
        return redirect("practice", practice_id=viewer.practice.public_id)
    return render(request, "organizations/practice_terms.html", {"viewer": viewer, "form": form})


@for_member(Action.READ_PEOPLE)
@require_safe
def people(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    context = {
        "viewer": viewer,
        "members": list_members(viewer),
        "may_invite": viewer.allows(Action.INVITE),
        "may_edit": viewer.allows(Action.EDIT_PEOPLE),
    }
    return render(request, "organizations/people.html", context)


@for_member(Action.EDIT_PEOPLE)
@require_form
def member(request: HttpRequest, viewer: Viewer, member_id: str) -> HttpResponse:
    found = find_member(viewer, member_id)
    form = _member_form(request, viewer, found=found)
    if form.is_valid():
        try:
            record_post(by=viewer, membership=found, post=form.read_post(), at=now())
            return redirect("people", practice_id=viewer.practice.public_id)
        except FallowError as refusal:
            form.add_error(None, str(refusal))
    context = {
        "viewer": viewer,
        "member": found,
        "form": form,
        "teams": list_teams(viewer),
        "may_declare": viewer.allows(Action.DECLARE_SUPERVISION),
    }
    return render(request, "organizations/member.html", context)


def _member_form(request: HttpRequest, viewer: Viewer, *, found: Membership) -> MemberForm:
    initial = {
        "roles": found.roles,
        "team": found.team.name if found.team else "",
        "fte_share": found.fte_share,
        "cap_hours": found.cap_hours,
        **find_said_hours(found.working_hours),
    }
    may_agree = viewer.allows(Action.AGREE_CAPS)
    return MemberForm(request.POST or None, initial=initial, may_agree_caps=may_agree)


@for_member()
@require_POST
def leave(request: HttpRequest, viewer: Viewer, member_id: str) -> HttpResponse:
    """Ends a membership: one's own by anyone, another's by who may change people."""
    found = find_member(viewer, member_id)
    try:
        record_departure(by=viewer, membership=found, at=now())
    except FallowError as refusal:
        messages.error(request, str(refusal))
        return redirect("practice", practice_id=viewer.practice.public_id)
    if found.pk == viewer.membership.pk:
        return redirect("home")
    return redirect("people", practice_id=viewer.practice.public_id)


@for_member(Action.DECLARE_SUPERVISION)
@require_form
def supervision(request: HttpRequest, viewer: Viewer, member_id: str) -> HttpResponse:
    supervisee = find_member(viewer, member_id)
    members = [m for m in list_members(viewer) if m.may_supervise and m.public_id != member_id]
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
    context = {
        "viewer": viewer,
        "member": supervisee,
        "form": form,
        "members": members,
        "supervisions": list_supervisions(viewer, supervisee),
    }
    return render(request, "organizations/supervision.html", context)


@for_member(Action.DECLARE_SUPERVISION)
@require_POST
def stop_supervision(
    _request: HttpRequest, viewer: Viewer, *, member_id: str, relation_id: str
) -> HttpResponse:
    supervisee = find_member(viewer, member_id)
    relation = find_supervision(viewer, supervisee, relation_id=relation_id)
    end_supervision(by=viewer, relation=relation, at=now())
    return redirect("supervision", viewer.practice.public_id, member_id)
