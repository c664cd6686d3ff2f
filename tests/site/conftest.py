"""What every test of the site may ask for: the cast, and someone who is signed in."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cast import Cast, make_cast

from fallow_site.foundation.organizations.viewers import Viewer

SignIn = Callable[[Viewer | None], Client]


@pytest.fixture
def cast(db: None) -> Cast:
    """Everyone of `tests.cast`, made anew for each test."""
    return make_cast()


@pytest.fixture
def sign_in() -> SignIn:
    """`sign_in(cast.ada)` gives a client that is Ada; `sign_in(None)` one that is nobody."""

    def begin(viewer: Viewer | None) -> Client:
        client = Client()
        if viewer is not None:
            client.force_login(viewer.account)
        return client

    return begin
