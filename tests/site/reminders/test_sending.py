"""A note goes out in its hour, at most once a week, and holds one link and nothing of a person.

The cast's first morning is Monday 2 March 2026. New York is five hours behind UTC until Sunday
8 March 2026, and four from then on (tz database, America/New_York).
"""

import smtplib
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from pytest_django import Settings
from tests.cast import AT, Cast
from tests.site.reminders.conftest import ADDRESS, WISH

from fallow_site.individual.reminders.actions import drop_reminder, record_reminder
from fallow_site.individual.reminders.queries import Wish
from fallow_site.individual.reminders.sending import send_due

TUESDAY = datetime(2026, 3, 3, 17, 5, tzinfo=UTC)  # 12:05 in New York
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_it_goes_out_in_its_hour_on_its_reader_s_clock(asked: Cast) -> None:
    send_due(at=TUESDAY - HOUR)
    send_due(at=TUESDAY + HOUR)
    send_due(at=TUESDAY + DAY)
    assert mail.outbox == []

    send_due(at=TUESDAY)
    assert [message.to for message in mail.outbox] == [[ADDRESS]]


def test_it_goes_out_once_however_often_the_worker_looks(asked: Cast) -> None:
    for minutes in (0, 10, 50):
        send_due(at=TUESDAY + timedelta(minutes=minutes))

    assert len(mail.outbox) == 1


def test_it_comes_again_at_the_same_hour_after_the_clocks_change(asked: Cast) -> None:
    """On 10 March it is 12:05 in New York at 16:05 UTC."""
    send_due(at=TUESDAY)

    send_due(at=TUESDAY + timedelta(days=7) - HOUR)

    assert len(mail.outbox) == 2


def test_another_day_brings_no_second_note_in_the_same_week(asked: Cast) -> None:
    send_due(at=TUESDAY)
    thursday = Wish(address=ADDRESS, subject="note", weekday=3, hour=12, zone=WISH.zone)
    record_reminder(by=asked.ada.account, wish=thursday, at=AT)

    send_due(at=TUESDAY + 2 * DAY)
    assert len(mail.outbox) == 1

    send_due(at=TUESDAY + 9 * DAY - HOUR)
    assert len(mail.outbox) == 2


def test_nothing_goes_out_after_it_was_ended(asked: Cast) -> None:
    drop_reminder(by=asked.ada.account, at=AT)

    send_due(at=TUESDAY)

    assert mail.outbox == []


def test_nothing_goes_out_where_no_mail_is_set_up(asked: Cast, settings: Settings) -> None:
    settings.FALLOW_SENDS_MAIL = False

    send_due(at=TUESDAY)

    assert mail.outbox == []


def test_a_note_holds_its_words_one_link_and_a_way_to_stop(asked: Cast) -> None:
    send_due(at=TUESDAY)
    note = mail.outbox[0]

    links = [word for word in note.body.split() if word.startswith("http")]
    assert (note.subject, len(links)) == ("A short note", 2)
    assert links[1].endswith("/stop/")
    assert note.extra_headers["List-Unsubscribe"] == f"<{links[1]}>"  # RFC 8058 section 3.1
    assert note.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_note_names_nobody_and_asks_nothing(asked: Cast) -> None:
    send_due(at=TUESDAY)
    whole = mail.outbox[0].message().as_string().replace(ADDRESS, "").lower()

    told = ("ada", "amber", "harbor", "burn", "exhaust", "check-in", "clinic", "journal")
    assert [word for word in told if word in whole] == []


def test_two_people_s_links_to_the_room_are_the_same(asked: Cast) -> None:
    """So the server cannot tell who opened one."""
    petra = Wish(address="p@mail.example", subject="note", weekday=1, hour=12, zone=WISH.zone)
    record_reminder(by=asked.petra.account, wish=petra, at=AT)

    send_due(at=TUESDAY)

    rooms = {note.body.split("\n")[2].rpartition(":")[0].split(":")[2] for note in mail.outbox}
    assert len(mail.outbox) == 2
    assert len(rooms) == 1


def test_one_mail_that_fails_stops_no_other_and_names_nobody(
    asked: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    petra = Wish(address="p@mail.example", subject="note", weekday=1, hour=12, zone=WISH.zone)
    record_reminder(by=asked.petra.account, wish=petra, at=AT)
    send = EmailMessage.send

    def refuse_ada(message: EmailMessage, fail_silently: bool = False) -> int:
        if message.to == [ADDRESS]:
            raise smtplib.SMTPRecipientsRefused({ADDRESS: (550, b"no such box")})
        return send(message, fail_silently)

    monkeypatch.setattr(EmailMessage, "send", refuse_ada)
    send_due(at=TUESDAY)

    assert [note.to for note in mail.outbox] == [["p@mail.example"]]
    assert "could not be sent" in caplog.text
    assert "mail.example" not in caplog.text
