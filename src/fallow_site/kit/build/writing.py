"""Writes the built room and the fonts of the server pages, and notices when nothing changed.

It knows the layout of `built/`: room/<hash>/…, room.json, static/fallow/fonts.css and fonts.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from fallow_site.kit.build.compressing import write_with_twins
from fallow_site.kit.build.ingredients import archives, fonts
from fallow_site.kit.build.places import (
    BUILT,
    DOMAIN,
    FIGURES,
    LINES,
    NODE_PACKAGES,
    PAGE,
    ROOT,
    TOKENS,
)
from fallow_site.kit.build.room import Room, assemble_room
from fallow_site.kit.build.turns import take_turn


def build_all(into: Path = BUILT) -> str:
    """This will build the room below `into` unless it is up to date; it gives the folder's name.

    Builds into the same folder take turns, and the second one finds the work done.
    """
    with take_turn(into):
        return _build_if_stale(into)


def _build_if_stale(into: Path) -> str:
    stamp = _stamp()
    built = _read_json(into / "stamp.json")
    if built.get("sources") == stamp and (into / "room.json").exists():
        return str(built["folder"])
    room = assemble_room()
    _write_room(room, into)
    _write_static(into)
    (into / "stamp.json").write_text(json.dumps({"sources": stamp, "folder": room.folder}))
    return room.folder


def _write_room(room: Room, into: Path) -> None:
    """The new folder stands complete before room.json names it; the old one goes last."""
    earlier = into / "room" / str(_read_json(into / "room.json").get("folder", "none"))
    fresh = into / "room" / f"{room.folder}.new"
    shutil.rmtree(fresh, ignore_errors=True)
    for name, body in room.files.items():
        write_with_twins(fresh / name, body, earlier=earlier / name)
    place = into / "room" / room.folder
    shutil.rmtree(place, ignore_errors=True)
    fresh.rename(place)
    for name, body in room.shell.items():
        write_with_twins(into / "room" / name, body, earlier=None)
    (into / "room.json").write_bytes(room.manifest())
    _clear_earlier(into / "room", {room.folder, *room.shell})


def _clear_earlier(place: Path, names: set[str]) -> None:
    for path in place.iterdir():
        if path.is_dir() and path.name not in names:
            shutil.rmtree(path, ignore_errors=True)
        elif path.is_file() and path.name.removesuffix(".gz").removesuffix(".br") not in names:
            path.unlink()


def _write_static(into: Path) -> None:
    place = into / "static" / "fallow"
    for name, body in fonts.read_fonts().items():
        write_with_twins(place / name, body, earlier=None)
    (place / "fonts.css").write_text(fonts.write_font_styles("fonts/") + "\n", encoding="utf-8")


def _stamp() -> str:
    """A hash over every source, and over the versions of what is installed."""
    seed = hashlib.sha256(json.dumps(archives.read_versions(), sort_keys=True).encode())
    seed.update((NODE_PACKAGES / "pyodide" / "package.json").read_bytes())
    for path in _list_sources():
        seed.update(f"{path.relative_to(ROOT).as_posix()}\0".encode())
        seed.update(hashlib.sha256(path.read_bytes()).digest())
    return seed.hexdigest()


def _list_sources() -> Iterator[Path]:
    folders = [PAGE, Path(__file__).parent, *(DOMAIN / package for package in archives.OURS)]
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in {".pyc"}:
                yield path
    yield from (TOKENS, FIGURES, LINES, ROOT / "package-lock.json")


def _read_json(path: Path) -> dict[str, object]:
    try:
        return dict(json.loads(path.read_text("utf-8")))
    except (FileNotFoundError, ValueError):
        return {}
