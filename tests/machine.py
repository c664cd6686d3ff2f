"""The browser and the PostgreSQL server that tests need, found or installed.

It knows Debian's packages and the usual places; it never downloads a browser by itself.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge",
)
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
NO_BROWSER = (
    "The journeys need a browser and none was found. Install one and start again: "
    "sudo apt install chromium (Debian), brew install --cask chromium (macOS), "
    "or CHROMIUM=/path/to/browser python3 go.py test"
)
NO_POSTGRESQL = "Install it to run them: sudo apt install postgresql"


def find_browser() -> str | None:
    """This will give the path of a Chromium-like browser, installing Debian's where it may."""
    return _look_for_browser() or (_apt("chromium") and _look_for_browser()) or None


def _look_for_browser() -> str | None:
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    on_path = (shutil.which(name) for name in BROWSERS)
    return next(filter(None, (*on_path, *filter(os.path.exists, ELSEWHERE))), None)


def find_postgresql() -> Path | None:
    """This will give the folder of initdb and postgres, installing Debian's where it may."""
    return _look_for_postgresql() or (_apt("postgresql") and _look_for_postgresql()) or None


def _look_for_postgresql() -> Path | None:
    on_path = shutil.which("initdb")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    folders = ([Path(on_path).parent] if on_path else []) + debian
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def find_age() -> str | None:
    """This will give the `age` command, an independent one, installing Debian's where it may."""
    return shutil.which("age") or (_apt("age") and shutil.which("age")) or None


def _apt(package: str) -> bool:
    if os.name == "nt" or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    print(f"Installing Debian's {package} …", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment, **quiet)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
    return subprocess.run(install, check=False, env=environment, **quiet).returncode == 0


@contextmanager
def postgresql_server(binaries: Path) -> Iterator[str]:
    """This will run a throw-away server on loopback and give its DATABASE_URL."""
    folder = Path(tempfile.mkdtemp(prefix="fallow-postgresql-"))
    as_owner = partial(
        subprocess.run, check=True, stdout=subprocess.DEVNULL, user=_owner_of_server(folder)
    )
    cluster, port = folder / "cluster", _free_port()
    create = ["-D", str(cluster), "-U", "fallow", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
    control = [str(binaries / "pg_ctl"), "-D", str(cluster), "-w"]
    listening = f"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off"
    try:
        as_owner([str(binaries / "initdb"), *create])
        as_owner([*control, "-l", str(folder / "log"), "-o", listening, "start"])
        try:
            yield f"postgres://fallow@127.0.0.1:{port}/postgres"
        finally:
            as_owner([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _owner_of_server(folder: Path) -> str | None:
    """PostgreSQL refuses to run as root; Debian's package brings an account for it."""
    if os.geteuid() != 0:
        return None
    shutil.chown(folder, "postgres", "postgres")
    return "postgres"


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
