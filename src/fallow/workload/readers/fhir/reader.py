"""From the bytes of a Bundle or of NDJSON to appointments.

It knows how FHIR files are laid out; one Appointment is read in `appointment`. NDJSON streams.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from fallow.workload.readers.fhir.appointment import read_appointment
from fallow.workload.readers.fhir.parsing import Parser
from fallow.workload.readers.gathering import Gathering
from fallow.workload.readers.limits import (
    MOST_COMPONENTS,
    MOST_UNREAD,
    holds_nothing,
    is_empty,
    not_readable,
    too_large,
)
from fallow.workload.readers.reading import Reading, ReadingPlan
from fallow.workload.readers.text import as_stream, read_lines, read_whole


def read_fhir(source: bytes | BinaryIO, plan: ReadingPlan, *, lines: bool) -> Reading:
    """This will read a Bundle, or NDJSON line by line, or raise FileRefused."""
    gathering, parser, stream = Gathering(plan, "FHIR"), Parser(), as_stream(source)
    resources = _from_lines(stream, parser) if lines else _from_bundle(stream, parser, gathering)
    for resource in resources:
        gathering.count_row()
        _keep(resource, gathering)
    gathering.drop(parser.dropped)
    return gathering.reading()


def _from_bundle(stream: BinaryIO, parser: Parser, gathering: Gathering) -> Iterator[Any]:
    bundle = parser.parse(read_whole(stream))
    if isinstance(bundle, dict) and bundle.get("resourceType") == "Appointment":
        yield bundle
        return
    entries = bundle.get("entry", []) if isinstance(bundle, dict) else None
    if not isinstance(entries, list) or bundle.get("resourceType") != "Bundle":
        raise not_readable("a FHIR Bundle")
    if len(entries) > MOST_COMPONENTS:
        raise too_large(f"more than {MOST_COMPONENTS:,} entries")
    total = bundle.get("total")
    if type(total) is int and total > len(entries):
        gathering.note("on further pages of the server", count=total - len(entries))
    yield from (entry.get("resource") if isinstance(entry, dict) else None for entry in entries)


def _from_lines(stream: BinaryIO, parser: Parser) -> Iterator[Any]:
    found, blank = False, 0
    for line in read_lines(stream):
        if line.strip():
            found = True
            yield parser.parse(line.encode())
        elif (blank := blank + 1) > MOST_UNREAD:
            raise holds_nothing()
    if not found:
        raise is_empty()


def _keep(resource: Any, gathering: Gathering) -> None:
    if not isinstance(resource, dict) or resource.get("resourceType") != "Appointment":
        gathering.skip("not an appointment")
        return
    if resource.get("status") == "entered-in-error":
        gathering.skip("entered in error")
        return
    entries = read_appointment(resource)
    if not entries:
        gathering.skip("no start that could be read")
    for entry in entries:
        gathering.keep(entry)
