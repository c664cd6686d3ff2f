"""Where one is signed in: seen, ended elsewhere, ended here, and shown to nobody after that."""

import pytest
from django.test import Client
from tests.cast import PASSWORD, Cast
from time_machine import TimeMachineFixture

from fallow_site.foundation.accounts.models import Account

PHONE = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"
DESK = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36"


def _signed_in(account: Account, device: str) -> Client:
    client = Client(headers={"user-agent": device})
    client.post("/accounts/login/", {"login": account.email, "password": PASSWORD})
    client.get("/mine/")
    return client


def _opens(client: Client) -> bool:
    return client.get("/mine/").status_code == 200


def test_a_person_sees_every_device_they_are_signed_in_on(cast: Cast) -> None:
    _signed_in(cast.ada.account, PHONE)
    desk = _signed_in(cast.ada.account, DESK)

    page = desk.get("/accounts/sessions/").content.decode()

    assert "Firefox" in page
    assert "Chrom" in page


def test_and_none_of_anyone_else(cast: Cast) -> None:
    _signed_in(cast.petra.account, PHONE)
    desk = _signed_in(cast.ada.account, DESK)

    assert "Firefox" not in desk.get("/accounts/sessions/").content.decode()


def test_a_person_ends_all_other_sessions(cast: Cast) -> None:
    phone, desk = _signed_in(cast.ada.account, PHONE), _signed_in(cast.ada.account, DESK)

    desk.post("/accounts/sessions/")

    assert (_opens(phone), _opens(desk)) == (False, True)


def test_signing_out_takes_a_button_and_ends_the_session(cast: Cast) -> None:
    desk = _signed_in(cast.ada.account, DESK)
    desk.get("/accounts/logout/")
    assert _opens(desk)

    desk.post("/accounts/logout/")

    assert not _opens(desk)


def test_the_old_cookie_opens_nothing_after_signing_out(cast: Cast) -> None:
    desk = _signed_in(cast.ada.account, DESK)
    thief = Client()
    thief.cookies["sessionid"] = desk.cookies["sessionid"].value
    assert _opens(thief)

    desk.post("/accounts/logout/")

    assert not _opens(thief)


def test_signing_in_gives_a_new_cookie(cast: Cast) -> None:
    client = Client()
    client.get("/invitation/never-was-one/")
    client.get("/accounts/login/")
    before = {morsel.value for morsel in client.cookies.values()}

    client.post("/accounts/login/", {"login": "ada@fallow.example", "password": PASSWORD})

    assert client.cookies["sessionid"].value not in before


@pytest.mark.parametrize(("days", "still"), [(13, True), (15, False)])
def test_a_session_ends_after_two_weeks(
    cast: Cast, time_machine: TimeMachineFixture, days: int, still: bool
) -> None:
    time_machine.move_to("2026-03-02T09:00:00Z", tick=False)
    desk = _signed_in(cast.ada.account, DESK)

    time_machine.shift(days * 86_400)

    assert _opens(desk) == still
