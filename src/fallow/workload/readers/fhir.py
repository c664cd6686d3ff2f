"""FHIR R4 Appointment, as a Bundle or as NDJSON: when, who treats, how it ended.

It reads named fields only. A provider without an NPI comes from OpenEMR as `Person`, and an end
built from the start's date breaks overnight (formats.md §5, verified); both are read as meant.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, BinaryIO

from fallow.workload.appointments import Kind, Status
from fallow.workload.readers.gathering import Entry, Gathering
from fallow.workload.readers.limits import (
    MOST_COMPONENTS,
    MOST_DEPTH,
    is_empty,
    not_readable,
    too_large,
)
from fallow.workload.readers.reading import Reading, ReadingPlan
from fallow.workload.readers.text import as_stream, read_lines, read_whole
from fallow.workload.sorting.sort import KIND_BY_CODE

_STATUS = {
    "proposed": Status.PROPOSED,
    "pending": Status.PENDING,
    "booked": Status.BOOKED,
    "arrived": Status.ARRIVED,
    "checked-in": Status.CHECKED_IN,
    "fulfilled": Status.FULFILLED,
    "cancelled": Status.CANCELLED,
    "noshow": Status.NO_SHOW,
    "waitlist": Status.WAITLIST,
}
_CLINICIAN = re.compile(r"(?:^|/)((?:Practitioner|PractitionerRole|Person)/[A-Za-z0-9.\-]{1,64})$")
_CLIENT = re.compile(r"(?:^|/)(Patient/[A-Za-z0-9.\-]{1,64})$")
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"')
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_LONGEST_NIGHT = timedelta(hours=14)
_READ = {"resourceType", "id", "status", "start", "end", "participant", "serviceType"}
_READ |= {"appointmentType", "minutesDuration", "meta"}


def read_fhir(source: bytes | BinaryIO, plan: ReadingPlan, *, lines: bool) -> Reading:
    """This will read a Bundle, or NDJSON line by line, or raise FileRefused."""
    gathering = Gathering(plan, "FHIR")
    stream = as_stream(source)
    for resource in _from_lines(stream) if lines else _from_bundle(stream):
        gathering.rows_read += 1
        _keep(resource, gathering)
    return gathering.reading()


def _from_bundle(stream: BinaryIO) -> Iterator[Any]:
    bundle = _parse(read_whole(stream))
    if not isinstance(bundle, dict):
        raise not_readable("a FHIR Bundle")
    if bundle.get("resourceType") == "Appointment":
        yield bundle
        return
    entries = bundle.get("entry", [])
    if bundle.get("resourceType") != "Bundle" or not isinstance(entries, list):
        raise not_readable("a FHIR Bundle")
    if len(entries) > MOST_COMPONENTS:
        raise too_large(f"more than {MOST_COMPONENTS:,} entries")
    yield from (entry.get("resource") for entry in entries if isinstance(entry, dict))


def _from_lines(stream: BinaryIO) -> Iterator[Any]:
    found = False
    for line in read_lines(stream, what="FHIR"):
        if line.strip():
            found = True
            yield _parse(line.encode())
    if not found:
        raise is_empty()


def _parse(content: bytes) -> Any:
    depth = deepest = 0
    for bracket in _STRING.sub(b"", content).translate(None, _NOT_BRACKETS):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
    if deepest > MOST_DEPTH:
        raise not_readable("FHIR: it is nested too deeply")
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise not_readable("FHIR") from error


def _keep(resource: Any, gathering: Gathering) -> None:
    if not isinstance(resource, dict) or resource.get("resourceType") != "Appointment":
        gathering.skip("not an appointment")
        return
    gathering.drop(str(name)[:40] for name in resource if name not in _READ)
    if resource.get("status") == "entered-in-error":
        gathering.skip("entered in error")
        return
    span = _span(resource)
    if span is None:
        gathering.skip("no start that could be read")
        return
    clinicians, clients = _people(resource)
    for clinician in clinicians or [""]:
        gathering.keep(_entry(resource, span, clinician, clients))


Span = tuple[datetime, datetime | None, bool]


def _span(resource: dict[str, Any]) -> Span | None:
    starts_at, ends_at = _moment(resource.get("start")), _moment(resource.get("end"))
    if starts_at is None:
        return None
    minutes = resource.get("minutesDuration")
    if ends_at is None and isinstance(minutes, int) and 0 < minutes <= 24 * 60:
        return starts_at, starts_at + timedelta(minutes=minutes), False
    if ends_at is not None and (ends_at.tzinfo is None) != (starts_at.tzinfo is None):
        return starts_at, None, True
    if ends_at is not None and ends_at < starts_at:
        next_day = ends_at + timedelta(days=1)
        if next_day - starts_at <= _LONGEST_NIGHT:
            return starts_at, next_day, True
    return starts_at, ends_at, False


def _moment(text: Any) -> datetime | None:
    if not isinstance(text, str) or len(text) < len("2026-01-01T00:00"):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _people(resource: dict[str, Any]) -> tuple[list[str], list[str]]:
    participants = resource.get("participant")
    clinicians: list[str] = []
    clients: list[str] = []
    for participant in participants if isinstance(participants, list) else []:
        reference = _reference(participant)
        clinician, client = _CLINICIAN.search(reference), _CLIENT.search(reference)
        if clinician and clinician[1] not in clinicians:
            clinicians.append(clinician[1])
        if client:
            clients.append(client[1])
    return clinicians, clients


def _reference(participant: Any) -> str:
    actor = participant.get("actor") if isinstance(participant, dict) else None
    reference = actor.get("reference") if isinstance(actor, dict) else None
    return reference if isinstance(reference, str) else ""


def _entry(resource: dict[str, Any], span: Span, clinician: str, clients: list[str]) -> Entry:
    codes, title = _service(resource)
    kinds = [KIND_BY_CODE[code] for code in codes if code in KIND_BY_CODE]
    weak = None
    if clients:
        weak = Kind.GROUP if len(set(clients)) > 2 else Kind.INDIVIDUAL
    return Entry(
        uid=f"{resource.get('id') or span[0].isoformat()}\0{clinician}",
        starts_at=span[0],
        ends_at=span[1],
        end_inferred=span[2],
        title=title,
        client=clients[0] if len(clients) == 1 else "",
        clinician_key=clinician,
        field_kind=kinds[0] if kinds else None,
        weak_kind=weak,
        status=_STATUS.get(str(resource.get("status")), Status.UNKNOWN),
        group_size=max(1, len(set(clients))),
    )


def _service(resource: dict[str, Any]) -> tuple[list[str], str]:
    """The codes and the display name of what was booked; free text is never looked at."""
    services = resource.get("serviceType")
    concepts = [*(services if isinstance(services, list) else []), resource.get("appointmentType")]
    codings = [
        coding
        for concept in concepts
        if isinstance(concept, dict) and isinstance(concept.get("coding"), list)
        for coding in concept["coding"]
        if isinstance(coding, dict)
    ]
    displays = [str(coding["display"]) for coding in codings if coding.get("display")]
    return [str(coding.get("code", "")) for coding in codings], " ".join(displays[:2])
