"""Looking at a page changes nothing, carries the whole policy, and shows nothing of a person.

The appointments of the world are Ada's: at 13:00 and 20:00 New York time on 3 and 4 March 2026.
"""

from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from tests.site.routes.addresses import fill
from tests.site.routes.asking import ask
from tests.site.routes.conftest import World
from tests.site.routes.matrix import PEOPLE, Row, read_matrix

from fallow.workload.appointments import Appointment
from fallow.workload.exposure.week import WeekExposure
from fallow_site.kit.policies import SERVER_POLICY
from fallow_site.workload.models import StoredAppointment

LOOKS = [row for row in read_matrix() if row.method == "GET" and "200" in row.answers]
PAGES = [row for row in LOOKS if not row.address.startswith("room/")]
OWN_SESSION = ("django_session", "usersessions_usersession", "fallow_cache", "account_emailaddress")
LEAVES_A_LINE = "practice/<practice_id>/caseloads/"  # that a caseload was read is told to its owner


def _asked(world: World, row: Row, *, but: str = "") -> Iterator[tuple[str, HttpResponse]]:
    path = fill(row.address, world.things)
    for who in (who for who in PEOPLE if row.expected[who] == "200" and who != but):
        yield who, ask(world.clients[who], "GET", path)


def test_looking_changes_nothing(world: World) -> None:
    for row in LOOKS:
        allowed = (*OWN_SESSION, *(["audit_auditentry"] if row.address == LEAVES_A_LINE else []))
        with CaptureQueriesContext(connection) as captured:
            assert list(_asked(world, row))
        statements = [query["sql"] for query in captured]
        writes = [sql for sql in statements if sql.startswith(("INSERT", "UPDATE", "DELETE"))]
        assert [sql for sql in writes if not any(t in sql for t in allowed)] == [], row.address


def _policy(answer: HttpResponse) -> dict[str, list[str]]:
    told = answer.headers["Content-Security-Policy"].split(";")
    return {name: rest for name, *rest in (part.split() for part in told)}


def test_a_page_carries_exactly_the_policy_and_is_not_kept(world: World) -> None:
    for who, answer in (asked for row in PAGES for asked in _asked(world, row)):
        assert _policy(answer) == SERVER_POLICY, who
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert "no-store" in answer.headers["Cache-Control"]


def test_a_page_that_is_not_there_carries_the_policy_too(world: World) -> None:
    for client in world.clients.values():
        assert _policy(ask(client, "GET", "/nowhere/")) == SERVER_POLICY


DERIVED = (Appointment, StoredAppointment, WeekExposure)
TIMES = ("13:00", "1 p.m.", "1:00 p.m.", "20:00", "8 p.m.", "8:00 p.m.", "18:00", "01:00")


def test_nobody_but_ada_meets_anything_derived_about_ada(world: World) -> None:
    for row in PAGES:
        for who, answer in _asked(world, row, but="ada"):
            derived = [value for value in _handed(answer) if isinstance(value, DERIVED)]
            said = answer.content.decode()
            assert (derived, [t for t in TIMES if t in said]) == ([], []), (row.address, who)


def _handed(answer: Any) -> Iterator[Any]:
    """Everything that the templates of an answer were handed, and what lies inside of it."""
    seen: dict[int, Any] = {}  # by identity, and held, so that no identity is used again
    for context in getattr(answer, "context", None) or ():
        for layer in getattr(context, "dicts", ()):
            _look_inside(layer, seen)
    return iter(seen.values())


def _look_inside(value: Any, seen: dict[int, Any], *, depth: int = 5) -> None:
    if id(value) in seen or not depth:
        return
    seen[id(value)] = value
    for inner in _parts_of(value):
        _look_inside(inner, seen, depth=depth - 1)


def _parts_of(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    if isinstance(value, list | tuple | set | frozenset):
        return value
    names = () if isinstance(value, str) else getattr(value, "__slots__", ())
    return [getattr(value, name, None) for name in names]


def test_what_is_derived_is_found_wherever_it_lies() -> None:
    stored = StoredAppointment()
    layers = [{"rows": ({"of": [stored]},)}]
    context = SimpleNamespace(dicts=layers)

    assert stored in list(_handed(SimpleNamespace(context=[context])))


def test_ada_s_own_device_is_given_them(world: World) -> None:
    """So that the test above could fail: the appointments are there, for one."""
    answer = ask(world.clients["ada"], "GET", "/api/own/appointments")

    assert len(answer.json()["appointments"]) == 2


@pytest.mark.parametrize("who", [who for who in PEOPLE if who not in ("out", "ada")])
def test_nobody_else_s_device_is(world: World, who: str) -> None:
    answer = ask(world.clients[who], "GET", "/api/own/appointments")

    assert answer.json()["appointments"] == []


def test_no_admin_stands_at_any_address(world: World) -> None:
    assert "django.contrib.admin" not in settings.INSTALLED_APPS
    assert ask(world.clients["root"], "GET", "/admin/").status_code == 404
