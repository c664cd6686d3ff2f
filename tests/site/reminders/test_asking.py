"""A reminder is off until it is asked for, is seen by nobody else, and is forgotten when ended."""

from typing import Any

import pytest
from django.db import connection
from pytest_django import Settings
from tests.cast import AT, PASSWORD, ZONE, Cast
from tests.site.conftest import SignIn
from tests.site.reminders.conftest import ADDRESS, WISH

from fallow_site.foundation.audit.models import AuditEntry
from fallow_site.foundation.sign_in.actions import erase_account
from fallow_site.individual.reminders.models import Reminder
from fallow_site.individual.reminders.queries import find_own_wish

PAGE = "/mine/reminder/"
ASKED = {"address": ADDRESS, "subject": "note", "weekday": "1", "hour": "12", "zone": ZONE}


def test_nobody_has_one_who_did_not_ask(cast: Cast, sign_in: SignIn) -> None:
    sign_in(cast.ada).get(PAGE)

    assert Reminder.objects.count() == 0


def test_asking_keeps_the_wish_and_ending_forgets_it(cast: Cast, sign_in: SignIn) -> None:
    ada = sign_in(cast.ada)

    ada.post(PAGE, ASKED)
    assert find_own_wish(cast.ada.account) == WISH

    ada.post(f"{PAGE}end/")
    assert Reminder.objects.count() == 0


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("ada", True),
        ("sol", False),
        ("petra", False),
        ("omar", False),
        ("zed", False),
        ("root", False),
    ],
)
def test_a_reminder_is_seen_by_the_one_who_asked(
    asked: Cast, sign_in: SignIn, who: str, sees: bool
) -> None:
    viewer = getattr(asked, who)

    assert (find_own_wish(viewer.account) is not None) == sees
    assert (ADDRESS in sign_in(viewer).get(PAGE).content.decode()) == sees


@pytest.mark.parametrize("who", ["sol", "petra", "omar", "zed", "root"])
def test_nobody_else_can_end_it(asked: Cast, sign_in: SignIn, who: str) -> None:
    sign_in(getattr(asked, who)).post(f"{PAGE}end/")

    assert find_own_wish(asked.ada.account) == WISH


def test_the_address_stands_nowhere_in_the_database(asked: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM reminders_reminder")
        kept = repr([bytes(v) if isinstance(v, memoryview) else v for v in cursor.fetchone()])

    assert "mail.example" not in kept
    assert "sealed" not in kept  # the row itself was read, not a picture of it
    assert "'note'" in kept


def _keep_hours(cast: Cast, day: list[list[int]]) -> None:
    membership = cast.ada.membership
    membership.working_hours = [[], day, [], [], [], [], []]
    membership.save(update_fields=["working_hours"])


@pytest.mark.parametrize(
    ("hour", "kept"), [("9", False), ("10", True), ("13", True), ("14", False), ("18", True)]
)
def test_the_hour_lies_inside_the_working_hours_that_are_kept(
    cast: Cast, sign_in: SignIn, hour: str, kept: bool
) -> None:
    """Tuesdays 10:00-14:00 and 17:30-20:00, half-open: 14:00 is over, and 18:00 is at work."""
    _keep_hours(cast, [[600, 840], [1050, 1200]])

    answer: Any = sign_in(cast.ada).post(PAGE, ASKED | {"hour": hour})

    assert (find_own_wish(cast.ada.account) is not None) == kept
    assert (b"outside your working hours" in answer.content) != kept


def test_a_day_off_is_refused(cast: Cast, sign_in: SignIn) -> None:
    _keep_hours(cast, [[600, 840]])

    sign_in(cast.ada).post(PAGE, ASKED | {"weekday": "2"})

    assert Reminder.objects.count() == 0


@pytest.mark.parametrize(("hour", "kept"), [("6", 0), ("7", 1), ("20", 1), ("21", 0)])
def test_whose_hours_nobody_keeps_gets_no_note_at_night(
    cast: Cast, sign_in: SignIn, hour: str, kept: int
) -> None:
    sign_in(cast.ada).post(PAGE, ASKED | {"hour": hour})

    assert Reminder.objects.count() == kept


def test_without_mail_the_page_says_so_and_keeps_nothing(
    cast: Cast, sign_in: SignIn, settings: Settings
) -> None:
    settings.FALLOW_SENDS_MAIL = False
    ada = sign_in(cast.ada)

    answer = ada.post(PAGE, ASKED)

    assert b"This Fallow sends no mail" in answer.content
    assert Reminder.objects.count() == 0


def test_the_trail_tells_its_owner_by_the_day(asked: Cast, sign_in: SignIn) -> None:
    sign_in(asked.ada).post(f"{PAGE}end/")

    lines = AuditEntry.objects.filter(action__startswith="reminder.").order_by("id")
    assert [line.action for line in lines] == ["reminder.chosen", "reminder.ended"]
    assert {(line.at.hour, line.at.minute, line.about_id) for line in lines} == {
        (0, 0, asked.ada.account.pk)
    }


def test_erasing_the_account_takes_it_too(asked: Cast) -> None:
    assert asked.ada.account.check_password(PASSWORD)

    erase_account(by=asked.ada.account, at=AT)

    assert Reminder.objects.count() == 0
