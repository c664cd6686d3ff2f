"""FHIR files that are not what they claim, or claim too much: each made when it is asked for."""

import json
from typing import Any

from tests.spec.readers.fhir.bundles import appointment, bundle, lines, person
from tests.spec.readers.hostile.calendars import Make

ADA = person("Practitioner/ada")
_BUNDLE = b'{"resourceType": "Bundle", "entry": ['
_ANYONE = b'{"actor": {"reference": "Practitioner/%d"}}'


def _within(inside: bytes) -> bytes:
    return _BUNDLE + inside + b"]}"


def _crowd(count: int) -> bytes:
    people = b",".join(_ANYONE % number for number in range(count))
    start = b'{"resource": {"resourceType": "Appointment", "start": "2026-01-05T09:00:00Z", '
    return _within(start + b'"participant": [' + people + b"]}}")


def _changed(**changes: Any) -> bytes:
    return bundle(appointment(ADA, **changes), appointment(ADA, id="sound")).encode()


RESOURCES: dict[str, tuple[Make, str]] = {
    "cut off": (lambda: _changed()[:-40], "cut off, or nested"),
    "not JSON": (lambda: b"{not JSON}", "read as FHIR"),
    "nested lists": (lambda: b"[" * 1_000_000, "cut off, or nested"),
    "nested objects": (lambda: b'{"a":' * 3_000_000 + b"1" + b"}" * 3_000_000, "larger than"),
    "nested a little too deep": (lambda: b"[" * 100 + b"]" * 100, "nested too deeply"),
    "brackets in a text": (lambda: _changed(id="[{" * 500_000), "read 2"),
    "backslashes": (lambda: _changed(comment="\\" * 9_000_000), "read 2"),
    "empty lists": (lambda: _within(b"[]," * 6_000_000 + b"[]"), "larger than"),
    "numbers": (lambda: _within(b"999," * 4_000_000 + b"9"), "larger than"),
    "too many entries": (lambda: _within(b"{}," * 20_001 + b"{}"), "more than 20,000 entries"),
    "a crowd": (lambda: _crowd(20_000), "read 20000"),
    "more than 20 MB": (lambda: _within(b" " * 20_000_000), "more than 20 MB"),
    "NaN": (lambda: _changed().replace(b'"2026-01-05T09:50:00-05:00"', b"NaN"), "read 2"),
    "a huge number": (
        lambda: _changed(minutesDuration=77).replace(b"77", b"9" * 5_000),
        "read as FHIR",
    ),
    "a huge power": (lambda: _changed(minutesDuration=77).replace(b"77", b"1e999"), "read 2"),
    "one id for all": (lambda: bundle(*[appointment(ADA)] * 5_000).encode(), "read 1"),
    "a contained circle": (
        lambda: _changed(contained=[appointment(person("#1"))], basedOn=[{"reference": "#1"}]),
        "read 2",
    ),
    "half a character": (lambda: _changed(id="\ud800"), "read 2"),
    "every field a list": (
        lambda: json.dumps({n: [n] for n in ("resourceType", "entry")}).encode(),
        "FHIR Bundle",
    ),
    "another encoding": (
        lambda: _changed(comment="Zoë").replace(b"\\u00eb", b"\xeb"),
        "not saved as UTF-8",
    ),
    "UTF-16": (lambda: _changed().decode().encode("utf-16"), "not saved as UTF-8"),
    "the ends of time": (lambda: _changed(start="0001-01-01T00:00:00+14:00"), "read 1"),
    "lines without end": (
        lambda: lines(*[appointment(ADA)] * 2).encode() + b"\n" * 30_000_000,
        "hold nothing",
    ),
    "lines of something else": (lambda: b"{}\n" * 3_000_000, "hold nothing"),
    "a giant line": (
        lambda: lines(appointment(ADA)).encode() + b'{"a":"' + b"x" * 5_000_000,
        "single line",
    ),
    "NUL bytes": (
        lambda: lines(appointment(ADA), appointment(ADA)).encode() + b"\0\n",
        "table of text",
    ),
}
"""Name → (the file, what Fallow answers: words of the refusal, or how many appointments)."""
