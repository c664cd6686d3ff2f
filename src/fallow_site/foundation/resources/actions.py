"""Writes about a practice's resources; each leaves a line in the trail."""

from datetime import datetime
from typing import Any

from django.db import transaction

from fallow_site.foundation.audit.actions import record_entry
from fallow_site.foundation.organizations.roles import Action
from fallow_site.foundation.organizations.viewers import Viewer
from fallow_site.foundation.resources.models import Resource


@transaction.atomic
def record_resource(*, by: Viewer, at: datetime, **told: Any) -> Resource:
    """This will add a resource, or change the one of that name."""
    by.check_can(Action.EDIT_RESOURCES)
    name = told.pop("name")
    resource, _ = Resource.objects.update_or_create(
        practice=by.practice, name=name, defaults={**told, "checked_date": at.date()}
    )
    record_entry(
        actor=by.account,
        action="resource.changed",
        about=by.account,
        reference=resource.public_id,
        practice_reference=by.practice.public_id,
        at=at,
    )
    return resource
