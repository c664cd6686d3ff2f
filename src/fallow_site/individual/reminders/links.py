"""The two links of a note: one to the room, and one that ends the notes.

The first is the same for everyone, names nobody and opens nothing. Each is signed for its own
purpose, so that neither can stand in for the other (stack.md §15; unsubscribing: RFC 8058).
"""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse

from fallow_site.foundation.accounts.models import Account
from fallow_site.individual.reminders.models import Reminder

GOOD_FOR = timedelta(hours=36)  # a choice: that day and the next, stack.md §15
_ROOM, _STOP = "reminder.v1", "reminder.stop.v1"


def make_room_link() -> str:
    """This will give an address that leads to the room for 36 hours."""
    return _whole("reminder_link", signing.dumps("room", salt=_ROOM))


def make_stop_link(reminder: Reminder) -> str:
    """This will give an address that ends these notes, for as long as they come."""
    return _whole("stop_reminder", signing.dumps(reminder.public_id, salt=_STOP))


def is_room_link(secret: str) -> bool:
    """Whether we made it, less than 36 hours ago."""
    try:
        return bool(signing.loads(secret, salt=_ROOM, max_age=GOOD_FOR) == "room")
    except signing.BadSignature:
        return False


def read_stop_link(secret: str) -> tuple[bool, Account | None]:
    """This will say whether we made it, and whose notes it ends if they still come."""
    try:
        public_id = signing.loads(secret, salt=_STOP)
    except signing.BadSignature:
        return False, None
    found = Reminder.objects.filter(public_id=public_id).select_related("owner").first()
    return True, found.owner if found else None


def _whole(name: str, secret: str) -> str:
    host = settings.ALLOWED_HOSTS[0].lstrip(".")
    site = f"https://{host}" if settings.SESSION_COOKIE_SECURE else f"http://{host}:8000"
    return f"{site}{reverse(name, args=[secret])}"
