"""A practice without feeds asks the network for nothing: no name, no connection (trust.md R18)."""

import socket
from typing import Any

import pytest
from tests.cast import Cast
from tests.site.canary.places import Places, look_at_every_page
from tests.site.workload.bringing import bring, link_to, make_source, session

from fallow_site.jobs.working import WorkTurns

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every name that is looked up and every address that is connected to, and none is let out."""
    found: list[object] = []

    def refuse(*arguments: Any, **_named: Any) -> None:
        found.append(arguments[-1])
        raise OSError("there is no network here")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "gethostbyname", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket.socket, "sendto", refuse)
    return found


def test_every_page_and_every_job_stays_on_this_machine(
    cast: Cast, asked: list[object], places: Places
) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9))
    link_to(cast, cast.ada, source)

    look_at_every_page(places, cast)
    WorkTurns().take_turn()

    assert len(places.pages) > 100
    assert asked == []
