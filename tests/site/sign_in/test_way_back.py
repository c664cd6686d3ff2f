"""Someone forgot their password: the way back with mail, without mail, and what it leaves shut."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from pytest_django import Settings
from tests.cast import AT, PASSWORD, Cast
from time_machine import TimeMachineFixture

from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.audit.queries import list_lines_about
from fallow_site.foundation.sign_in.actions import record_way_back, remove_second_factor
from fallow_site.foundation.sign_in.queries import NoSuchAccount, find_account

FRESH = "nine quiet herons wade"


def _choose(client: Client, path: str) -> int:
    """Follows a link to its form and sends a new password."""
    form = client.get(path, follow=True)
    place = form.redirect_chain[-1][0] if form.redirect_chain else path
    return client.post(place, {"password1": FRESH, "password2": FRESH}).status_code


def _knows(password: str) -> bool:
    return Account.objects.get(email="ada@fallow.example").check_password(password)


def test_without_mail_the_page_says_whom_to_ask_and_sends_nothing(
    cast: Cast, client: Client
) -> None:
    asked = client.post("/accounts/password/reset/", {"email": "ada@fallow.example"})

    assert "sends no mail" in asked.content.decode()
    assert mail.outbox == []


def test_the_link_lets_a_new_password_be_chosen_once(cast: Cast, client: Client) -> None:
    path = record_way_back(account=cast.ada.account, at=AT)

    _choose(client, path)
    assert _knows(FRESH)

    again = Client().get(path, follow=True)
    assert "password1" not in again.content.decode()


def test_the_link_works_for_a_day(
    cast: Cast, client: Client, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to(AT)
    path = record_way_back(account=cast.ada.account, at=AT)
    time_machine.move_to(AT + timedelta(hours=25))

    _choose(client, path)

    assert _knows(PASSWORD)


def test_the_person_reads_in_their_trail_that_it_was_made(cast: Cast) -> None:
    record_way_back(account=cast.ada.account, at=AT)

    newest = list_lines_about(cast.ada.account)[0]
    assert (newest.who, newest.did) == (
        "whoever runs this server",
        "made a link to set a new password for you",
    )


def test_a_new_password_signs_out_everywhere_else(cast: Cast, client: Client) -> None:
    elsewhere = Client()
    elsewhere.force_login(cast.ada.account)

    _choose(client, record_way_back(account=cast.ada.account, at=AT))

    assert elsewhere.get("/mine/").status_code == 302


def test_a_link_to_a_new_password_leaves_the_second_factor_asked_for(
    cast: Cast, client: Client
) -> None:
    _choose(client, record_way_back(account=cast.omar.account, at=AT))

    login = client.post("/accounts/login/", {"login": "omar@fallow.example", "password": FRESH})

    assert login.headers["Location"] == "/accounts/2fa/authenticate/"


def test_a_lost_second_factor_is_removed_by_whoever_runs_the_server_and_said(cast: Cast) -> None:
    remove_second_factor(account=cast.omar.account, at=AT)

    assert not Authenticator.objects.filter(user=cast.omar.account).exists()
    assert list_lines_about(cast.omar.account)[0].did == "removed your second factor"


def test_an_address_that_nobody_has_is_said_to_whoever_runs_the_server(cast: Cast) -> None:
    with pytest.raises(NoSuchAccount):
        find_account("nobody@fallow.example")


def test_with_mail_a_link_is_sent_and_the_page_tells_nobody_who_has_an_account(
    cast: Cast, settings: Settings
) -> None:
    settings.FALLOW_SENDS_MAIL = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    known = Client().post("/accounts/password/reset/", {"email": "ada@fallow.example"})
    unknown = Client().post("/accounts/password/reset/", {"email": "nobody@fallow.example"})

    assert "/accounts/password/reset/key/" in mail.outbox[0].body
    assert mail.outbox[0].to == ["ada@fallow.example"]
    assert known.headers["Location"] == unknown.headers["Location"]


def test_with_mail_the_page_asks_for_the_address(cast: Cast, settings: Settings) -> None:
    settings.FALLOW_SENDS_MAIL = True

    page = Client().get("/accounts/password/reset/").content.decode()

    assert 'name="email"' in page
