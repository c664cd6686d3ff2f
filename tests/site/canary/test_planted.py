"""The sweep finds a canary that was planted: a reader that keeps a title, a log, a file, a page."""

import logging
import tempfile
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from tests.cast import Cast
from tests.site.canary.calendars import FORMATS, Canaries
from tests.site.canary.places import Places
from tests.site.canary.uploading import Uploads

from fallow.workload.readers.gathering import gather
from fallow_site.workload import views

pytestmark = pytest.mark.django_db(transaction=True)
Plant = Callable[[pytest.MonkeyPatch], None]
IN_ROWS = {"rows"} | ({"database files", "backup"} if connection.vendor == "sqlite" else set())


def a_reader_that_keeps_a_title(patch: pytest.MonkeyPatch) -> None:
    def keep(_key: bytes, text: str, *, purpose: str) -> str:
        return text[:26] if purpose == "label" else f"{abs(hash(text)):026d}"[:26]

    patch.setattr(gather, "hash_reference", keep)


def a_log_that_tells_what_was_read(patch: pytest.MonkeyPatch) -> None:
    original = gather.normalize_title

    def normalize(title: str) -> str:
        logging.getLogger("fallow").info("read %s", title)
        return original(title)

    patch.setattr(gather, "normalize_title", normalize)


def a_raw_file_that_is_left(patch: pytest.MonkeyPatch) -> None:
    receive = views.receive_file

    def leave(file: Any) -> Any:
        with tempfile.NamedTemporaryFile(delete=False) as left:
            left.write(file.read())
        file.seek(0)
        return receive(file)

    patch.setattr(views, "receive_file", leave)


PLANTS: dict[str, tuple[Plant, set[str]]] = {
    "a title kept": (a_reader_that_keeps_a_title, IN_ROWS),
    "a line in the log": (a_log_that_tells_what_was_read, {"log"}),
    "a file left": (a_raw_file_that_is_left, {"temporary files"}),
}


@pytest.mark.parametrize("name", PLANTS)
def test_what_was_planted_is_found_where_it_was_planted(
    cast: Cast,
    places: Places,
    canary: Canaries,
    monkeypatch: pytest.MonkeyPatch,
    *,
    name: str,
) -> None:
    plant, where = PLANTS[name]
    plant(monkeypatch)

    Uploads(places, cast).bring("calendar.ics", FORMATS["icalendar"].write(canary))

    assert places.find(canary.mark) == where


def test_a_page_that_shows_a_value_is_found(
    cast: Cast, places: Places, canary: Canaries, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader that names what it dropped by its value instead of by its name."""
    drop = gather.Gathering.drop
    monkeypatch.setattr(
        gather.Gathering, "drop", lambda self, _names: drop(self, [canary("title")])
    )

    Uploads(places, cast).post("look", "calendar.ics", FORMATS["icalendar"].write(canary))

    assert places.find(canary.mark) == {"pages"}
