"""What the doctor looks at, one function each: None when in order, else what is and what to do.

It knows the settings, so it is imported once they were read.
"""

import shutil
import stat
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, OperationalError, connection
from django.db.backends.utils import CursorWrapper
from django.db.migrations.executor import MigrationExecutor
from django_tasks_db.models import DBTaskResult

from fallow.base.errors import FallowError
from fallow_site.commands.product import explain_database
from fallow_site.foundation.audit.queries import find_broken_line
from fallow_site.kit.keys import KEY_FILE, KeysUnreadable, open_address
from fallow_site.workload.models import Source

_LEAST_FREE = 500_000_000
_NOT_BEGUN = "Start it once: fallow serve"
_DAMAGED = (
    "The file is damaged. Move the home folder away, and bring the newest backup back: "
    "fallow restore FILE"
)
Finding = str | None


def examine_all() -> tuple[tuple[str, Finding], ...]:
    """This will look at everything; what stands on a broken thing is not looked at."""
    home, database = _examine_home(), _examine_database()
    findings = [
        ("the home folder", home),
        ("the key file", _examine_key_file()),
        ("the database", database),
    ]
    if database is None:
        tables = _examine_tables()
        findings.append(("its tables", tables))
        if tables is None:
            findings.extend((name, look()) for name, look in _ON_TABLES)
    findings.extend((name, look()) for name, look in _ON_FILES)
    return tuple(findings)


def _is_open_to_others(file: Path) -> bool:
    return bool(stat.S_IMODE(file.stat().st_mode) & 0o077)


def _examine_home() -> Finding:
    if _is_open_to_others(settings.FALLOW_HOME):
        return f"Others on this machine can look into it. Run: chmod 700 {settings.FALLOW_HOME}"
    return None


def _examine_key_file() -> Finding:
    file = settings.FALLOW_HOME / KEY_FILE
    if file.exists() and _is_open_to_others(file):
        return f"Others on this machine can read it. Run: chmod 600 {file}"
    return None


def _examine_database() -> Finding:
    try:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                return _examine_sqlite(cursor)
            cursor.execute("SELECT 1")
    except (OperationalError, ImproperlyConfigured) as error:
        if connection.vendor == "sqlite":
            return f"It cannot be opened. Check who owns the files in {settings.FALLOW_HOME}"
        return _say(explain_database(error))
    except DatabaseError:
        return _DAMAGED
    return None


def _examine_sqlite(cursor: CursorWrapper) -> Finding:
    values = {}
    for name in ("journal_mode", "synchronous", "quick_check"):
        cursor.execute(f"PRAGMA {name}")
        values[name] = cursor.fetchone()[0]
    if values["quick_check"] != "ok":
        return _DAMAGED
    if (values["journal_mode"], values["synchronous"]) != ("wal", 2):
        return "It does not write safely. Remove changes to DATABASES from the settings."
    return None


def _say(refusal: FallowError) -> str:
    return str(refusal)


def _examine_tables() -> Finding:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return f"{len(waiting)} changes wait. {_NOT_BEGUN}"
    cache = settings.CACHES["default"].get("LOCATION", "")
    there = connection.introspection.table_names()
    return f"The one that counts tries is missing. {_NOT_BEGUN}" if cache not in there else None


def _examine_addresses() -> Finding:
    """Keys of another installation open nothing that this database sealed."""
    sealed = Source.objects.exclude(sealed_address=None).values_list("sealed_address", flat=True)
    try:
        for address in sealed:
            open_address(settings.FALLOW_HOME, bytes(address or b""))
    except KeysUnreadable as refusal:
        return _say(refusal)
    return None


def _examine_trail() -> Finding:
    broken = find_broken_line()
    return f"Line {broken} was changed. Compare it with a backup." if broken else None


def _examine_work() -> Finding:
    failed = DBTaskResult.objects.failed().count()
    if not failed:
        return None
    pieces = "piece" if failed == 1 else "pieces"
    return f"{failed} {pieces} of it failed in two weeks. Look into the log of the service."


def _examine_space() -> Finding:
    free = shutil.disk_usage(settings.FALLOW_HOME).free
    return "Less than 500 MB are left. Make room." if free < _LEAST_FREE else None


def _examine_room() -> Finding:
    built = (settings.FALLOW_BUILT / "room.json").exists()
    return None if built else "It was not built. Run: python3 go.py build"


Looks = tuple[tuple[str, Callable[[], Finding]], ...]
_ON_TABLES: Looks = (
    ("addresses and keys", _examine_addresses),
    ("the audit trail", _examine_trail),
    ("background work", _examine_work),
)
_ON_FILES: Looks = (
    ("free space", _examine_space),
    ("the page on the device", _examine_room),
)
