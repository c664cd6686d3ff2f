"""Reads a person's own reminder, and the working hours it has to lie in."""

from dataclasses import dataclass

from django.conf import settings

from fallow.base.working_time import WorkingHours
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.organizations.models import Membership
from fallow_site.individual.reminders.models import Reminder
from fallow_site.kit.keys import open_address
from fallow_site.workload.keeping.terms import read_working_hours

FIRST_HOUR, LAST_HOUR = 7, 20  # a choice: no note at night, for those whose hours nobody kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What someone asks for: where to, under which words, and when in their own week."""

    address: str
    subject: str
    weekday: int
    hour: int
    zone: str


def find_own_wish(viewer: Account) -> Wish | None:
    """This will give what the viewer asked for, or None while reminders are off."""
    reminder = Reminder.objects.filter(owner=viewer).first()
    if reminder is None:
        return None
    return Wish(
        address=open_address(settings.FALLOW_HOME, bytes(reminder.sealed_address)),
        subject=reminder.subject,
        weekday=reminder.weekday,
        hour=reminder.hour,
        zone=reminder.zone,
    )


def find_own_zone(viewer: Account) -> str:
    """This will give the zone of the viewer's practice, to begin with."""
    held = Membership.objects.filter(account=viewer, left_at__isnull=True)
    return held.order_by("pk").values_list("practice__zone", flat=True).first() or "UTC"


def list_own_hours(viewer: Account) -> tuple[WorkingHours, ...]:
    """This will give the working hours that practices keep of the viewer; none where none does."""
    held = Membership.objects.filter(account=viewer, left_at__isnull=True)
    kept = held.exclude(working_hours__isnull=True).select_related("practice")
    return tuple(read_working_hours(membership) for membership in kept)


def is_in_working_hours(wish: Wish, hours: tuple[WorkingHours, ...]) -> bool:
    """Whether the hour begins inside a working window of that day, on the person's own clock."""
    if not hours:
        return FIRST_HOUR <= wish.hour <= LAST_HOUR
    begins = wish.hour * 60
    windows = [window for one in hours for window in one.days[wish.weekday]]
    return any(start <= begins < end for start, end in windows)
