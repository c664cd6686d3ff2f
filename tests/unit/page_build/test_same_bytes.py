"""Two builds of the same sources give the same bytes, so that anyone can compare with a release."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BUILD = """
import os, sys
from pathlib import Path
from fallow_site.kit.build.writing import build_all
os.umask(int(sys.argv[2]))
build_all(Path(sys.argv[1]))
"""


def build(into: Path, *, umask: int, **differs: str) -> dict[str, bytes]:
    """A build in a process, a time zone, a language and an order of sets of its own."""
    command = [sys.executable, "-c", BUILD, str(into), str(umask)]
    subprocess.run(command, check=True, env=os.environ | differs, timeout=600)
    files = (path for path in into.rglob("*") if path.is_file() and path.name != "turn.lock")
    return {path.relative_to(into).as_posix(): path.read_bytes() for path in files}


@pytest.mark.slow
def test_two_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    first = build(tmp_path / "a", umask=0o022, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    second = build(tmp_path / "b", umask=0o077, PYTHONHASHSEED="2", TZ="Asia/Tokyo")

    assert {name for name in first | second if first.get(name) != second.get(name)} == set()
    assert "room.json" in first
