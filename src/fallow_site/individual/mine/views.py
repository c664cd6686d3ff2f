"""A person's own pages: what is linked to them, and what they say of their caseload."""

from dataclasses import replace
from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fallow.workload.limits.acuity import CaseloadAcuity
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.organizations.queries import list_belongings
from fallow_site.foundation.organizations.roles import Action
from fallow_site.foundation.organizations.viewers import Viewer, for_member
from fallow_site.individual.mine.forms import EntriesForm
from fallow_site.kit.clock import now
from fallow_site.kit.methods import require_form
from fallow_site.workload.actions import confirm_link, record_acuity
from fallow_site.workload.forms import AcuityForm
from fallow_site.workload.queries import (
    find_link_to_me,
    find_own_acuity,
    find_own_kinds,
    list_links_to_me,
    list_own_standing_entries,
)

WEEKS_ASKED = 13  # a quarter, a choice


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    account = request.user
    belongings = list_belongings(account) if isinstance(account, Account) else ()
    clinical = [one for one in belongings if Action.CONFIRM_OWN_LINK in one.actions]
    return render(request, "mine/mine.html", {"belongings": clinical})


@for_member(Action.CONFIRM_OWN_LINK)
@require_safe
def my_links(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    context = {
        "viewer": viewer,
        "links": list_links_to_me(viewer),
        "form": AcuityForm(initial={"caseload": find_own_acuity(viewer).caseload or ""}),
    }
    return render(request, "mine/links.html", context)


@for_member(Action.CONFIRM_OWN_LINK)
@require_POST
def answer_link(request: HttpRequest, viewer: Viewer, key_id: str) -> HttpResponse:
    key = find_link_to_me(viewer, key_id)
    confirm_link(by=viewer, key=key, is_mine=request.POST.get("answer") == "mine", at=now())
    return redirect("my_links", practice_id=viewer.practice.public_id)


@for_member(Action.SET_OWN_ACUITY)
@require_form
def entries(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    since = now().date() - timedelta(weeks=WEEKS_ASKED)
    form = EntriesForm(
        request.POST or None,
        entries=list_own_standing_entries(viewer, since=since),
        acuity=find_own_acuity(viewer),
        kinds=find_own_kinds(viewer),
    )
    if form.is_valid():
        acuity = replace(find_own_acuity(viewer), exceptions=form.read_exceptions())
        record_acuity(by=viewer, acuity=acuity, kinds=form.read_kinds(), at=now())
        return redirect("my_links", practice_id=viewer.practice.public_id)
    return render(request, "mine/entries.html", {"viewer": viewer, "form": form})


@for_member(Action.SET_OWN_ACUITY)
@require_POST
def answer_acuity(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = AcuityForm(request.POST)
    if form.is_valid():
        acuity = CaseloadAcuity(
            caseload=form.cleaned_data["caseload"] or None,
            exceptions=find_own_acuity(viewer).exceptions,
        )
        record_acuity(by=viewer, acuity=acuity, at=now())
    return redirect("my_links", practice_id=viewer.practice.public_id)
