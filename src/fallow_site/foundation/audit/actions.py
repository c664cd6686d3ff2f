"""Writes one line of the trail, chained to the line before it.

It runs inside the transaction of what it tells of: both are kept, or neither.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import connection, transaction

from fallow_site.foundation.audit.chain import hash_entry
from fallow_site.foundation.audit.models import AuditEntry

if TYPE_CHECKING:
    from fallow_site.foundation.accounts.models import Account

_LOCK = 7_305_021  # any number of our own; serializes appending on PostgreSQL


def record_entry(
    *,
    actor: "Account | None",
    action: str,
    at: datetime,
    about: "Account | None" = None,
    reference: str = "",
    practice_reference: str = "",
) -> AuditEntry:
    """This will append one line to the trail."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        last = AuditEntry.objects.order_by("-id").first()
        entry = AuditEntry(
            at=at,
            actor=actor,
            about=about,
            action=action,
            reference=reference,
            practice_reference=practice_reference,
            previous_hash=last.hash if last else "",
        )
        entry.hash = hash_entry(entry)
        entry.save(force_insert=True)
    return entry
