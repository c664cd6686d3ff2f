"""When something goes wrong: a page in plain words, with nothing of anyone and no stack trace."""

import io
import logging

import pytest
from django.conf import settings as installed
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings
from tests.cast import Cast
from tests.site.conftest import SignIn
from tests.site.foundation.failing import PRIVATE

from fallow_site.kit.policies import SERVER_POLICY

NEVER = (PRIVATE, "s3cret", "Traceback", "ValueError", "fallow_site", ".py")


@pytest.fixture(autouse=True)
def _a_page_that_breaks(settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.site.foundation.failing"


def _patient(client: Client) -> Client:
    client.raise_request_exception = False
    return client


def _said(answer: HttpResponse) -> list[str]:
    body = answer.content.decode()
    return [word for word in NEVER if word in body]


def test_debugging_is_off_unless_asked_for() -> None:
    assert installed.DEBUG is False


def test_a_page_that_breaks_says_so_and_nothing_of_why(cast: Cast, sign_in: SignIn) -> None:
    answer = _patient(sign_in(cast.ada)).get("/broken/s3cret/")

    assert answer.status_code == 500
    assert "Something broke on our side" in answer.content.decode()
    assert _said(answer) == []


def test_a_page_that_breaks_carries_the_policy(cast: Cast, sign_in: SignIn) -> None:
    answer = _patient(sign_in(cast.ada)).get("/broken/s3cret/")

    told = answer.headers["Content-Security-Policy"].split("; ")
    assert {part.split()[0] for part in told} == set(SERVER_POLICY)


def test_a_page_that_is_not_there_does_not_repeat_what_was_asked(
    cast: Cast, sign_in: SignIn
) -> None:
    answer = sign_in(cast.ada).get(f"/{PRIVATE}/s3cret/")

    assert answer.status_code == 404
    assert _said(answer) == []


def test_a_form_that_was_open_too_long_says_what_to_do(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.omar.account)

    answer = strict.post("/practice/new/", {"name": PRIVATE, "zone": "s3cret"})

    assert answer.status_code == 403
    assert "This form was open too long" in answer.content.decode()
    assert _said(answer) == []


@pytest.mark.django_db
def test_a_host_that_is_not_ours_is_answered_without_a_word_of_it(client: Client) -> None:
    answer = client.get("/", HTTP_HOST="s3cret.example")

    assert answer.status_code == 400
    assert _said(answer) == []


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What the installed handler writes."""
    stream = io.StringIO()
    (handler,) = [h for h in logging.getLogger().handlers if type(h) is logging.StreamHandler]
    monkeypatch.setattr(handler, "stream", stream)
    return stream


def test_the_log_names_the_place_and_no_secret(
    cast: Cast, sign_in: SignIn, log: io.StringIO
) -> None:
    _patient(sign_in(cast.ada)).get("/broken/s3cret/")

    assert "/broken/<str:secret>/" in log.getvalue()
    assert "failing.py" in log.getvalue()
    assert "s3cret" not in log.getvalue()
    assert PRIVATE not in log.getvalue()


def test_the_log_does_not_say_who_looked_for_what(
    cast: Cast, sign_in: SignIn, log: io.StringIO
) -> None:
    sign_in(cast.ada).get(f"/practice/{'0' * 32}/people/")

    assert log.getvalue() == ""
