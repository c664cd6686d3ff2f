"""Five megabytes, unpacked, and ten seconds in all; half an answer is no answer."""

import gzip
import tracemalloc
import zlib
from http.server import BaseHTTPRequestHandler

import pytest
from tests.site.integrations.answering import AnsweringServer, plainly

from fallow_site.integrations.fetched import SourceUnreachable
from fallow_site.integrations.guard import Answered, fetch_guarded
from fallow_site.integrations.unpacking import read_limited

FIVE_MB = 5_000_000


class TestClock:
    """A clock that a test, or its server, moves on."""

    __test__ = False
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def fetch(address: str, clock: TestClock | None = None) -> Answered:
    return fetch_guarded(address, headers={}, allow_loopback=True, clock=clock or TestClock())


def test_five_megabytes_are_read(server: AnsweringServer) -> None:
    server.answers["/feed"] = plainly(b"x" * FIVE_MB)

    assert len(fetch(server.address("/feed")).content) == FIVE_MB


def test_one_byte_more_is_refused(server: AnsweringServer) -> None:
    server.answers["/feed"] = plainly(b"x" * (FIVE_MB + 1))

    with pytest.raises(SourceUnreachable, match="larger than 5 MB"):
        fetch(server.address("/feed"))


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("GZip", gzip.compress)],
)
def test_what_was_packed_is_unpacked(server: AnsweringServer, encoding: str, pack: object) -> None:
    server.answers["/feed"] = plainly(pack(b"BEGIN:VCALENDAR"), Content_Encoding=encoding)

    assert fetch(server.address("/feed")).content == b"BEGIN:VCALENDAR"


def test_a_bomb_is_counted_as_it_unpacks(server: AnsweringServer) -> None:
    """50 MB of nothing pack into about 50 kB."""
    server.answers["/feed"] = plainly(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")

    with pytest.raises(SourceUnreachable, match="larger than 5 MB"):
        fetch(server.address("/feed"))


def test_a_bomb_takes_little_memory_before_it_is_refused() -> None:
    """200 MB of nothing arrive in one piece; 5 MB may be kept, held twice while the list grows."""
    bomb = gzip.compress(bytes(200_000_000))
    tracemalloc.start()

    with pytest.raises(SourceUnreachable):
        read_limited([bomb], "gzip")

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16_000_000


def test_a_bomb_in_a_bomb_is_unpacked_once(server: AnsweringServer) -> None:
    once = gzip.compress(bytes(50_000_000))
    server.answers["/feed"] = plainly(gzip.compress(once), Content_Encoding="gzip")

    assert fetch(server.address("/feed")).content == once


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (gzip.compress(b"BEGIN:VCALENDAR" * 999)[:-20], "gzip"),
        (b"not packed at all", "gzip"),
        (b"", "gzip"),
        (b"BEGIN:VCALENDAR", "br"),
        (b"BEGIN:VCALENDAR", "gzip, gzip"),
    ],
    ids=["cut short", "not packed", "empty", "in another way", "said to be packed twice"],
)
def test_what_cannot_be_unpacked_whole_is_refused(
    server: AnsweringServer, content: bytes, encoding: str
) -> None:
    server.answers["/feed"] = plainly(content, Content_Encoding=encoding)

    with pytest.raises(SourceUnreachable, match="could not be reached"):
        fetch(server.address("/feed"))


def test_an_answer_that_breaks_off_is_refused(server: AnsweringServer) -> None:
    def break_off(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nBEGIN:VCALENDAR")

    server.answers["/feed"] = break_off

    with pytest.raises(SourceUnreachable, match="could not be reached"):
        fetch(server.address("/feed"))


@pytest.mark.parametrize(
    "pieces",
    [
        (b"HTTP/1.1 200 OK\r\n", b"X-Slow: yes\r\n"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"BEGIN:VCALENDAR"),
    ],
)
def test_an_answer_that_drips_ends_after_ten_seconds_in_all(
    server: AnsweringServer, pieces: tuple[bytes, bytes]
) -> None:
    """No single wait is long; the server goes on for as long as anyone listens."""
    clock = TestClock()

    def drip(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(pieces[0])
        clock.seconds += 10.1
        while True:  # until the other side hangs up
            request.wfile.write(pieces[1])

    server.answers["/feed"] = drip

    with pytest.raises(SourceUnreachable, match="longer than 10 seconds"):
        fetch(server.address("/feed"), clock)


def test_ten_seconds_are_for_all_redirects_together(server: AnsweringServer) -> None:
    clock = TestClock()

    def lead_on(request: BaseHTTPRequestHandler) -> None:
        clock.seconds += 6
        plainly(b"", 302, Location="/feed")(request)

    server.answers["/feed"] = lead_on

    with pytest.raises(SourceUnreachable, match="longer than 10 seconds"):
        fetch(server.address("/feed"), clock)

    assert len(server.asked) <= 2
