"""One FHIR R4 Appointment as entries, one for each clinician who takes part.

It knows hl7.org/fhir/R4/appointment.html and OpenEMR's habits (formats.md §5, verified). R4 has no
field for video or phone; only the words of the booked service can say it.
"""

from datetime import datetime, timedelta
from typing import Any

from fallow.workload.appointments import Status
from fallow.workload.readers.fhir.people import codes_of, list_of_objects, read_people
from fallow.workload.readers.gathering import Entry
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
_LONGEST_MINUTES = 24 * 60
_MOST_DISPLAYS = 2


def read_appointment(resource: dict[str, Any]) -> list[Entry]:
    """This will give an entry for each clinician, one where none is named, [] without a start."""
    starts_at = _moment(resource.get("start"))
    if starts_at is None:
        return []
    ends_at, length = _end(resource, starts_at), _length(resource)
    clinicians, clients = read_people(resource)
    codes, title = _service(resource)
    kinds = [KIND_BY_CODE[code] for code in codes if code in KIND_BY_CODE]
    identity = _text(resource.get("id")) or "\0".join((str(starts_at), str(ends_at), *clients))
    return [
        Entry(
            uid=f"{identity}\0{clinician}",
            starts_at=starts_at,
            ends_at=ends_at,
            length=length,
            title=title,
            client=clients[0] if len(clients) == 1 else "",
            clinician_key=clinician,
            kind=kinds[0] if kinds else None,
            with_client=bool(clients),
            status=_STATUS.get(_text(resource.get("status")), Status.UNKNOWN),
            group_size=max(1, len(clients)),
        )
        for clinician in clinicians or [""]
    ]


def _end(resource: dict[str, Any], starts_at: datetime) -> datetime | None:
    """An end without a zone beside a start with one, or the other way, cannot be placed."""
    ends_at = _moment(resource.get("end"))
    if ends_at is None or (ends_at.tzinfo is None) != (starts_at.tzinfo is None):
        return None
    return ends_at


def _length(resource: dict[str, Any]) -> timedelta | None:
    minutes = resource.get("minutesDuration")
    if type(minutes) is not int or not 0 < minutes <= _LONGEST_MINUTES:
        return None
    return timedelta(minutes=minutes)


def _moment(text: Any) -> datetime | None:
    if not isinstance(text, str) or len(text) < len("2026-01-01T00:00"):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _service(resource: dict[str, Any]) -> tuple[list[str], str]:
    """The codes and the display names of what was booked; free text is never looked at."""
    concepts = [*list_of_objects(resource.get("serviceType")), resource.get("appointmentType")]
    codes = [code for concept in concepts for code in codes_of(concept)]
    displays = [
        coding["display"]
        for concept in concepts
        if isinstance(concept, dict)
        for coding in list_of_objects(concept.get("coding"))
        if isinstance(coding.get("display"), str)
    ]
    return codes, " ".join(displays[:_MOST_DISPLAYS])


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
