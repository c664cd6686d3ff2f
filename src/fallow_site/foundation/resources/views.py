"""The pages on which help stands: for everyone, and for a practice's members."""

from typing import ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fallow.base.errors import FallowError
from fallow_site.foundation.organizations.roles import Action
from fallow_site.foundation.organizations.viewers import Viewer, for_member
from fallow_site.foundation.resources.actions import Offer, record_resource, remove_resource
from fallow_site.foundation.resources.models import Resource
from fallow_site.foundation.resources.queries import (
    find_resource,
    list_crisis_lines,
    list_resources,
)
from fallow_site.kit.clock import now
from fallow_site.kit.methods import require_form


class ResourceForm(forms.ModelForm[Resource]):
    """What is offered, how to reach it, who pays, and who learns of its use."""

    class Meta:
        model = Resource
        fields: ClassVar[tuple[str, ...]] = (
            "sort",
            "name",
            "how_to_reach",
            "who_pays",
            "who_learns",
        )
        labels: ClassVar[dict[str, str]] = {
            "sort": "What it is",
            "how_to_reach": "How to reach it",
            "who_pays": "Who pays",
            "who_learns": "Who learns that it was used",
        }


@require_safe
def help_lines(request: HttpRequest) -> HttpResponse:
    lines, reviewed_on = list_crisis_lines()
    return render(request, "resources/help.html", {"lines": lines, "reviewed_on": reviewed_on})


@for_member(Action.READ_RESOURCES)
@require_safe
def resources(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    lines, reviewed_on = list_crisis_lines()
    context = {
        "viewer": viewer,
        "resources": list_resources(viewer),
        "may_edit": viewer.allows(Action.EDIT_RESOURCES),
        "lines": lines,
        "reviewed_on": reviewed_on,
    }
    return render(request, "resources/resources.html", context)


@for_member(Action.EDIT_RESOURCES)
@require_form
def new_resource(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return _ask(request, viewer, found=None)


@for_member(Action.EDIT_RESOURCES)
@require_form
def resource(request: HttpRequest, viewer: Viewer, resource_id: str) -> HttpResponse:
    return _ask(request, viewer, found=find_resource(viewer, resource_id))


def _ask(request: HttpRequest, viewer: Viewer, *, found: Resource | None) -> HttpResponse:
    initial = None if found is None else forms.model_to_dict(found, ResourceForm.Meta.fields)
    form = ResourceForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            record_resource(by=viewer, offer=Offer(**form.cleaned_data), at=now(), resource=found)
            return redirect("resources", practice_id=viewer.practice.public_id)
        except FallowError as refusal:
            form.add_error(None, str(refusal))
    context = {"viewer": viewer, "form": form, "resource": found}
    return render(request, "resources/resource.html", context)


@for_member(Action.EDIT_RESOURCES)
@require_POST
def remove(_request: HttpRequest, viewer: Viewer, *, resource_id: str) -> HttpResponse:
    remove_resource(by=viewer, resource=find_resource(viewer, resource_id), at=now())
    return redirect("resources", practice_id=viewer.practice.public_id)
