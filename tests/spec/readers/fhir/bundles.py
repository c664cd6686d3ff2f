"""FHIR R4 Appointments by hand: a Bundle or lines, one session at nine on 5 January 2026."""

import json
from typing import Any

from tests.spec.readers.files import read

from fallow.workload.readers.reading import Reading

Json = dict[str, Any]


def person(reference: str, *, role: str = "", status: str = "accepted") -> Json:
    told: Json = {"actor": {"reference": reference}, "status": status}
    return told | ({"type": [{"coding": [{"code": role}]}]} if role else {})


def appointment(*people: Json, **changes: Any) -> Json:
    told = {
        "resourceType": "Appointment",
        "id": "1",
        "status": "fulfilled",
        "start": "2026-01-05T09:00:00-05:00",
        "end": "2026-01-05T09:50:00-05:00",
        "participant": list(people),
    }
    return {name: value for name, value in (told | changes).items() if value is not None}


def bundle(*resources: Json, **more: Any) -> str:
    entries = [{"resource": resource} for resource in resources]
    return json.dumps({"resourceType": "Bundle", "type": "searchset", "entry": entries} | more)


def lines(*resources: Json) -> str:
    return "".join(json.dumps(resource) + "\n" for resource in resources)


def read_bundle(*resources: Json, **changes: Any) -> Reading:
    return read(bundle(*resources), **changes)


def service(code: str, display: str = "") -> list[Json]:
    return [{"coding": [{"code": code, "display": display}]}]
