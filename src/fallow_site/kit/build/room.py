"""Assembles the room: what lies in the hashed folder, and the shell that leads to it.

It knows which files the page is made of. The folder is named by the hash of everything in it
and of the shell's sources, so a new name means new bytes and the same bytes keep the name.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from fallow.individual.guidance.care import find_help
from fallow_site.kit.build.ingredients import (
    archives,
    bundling,
    compiling,
    fonts,
    icons,
    lines,
    questions,
)
from fallow_site.kit.build.places import FIGURES, NODE_PACKAGES, PAGE, TOKENS
from fallow_site.kit.build.stopping import CannotBuild
from fallow_site.kit.policies import PRIVATE_POLICY

RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json")
SHELL = ("index.html", "service-worker.js")
PREFIX = 16  # hexadecimal digits of the SHA-256 that name the folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The built room: files of the hashed folder, and the shell that stays at /room/."""

    folder: str
    files: dict[str, bytes]
    shell: dict[str, bytes]

    def manifest(self) -> bytes:
        """This will list the SHA-256 of every file, as room.json carries it."""
        said = {
            "folder": self.folder,
            "files": {name: _hash(self.files[name]) for name in sorted(self.files)},
            "shell": {name: _hash(self.shell[name]) for name in sorted(self.shell)},
        }
        return json.dumps(said, indent=1).encode() + b"\n"


def assemble_room() -> Room:
    """This will read, bundle and pack everything, in memory."""
    files = _read_runtime() | _pack_python() | fonts.read_fonts()
    files |= {name: _read(PAGE / name) for name in ("icon.svg", "manifest.webmanifest")}
    files |= {f"icon-{side}.png": icons.draw_icon(side) for side in (192, 512)}
    files["page.css"] = bundling.minify_styles(_gather_styles())
    loaded = sum(len(files[name]) for name in files if name.endswith((".wasm", ".zip", ".mjs")))
    files["worker.js"] = _bundle("worker/worker.js", {"ROOM_BYTES": loaded})
    files["lock.js"] = _bundle("worker/lock.js", {})
    files["page.js"] = _bundle("page/main.js", _what_the_page_says())
    folder = _name_folder(files)
    return Room(folder=folder, files=files, shell=_fill_shell(folder, sorted(files)))


def _what_the_page_says() -> dict[str, object]:
    return {
        "ROOM_POLICY": PRIVATE_POLICY,
        "CRISIS_LINES": lines.read_lines(),
        "CHECKIN": questions.read_questions(),
        "FINDING_HELP": asdict(find_help()),
    }


def _read_runtime() -> dict[str, bytes]:
    return {name: _read(NODE_PACKAGES / "pyodide" / name) for name in RUNTIME}


def _pack_python() -> dict[str, bytes]:
    sources = {
        "python_stdlib.zip": archives.pack_standard_library(),
        "fallow.zip": archives.pack_domain(),
        "calendar.zip": archives.pack_distributions(archives.CALENDAR),
        "zones.zip": archives.pack_distributions(archives.ZONES),
    }
    return compiling.compile_archives(sources)


def _gather_styles() -> str:
    """Tokens first, then fonts, figures and the page's own sheets in the order of their names."""
    own = [path.read_text("utf-8") for path in sorted((PAGE / "styles").glob("*.css"))]
    order = "@layer tokens, figures, base, parts, screens, paper;\n"
    figures = f"@layer figures {{{FIGURES.read_text('utf-8')}}}"
    tokens = TOKENS.read_text("utf-8")
    styles = [order, tokens, fonts.write_font_styles("fonts/"), figures, *own]
    return "\n".join(styles)


def _bundle(entry: str, known: dict[str, object]) -> bytes:
    return bundling.bundle_script(PAGE / entry, known=known, external=("./pyodide.mjs",))


def _name_folder(files: dict[str, bytes]) -> str:
    seed = hashlib.sha256()
    for name in sorted(files):
        seed.update(f"{name}\0{_hash(files[name])}\n".encode())
    for name in SHELL:
        seed.update(f"{name}\0{_hash(_read(PAGE / name))}\n".encode())
    return seed.hexdigest()[:PREFIX]


def _fill_shell(folder: str, names: list[str]) -> dict[str, bytes]:
    page, worker = SHELL
    kept = [f"/room/{folder}/{name}" for name in names]
    known: dict[str, object] = {"ROOM_FOLDER": folder, "ROOM_FILES": kept}
    return {
        page: _read(PAGE / page).replace(b"FOLDER", folder.encode()),
        worker: bundling.bundle_script(PAGE / worker, known=known, external=()),
    }


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise CannotBuild(f"A file is missing: {path}.", "Run: npm ci") from None


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
