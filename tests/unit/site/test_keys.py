"""The key file: made once, whole, readable by its owner alone, and never made anew beside data."""

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from fallow_site.kit.environment import DATABASE_FILE
from fallow_site.kit.keys import (
    KEY_FILE,
    KeysUnreadable,
    open_address,
    practice_key,
    read_keys,
    seal_address,
)


@pytest.fixture(autouse=True)
def _read_anew() -> None:
    read_keys.cache_clear()


def test_it_is_made_at_the_first_start_for_its_owner_alone(tmp_path: Path) -> None:
    read_keys(tmp_path / "home")

    made = tmp_path / "home" / KEY_FILE
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert list(made.parent.iterdir()) == [made]


Meanwhile = Callable[[Callable[[], object]], None]


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Lets something happen while the keys are being written."""

    def happen(event: Callable[[], object]) -> None:
        write = json.dump
        monkeypatch.setattr(json, "dump", lambda *told, **named: (event(), write(*told, **named)))

    return happen


def test_other_processes_see_it_whole_or_not_at_all(tmp_path: Path, meanwhile: Meanwhile) -> None:
    seen: list[bool] = []
    meanwhile(lambda: seen.append((tmp_path / KEY_FILE).exists()))

    read_keys(tmp_path)

    assert seen == [False]


def test_when_another_process_is_first_its_keys_count(tmp_path: Path, meanwhile: Meanwhile) -> None:
    theirs = {"signing": "1", "references": "2", "addresses": "3"}
    meanwhile(lambda: (tmp_path / KEY_FILE).write_text(json.dumps(theirs), encoding="utf-8"))

    assert read_keys(tmp_path) == theirs
    assert [file.name for file in tmp_path.iterdir()] == [KEY_FILE]


def test_a_database_without_its_key_file_is_not_given_another(tmp_path: Path) -> None:
    (tmp_path / DATABASE_FILE).touch()

    with pytest.raises(KeysUnreadable, match="missing"):
        read_keys(tmp_path)

    assert not (tmp_path / KEY_FILE).exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"signing": "1"}'])
def test_a_damaged_file_is_said_and_left_as_it_is(tmp_path: Path, content: str) -> None:
    (tmp_path / KEY_FILE).write_text(content, encoding="utf-8")

    with pytest.raises(KeysUnreadable, match="cannot be read"):
        read_keys(tmp_path)

    assert (tmp_path / KEY_FILE).read_text(encoding="utf-8") == content


def test_what_was_sealed_opens_again_and_shows_nothing(tmp_path: Path) -> None:
    sealed = seal_address(tmp_path, "https://calendar.example/secret.ics")

    assert b"secret" not in sealed
    assert open_address(tmp_path, sealed) == "https://calendar.example/secret.ics"


def test_another_installation_opens_nothing(tmp_path: Path) -> None:
    sealed = seal_address(tmp_path / "one", "https://calendar.example/secret.ics")

    with pytest.raises(KeysUnreadable):
        open_address(tmp_path / "other", sealed)


def test_every_practice_has_a_key_of_its_own(tmp_path: Path) -> None:
    assert practice_key(tmp_path, "a") != practice_key(tmp_path, "b")
    assert len(practice_key(tmp_path, "a")) == 32
