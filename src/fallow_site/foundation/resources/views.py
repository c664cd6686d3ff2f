"""The pages on which help stands: for everyone, and for a practice's members."""

from typing import ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fallow_site.foundation.organizations.roles import Action
from fallow_site.foundation.organizations.viewers import Viewer, for_member
from fallow_site.foundation.resources.actions import record_resource
from fallow_site.foundation.resources.models import Resource
from fallow_site.foundation.resources.queries import list_crisis_lines, list_resources
from fallow_site.kit.clock import now


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


def help_lines(request: HttpRequest) -> HttpResponse:
    lines, reviewed_on = list_crisis_lines()
    return render(request, "resources/help.html", {"lines": lines, "reviewed_on": reviewed_on})


@for_member(Action.READ_RESOURCES)
def resources(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    may_edit = viewer.allows(Action.EDIT_RESOURCES)
    form = ResourceForm(request.POST or None) if may_edit else None
    if form is not None and form.is_valid():
        record_resource(by=viewer, at=now(), **form.cleaned_data)
        return redirect("resources", practice_id=viewer.practice.public_id)
    lines, reviewed_on = list_crisis_lines()
    context = {
        "viewer": viewer,
        "resources": list_resources(viewer),
        "form": form,
        "lines": lines,
        "reviewed_on": reviewed_on,
    }
    return render(request, "resources/resources.html", context)
