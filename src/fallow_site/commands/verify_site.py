"""`fallow verify-site URL`: does that server send the private room that was released?

It reads the manifest of this release, asks as a browser would, and needs no Fallow of its own.
Run it from a machine that the server's keeper does not run (stack.md §9 b).
"""

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from fallow.base.errors import FallowError
from fallow_site.commands.comparing import CannotCompare, list_differences
from fallow_site.foundation.room.files import RoomManifest

RELEASED = Path(__file__).resolve().parents[1] / "built" / "room.json"
SHELL = {"index.html", "service-worker.js"}
_LOCAL = ("localhost", "127.0.0.1", "::1")
_HASH = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[\w.-]+(/[\w.-]+)*", re.ASCII)


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "verify-site",
        help="does a server send the private room that was released: 0 yes, 1 no, 2 it cannot say",
    )
    parser.add_argument("url", help="where Fallow is, for example https://fallow.example.org")
    parser.add_argument("--manifest", type=Path, help="another release's room.json")
    parser.add_argument(
        "--sha256", default="", help="what stands before room.json in that release's RELEASE-HASHES"
    )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """This will print one line for each difference: 0 none, 1 some, 2 it could not compare."""
    try:
        site = read_site(chosen.url)
        digest, manifest = read_published(chosen.manifest, sha256=chosen.sha256)
        found = 0
        for difference in list_differences(site, manifest):
            found += 1
            print(difference, flush=True)
    except FallowError as refusal:
        print(str(refusal), file=sys.stderr)
        return 2
    if found:
        print(f"{found} of what was looked at differs from the release. Write nothing there yet.")
        return 1
    count = len(manifest.files) + len(manifest.shell)
    print(f"All {count} files are as released, in the folder {manifest.folder}.")
    print(f"Compared with the manifest {digest}.")
    print("It has to stand in the RELEASE-HASHES that were published, away from this server.")
    print("This says what was sent to you, just now; it cannot say what is sent to others.")
    return 0


def read_site(url: str) -> str:
    """This will give scheme, host and port, or raise CannotCompare."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    is_alone = parts.path in ("", "/", "/room/") and not parts.query and "@" not in parts.netloc
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOCAL)
    if not parts.hostname or not is_alone or not is_safe:
        raise CannotCompare(
            "This is not the address of a Fallow that can be compared.",
            "Write it as https://fallow.example.org, or http://localhost:8000 on this machine.",
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{port}" if port else "")


def read_published(named: Path | None, *, sha256: str) -> tuple[str, RoomManifest]:
    """This will read the published manifest with its hash, or raise CannotCompare.

    A manifest that someone hands over says nothing by itself: its hash has to come from elsewhere.
    """
    if named and not sha256:
        raise CannotCompare(
            "A manifest alone proves nothing: whoever alters files can alter it too.",
            "Add --sha256 with what stands before room.json in the published RELEASE-HASHES.",
        )
    told = _read(named or RELEASED)
    digest = hashlib.sha256(told).hexdigest()
    if sha256 and digest != sha256.strip().lower():
        raise CannotCompare(
            "This manifest is not the one whose hash you gave.",
            "Take both from where the release was published, never from the server.",
        )
    return digest, _parse(told)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise _unreadable() from None


def _parse(told: bytes) -> RoomManifest:
    try:
        manifest = RoomManifest(**json.loads(told))
        named = {manifest.folder: "0" * 64} | manifest.files | manifest.shell
        is_whole = all(_NAME.fullmatch(name) and _HASH.fullmatch(of) for name, of in named.items())
        if is_whole and set(manifest.shell) == SHELL:
            return manifest
    except (ValueError, TypeError):
        pass
    raise _unreadable()


def _unreadable() -> CannotCompare:
    return CannotCompare(
        "The published manifest of the room cannot be read.",
        "Install a released Fallow, or name the room.json of a release with --manifest.",
    )
