"""Nothing of a feed's or a server's words is left anywhere, nor its address, nor its token."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest
from django.db import connection
from pytest_django import Settings
from tests.cast import AT, ZONE, Cast
from tests.site.canary.calendars import Canaries, write_bundle, write_icalendar
from tests.site.canary.places import Places, client_of, look_at_every_page
from tests.site.integrations.answering import (
    Answer,
    AnsweringServer,
    answering_server,
    leading_to,
    plainly,
)
from tests.site.workload.bringing import link_to

from fallow.workload.sorting.sort import Sorter
from fallow_site.jobs import schedule
from fallow_site.jobs.working import WorkTurns
from fallow_site.workload.actions import record_source
from fallow_site.workload.models import ClinicianKey, ImportReport, Source, StoredAppointment

pytestmark = pytest.mark.django_db(transaction=True)
WAYS = (Source.Way.FEED, Source.Way.FHIR)


@pytest.fixture
def server(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[AnsweringServer]:
    """A server, and background work that is queued in the database as in a real practice."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(schedule, "now", lambda: AT)
    with answering_server() as started:
        yield started


def subscribe(cast: Cast, server: AnsweringServer, canary: Canaries, way: str) -> Source:
    """The address and the token are secrets too, each with a canary of its own."""
    address = server.address(f"/{canary('address')}", host="localhost")
    return record_source(
        by=cast.root, way=way, name=f"By {way}", zone=ZONE, at=AT,
        secret=f"{address}\n{canary('token')}",
    )  # fmt: skip


def answer_with(server: AnsweringServer, canary: Canaries, answer: Answer) -> None:
    for path in (f"/{canary('address')}", f"/{canary('address')}/Appointment"):
        server.answers[path] = answer


def content_of(way: str, canary: Canaries) -> bytes:
    return write_icalendar(canary) if way == Source.Way.FEED else write_bundle(canary)


def work(places: Places) -> None:
    """This will poll, and do all that follows from it."""
    schedule.poll_sources.enqueue()
    WorkTurns().take_turn()


def test_what_a_poll_keeps_holds_no_word_of_it(
    cast: Cast, places: Places, server: AnsweringServer
) -> None:
    canaries = {way: Canaries() for way in WAYS}
    sources = [subscribe(cast, server, canary, way) for way, canary in canaries.items()]
    for way, canary in canaries.items():
        headers = {"ETag": '"7"', "X-Own": canary("header")}
        answer_with(server, canary, plainly(content_of(way, canary), **headers))

    work(places)
    for source in sources:
        for key in ClinicianKey.objects.filter(source=source):
            link_to(cast, cast.ada, source, key=key.key)
    work(places)
    look_at_every_page(places, cast)

    kept = [StoredAppointment.objects.filter(source=source).count() for source in sources]
    assert kept == [3, 3]
    assert len(server.asked) >= 2
    assert {way: places.find(canary.mark) for way, canary in canaries.items()} == {
        way: set() for way in WAYS
    }


def hang_up(request: BaseHTTPRequestHandler) -> None:
    request.connection.close()


REFUSALS = ("401", "500", "a page", "another host", "a private address", "in circles", "nothing")


def refuse(how: str, canary: Canaries) -> Answer:
    word = canary("answer")
    return {
        "401": plainly(word.encode(), 401),
        "500": plainly(word.encode(), 500),
        "a page": plainly(f"<title>{word}</title>".encode()),
        "another host": leading_to(f"https://{word}.invalid/"),
        "a private address": leading_to(f"https://10.0.0.1/{word}"),
        "in circles": leading_to(f"/{canary('address')}"),
        "nothing": hang_up,
    }[how]


@pytest.mark.parametrize("how", REFUSALS)
@pytest.mark.parametrize("way", WAYS)
def test_a_poll_that_is_refused_is_told_without_a_word_of_it(
    cast: Cast,
    places: Places,
    canary: Canaries,
    server: AnsweringServer,
    monkeypatch: pytest.MonkeyPatch,
    *,
    way: str,
    how: str,
) -> None:
    source = subscribe(cast, server, canary, way)
    answer_with(server, canary, refuse(how, canary))

    work(places)
    root = client_of(cast.root)
    address = f"/practice/{cast.practice.public_id}/sources/{source.public_id}/"
    places.see(root.post(f"{address}look/"))
    places.see(root.get(address))

    assert ImportReport.objects.exclude(refusal="").exists()
    assert places.find(canary.mark) == set()


@pytest.mark.parametrize("way", WAYS)
def test_work_that_breaks_is_kept_without_its_words(
    cast: Cast,
    places: Places,
    canary: Canaries,
    server: AnsweringServer,
    monkeypatch: pytest.MonkeyPatch,
    *,
    way: str,
) -> None:
    def break_with_words(_self: Sorter, *, title: str, **_named: object) -> None:
        raise ValueError(f"cannot sort {title!r}")

    monkeypatch.setattr(Sorter, "sort", break_with_words)
    subscribe(cast, server, canary, way)
    answer_with(server, canary, plainly(content_of(way, canary)))

    work(places)

    with connection.cursor() as cursor:
        cursor.execute("SELECT traceback FROM django_tasks_database_dbtaskresult")
        assert any("break_with_words" in row[0] for row in cursor.fetchall())
    assert places.find(canary.mark) == set()
