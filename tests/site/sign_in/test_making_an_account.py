"""Who may make an account: the first person, whoever was invited, and nobody else unasked."""

import re

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings
from tests.cast import AT, PASSWORD, Cast, add_second_factor, make_account
from tests.site.pages import body_of
from time_machine import TimeMachineFixture

from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.audit.queries import list_lines_about
from fallow_site.foundation.joining.actions import record_invitation
from fallow_site.foundation.organizations.actions import Post
from fallow_site.foundation.organizations.models import Membership

BRAM = {
    "display_name": "Bram Birch",
    "email": "Bram@Fallow.example",
    "password1": "nine quiet herons",
}


@pytest.fixture(autouse=True)
def _now_is_then(time_machine: TimeMachineFixture) -> None:
    """Links made at AT are followed at AT."""
    time_machine.move_to(AT, tick=False)


def _sign_up(client: Client, **changed: str) -> int:
    return client.post("/accounts/signup/", BRAM | changed).status_code


def _is_made(email: str = "bram@fallow.example") -> bool:
    return Account.objects.filter(email=email).exists()


def _link(cast: Cast) -> str:
    secret = record_invitation(by=cast.omar, post=Post(roles=("clinician",)), at=AT)
    return f"/invitation/{secret}/"


@pytest.mark.django_db
def test_the_first_person_on_a_fresh_server_makes_an_account(client: Client) -> None:
    _sign_up(client)

    assert _is_made()


def test_after_that_a_stranger_is_told_that_accounts_come_by_invitation(
    cast: Cast, client: Client
) -> None:
    answer = client.post("/accounts/signup/", BRAM)

    assert not _is_made()
    assert "invitation" in answer.content.decode()


def test_a_stranger_learns_nothing_about_who_has_an_account(cast: Cast, client: Client) -> None:
    known = client.post("/accounts/signup/", BRAM | {"email": "ada@fallow.example"})
    unknown = client.post("/accounts/signup/", BRAM)

    assert known.status_code == unknown.status_code == 200
    assert body_of(known) == body_of(unknown)


def test_who_follows_a_link_makes_an_account_and_joins(cast: Cast, client: Client) -> None:
    link = _link(cast)
    to_sign_in = client.get(link)
    _sign_up(client, next=link)

    client.post(link)

    assert to_sign_in.headers["Location"] == f"/accounts/login/?next={link}"
    assert Membership.objects.get(account__email="bram@fallow.example").practice == cast.practice


def test_a_link_that_ran_out_opens_no_sign_up(
    cast: Cast, client: Client, time_machine: TimeMachineFixture
) -> None:
    client.get(_link(cast))
    time_machine.move_to(AT.replace(month=4), tick=False)

    _sign_up(client)

    assert not _is_made()


def test_a_made_up_link_opens_no_sign_up(cast: Cast, client: Client) -> None:
    client.get("/invitation/never-was-one/")

    _sign_up(client)

    assert not _is_made()


@pytest.fixture
def _open_to_all(settings: Settings) -> None:
    """As FALLOW_SIGN_UP=open and FALLOW_MAIL make it."""
    settings.FALLOW_SIGN_UP_IS_OPEN = settings.FALLOW_SENDS_MAIL = True
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.mark.usefixtures("_open_to_all")
def test_an_open_server_lets_nobody_in_before_their_address_is_checked(cast: Cast) -> None:
    client = Client()
    asked = client.post("/accounts/signup/", BRAM, follow=True)
    assert "Look into your mail" in asked.content.decode()
    assert client.get("/mine/").status_code == 302

    (link,) = re.findall(r"http://testserver(/accounts/confirm-email/\S+/)", mail.outbox[0].body)
    client.post(link)
    client.post("/accounts/login/", {"login": BRAM["email"], "password": BRAM["password1"]})

    assert client.get("/mine/").status_code == 200


@pytest.mark.usefixtures("_open_to_all")
def test_an_open_server_answers_alike_for_known_and_unknown_addresses(cast: Cast) -> None:
    make_account("Cleo Clover")

    known = Client().post("/accounts/signup/", BRAM | {"email": "cleo@fallow.example"})
    unknown = Client().post("/accounts/signup/", BRAM)

    assert (known.status_code, known.headers["Location"]) == (
        unknown.status_code,
        unknown.headers["Location"],
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("password", "is_enough"), [("fourteen signs", 0), ("fifteen letters", 1)])
def test_a_password_has_fifteen_signs_or_more(
    client: Client, password: str, is_enough: int
) -> None:
    """ASVS 5.0 V6.2.1 as read for Fallow (trust sheet §4): at least 15."""
    _sign_up(client, password1=password)

    assert _is_made() == bool(is_enough)


@pytest.mark.django_db
def test_the_trail_of_a_person_begins_with_their_account(client: Client) -> None:
    _sign_up(client)

    lines = list_lines_about(Account.objects.get())
    assert [(line.who, line.did) for line in lines] == [("you", "made this account")]


def test_a_sign_in_that_fails_says_the_same_for_known_and_unknown_addresses(cast: Cast) -> None:
    add_second_factor(make_account("Cleo Clover"))
    wrong = {"password": "not " + PASSWORD}

    known = Client().post("/accounts/login/", wrong | {"login": "cleo@fallow.example"})
    unknown = Client().post("/accounts/login/", wrong | {"login": "nobo@fallow.example"})

    assert body_of(known).replace(b"cleo@", b"nobo@") == body_of(unknown)
