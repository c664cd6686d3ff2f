"""`fallow doctor` finds each broken thing, says what to do in one line, and changes nothing."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import LazySettings
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from tests.cast import AT
from tests.site.products import FALLOW, make_home, run

from fallow_site.commands import examining

DATABASE = "fallow.sqlite3"


def break_page(home: Path) -> None:
    content = bytearray((home / DATABASE).read_bytes())
    content[4096 : 4096 * 40] = b"\x5a" * (4096 * 39)
    (home / DATABASE).write_bytes(content)


def change(home: Path, *statements: str) -> None:
    with closing(sqlite3.connect(home / DATABASE)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()


def seal_with_other_keys(home: Path) -> None:
    change(
        home,
        "INSERT INTO organizations_practice (id, public_id, name, zone, appointment_years) "
        "VALUES (1, 'p', 'P', 'UTC', 3)",
        "INSERT INTO workload_source (id, public_id, way, name, zone, strips_types, "
        "minutes_by_code, rules, sealed_address, etag, last_modified, made_at, practice_id) "
        "VALUES (1, 's', 'ics_feed', 'F', 'UTC', 0, '{}', '[]', X'67', '', '', '2026-01-01', 1)",
    )


BREAKAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "an open home": (lambda home: home.chmod(0o755), "Run: chmod 700"),
    "open keys": (lambda home: (home / "keys.json").chmod(0o644), "Run: chmod 600"),
    "damaged keys": (
        lambda home: (home / "keys.json").write_text("{}"),
        "The key file cannot be read. Restore keys.json from its backup",
    ),
    "no keys": (lambda home: (home / "keys.json").unlink(), "There is no Fallow in"),
    "no database": (lambda home: (home / DATABASE).unlink(), "fallow restore FILE"),
    "an empty database": (lambda home: (home / DATABASE).write_bytes(b""), "Start it once"),
    "a damaged page": (break_page, "The file is damaged. Move the home folder away"),
    "no database at all": (
        lambda home: (home / DATABASE).write_bytes(b"a letter to my grandmother" * 99),
        "The file is damaged.",
    ),
    "a missing migration": (
        lambda home: change(home, "DELETE FROM django_migrations WHERE app = 'jobs'"),
        "1 changes wait. Start it once: fallow serve",
    ),
    "no place to count tries": (
        lambda home: change(home, "DROP TABLE fallow_cache"),
        "The one that counts tries is missing.",
    ),
    "other keys": (seal_with_other_keys, "An address cannot be opened with this key file."),
}


def test_a_home_that_was_started_once_is_in_order(tmp_path: Path) -> None:
    done = run(*FALLOW, "doctor", home=make_home(tmp_path))

    assert done.returncode == 0
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == ["in order"] * 9


@pytest.mark.parametrize("name", BREAKAGES)
def test_what_is_broken_is_found_with_its_mend(tmp_path: Path, name: str) -> None:
    home = make_home(tmp_path)
    spoil, words = BREAKAGES[name]
    spoil(home)
    files = sorted(path.name for path in home.iterdir())

    done = run(*FALLOW, "doctor", home=home)

    told = [line for line in (done.stdout + done.stderr).splitlines() if "in order" not in line]
    assert done.returncode == 1
    assert len(told) == 1
    assert words in told[0]
    kept = {path.name for path in home.iterdir()} - {f"{DATABASE}-wal", f"{DATABASE}-shm"}
    assert kept == set(files) - {f"{DATABASE}-wal", f"{DATABASE}-shm"}


def test_where_nothing_is_nothing_is_made(tmp_path: Path) -> None:
    done = run(*FALLOW, "doctor", home=tmp_path / "home")

    assert done.returncode == 1
    assert "fallow serve" in done.stderr
    assert not (tmp_path / "home").exists()


def test_postgresql_that_does_not_answer_is_said_without_its_address(tmp_path: Path) -> None:
    home = make_home(tmp_path)
    address = "postgres://fallow:s3cret@127.0.0.1:9/fallow"

    done = run(*FALLOW, "doctor", home=home, DATABASE_URL=address)

    assert done.returncode == 1
    assert "PostgreSQL does not answer as it should. Check DATABASE_URL" in done.stdout
    assert "s3cret" not in done.stdout + done.stderr


@pytest.mark.django_db
def test_work_that_failed_is_counted() -> None:
    assert examining._examine_work() is None

    DBTaskResult.objects.create(
        status=TaskResultStatus.FAILED, run_after=AT, args_kwargs={}, task_path="x",
        backend_name="default", finished_at=AT,
    )  # fmt: skip

    assert examining._examine_work() == (
        "1 piece of it failed in two weeks. Look into the log of the service."
    )


def test_a_page_that_was_not_built_is_named(settings: LazySettings, tmp_path: Path) -> None:
    settings.FALLOW_BUILT = tmp_path
    assert "python3 go.py build" in str(examining._examine_room())

    (tmp_path / "room.json").write_text(json.dumps({}))
    assert examining._examine_room() is None


@pytest.mark.django_db
def test_a_line_of_the_trail_that_was_changed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert examining._examine_trail() is None

    monkeypatch.setattr(examining, "find_broken_line", lambda: 7)

    assert examining._examine_trail() == "Line 7 was changed. Compare it with a backup."
