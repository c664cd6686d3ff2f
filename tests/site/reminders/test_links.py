"""A note's link leads to the room and changes nothing; the other ends the notes with one press."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cast import Cast
from tests.site.conftest import SignIn
from tests.site.reminders.test_sending import TUESDAY
from time_machine import TimeMachineFixture

from fallow_site.commands import processes
from fallow_site.individual.reminders.models import Reminder
from fallow_site.individual.reminders.sending import send_due

ONE_CLICK = "List-Unsubscribe=One-Click"  # RFC 8058 section 3.2
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def links(asked: Cast, time_machine: TimeMachineFixture) -> list[str]:
    """The paths of a note that was sent: to the room, and to stop."""
    move(time_machine, TUESDAY)
    send_due(at=TUESDAY)
    words = mail.outbox[0].body.split()
    return [urlsplit(word).path for word in words if word.startswith("http")]


def move(time_machine: TimeMachineFixture, to: datetime) -> None:
    time_machine.move_to(to, tick=False)


def test_opening_leads_to_the_room_signs_nobody_in_and_touches_nothing(links: list[str]) -> None:
    browser = Client()

    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(links[0])

    assert (answer.status_code, answer.headers["Location"]) == (302, "/room/")
    assert (list(asked), dict(browser.cookies)) == ([], {})
    assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("later", "status"),
    [
        (timedelta(hours=35, minutes=59), 302),
        (timedelta(hours=36, seconds=1), 410),
        (timedelta(days=300), 410),
    ],
)
def test_a_link_is_good_for_36_hours(
    links: list[str], time_machine: TimeMachineFixture, later: timedelta, status: int
) -> None:
    move(time_machine, TUESDAY + later)

    assert Client().get(links[0]).status_code == status


def test_an_altered_link_is_gone_wherever_it_was_altered(links: list[str]) -> None:
    path = links[0]

    for place in range(len("/r/"), len(path) - 2):  # the last letter may carry unused bits
        other = "A" if path[place] != "A" else "B"
        altered = f"{path[:place]}{other}{path[place + 1 :]}"
        assert Client().get(altered).status_code in (404, 410), altered


def test_neither_link_stands_in_for_the_other(links: list[str]) -> None:
    to_room, to_stop = links

    assert Client().get(to_stop.removesuffix("stop/")).status_code == 410
    assert Client().post(f"{to_room}stop/").status_code == 410
    assert Reminder.objects.count() == 1


def test_looking_at_the_way_to_stop_changes_nothing(links: list[str]) -> None:
    answer = Client().get(links[1])

    assert b"Press the button" in answer.content
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert Reminder.objects.count() == 1


def test_one_click_of_a_mail_program_ends_the_notes(links: list[str]) -> None:
    program = Client(enforce_csrf_checks=True)

    answer = program.post(links[1], ONE_CLICK, content_type=FORM)

    assert answer.status_code == 200
    assert Reminder.objects.count() == 0
    assert program.post(links[1], ONE_CLICK, content_type=FORM).status_code == 200


def test_stopping_works_long_after_the_note(
    links: list[str], time_machine: TimeMachineFixture
) -> None:
    move(time_machine, TUESDAY + timedelta(days=300))

    assert Client().post(links[1]).status_code == 200
    assert Reminder.objects.count() == 0


def test_an_old_way_to_stop_does_not_end_what_was_asked_for_again(
    links: list[str], asked: Cast, sign_in: SignIn
) -> None:
    ada = sign_in(asked.ada)
    ada.post("/mine/reminder/end/")
    wish = {"address": "a@b.example", "subject": "week", "weekday": 1, "hour": 9, "zone": "UTC"}
    ada.post("/mine/reminder/", wish)

    assert Client().post(links[1]).status_code == 200
    assert Reminder.objects.count() == 1


def test_the_server_writes_down_no_address_that_was_asked_for() -> None:
    assert "--no-access-log" in processes._web("127.0.0.1", 1, 1, None)
