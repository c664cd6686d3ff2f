"""Places to be swept, at the cast's first morning, with uploads that are spooled to disk."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings
from tests.cast import AT
from tests.site.canary.calendars import Canaries
from tests.site.canary.places import Places, listening
from time_machine import TimeMachineFixture


@pytest.fixture
def canary() -> Canaries:
    return Canaries()


@pytest.fixture
def places(
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    time_machine: TimeMachineFixture,
) -> Iterator[Places]:
    time_machine.move_to(AT, tick=False)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    settings.FILE_UPLOAD_TEMP_DIR = str(temporary)
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0  # every upload touches the disk
    settings.FALLOW_ALLOW_LOOPBACK_SOURCES = True
    found = Places(temporary=temporary)
    with listening(found):
        yield found
