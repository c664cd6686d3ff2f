"""A feed is asked for what changed, and says so when nothing did."""

import pytest
from tests.site.integrations.answering import AnsweringServer, plainly

from fallow.workload.readers.dispatch import Format, detect_format
from fallow_site.integrations.fetched import Fetched, SourceUnreachable
from fallow_site.integrations.ics_feed.fetch import fetch_calendar

CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
DATE = "Mon, 02 Nov 2026 08:00:00 GMT"


def fetch(server: AnsweringServer, etag: str = "", last_modified: str = "") -> Fetched:
    return fetch_calendar(
        server.address("/feed"), etag=etag, last_modified=last_modified, allow_loopback=True
    )


def test_a_calendar_comes_with_the_marks_to_ask_by_next_time(server: AnsweringServer) -> None:
    server.answers["/feed"] = plainly(CALENDAR, ETag='"7"', Last_Modified=DATE)

    fetched = fetch(server)

    assert (fetched.content, fetched.etag, fetched.last_modified) == (CALENDAR, '"7"', DATE)


def test_the_marks_are_sent_back(server: AnsweringServer) -> None:
    server.answers["/feed"] = plainly(b"", 304)

    fetch(server, etag='"7"', last_modified=DATE)

    assert server.asked[0].headers["If-None-Match"] == '"7"'
    assert server.asked[0].headers["If-Modified-Since"] == DATE


def test_nothing_new_keeps_the_marks_and_brings_no_content(server: AnsweringServer) -> None:
    server.answers["/feed"] = plainly(b"", 304, ETag='"8"')

    fetched = fetch(server, etag='"7"', last_modified=DATE)

    assert (fetched.content, fetched.etag, fetched.last_modified) == (None, '"7"', DATE)


def test_nothing_new_is_no_answer_to_a_first_question(server: AnsweringServer) -> None:
    server.answers["/feed"] = plainly(b"", 304)

    with pytest.raises(SourceUnreachable, match="answered with 304"):
        fetch(server)


def test_a_mark_that_is_too_long_to_keep_is_left_out(server: AnsweringServer) -> None:
    server.answers["/feed"] = plainly(CALENDAR, ETag=f'"{"7" * 200}"', Last_Modified=DATE * 3)

    fetched = fetch(server)

    assert (fetched.etag, fetched.last_modified) == ("", "")


def test_an_empty_success_is_an_empty_calendar(server: AnsweringServer) -> None:
    """formats.md §9: an empty 200 yields coverage lost."""
    server.answers["/feed"] = plainly(b"\r\n")

    fetched = fetch(server)

    assert detect_format(fetched.content, fetched.name) is Format.ICALENDAR
    assert b"VEVENT" not in fetched.content


@pytest.mark.parametrize("scheme", ["webcal", "WEBCAL", "webcals"])
def test_what_a_subscribe_button_copies_is_asked_by_https(scheme: str) -> None:
    asked: list[tuple[str, int]] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append((host, port))
        return []

    with pytest.raises(SourceUnreachable):
        fetch_calendar(f" {scheme}://calendar.example/feed.ics ", resolve=resolve)

    assert asked == [("calendar.example", 443)]


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (401, "answered with 401"),
        (404, "answered with 404"),
        (410, "answered with 410"),
        (429, "busy or out of order"),
        (503, "busy or out of order"),
        (204, "answered with 204"),
    ],
)
def test_any_other_answer_is_a_sentence_and_what_to_do(
    server: AnsweringServer, status: int, sentence: str
) -> None:
    server.answers["/feed"] = plainly(b"", status)

    with pytest.raises(SourceUnreachable, match=sentence):
        fetch(server)
