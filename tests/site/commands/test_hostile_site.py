"""Servers that alter what they send, and manifests that agree with them: each is found out.

Each succeeds against a copy of the verifier from which the one check that finds it was taken out.
"""

import hashlib
import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import ModuleType

import brotli
import pytest
from pytest_django import Settings
from tests.site.commands.lying_site import (
    FILES,
    FOLDER,
    SHELL,
    Asked,
    Lie,
    Server,
    build_room,
    serving,
    with_body,
    with_header,
    write,
)
from tests.weakened import Patch, copy_weakened

from fallow_site.commands import comparing, verify_site
from fallow_site.kit.policies import PRIVATE_POLICY

SCRIPT = f"/room/{FOLDER}/page.js"
TELLING = FILES["page.js"] + b"tell();"
WIDER = PRIVATE_POLICY.replace("connect-src 'self'", "connect-src 'self' https://else.example")
OTHER_BYTES = "its bytes are not the released ones."


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """What the server does, the line that says so, and the check without which it passes."""

    prepare: Callable[[Path], Lie]
    said: str
    weak: Patch


def by_lying(lie: Callable[[], Lie]) -> Callable[[Path], Lie]:
    return lambda _built: lie()


def by_altering(**files: bytes) -> Callable[[Path], Lie]:
    """The files lie altered on the server, and its own manifest has been altered with them."""

    def prepare(built: Path) -> Lie:
        told = json.loads((built / "room.json").read_text())
        for place in ("files", "shell"):
            altered = {name: body for name, body in files.items() if _is_shell(name, place)}
            told[place] |= {
                name: hashlib.sha256(body).hexdigest() for name, body in altered.items()
            }
        for name, body in files.items():
            below = built / "room" / ("" if name in SHELL else FOLDER)
            write(below / name, body)
            write(below / f"{name}.br", brotli.compress(body))
        write(built / "room.json", json.dumps(told).encode())
        return _honestly

    return prepare


def _is_shell(name: str, place: str) -> bool:
    return (name in SHELL) == (place == "shell")


def _honestly(honest: Server) -> Server:
    return honest


def leave_out(built: Path) -> Lie:
    told = json.loads((built / "room.json").read_text())
    del told["files"]["page.css"]
    write(built / "room.json", json.dumps(told).encode())
    return _honestly


def lead_to_another_host(honest: Server) -> Server:
    """The other host sends the released bytes today; what it sends tomorrow is its own affair."""

    def answer(asked: Asked, begin: Callable[..., object]) -> object:
        host = asked["HTTP_HOST"]
        if asked["PATH_INFO"] != SCRIPT or host.startswith("127.0.0.1"):
            return honest(asked, begin)
        elsewhere = host.replace("localhost", "127.0.0.1")
        begin("302 Found", [("Location", f"http://{elsewhere}{SCRIPT}")])
        return [b""]

    return answer  # type: ignore[return-value]


def telling_when(header: str, part: str) -> Callable[[Path], Lie]:
    """The script tells only those whose question carries some words."""
    return by_lying(
        lambda: with_body(TELLING, at=SCRIPT, when=lambda asked: part in asked.get(header, ""))
    )


def telling_the_second_time() -> Lie:
    times = count()
    return with_body(TELLING, at=SCRIPT, when=lambda _: next(times) == 1)


LEADING = SHELL["index.html"] + f"<script src=/room/{FOLDER}/extra.js></script>".encode()
ATTACKS = {
    "a file is altered, and its hash in the server's own manifest with it": Attack(
        prepare=by_altering(**{"page.js": TELLING}),
        said=f"{SCRIPT}: {OTHER_BYTES}",
        weak=("elif hashlib.sha256(sent.body).hexdigest() != digest:", "elif False:"),
    ),
    "a file is added to the server's manifest, and the page leads to it": Attack(
        prepare=by_altering(**{"extra.js": b"tell();", "index.html": LEADING}),
        said=f"/room/: {OTHER_BYTES}",
        weak=("for name, digest in manifest.shell.items():", "for name, digest in ():"),
    ),
    "a file is missing": Attack(
        prepare=leave_out,
        said=f"/room/{FOLDER}/page.css: it is missing.",
        weak=("yield _explain_status(sent)", "return"),
    ),
    "another service worker is sent": Attack(
        prepare=by_altering(**{"service-worker.js": b"tell();"}),
        said=f"/room/service-worker.js: {OTHER_BYTES}",
        weak=("manifest.shell.items():", "[*manifest.shell.items()][:1]:"),
    ),
    "what is packed for browsers is another script": Attack(
        prepare=telling_when("HTTP_ACCEPT_ENCODING", "br"),
        said=f"{SCRIPT}: {OTHER_BYTES}",
        weak=('"Accept-Encoding": PACKED', '"Accept-Encoding": "identity"'),
    ),
    "the script is another one when it is asked for again": Attack(
        prepare=by_lying(telling_the_second_time),
        said=f"{SCRIPT}: asked again, by a phone, {OTHER_BYTES}",
        weak=("product(VISITORS,", "product(VISITORS[:1],"),
    ),
    "the script is another one for a phone": Attack(
        prepare=telling_when("HTTP_USER_AGENT", "Mobile"),
        said=f"{SCRIPT}: asked again, by a phone, {OTHER_BYTES}",
        weak=('"User-Agent": visitor.agent', '"User-Agent": VISITORS[0].agent'),
    ),
    "the script is another one for who has it already, and may have written": Attack(
        prepare=telling_when("HTTP_IF_NONE_MATCH", '"'),
        said=f"{SCRIPT}: asked by a browser that has it already, {OTHER_BYTES}",
        weak=('asked["If-None-Match"] = mark', "pass"),
    ),
    "the script is another one for whatever will run it": Attack(
        prepare=telling_when("HTTP_SEC_FETCH_DEST", "script"),
        said=f"{SCRIPT}: {OTHER_BYTES}",
        weak=('"Sec-Fetch-Dest": destination', '"Sec-Fetch-Dest": "empty"'),
    ),
    "the script is led to another host": Attack(
        prepare=by_lying(lambda: lead_to_another_host),
        said=f"{SCRIPT}: the server leads elsewhere instead of sending it.",
        weak=("follow_redirects=False", "follow_redirects=True"),
    ),
    "the policy lets the page tell another host": Attack(
        prepare=by_lying(lambda: with_header("Content-Security-Policy", WIDER, at="/room/")),
        said="/room/: its Content-Security-Policy is not the released one.",
        weak=("if said != value and", "if said is None and"),
    ),
    "the policy is widened with the word that nothing changed": Attack(
        prepare=by_lying(
            lambda: with_header(
                "Content-Security-Policy",
                WIDER,
                at="/room/",
                when=lambda asked: "HTTP_IF_NONE_MATCH" in asked,
            )
        ),
        said="/room/: asked by a browser that has it already, "
        "its Content-Security-Policy is not the released one.",
        weak=("yield from _compare_headers(sent, _wanted(name), may_be_left_out=True)", "pass"),
    ),
    "an answer orders the browser to erase what it keeps": Attack(
        prepare=by_lying(lambda: with_header("Clear-Site-Data", '"storage"', at="/room/")),
        said="/room/: it carries Clear-Site-Data, which no release sends.",
        weak=('    "Clear-Site-Data",\n', ""),
    ),
}


@pytest.fixture
def built(settings: Settings, tmp_path: Path) -> Path:
    """A small release, whose published manifest stands beside it as nobody altered it."""
    settings.FALLOW_BUILT = tmp_path
    build_room(tmp_path)
    return tmp_path


def verify(built: Path, lie: Lie, *, tool: ModuleType = verify_site, **given: object) -> int:
    published = built / "published.json"
    given = {"manifest": published, "sha256": hash_of(published)} | given
    with serving(lie) as site:
        code: int = tool.run(Namespace(url=site, **given))
    return code


def hash_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ATTACKS)
def test_it_is_found_out_and_said(
    built: Path, capsys: pytest.CaptureFixture[str], *, name: str
) -> None:
    attack = ATTACKS[name]

    assert verify(built, attack.prepare(built)) == 1

    assert attack.said in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("name", ATTACKS)
def test_without_its_check_it_passes(
    built: Path, monkeypatch: pytest.MonkeyPatch, *, name: str
) -> None:
    attack = ATTACKS[name]
    weak = copy_weakened(comparing, attack.weak)
    monkeypatch.setattr(verify_site, "list_differences", weak.list_differences)

    assert verify(built, attack.prepare(built)) == 0


HANDED_OVER = {
    "with the hash that was published": (
        lambda built: hash_of(built / "published.json"),
        "This manifest is not the one whose hash you gave.",
        ("if sha256 and digest != sha256.strip().lower():", "if False:"),
    ),
    "with no hash at all": (
        lambda _built: "",
        "A manifest alone proves nothing: whoever alters files can alter it too.",
        ("if named and not sha256:", "if False:"),
    ),
}


@pytest.mark.parametrize("how", HANDED_OVER)
def test_the_servers_altered_manifest_is_not_taken_for_the_published_one(
    built: Path, capsys: pytest.CaptureFixture[str], *, how: str
) -> None:
    """A script and its hash are altered together, and the whole is handed to who compares."""
    give, said, check = HANDED_OVER[how]
    lie = by_altering(**{"page.js": TELLING})(built)
    given = {"manifest": built / "room.json", "sha256": give(built)}

    assert verify(built, lie, **given) == 2
    assert said in capsys.readouterr().err
    assert verify(built, lie, tool=copy_weakened(verify_site, check), **given) == 0
