"""Packs the Python that runs on the device into plain zips with the same bytes every time.

It knows which distributions the iCalendar reader brings. Entries are stored, not deflated:
the transport compresses better, and no zlib version can change a byte.
"""

import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from io import BytesIO
from pathlib import Path, PurePosixPath

from fallow_site.kit.build.places import DOMAIN, NODE_PACKAGES
from fallow_site.kit.build.stopping import CannotBuild

OURS = ("base", "figures", "workload", "individual")
CALENDAR = (
    "icalendar",
    "recurring-ical-events",
    "x-wr-timezone",
    "python-dateutil",
    "six",
    "click",
)
ZONES = ("tzdata",)
THIRD_PARTY = (*CALENDAR, *ZONES)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the oldest time a zip can hold
_LEFT_OUT = ("tests", "test", "fuzzing", "__pycache__", "cli.py", "rrule.tar.gz")
_NEVER_CALLED = frozenset({
    *("_pyrepl", "bdb", "cProfile", "doctest", "ftplib", "imaplib", "mailbox", "multiprocessing"),
    *("optparse", "pdb", "pickletools", "plistlib", "poplib", "profile", "pstats", "pydoc"),
    *("pydoc_data", "smtplib", "socketserver", "turtle", "unittest", "wsgiref", "xml", "xmlrpc"),
})  # fmt: skip
"""What the standard library has for consoles, servers, tests and mail: no device calls it."""
_KEPT_SUFFIXES = {".py", ".toml", ""}


def pack_domain() -> bytes:
    """This will pack what runs on the device: `fallow` without what only a server needs."""
    files = {"fallow/__init__.py": DOMAIN / "__init__.py"}
    for package in OURS:
        for path in sorted((DOMAIN / package).rglob("*")):
            if path.suffix in {".py", ".toml"} and path.is_file():
                files[f"fallow/{path.relative_to(DOMAIN).as_posix()}"] = path
    return _pack({name: path.read_bytes() for name, path in files.items()})


def pack_standard_library() -> bytes:
    """This will pack the runtime's own standard library, without what no device calls."""
    with zipfile.ZipFile(NODE_PACKAGES / "pyodide" / "python_stdlib.zip") as given:
        names = (name for name in given.namelist() if not name.endswith("/"))
        return _pack({name: given.read(name) for name in names if not _is_never_called(name)})


def pack_distributions(names: tuple[str, ...]) -> bytes:
    """This will pack installed distributions, without their tests and with their licenses."""
    files: dict[str, Path] = {}
    for name in names:
        files.update(_list_files(name))
    return _pack({name: path.read_bytes() for name, path in files.items()})


def read_versions() -> dict[str, str]:
    """This will say which version of each third-party package goes to the device."""
    return {name: _find(name).version for name in THIRD_PARTY}


def _list_files(name: str) -> Iterator[tuple[str, Path]]:
    found = _find(name)
    for file in found.files or []:
        inside = PurePosixPath(file.as_posix())
        if _is_needed(inside):
            yield inside.as_posix(), Path(str(found.locate_file(file)))


def _find(name: str) -> Distribution:
    try:
        return distribution(name)
    except PackageNotFoundError:
        raise CannotBuild(
            f"The Python package {name} is not installed.", "Run: python3 go.py demo"
        ) from None


def _is_needed(inside: PurePosixPath) -> bool:
    if ".." in inside.parts or any(part in _LEFT_OUT for part in inside.parts):
        return False
    if inside.parts[0].endswith(".dist-info"):
        return "license" in inside.name.lower() or "copying" in inside.name.lower()
    return inside.parts[0] == "tzdata" or inside.suffix in _KEPT_SUFFIXES


def _is_never_called(name: str) -> bool:
    return name.partition("/")[0].removesuffix(".py") in _NEVER_CALLED


def _pack(files: dict[str, bytes]) -> bytes:
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, date_time=_EARLIEST)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same on Windows
            packed.writestr(entry, files[name])
    return archive.getvalue()
