"""`fallow doctor`: is everything in order, and if not, what to do, one sentence each."""

import argparse
import shutil
import stat
from collections.abc import Callable
from typing import Any

from fallow_site.commands.product import open_product

_LEAST_FREE = 500_000_000
Finding = str | None


def add(commands: Any) -> None:
    parser = commands.add_parser("doctor", help="is everything in order, and what to do if not")
    parser.set_defaults(run=run)


def run(_chosen: argparse.Namespace) -> int:
    open_product()
    checks: tuple[tuple[str, Callable[[], Finding]], ...] = (
        ("the home folder", _check_home),
        ("the key file", _check_keys),
        ("the database", _check_database),
        ("its tables", _check_tables),
        ("free space", _check_space),
        ("the page on the device", _check_page),
        ("the audit trail", _check_trail),
    )
    findings = [(name, check()) for name, check in checks]
    for name, finding in findings:
        print(f"{'in order' if finding is None else 'look here'}: {name}{_tail(finding)}")
    return 1 if any(finding for _, finding in findings) else 0


def _tail(finding: Finding) -> str:
    return "" if finding is None else f". {finding}"


def _check_home() -> Finding:
    from django.conf import settings  # noqa: PLC0415 - settings are read when asked for

    if stat.S_IMODE(settings.FALLOW_HOME.stat().st_mode) & 0o077:
        return f"Others on this machine can look into it. Run: chmod 700 {settings.FALLOW_HOME}"
    return None


def _check_keys() -> Finding:
    from django.conf import settings  # noqa: PLC0415 - settings are read when asked for

    file = settings.FALLOW_HOME / "keys.json"
    if stat.S_IMODE(file.stat().st_mode) & 0o077:
        return f"Others on this machine can read it. Run: chmod 600 {file}"
    return None


def _check_database() -> Finding:
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            cursor.execute("SELECT 1")
            return None
        values = {}
        for name in ("journal_mode", "synchronous", "quick_check"):
            cursor.execute(f"PRAGMA {name}")
            values[name] = cursor.fetchone()[0]
    if values["quick_check"] != "ok":
        return "The file is damaged. Restore the newest backup: fallow restore FILE"
    if (values["journal_mode"], values["synchronous"]) != ("wal", 2):
        return "It does not write safely. Remove changes to DATABASES from the settings."
    return None


def _check_tables() -> Finding:
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(waiting)} changes wait. Start it once: fallow serve" if waiting else None


def _check_space() -> Finding:
    from django.conf import settings  # noqa: PLC0415

    free = shutil.disk_usage(settings.FALLOW_HOME).free
    return "Less than 500 MB are left. Make room." if free < _LEAST_FREE else None


def _check_page() -> Finding:
    from django.conf import settings  # noqa: PLC0415

    built = (settings.FALLOW_BUILT / "room.json").exists()
    return None if built else "It was not built. Run: python3 go.py build"


def _check_trail() -> Finding:
    from django.db import DatabaseError  # noqa: PLC0415

    from fallow_site.foundation.audit.queries import find_broken_line  # noqa: PLC0415

    try:
        broken = find_broken_line()
    except DatabaseError:
        return "Its table is not there yet. Start it once: fallow serve"
    return f"Line {broken} was changed. Compare it with a backup." if broken else None
