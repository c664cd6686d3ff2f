"""Keeps a reminder and drops it, for the person themselves alone.

Each leaves one line in that person's own trail, by the day.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from fallow.base.errors import FallowError
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.audit.actions import record_entry
from fallow_site.individual.reminders.models import Reminder
from fallow_site.individual.reminders.queries import (
    FIRST_HOUR,
    LAST_HOUR,
    Wish,
    is_in_working_hours,
    list_own_hours,
)
from fallow_site.kit.keys import seal_address

_OUTSIDE = (
    "That hour is outside your working hours.",
    "Choose a day and an hour in which you are at work.",
)
_AT_NIGHT = (
    "Your working hours are not set here, so notes come only by day.",
    f"Choose an hour from {FIRST_HOUR}:00 to {LAST_HOUR}:00.",
)


class OutsideWorkingHours(FallowError):
    """Fallow time is paid time; a note at another hour would ask for unpaid minutes."""


@transaction.atomic
def record_reminder(*, by: Account, wish: Wish, at: datetime) -> None:
    """This will keep what someone asks for, or raise OutsideWorkingHours.

    The day of the last note stays, so that changing the day brings no second one that week.
    """
    hours = list_own_hours(by)
    if not is_in_working_hours(wish, hours):
        raise OutsideWorkingHours(*(_OUTSIDE if hours else _AT_NIGHT))
    kept = {
        "sealed_address": seal_address(settings.FALLOW_HOME, wish.address),
        "subject": wish.subject,
        "weekday": wish.weekday,
        "hour": wish.hour,
        "zone": wish.zone,
    }
    Reminder.objects.update_or_create(owner=by, defaults=kept)
    _tell(by, "reminder.chosen", at=at)


@transaction.atomic
def drop_reminder(*, by: Account, at: datetime) -> None:
    """This will end someone's reminders and forget the address; ending twice changes nothing."""
    dropped, _ = Reminder.objects.filter(owner=by).delete()
    if dropped:
        _tell(by, "reminder.ended", at=at)


def _tell(by: Account, action: str, *, at: datetime) -> None:
    day = at.replace(hour=0, minute=0, second=0, microsecond=0)
    record_entry(actor=by, action=action, about=by, at=day)
