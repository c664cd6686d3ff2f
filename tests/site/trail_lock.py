"""Takes the database's lock off the audit trail and puts it back, by the migrations that made it.

Tests that really keep their transactions clear the tables afterwards; the product never does.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.db import connection

_MIGRATIONS = "fallow_site.foundation.audit.migrations"
_LOCKS = tuple(
    import_module(f"{_MIGRATIONS}.{name}") for name in ("0002_append_only", "0003_no_truncation")
)
_UNLOCK = {
    "sqlite": ("DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete"),
    "postgresql": ("DROP FUNCTION audit_refuse CASCADE",),
}


def unlock_trail() -> None:
    for statement in _UNLOCK[connection.vendor]:
        _execute(statement)


def lock_trail() -> None:
    """This will put the lock back, if the table is still there: the last test ends the database."""
    if "audit_auditentry" in connection.introspection.table_names():
        for migration in _LOCKS:
            migration._protect(None, _Editor(connection=connection))


@dataclass(frozen=True, kw_only=True)
class _Editor:
    """As much of a schema editor as the migrations ask for; the real one wants no transaction."""

    connection: Any

    def execute(self, statement: str) -> None:
        _execute(statement)


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
