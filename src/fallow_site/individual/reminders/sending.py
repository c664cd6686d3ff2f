"""Sends the notes whose hour it is, each at most once a week.

It knows addresses and hours, and nothing of what anyone answered or wrote. A note that could not
go out in its hour is left out; there is one next week.
"""

import logging
import smtplib
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q

from fallow.base.periods import read_zone
from fallow_site.individual.reminders.links import make_room_link, make_stop_link
from fallow_site.individual.reminders.models import Reminder
from fallow_site.kit.keys import KeysUnreadable, open_address

WEEK = timedelta(days=7)
_LOG = logging.getLogger(__name__)
_WORDS = """\
This is the note you asked for.

{room}

The link works until tomorrow evening. Nothing happens when it is opened; you decide.
No more of these: {stop}
"""


def send_due(*, at: datetime) -> None:
    """This will send every note whose day and hour it is on its reader's own clock."""
    if not settings.FALLOW_SENDS_MAIL:
        return
    for reminder in Reminder.objects.order_by("pk").iterator():
        local = at.astimezone(read_zone(reminder.zone))
        is_time = (local.weekday(), local.hour) == (reminder.weekday, reminder.hour)
        if is_time and _is_claimed(reminder, local.date()):
            _send(reminder)


def _is_claimed(reminder: Reminder, today: date) -> bool:
    """Of several workers one writes the day; it stays written if the mail then fails."""
    free = Q(sent_date__isnull=True) | Q(sent_date__lte=today - WEEK)
    return Reminder.objects.filter(free, pk=reminder.pk).update(sent_date=today) == 1


def _send(reminder: Reminder) -> None:
    try:
        _write(reminder).send()
    except (smtplib.SMTPException, OSError, KeysUnreadable):
        _LOG.warning("A note could not be sent; the next one is tried next week.")


def _write(reminder: Reminder) -> EmailMessage:
    stop = make_stop_link(reminder)
    return EmailMessage(
        subject=Reminder.Subject(reminder.subject).label,
        body=_WORDS.format(room=make_room_link(), stop=stop),
        to=[open_address(settings.FALLOW_HOME, bytes(reminder.sealed_address))],
        headers={
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )
