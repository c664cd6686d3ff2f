"""A person sees when each of their sessions was last used; looking at pages does not write it."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cast import Cast
from tests.site.conftest import SignIn

from fallow_site.foundation.sign_in.last_seen import NOTED_EVERY

pytestmark = pytest.mark.django_db


def _posted(cast: Cast) -> str:
    return f"/practice/{cast.practice.public_id}/posted/"


def test_looking_again_writes_nothing(cast: Cast, sign_in: SignIn) -> None:
    ada = sign_in(cast.ada)
    ada.get(_posted(cast))

    with CaptureQueriesContext(connection) as queries:
        ada.get(_posted(cast))

    verbs = {query["sql"].split()[0] for query in queries}
    assert verbs == {"SELECT"}


def test_coming_back_later_is_noted(cast: Cast, sign_in: SignIn) -> None:
    ada = sign_in(cast.ada)
    ada.get(_posted(cast))
    (session,) = UserSession.objects.all()
    earlier = session.last_seen_at - NOTED_EVERY - timedelta(seconds=1)
    UserSession.objects.update(last_seen_at=earlier)

    ada.get(_posted(cast))

    session.refresh_from_db()
    assert session.last_seen_at > earlier


@pytest.mark.parametrize(
    ("header", "field", "value"),
    [("HTTP_USER_AGENT", "user_agent", "Another"), ("REMOTE_ADDR", "ip", "203.0.113.9")],
)
def test_another_browser_or_place_is_noted_at_once(
    cast: Cast, sign_in: SignIn, header: str, field: str, value: str
) -> None:
    ada = sign_in(cast.ada)
    ada.get(_posted(cast))

    ada.get(_posted(cast), **{header: value})  # type: ignore[arg-type]

    assert getattr(UserSession.objects.get(), field) == value


def test_nobody_signed_in_leaves_no_session(client: Client, db: None) -> None:
    client.get("/")

    assert UserSession.objects.count() == 0


def test_the_private_rooms_calls_are_not_noted(cast: Cast, sign_in: SignIn) -> None:
    ada = sign_in(cast.ada)

    ada.get("/api/own/vault")
    assert UserSession.objects.count() == 0
    ada.get("/mine/")

    assert UserSession.objects.count() == 1
