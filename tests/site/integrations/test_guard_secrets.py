"""The address of a calendar is a secret: whatever happens, nobody reads it afterwards."""

import logging
import socket
import traceback
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest
from tests.site.integrations.answering import AnsweringServer, answering_server, leading_to, plainly

from fallow_site.integrations.addresses import resolve_addresses
from fallow_site.integrations.fetched import SourceUnreachable
from fallow_site.integrations.ics_feed.fetch import fetch_calendar

SECRET = "s3cret-9f2b"
HOST = f"{SECRET}.calendar.example"


def hang_up(request: BaseHTTPRequestHandler) -> None:
    request.connection.close()


def fail(address: str, resolve: Callable[[str, int], list[str]]) -> str:
    """Everything that a log or a page could show of the failure."""
    with pytest.raises(SourceUnreachable) as caught:
        fetch_calendar(address, allow_loopback=True, resolve=resolve)
    return "".join(traceback.format_exception(caught.value)) + repr(caught.value.__dict__)


@pytest.mark.parametrize(
    "answer",
    [
        plainly(b"", 404),
        plainly(b"", 500),
        plainly(b"x" * 5_000_001),
        plainly(b"", Content_Encoding="gzip"),
        hang_up,
        leading_to(f"https://10.0.0.1/{SECRET}"),
        leading_to(f"https://{SECRET}@8.8.8.8/"),
        leading_to(f"https://[{SECRET}"),
        leading_to(f"ftp://8.8.8.8/{SECRET}"),
        leading_to(f"/{SECRET}?again"),
    ],
)
def test_no_failure_of_an_answer_tells_the_address(
    server: AnsweringServer, caplog: pytest.LogCaptureFixture, answer: object
) -> None:
    caplog.set_level(logging.DEBUG)
    server.answers[f"/{SECRET}"] = answer

    told = fail(server.address(f"/{SECRET}?key={SECRET}", host=HOST), lambda *_: ["127.0.0.1"])

    assert SECRET not in told
    assert SECRET not in caplog.text


@pytest.mark.parametrize(
    "address",
    [
        f"https://{SECRET}.invalid/",
        f"https://{SECRET * 7}.example/",
        f"https://{SECRET}@calendar.example/",
        f"https://calendar.example/{SECRET}\n",
        f"https://[{SECRET}]/",
        f"ftp://calendar.example/{SECRET}",
        f"https://127.0.0.1:9/{SECRET}",
        f"https://{SECRET}.\udcff/",
    ],
)
def test_no_failure_on_the_way_tells_the_address(
    caplog: pytest.LogCaptureFixture, address: str
) -> None:
    caplog.set_level(logging.DEBUG)

    told = fail(address, _no_such_name)

    assert SECRET not in told
    assert SECRET not in caplog.text


def _no_such_name(host: str, _port: int) -> list[str]:
    return ["127.0.0.1"] if host == "127.0.0.1" else []


@pytest.mark.parametrize("error", [OSError(SECRET), UnicodeError(SECRET)])
def test_a_resolver_that_names_the_host_is_not_quoted(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    assert SECRET not in fail(f"https://{HOST}/", resolve_addresses)


def test_a_success_leaves_nothing_of_it_in_the_log(
    server: AnsweringServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.answers[f"/{SECRET}"] = plainly(b"BEGIN:VCALENDAR")

    fetch_calendar(
        server.address(f"/{SECRET}", host=HOST), allow_loopback=True,
        resolve=lambda *_: ["127.0.0.1"],
    )  # fmt: skip

    assert SECRET not in caplog.text


def test_credentials_of_one_question_do_not_reach_another_host(server: AnsweringServer) -> None:
    with answering_server() as other:
        server.answers["/feed"] = leading_to(other.address("/caught", host="other.example"))
        other.answers["/caught"] = plainly(b"", Set_Cookie="a=b")

        fetch_calendar(
            server.address("/feed", host=HOST), allow_loopback=True,
            resolve=lambda *_: ["127.0.0.1"],
        )  # fmt: skip

        kept = set(other.asked[0].headers)
        assert kept.isdisjoint({"Authorization", "Cookie", "Referer", "Proxy-Authorization"})
