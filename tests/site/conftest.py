"""What every test of the site may ask for: the cast, and someone who is signed in."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from pytest_django.plugin import blocking_manager_key
from tests.cast import Cast, make_cast
from tests.site.trail_lock import lock_trail, unlock_trail

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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """A test that kept its transactions is cleared away, the trail too, and the lock put back."""
    if not _keeps_transactions(item):
        return (yield)
    with item.config.stash[blocking_manager_key].unblock():
        unlock_trail()
        try:
            return (yield)
        finally:
            lock_trail()


def _keeps_transactions(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    marked = marker is not None and bool(marker.kwargs.get("transaction"))
    return marked or "transactional_db" in getattr(item, "fixturenames", ())
