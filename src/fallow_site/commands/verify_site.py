"""`fallow verify-site URL`: does that server send the private room that was released?

It reads the manifest of this release, asks as a browser would, and needs no Fallow of its own.
Run it from a machine that the server's keeper does not run (stack.md §9 b).
"""

import argparse
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
_LOCAL = ("localhost", "127.0.0.1", "::1")
_HASH = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[\w.-]+(/[\w.-]+)*", re.ASCII)


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "verify-site",
        help="does a server send the private room that was released: 0 yes, 1 no, 2 it cannot say",
    )
    parser.add_argument("url", help="where Fallow is, for example https://fallow.example.org")
    parser.add_argument(
        "--manifest", type=Path, default=RELEASED, help="another release's room.json"
    )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """This will print one line for each difference: 0 none, 1 some, 2 it could not compare."""
    try:
        site, manifest = read_site(chosen.url), read_published(chosen.manifest)
        found = 0
        for difference in list_differences(site, manifest):
            found += 1
            print(difference, flush=True)
    except FallowError as refusal:
        print(str(refusal), file=sys.stderr)
        return 2
    count = len(manifest.files) + len(manifest.shell)
    if found:
        print(f"{found} of what was looked at differs from the release. Write nothing there yet.")
        return 1
    print(f"All {count} files are as released, in the folder {manifest.folder}.")
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


def read_published(file: Path) -> RoomManifest:
    """This will read a published manifest, or raise CannotCompare."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        manifest = RoomManifest(**told)
        named = {manifest.folder: "0" * 64} | manifest.files | manifest.shell
        is_whole = all(_NAME.fullmatch(name) and _HASH.fullmatch(of) for name, of in named.items())
        if is_whole and "index.html" in manifest.shell:
            return manifest
    except (OSError, ValueError, TypeError):
        pass
    raise CannotCompare(
        "The published manifest of the room cannot be read.",
        "Install a released Fallow, or name the room.json of a release with --manifest.",
    )
