"""`fallow verify-site` finds each way in which a server sends something that was not released.

The server is the product's own; what it sends is spoiled, and the manifest stays as published.
"""

import json
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from pytest_django import Settings
from tests.site.commands.lying_site import (
    FILES,
    FOLDER,
    SHELL,
    Server,
    build_room,
    serving,
    with_answer,
    with_header,
    write,
)

from fallow.cli.main import main
from fallow_site.commands import comparing
from fallow_site.kit.policies import PRIVATE_POLICY

SCRIPT = f"/room/{FOLDER}/page.js"
WIDER = PRIVATE_POLICY.replace("connect-src 'self'", "connect-src 'self' https://else.example")
honestly: Callable[[Server], Server] = lambda honest: honest  # noqa: E731


@pytest.fixture
def published(settings: Settings, tmp_path: Path) -> Path:
    """The manifest of a small release, whose files stand beside it."""
    settings.FALLOW_BUILT = tmp_path
    return build_room(tmp_path)


def verify(published: Path, *, lie: Callable[[Server], Server] = honestly) -> int:
    with serving(lie) as site:
        return main(["verify-site", site, "--manifest", str(published)])


def differences(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.startswith("/room/")]


def test_a_server_that_sends_the_release_passes(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(published) == 0

    assert f"All 5 files are as released, in the folder {FOLDER}." in capsys.readouterr().out


@pytest.mark.parametrize("name", ["page.css", "icon-192.png"])
def test_one_flipped_byte_is_found(
    published: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    spoiled = bytes([FILES[name][0] ^ 1]) + FILES[name][1:]
    write(published.parent / "room" / FOLDER / name, spoiled)

    assert verify(published) == 1

    expected = [f"/room/{FOLDER}/{name}: its bytes are not the released ones."]
    assert differences(capsys.readouterr().out) == expected


def test_a_byte_flipped_in_what_a_browser_unpacks_is_found(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = brotli.compress(FILES["page.js"] + b"tell();")
    write(published.parent / "room" / FOLDER / "page.js.br", packed)

    assert verify(published) == 1

    assert differences(capsys.readouterr().out) == [
        f"{SCRIPT}: its bytes are not the released ones."
    ]


def test_a_missing_file_is_found(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    served = json.loads(published.read_text())
    del served["files"]["page.css"]
    write(published.parent / "room.json", json.dumps(served).encode())

    assert verify(published) == 1

    assert differences(capsys.readouterr().out) == [f"/room/{FOLDER}/page.css: it is missing."]


def test_another_folder_is_found_and_named(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = SHELL["index.html"].replace(FOLDER.encode(), b"f" * 16)
    write(published.parent / "room" / "index.html", other)

    assert verify(published) == 1

    assert differences(capsys.readouterr().out) == [
        "/room/: its bytes are not the released ones.",
        f"/room/: it leads to the folder {'f' * 16}; the release has {FOLDER}.",
    ]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("Content-Security-Policy", WIDER, "its Content-Security-Policy is not the released one."),
        ("Content-Security-Policy", "", "its Content-Security-Policy is missing."),
        ("Content-Type", "text/html", "its Content-Type is not the released one."),
        ("Refresh", "0;url=https://else.example/", "it carries Refresh, which no release sends."),
        (
            "Service-Worker-Allowed",
            "/",
            "it carries Service-Worker-Allowed, which no release sends.",
        ),
    ],
)
@pytest.mark.parametrize("at", ["/room/", "/room/service-worker.js", SCRIPT])
def test_a_changed_header_is_found_on_every_answer(
    published: Path, capsys: pytest.CaptureFixture[str], at: str, name: str, value: str, said: str
) -> None:
    assert verify(published, lie=with_header(name, value, at=at)) == 1

    assert differences(capsys.readouterr().out) == [f"{at}: {said}"]


def test_being_led_elsewhere_is_a_difference_and_is_not_followed(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The place it leads to answers nothing, so following would end in 2."""
    lie = with_answer("302 Found", {"Location": "http://localhost:9/page.js"}, at=SCRIPT)

    assert verify(published, lie=lie) == 1

    said = f"{SCRIPT}: the server leads elsewhere instead of sending it."
    assert differences(capsys.readouterr().out) == [said]


def test_a_small_answer_that_unpacks_to_very_much_is_not_unpacked(
    published: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "MOST_BYTES", 1_000_000)
    packed = brotli.compress(b"0" * 5_000_000)
    write(published.parent / "room" / FOLDER / "page.js.br", packed)

    assert verify(published) == 1

    assert "longer than any file of a release" in capsys.readouterr().out


def test_a_slow_server_is_given_up(
    published: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "SECONDS_IN_ALL", -1.0)

    assert verify(published) == 2

    assert "took more than five minutes" in capsys.readouterr().err


@pytest.mark.parametrize(
    "url",
    [
        "http://fallow.example.org",  # anyone on the way could send something else
        "ftp://localhost",
        "fallow.example.org",
        "https://",
        "https://ada@fallow.example.org",
        "https://fallow.example.org/somewhere/",
        "https://fallow.example.org:port",
    ],
)
def test_what_is_no_address_of_a_site_is_one_sentence(
    url: str, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify-site", url, "--manifest", str(published)]) == 2

    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("told", [b"", b"[]", b"{}", b'{"folder": "f", "files": {}, "shell": {}}'])
def test_a_manifest_that_is_none_is_one_sentence(
    told: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "room.json", told)

    code = main(["verify-site", "http://localhost:9", "--manifest", str(tmp_path / "room.json")])

    assert code == 2
    assert "--manifest" in capsys.readouterr().err


def test_a_server_that_does_not_answer_is_one_sentence(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving() as site:
        gone = site

    assert main(["verify-site", gone, "--manifest", str(published)]) == 2
    assert capsys.readouterr().err.startswith("The server does not answer as a server should.")
