"""An appointment as JSON and back, for one's own practice appointments on their way to the device.

It knows the fields of `Appointment` by name; there is no text among them.
"""

from dataclasses import fields
from datetime import datetime
from typing import Any

from fallow.base.errors import ValueRefused, call_or_refuse
from fallow.workload.appointments import (
    Appointment,
    Kind,
    KindFrom,
    Modality,
    NoteState,
    Status,
)

_NAMES = tuple(field.name for field in fields(Appointment))
_TIMES = frozenset({"starts_at", "ends_at", "note_written_at"})
_WORDS: dict[str, Any] = {
    "kind": Kind,
    "kind_from": KindFrom,
    "status": Status,
    "modality": Modality,
    "note_state": NoteState,
}


def write_appointment(appointment: Appointment) -> dict[str, Any]:
    """This will give every field by its name, times in ISO 8601 with their offset."""
    return {name: _plain(getattr(appointment, name)) for name in _NAMES}


def read_appointment(record: dict[str, Any]) -> Appointment:
    """This will read what `write_appointment` wrote, or raise ValueRefused."""
    refusal = (
        "One of the practice's appointments could not be read.",
        "Load the page again; if it stays so, tell the person who runs Fallow here.",
    )
    return call_or_refuse(
        lambda: Appointment(**{n: _read(n, record[n]) for n in _NAMES if n in record}),
        ValueRefused(*refusal),
        causes=(KeyError, TypeError, ValueError),
    )


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _read(name: str, value: Any) -> Any:
    if name in _TIMES and value is not None:
        return datetime.fromisoformat(value)
    return _WORDS[name](value) if name in _WORDS else value
