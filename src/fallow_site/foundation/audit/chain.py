"""How a line of the trail is chained to the line before it.

It knows what is hashed: everything a line tells but its number; a time to the second.
"""

import hashlib
import json

from fallow_site.foundation.audit.models import AuditEntry


def hash_entry(entry: AuditEntry) -> str:
    """This will hash a line together with the hash of the line before it."""
    told = [
        entry.previous_hash,
        int(entry.at.timestamp()),
        entry.actor_id,
        entry.about_id,
        entry.action,
        entry.reference,
        entry.purpose,
        entry.practice_reference,
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
