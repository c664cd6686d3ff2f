"""A second factor: asked of every role but clinician, and really asked at the door."""

import base64
import hashlib
import hmac
import struct
from datetime import datetime

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.utils import decrypt
from django.db import connection
from django.test import Client
from pytest_django import Settings
from tests.cast import AT, PASSWORD, Cast
from tests.site.conftest import SignIn
from time_machine import TimeMachineFixture

from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.organizations.actions import Post, record_post
from fallow_site.foundation.organizations.viewers import Viewer

SET_UP = "/accounts/2fa/"
WIDER = ("supervisor", "director", "wellbeing_lead", "administrator")


def _without_factor(cast: Cast, *roles: str) -> Viewer:
    record_post(by=cast.omar, membership=cast.petra.membership, post=Post(roles=roles), at=AT)
    return cast.petra


def _where(client: Client, path: str) -> str:
    return client.get(path).headers.get("Location", "stays")


@pytest.mark.parametrize("role", WIDER)
def test_a_wider_role_without_a_second_factor_is_led_to_set_one_up(
    cast: Cast, sign_in: SignIn, role: str
) -> None:
    client = sign_in(_without_factor(cast, "clinician", role))

    assert _where(client, f"/practice/{cast.practice.public_id}/posted/") == SET_UP
    assert _where(client, "/mine/trail/") == SET_UP


@pytest.mark.parametrize("role", WIDER)
def test_with_a_second_factor_the_pages_open(cast: Cast, sign_in: SignIn, role: str) -> None:
    viewer = {"supervisor": cast.sol, "director": cast.omar, "wellbeing_lead": cast.wren}.get(
        role, cast.root
    )

    assert _where(sign_in(viewer), f"/practice/{cast.practice.public_id}/posted/") == "stays"


def test_a_clinician_is_asked_for_none(cast: Cast, sign_in: SignIn) -> None:
    assert _where(sign_in(cast.ada), f"/practice/{cast.practice.public_id}/posted/") == "stays"


def test_a_device_is_told_in_words_instead_of_being_led_to_a_page(
    cast: Cast, sign_in: SignIn
) -> None:
    answer = sign_in(_without_factor(cast, "director")).get("/api/own/appointments")

    assert answer.status_code == 403
    assert "second way" in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/", "/help/", "/accounts/2fa/", "/accounts/logout/"])
def test_what_is_needed_to_set_it_up_or_to_get_help_stays_open(
    cast: Cast, sign_in: SignIn, path: str
) -> None:
    assert _where(sign_in(_without_factor(cast, "director")), path) == "stays"


def test_the_reason_is_said_on_the_page_that_it_leads_to(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(_without_factor(cast, "director"))

    page = client.get("/mine/", follow=True)

    assert "second way to prove who you are" in page.content.decode()


def test_the_invented_practice_asks_for_none(
    cast: Cast, sign_in: SignIn, settings: Settings
) -> None:
    settings.FALLOW_IS_DEMO = True

    assert _where(sign_in(_without_factor(cast, "director")), "/mine/") == "stays"


def _code(secret: str, at: datetime) -> str:
    """RFC 6238 with SHA-1, 30 seconds and 6 digits, by its own text."""
    counter = struct.pack(">Q", int(at.timestamp()) // 30)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 0x0F
    number = int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def _begin(account: Account) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": account.email, "password": PASSWORD})
    return client


def _secret(account: Account) -> str:
    kept = Authenticator.objects.get(user=account, type="totp").data["secret"]
    return str(decrypt(kept))


def test_the_password_alone_opens_nothing(cast: Cast) -> None:
    client = _begin(cast.omar.account)

    assert _where(client, "/mine/").startswith("/accounts/login/")


def test_password_and_one_time_code_open(cast: Cast, time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(AT)
    client = _begin(cast.omar.account)

    client.post("/accounts/2fa/authenticate/", {"code": _code(_secret(cast.omar.account), AT)})

    assert _where(client, "/mine/") == "stays"


def test_a_recovery_code_opens_once(cast: Cast) -> None:
    account = cast.omar.account
    code = RecoveryCodes.activate(account).get_unused_codes()[0]
    first, second = _begin(account), _begin(account)

    first.post("/accounts/2fa/authenticate/", {"code": code})
    second.post("/accounts/2fa/authenticate/", {"code": code})

    assert _where(first, "/mine/") == "stays"
    assert _where(second, "/mine/") != "stays"


def test_the_database_alone_does_not_tell_the_secret_of_the_codes(cast: Cast) -> None:
    secret = _secret(cast.omar.account)

    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        kept = str(cursor.fetchall())

    assert len(secret) == 32
    assert secret not in kept
