"""A practice in which every address leads somewhere: a source, a link, an invitation, a room.

It is made once for each test, which goes through all addresses. What a question changes is undone
after its answer.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings
from tests.cast import AT, Cast
from tests.site.routes.asking import client_of
from tests.site.routes.matrix import PEOPLE
from tests.site.workload.bringing import bring, link_to, make_source, session
from time_machine import TimeMachineFixture

from fallow_site.foundation.joining.actions import record_invitation
from fallow_site.foundation.organizations.actions import Post
from fallow_site.foundation.organizations.models import Invitation, SupervisionRelation
from fallow_site.foundation.organizations.viewers import Viewer
from fallow_site.foundation.resources.actions import Offer, record_resource


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The cast, a client for each, and a thing for each name in an address, mostly about Ada."""

    cast: Cast
    clients: dict[str, Client]
    things: dict[str, Any]


@pytest.fixture
def world(
    cast: Cast, settings: Settings, tmp_path: Path, time_machine: TimeMachineFixture
) -> World:
    """Stands at the cast's first morning."""
    settings.FALLOW_BUILT = _build_room(tmp_path)
    time_machine.move_to(AT, tick=False)
    clients = {who: client_of(getattr(cast, who, None)) for who in PEOPLE}
    return World(cast=cast, clients=clients, things=_make_things(cast))


def _build_room(built: Path) -> Path:
    """A private room of two files, so that no build is needed to ask for its addresses."""
    (built / "room").mkdir()
    for name in ("index.html", "service-worker.js"):
        (built / "room" / name).write_text("a room", encoding="utf-8")
    told = {"folder": "f", "files": {}, "shell": {"index.html": "a", "service-worker.js": "b"}}
    (built / "room.json").write_text(json.dumps(told), encoding="utf-8")
    return built


NOWHERE = {
    "folder": "f",
    "name": "0" * 32,
    "place": "rows",
    "uidb36": "1",
    "key": "not-a-key",
    "pk": 999_999,
}
"""Names whose addresses lead nowhere for anyone: no such file, row, key or number."""


def _make_things(cast: Cast) -> dict[str, Any]:
    source = make_source(cast)
    bring(cast, source, session(3, 13), session(4, 20))
    return {
        "practice_id": cast.practice.public_id,
        "member_id": cast.ada.membership.public_id,
        "source_id": source.public_id,
        "key_id": link_to(cast, cast.ada, source).public_id,
        "relation_id": SupervisionRelation.objects.get().public_id,
        **_invite(cast.omar),
        **_offer(cast.omar),
        **NOWHERE,
    }


def _invite(director: Viewer) -> dict[str, str]:
    secret = record_invitation(by=director, post=Post(roles=("clinician",)), at=AT)
    open_one = Invitation.objects.get(used_at__isnull=True)
    return {"secret": secret, "invitation_id": open_one.public_id}


def _offer(director: Viewer) -> dict[str, str]:
    offer = Offer(sort="line", name="A line", how_to_reach="Call")
    return {"resource_id": record_resource(by=director, offer=offer, at=AT).public_id}
