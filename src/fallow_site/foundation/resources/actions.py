"""Writes about a practice's resources; each leaves a line in the trail."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from fallow.base.errors import FallowError
from fallow_site.foundation.audit.actions import record_entry
from fallow_site.foundation.organizations.roles import Action
from fallow_site.foundation.organizations.viewers import Viewer
from fallow_site.foundation.resources.models import Resource


class NameTaken(FallowError):
    """The practice has an offer of that name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What is said of an offer: what it is, how to reach it, who pays, who learns of its use."""

    sort: str
    name: str
    how_to_reach: str
    who_pays: str = ""
    who_learns: str = ""


@transaction.atomic
def record_resource(
    *, by: Viewer, offer: Offer, at: datetime, resource: Resource | None = None
) -> Resource:
    """This will add an offer, or change `resource` to it, and note the day it was looked at."""
    by.check_can(Action.EDIT_RESOURCES)
    kept = resource or Resource(practice=by.practice)
    by.check_here(kept.practice_id)
    if Resource.objects.filter(practice=by.practice, name=offer.name).exclude(pk=kept.pk).exists():
        raise NameTaken("There is an offer of that name already.", "Change that one instead.")
    for name, told in asdict(offer).items():
        setattr(kept, name, told)
    kept.checked_date = at.date()
    kept.save()
    _audit(by, "resource.changed", kept, at=at)
    return kept


@transaction.atomic
def remove_resource(*, by: Viewer, resource: Resource, at: datetime) -> None:
    """This will take away an offer that the practice no longer makes."""
    by.check_can(Action.EDIT_RESOURCES)
    by.check_here(resource.practice_id)
    _audit(by, "resource.removed", resource, at=at)
    resource.delete()


def _audit(by: Viewer, action: str, resource: Resource, *, at: datetime) -> None:
    record_entry(
        actor=by.account,
        action=action,
        about=by.account,
        reference=resource.public_id,
        practice_reference=by.practice.public_id,
        at=at,
    )
