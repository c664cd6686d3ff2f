"""How an address is written, where it leads on to, and that what was checked is what is asked."""

import socket

import pytest
from tests.site.integrations.answering import AnsweringServer, leading_to, plainly

from fallow_site.integrations.fetched import SourceUnreachable
from fallow_site.integrations.guard import Answered, fetch_guarded

LOOPBACK = ["127.0.0.1"]


def fetch(address: str, **headers: str) -> Answered:
    return fetch_guarded(address, headers=headers, allow_loopback=True, resolve=lambda *_: LOOPBACK)


@pytest.mark.parametrize(
    "address",
    [
        "https://ada:secret@calendar.example/",
        "https://calendar.example@127.0.0.1/",
        "https://calendar.example\\@127.0.0.1/",
        "https://calendar.example%2f@127.0.0.1/",
        "https://calendar.example/\r\nHost: inside.example",
        "https:///feed.ics",
        "feed.ics",
        "file:///etc/passwd",
        "https://[::1/",
        "https://①②⑦.0.0.1/",
        "",
    ],
)
def test_an_address_that_could_be_read_in_two_ways_is_refused(address: str) -> None:
    with pytest.raises(SourceUnreachable, match="cannot be read"):
        fetch_guarded(address, headers={}, resolve=lambda *_: ["8.8.8.8"])


@pytest.mark.parametrize("scheme", ["http", "ftp", "gopher", "dict", "ws", "data"])
def test_only_https_leaves_this_machine(scheme: str) -> None:
    with pytest.raises(SourceUnreachable, match="begin with https"):
        fetch_guarded(f"{scheme}://calendar.example/", headers={}, resolve=lambda *_: ["8.8.8.8"])


@pytest.mark.parametrize("port", [1, 22, 25, 80, 110, 993, 1023, 70_000])
def test_ports_on_which_other_things_listen_are_refused(port: int) -> None:
    with pytest.raises(SourceUnreachable, match="names a port"):
        fetch_guarded(
            f"https://calendar.example:{port}/", headers={}, resolve=lambda *_: ["8.8.8.8"]
        )


def test_a_redirect_is_followed(server: AnsweringServer) -> None:
    server.answers["/old"] = leading_to("/new")
    server.answers["/new"] = plainly(b"BEGIN:VCALENDAR")

    assert fetch(server.address("/old")).content == b"BEGIN:VCALENDAR"


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("https://10.0.0.1/feed.ics", "private network"),
        ("http://192.168.0.1/feed.ics", "private network"),
        ("https://[fd00::1]/", "private network"),
        ("//169.254.169.254/latest/meta-data/", "private network"),
        ("http://8.8.8.8/feed.ics", "begin with https"),
        ("ftp://8.8.8.8/feed.ics", "begin with https"),
        ("file:///etc/passwd", "cannot be read"),
        ("https://ada:secret@8.8.8.8/", "cannot be read"),
        ("https://8.8.8.8:22/", "names a port"),
    ],
)
def test_a_redirect_is_checked_as_if_it_came_first(
    server: AnsweringServer, target: str, sentence: str
) -> None:
    server.answers["/feed"] = leading_to(target)

    with pytest.raises(SourceUnreachable, match=sentence):
        fetch_guarded(server.address("/feed"), headers={}, allow_loopback=True)


def test_loopback_is_for_tests_alone(server: AnsweringServer) -> None:
    server.answers["/feed"] = plainly(b"BEGIN:VCALENDAR")

    with pytest.raises(SourceUnreachable):
        fetch_guarded(server.address("/feed"), headers={})

    assert server.asked == []


def test_the_fourth_redirect_is_one_too_many(server: AnsweringServer) -> None:
    for place in range(5):
        server.answers[f"/{place}"] = leading_to(f"/{place + 1}")

    with pytest.raises(SourceUnreachable, match="leads on too many times"):
        fetch(server.address("/0"))

    assert [asked.path for asked in server.asked] == ["/0", "/1", "/2", "/3"]


def test_a_token_is_not_handed_on_by_a_redirect(server: AnsweringServer) -> None:
    server.answers["/old"] = leading_to(server.address("/new", host="elsewhere.example"))
    server.answers["/new"] = plainly(b"")

    fetch(server.address("/old"), Authorization="Bearer secret")

    assert server.asked[0].headers["Authorization"] == "Bearer secret"
    assert "Authorization" not in server.asked[1].headers


def test_what_dns_answers_later_changes_nothing(
    server: AnsweringServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second answer of a name would lead inside; it is never asked for."""
    server.answers["/feed"] = plainly(b"BEGIN:VCALENDAR")
    answers = iter([LOOPBACK, ["10.0.0.1"]])
    connected: list[str] = []
    ask = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **named: connected.append(host) or ask(host, *rest, **named),
    )

    fetch_guarded(
        server.address("/feed", host="calendar.example"), headers={}, allow_loopback=True,
        resolve=lambda *_: next(answers),
    )  # fmt: skip

    assert connected == LOOPBACK
    assert server.asked[0].headers["Host"] == f"calendar.example:{server.port}"


def test_the_next_address_of_a_name_is_tried_when_the_first_does_not_answer(
    server: AnsweringServer,
) -> None:
    server.answers["/feed"] = plainly(b"BEGIN:VCALENDAR")

    answer = fetch_guarded(
        server.address("/feed", host="calendar.example"), headers={}, allow_loopback=True,
        resolve=lambda *_: ["::1", "127.0.0.1"],
    )  # fmt: skip

    assert answer.content == b"BEGIN:VCALENDAR"


def test_a_proxy_of_the_machine_is_not_used(
    server: AnsweringServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    server.answers["/feed"] = plainly(b"BEGIN:VCALENDAR")

    assert fetch(server.address("/feed")).status == 200
