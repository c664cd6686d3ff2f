"""`fallow verify-site` says what a server sends that was not released, within bounds.

The server is the product's own; what it sends is spoiled, and the manifest stays as published.
What a server could try on purpose is in test_hostile_site.py.
"""

import hashlib
from pathlib import Path

import brotli
import pytest
from pytest_django import Settings
from tests.site.commands.lying_site import (
    FILES,
    FOLDER,
    SHELL,
    Lie,
    build_room,
    serving,
    with_header,
    write,
)

from fallow.cli.main import main
from fallow_site.commands import comparing
from fallow_site.kit.policies import PRIVATE_POLICY

SCRIPT = f"/room/{FOLDER}/page.js"
WIDER = PRIVATE_POLICY.replace("connect-src 'self'", "connect-src 'self' https://else.example")
honestly: Lie = lambda honest: honest  # noqa: E731


@pytest.fixture
def published(settings: Settings, tmp_path: Path) -> Path:
    """The manifest of a small release, whose files stand beside it."""
    settings.FALLOW_BUILT = tmp_path
    return build_room(tmp_path)


def verify(published: Path, *, lie: Lie = honestly) -> int:
    with serving(lie) as site:
        return main(["verify-site", site, *naming(published)])


def naming(published: Path) -> list[str]:
    return ["--manifest", str(published), "--sha256", hash_of(published)]


def hash_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def differences(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.startswith("/room/")]


def test_a_server_that_sends_the_release_passes(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(published) == 0

    said = capsys.readouterr().out
    assert f"All 5 files are as released, in the folder {FOLDER}." in said
    assert f"Compared with the manifest {hash_of(published)}." in said


@pytest.mark.parametrize("name", ["page.css", "icon-192.png"])
def test_one_flipped_byte_is_found(
    published: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    spoiled = bytes([FILES[name][0] ^ 1]) + FILES[name][1:]
    write(published.parent / "room" / FOLDER / name, spoiled)

    assert verify(published) == 1

    expected = [f"/room/{FOLDER}/{name}: its bytes are not the released ones."]
    assert differences(capsys.readouterr().out) == expected


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
    assert main(["verify-site", url, *naming(published)]) == 2

    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("told", [b"", b"[]", b"{}", b'{"folder": "f", "files": {}, "shell": {}}'])
def test_a_manifest_that_is_none_is_one_sentence(
    told: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "room.json", told)

    code = main(["verify-site", "http://localhost:9", *naming(tmp_path / "room.json")])

    assert code == 2
    assert "--manifest" in capsys.readouterr().err


def test_a_server_that_does_not_answer_is_one_sentence(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving() as site:
        gone = site

    assert main(["verify-site", gone, *naming(published)]) == 2
    assert capsys.readouterr().err.startswith("The server does not answer as a server should.")
