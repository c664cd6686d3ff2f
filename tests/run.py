"""Every check and every test, phase by phase, with how long each took and one closing line.

It knows the order of the phases; what they need of the machine is found in `tests.machine`.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.counting import count_reported
from tests.machine import (
    NO_BROWSER,
    NO_POSTGRESQL,
    find_browser,
    find_postgresql,
    postgresql_server,
)

IN_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}


@dataclass(frozen=True, kw_only=True)
class Phase:
    """Folders of tests that are run together."""

    name: str
    folders: tuple[str, ...]
    without: tuple[str, ...] = ()
    parallel: bool = False


HOUSE = Phase(name="house laws", folders=("tests/house",))
WITHOUT_BROWSER = Phase(
    name="domain and site",
    folders=(
        *("tests/house", "tests/unit", "tests/properties", "tests/fuzz"),
        *("tests/spec", "tests/recovery", "tests/golden", "tests/site"),
    ),
    parallel=True,
)
ON_POSTGRESQL = Phase(
    name="PostgreSQL",
    folders=("tests/site",),
    without=("tests/site/commands",),  # they start processes on SQLite files of their own
    parallel=True,
)
JOURNEYS = Phase(name="journeys", folders=("tests/journeys",), parallel=True)
SCRIPTS = Phase(name="vault", folders=("tests/vault",))
ALL = (WITHOUT_BROWSER, ON_POSTGRESQL, JOURNEYS, SCRIPTS)


@dataclass
class Tally:
    """What was run, what failed, and what could not be run."""

    started: float = field(default_factory=time.monotonic)
    counts: dict[str, int] = field(default_factory=dict)
    failed_phases: list[str] = field(default_factory=list)
    not_run: list[str] = field(default_factory=list)
    durations: list[tuple[str, float]] = field(default_factory=list)


def main(arguments: list[str]) -> int:
    """This will run `check` or `all`, and return 0 only if nothing failed or was left out."""
    tally = Tally()
    _run_checks(tally)
    if arguments[0] == "all":
        look_for_unlisted(tally, Path("tests"))
        _run_tests(tally, no_browser="--no-browser" in arguments)
    else:
        run_phase(tally, HOUSE)
    return close(tally)


def _run_checks(tally: Tally) -> None:
    python = sys.executable
    _command(tally, "format", [python, "-m", "ruff", "format", "--check", "--quiet", "."])
    _command(tally, "lint", [python, "-m", "ruff", "check", "--quiet", "."])
    _command(tally, "types", [python, "-m", "mypy"])
    _command(tally, "contracts", [str(Path(python).parent / "lint-imports")])


def look_for_unlisted(tally: Tally, root: Path) -> None:
    """A folder of tests that no phase names would never be run, and nobody would notice."""
    listed = {folder.partition("/")[2] for phase in ALL for folder in phase.folders}
    tests = [*root.rglob("test_*.py"), *root.rglob("*.test.mjs")]
    for folder in sorted({path.relative_to(root).parts[0] for path in tests} - listed):
        tally.failed_phases.append(f"tests/{folder}, which no phase runs")


def _run_tests(tally: Tally, *, no_browser: bool) -> None:
    run_phase(tally, WITHOUT_BROWSER)
    _run_scripts(tally)
    _run_on_postgresql(tally)
    browser = None if no_browser else find_browser()
    if browser is None:
        tally.not_run.append("BROWSER TESTS NOT RUN: tests/journeys. " + NO_BROWSER)
        if not no_browser or IN_CI:
            tally.failed_phases.append(JOURNEYS.name)
        return
    run_phase(tally, JOURNEYS, environment={"CHROMIUM": browser})


def _run_on_postgresql(tally: Tally) -> None:
    binaries = find_postgresql()
    if binaries is None:
        tally.not_run.append("NOT RUN on PostgreSQL: tests/site. " + NO_POSTGRESQL)
        if IN_CI:
            tally.failed_phases.append(ON_POSTGRESQL.name)
        return
    try:
        with postgresql_server(binaries) as address:
            run_phase(tally, ON_POSTGRESQL, environment={"DATABASE_URL": address})
    except (OSError, subprocess.CalledProcessError):
        tally.not_run.append("NOT RUN on PostgreSQL: its server could not be started.")
        tally.failed_phases.append(ON_POSTGRESQL.name)


def _run_scripts(tally: Tally) -> None:
    """The page's own scripts that need no browser are tested by Node's own runner."""
    from go import find_node  # noqa: PLC0415 - it stands at the root, and only this needs it

    scripts = [str(path) for folder in SCRIPTS.folders for path in Path(folder).glob("*.test.mjs")]
    said = ["--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=junit"]

    def command(report: Path) -> list[str]:
        into = f"--test-reporter-destination={report}"
        return [*find_node(), "--test", "--test-concurrency=2", *said, into, *scripts]

    _counted(tally, SCRIPTS, command)


def run_phase(tally: Tally, phase: Phase, *, environment: dict[str, str] | None = None) -> None:
    """This will run a phase by pytest; a folder that is missing fails it.

    Without any folder pytest would run everything there is.
    """
    workers = ["-n", "2", "--dist", "loadfile"] if phase.parallel else []
    left_out = [f"--ignore={folder}" for folder in phase.without]
    pytest = [sys.executable, "-m", "pytest", "-q", *workers, *left_out]
    _counted(tally, phase, lambda report: [*pytest, f"--junitxml={report}", *phase.folders],
             environment=environment)  # fmt: skip


def _counted(
    tally: Tally,
    phase: Phase,
    command: Callable[[Path], list[str]],
    *,
    environment: dict[str, str] | None = None,
) -> None:
    missing = [folder for folder in phase.folders if not Path(folder).is_dir()]
    if missing or not phase.folders:
        tally.not_run.append(f"NOT RUN: {phase.name}. Missing: {', '.join(missing) or 'folders'}")
        tally.failed_phases.append(phase.name)
        return
    with ExitStack() as stack:
        report = Path(stack.enter_context(TemporaryDirectory())) / "report.xml"
        _command(tally, phase.name, command(report), environment)
        counts = count_reported(report)
    if IN_CI and counts.get("skipped"):
        tally.failed_phases.append(f"{phase.name} ({counts['skipped']} skipped)")
    for kind, count in counts.items():
        tally.counts[kind] = tally.counts.get(kind, 0) + count


def _command(
    tally: Tally, name: str, command: list[str], environment: dict[str, str] | None = None
) -> None:
    print(f"\n── {name}", flush=True)
    began = time.monotonic()
    code = subprocess.run(command, check=False, env=os.environ | (environment or {})).returncode
    tally.durations.append((name, time.monotonic() - began))
    if code:
        tally.failed_phases.append(name)


def close(tally: Tally) -> int:
    """This will say how long each phase took and what failed, and give the exit code."""
    print()
    for name, seconds in tally.durations:
        print(f"{seconds:7.1f} s  {name}")
    for sentence in tally.not_run:
        print(sentence)
    if tally.failed_phases:
        print("Not in order: " + ", ".join(tally.failed_phases) + ".")
    counts = tally.counts
    broken, skipped = counts.get("broken", 0), counts.get("skipped", 0)
    passed = counts.get("tests", 0) - broken - skipped
    also = f", {skipped} skipped" if skipped else ""
    took = time.monotonic() - tally.started
    print(f"====== {broken} failed, {passed} passed{also} in {took:.2f}s ======")
    return 1 if tally.failed_phases else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
