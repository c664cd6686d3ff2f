"""A demo that was prepared once, as its first start leaves it, with how long that took."""

import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.site.products import FALLOW, find_free_port, run


@dataclass(frozen=True)
class Prepared:
    """The home of a demo, and the seconds and words of its first start."""

    home: Path
    seconds: float
    said: str


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    home = tmp_path_factory.mktemp("demo") / "home"
    began = time.monotonic()
    command = (*FALLOW, "demo", "--prepare", "--home", str(home), "--port", str(find_free_port()))
    done = run(*command, home=home)
    assert done.returncode == 0, done.stderr
    return Prepared(home=home, seconds=time.monotonic() - began, said=done.stdout)
