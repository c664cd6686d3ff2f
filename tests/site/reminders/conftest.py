"""A Fallow that sends mail, and Ada's wish for a note on Tuesdays at 12 in New York."""

import pytest
from pytest_django import Settings
from tests.cast import AT, ZONE, Cast

from fallow_site.individual.reminders.actions import record_reminder
from fallow_site.individual.reminders.queries import Wish

ADDRESS = "ada.at.home@mail.example"
WISH = Wish(address=ADDRESS, subject="note", weekday=1, hour=12, zone=ZONE)


@pytest.fixture(autouse=True)
def sends_mail(settings: Settings) -> None:
    settings.FALLOW_SENDS_MAIL = True


@pytest.fixture
def asked(cast: Cast) -> Cast:
    """The cast, after Ada asked for a note."""
    record_reminder(by=cast.ada.account, wish=WISH, at=AT)
    return cast
