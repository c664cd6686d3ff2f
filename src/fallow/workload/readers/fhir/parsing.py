"""JSON into values, with limits on its size and depth, and only the names that may be read.

It knows names of fields. Every other field is dropped while the text is parsed.
"""

import json
import re
from typing import Any

from fallow.base.errors import call_or_refuse
from fallow.workload.readers.limits import (
    MOST_DEPTH,
    not_readable,
    not_utf8,
    too_large,
)

READ = frozenset(
    {
        "resourceType",
        "id",
        "status",
        "start",
        "end",
        "participant",
        "serviceType",
        "appointmentType",
        "minutesDuration",
    }
)
"""Fields of an Appointment that are read."""
KNOWN = frozenset(
    {
        "meta",
        "implicitRules",
        "language",
        "text",
        "contained",
        "extension",
        "modifierExtension",
        "identifier",
        "cancelationReason",
        "serviceCategory",
        "specialty",
        "reasonCode",
        "reasonReference",
        "priority",
        "description",
        "supportingInformation",
        "slot",
        "created",
        "comment",
        "patientInstruction",
        "basedOn",
        "requestedPeriod",
    }
)
"""Fields of an Appointment that are dropped (hl7.org/fhir/R4/appointment.html)."""
_INNER = frozenset(
    {"entry", "resource", "total", "actor", "type", "reference", "coding", "code", "display"}
)
_ELSE = "fields that FHIR does not name"
_MOST_PARTS = 1_500_000  # objects, lists and values of one text: what 20 MB of appointments hold
_MOST_QUOTES = 4 * _MOST_PARTS
_STRING = re.compile(rb'"[^"]*"')
_NOT_SHAPE = bytes(set(range(256)) - set(b'[]{}"'))


class Parser:
    """This will parse texts, and hold the names of what it dropped from Appointments."""

    def __init__(self) -> None:
        self.dropped: set[str] = set()

    def parse(self, content: bytes) -> Any:
        """This will give the values of one JSON text, or raise FileRefused."""
        _check_shape(content)
        text = call_or_refuse(content.decode, not_utf8(), causes=(UnicodeDecodeError,))
        return call_or_refuse(
            lambda: json.loads(text, object_pairs_hook=self._keep),
            not_readable("FHIR"),
            causes=(ValueError, RecursionError),
        )

    def _keep(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        kept = {name: value for name, value in pairs if name in READ or name in _INNER}
        if kept.get("resourceType") == "Appointment":
            others = {name for name, _ in pairs if name not in READ}
            self.dropped |= others & KNOWN
            self.dropped |= {_ELSE} if others - KNOWN else set()
        return kept


def _check_shape(content: bytes) -> None:
    """Refuses before parsing what would fill the memory or the stack."""
    parts = sum(content.count(sign) for sign in (b"{", b"[", b","))
    if parts > _MOST_PARTS or content.count(b'"') > _MOST_QUOTES:
        raise too_large("more parts than a year of appointments has")
    unescaped = content.replace(b"\\\\", b"").replace(b'\\"', b"")
    brackets = _STRING.sub(b"", unescaped.translate(None, _NOT_SHAPE))
    for _ in range(MOST_DEPTH):
        if not brackets:
            return
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    if brackets:
        raise not_readable("FHIR: it is cut off, or nested too deeply")
