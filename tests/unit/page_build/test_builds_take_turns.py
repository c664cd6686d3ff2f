"""Two builds into one folder never write at the same time, and a killed one holds nobody up."""

import subprocess
import sys
from pathlib import Path

import pytest

from fallow_site.kit.build.stopping import CannotBuild
from fallow_site.kit.build.turns import take_turn

HOLD = """
import sys, time
from pathlib import Path
from fallow_site.kit.build.turns import take_turn
with take_turn(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    with (
        take_turn(tmp_path),
        pytest.raises(CannotBuild, match="Another build is still running"),
        take_turn(tmp_path, patience_seconds=0),
    ):
        pass


def test_the_next_build_follows_when_the_first_is_done(tmp_path: Path) -> None:
    order = []

    with take_turn(tmp_path):
        order.append("first")
    with take_turn(tmp_path, patience_seconds=0):
        order.append("second")

    assert order == ["first", "second"]


def test_a_build_that_was_killed_leaves_no_lock(tmp_path: Path) -> None:
    killed = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE)
    assert killed.stdout is not None
    assert killed.stdout.readline().strip() == b"held"

    killed.kill()
    killed.communicate()

    with take_turn(tmp_path, patience_seconds=0):
        assert (tmp_path / "turn.lock").exists()
