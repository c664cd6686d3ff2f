"""Two builds of the same sources give the same bytes, so that anyone can compare with a release."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fallow_site.kit.build import places
from fallow_site.kit.build.compressing import write_with_twins

BUILD = """
import os, sys
from pathlib import Path
from fallow_site.kit.build import places
places.COMPILED = Path(sys.argv[1])
from fallow_site.kit.build.room import assemble_room
os.umask(int(sys.argv[2]))
sys.stdout.buffer.write(assemble_room().manifest())
"""


def assemble(compiled: Path, *, umask: int, **differs: str) -> dict[str, str]:
    """Hashes of a build in a process, a time zone, a language and an order of sets of its own."""
    command = [sys.executable, "-c", BUILD, str(compiled), str(umask)]
    done = subprocess.run(
        command, check=True, env=os.environ | differs, timeout=600, capture_output=True
    )
    told = json.loads(done.stdout)
    hashes: dict[str, str] = told["files"] | told["shell"]
    return hashes


@pytest.mark.slow
def test_two_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    """The first takes the Python that was compiled before it, the second compiles it anew."""
    first = assemble(places.COMPILED, umask=0o022, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    second = assemble(tmp_path, umask=0o077, PYTHONHASHSEED="2", TZ="Asia/Tokyo")

    assert {name for name in first | second if first.get(name) != second.get(name)} == set()
    assert {"python_stdlib.zip", "fallow.zip", "page.js", "index.html"} <= set(first)


def test_two_compressions_are_the_same_to_the_byte(tmp_path: Path) -> None:
    body = b"the same sentence, " * 200
    for place in (tmp_path / "a", tmp_path / "b"):
        write_with_twins(place / "page.js", body, earlier=None)

    for ending in ("gz", "br"):
        name = f"page.js.{ending}"
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
