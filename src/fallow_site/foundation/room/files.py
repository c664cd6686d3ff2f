"""The built files of the private room, found by name in the manifest and by nothing else.

It knows types and encodings. A name that is not in the manifest does not exist.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
_ENCODINGS = (("br", ".br"), ("gzip", ".gz"))


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomFile:
    """One built file as it is sent. `mark` changes whenever its bytes do."""

    path: Path
    content_type: str
    encoding: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomManifest:
    """What was built: the hashed folder, its files and the shell at /room/, each with its hash."""

    folder: str = ""
    files: dict[str, str]
    shell: dict[str, str]


def read_manifest(built: Path) -> RoomManifest:
    """This will read `room.json`; an empty manifest where nothing was built."""
    file = built / "room.json"
    if not file.exists():
        return RoomManifest(files={}, shell={})
    return _read_manifest(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read_manifest(file: Path, _changed: int) -> RoomManifest:
    return RoomManifest(**json.loads(file.read_text(encoding="utf-8")))


def find_shell_file(built: Path, name: str, *, accepted: str) -> RoomFile | None:
    """This will find the page itself or its service worker, which keep their addresses."""
    digest = read_manifest(built).shell.get(name)
    return (digest and _choose(built / "room" / name, digest, accepted)) or None


def find_room_file(built: Path, name: str, *, folder: str, accepted: str) -> RoomFile | None:
    """This will find one file of the hashed folder in the best accepted encoding, or None."""
    manifest = read_manifest(built)
    digest = manifest.files.get(name) if folder == manifest.folder else None
    return (digest and _choose(built / "room" / folder / name, digest, accepted)) or None


def _choose(path: Path, digest: str, accepted: str) -> RoomFile:
    content_type = TYPES.get(path.suffix, "application/octet-stream")
    offered = {part.split(";")[0].strip() for part in accepted.split(",") if "q=0" not in part}
    for encoding, ending in _ENCODINGS:
        twin = path.with_name(path.name + ending)
        if encoding in offered and twin.exists():
            mark = f'"{digest[:32]}-{encoding}"'
            return RoomFile(path=twin, content_type=content_type, encoding=encoding, mark=mark)
    return RoomFile(path=path, content_type=content_type, encoding="", mark=f'"{digest[:32]}"')
