"""Every check and every test, phase by phase, with how long each took and one closing line.

It knows the order of the phases; what they need of the machine is found in `tests.machine`.
"""

import os
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from tests.machine import (
    NO_BROWSER,
    NO_POSTGRESQL,
    find_browser,
    find_postgresql,
    postgresql_server,
)

IN_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
WITHOUT_BROWSER = (
    *("tests/house", "tests/unit", "tests/properties", "tests/fuzz"),
    *("tests/spec", "tests/site"),
)
ON_BOTH_DATABASES = ("tests/site", "tests/spec")


@dataclass
class Tally:
    """What was run, what failed, and what could not be run."""

    started: float = field(default_factory=time.monotonic)
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    failed_phases: list[str] = field(default_factory=list)
    not_run: list[str] = field(default_factory=list)
    durations: list[tuple[str, float]] = field(default_factory=list)


KINDS = ("tests", "failures", "errors", "skipped")


def main(arguments: list[str]) -> int:
    """This will run `check` or `all`, and return 0 only if nothing failed or was left out."""
    tally = Tally()
    _run_checks(tally)
    if arguments[0] == "all":
        _run_tests(tally, no_browser="--no-browser" in arguments)
    else:
        _pytest(tally, "house laws", ["tests/house"])
    return _close(tally)


def _run_checks(tally: Tally) -> None:
    python = sys.executable
    _command(tally, "format", [python, "-m", "ruff", "format", "--check", "--quiet", "."])
    _command(tally, "lint", [python, "-m", "ruff", "check", "--quiet", "."])
    _command(tally, "types", [python, "-m", "mypy"])
    _command(tally, "contracts", [str(Path(python).parent / "lint-imports")])


def _run_tests(tally: Tally, *, no_browser: bool) -> None:
    _pytest(tally, "domain and site", _existing(WITHOUT_BROWSER), parallel=True)
    _run_on_postgresql(tally)
    browser = None if no_browser else find_browser()
    if browser is None:
        tally.not_run.append("BROWSER TESTS NOT RUN: tests/journeys. " + NO_BROWSER)
        if not no_browser or IN_CI:
            tally.failed_phases.append("journeys")
        return
    environment = {"CHROMIUM": browser}
    _pytest(tally, "journeys", _existing(("tests/journeys",)), environment=environment)


def _run_on_postgresql(tally: Tally) -> None:
    binaries = find_postgresql()
    if binaries is None:
        tally.not_run.append("NOT RUN on PostgreSQL: site and spec. " + NO_POSTGRESQL)
        if IN_CI:
            tally.failed_phases.append("PostgreSQL")
        return
    with postgresql_server(binaries) as address:
        environment = {"DATABASE_URL": address}
        folders = _existing(ON_BOTH_DATABASES)
        _pytest(tally, "PostgreSQL", folders, environment=environment, parallel=True)


def _existing(folders: tuple[str, ...]) -> list[str]:
    return [folder for folder in folders if Path(folder).is_dir()]


def _command(
    tally: Tally, name: str, command: list[str], environment: dict[str, str] | None = None
) -> None:
    print(f"\n── {name}", flush=True)
    began = time.monotonic()
    code = subprocess.run(command, check=False, env=os.environ | (environment or {})).returncode
    tally.durations.append((name, time.monotonic() - began))
    if code:
        tally.failed_phases.append(name)


def _pytest(
    tally: Tally,
    name: str,
    folders: list[str],
    *,
    parallel: bool = False,
    environment: dict[str, str] | None = None,
) -> None:
    with ExitStack() as stack:
        report = Path(stack.enter_context(TemporaryDirectory())) / "report.xml"
        workers = ["-n", "2", "--dist", "loadfile"] if parallel else []
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *workers]
        _command(tally, name, [*command, *folders], environment)
        if report.exists():
            suite = ElementTree.parse(report).getroot()[0]
            for kind in KINDS:
                tally.counts[kind] += int(suite.get(kind, "0"))


def _close(tally: Tally) -> int:
    print()
    for name, seconds in tally.durations:
        print(f"{seconds:7.1f} s  {name}")
    for sentence in tally.not_run:
        print(sentence)
    counts = tally.counts
    if IN_CI and counts["skipped"]:
        tally.failed_phases.append("tests that were skipped")
    if tally.failed_phases:
        print("Not in order: " + ", ".join(tally.failed_phases) + ".")
    broken = counts["failures"] + counts["errors"]
    passed = counts["tests"] - broken - counts["skipped"]
    took = time.monotonic() - tally.started
    skipped = f", {counts['skipped']} skipped" if counts["skipped"] else ""
    print(f"====== {broken} failed, {passed} passed{skipped} in {took:.2f}s ======")
    return 1 if tally.failed_phases else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
