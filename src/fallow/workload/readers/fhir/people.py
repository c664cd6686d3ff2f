"""Who takes part in an appointment: which references are clinicians, and how many clients.

It knows formats.md §5 (verified): a provider without an NPI comes from OpenEMR as `Person`, and a
reader that asks for `Practitioner` alone reports no work for those who are still in training.
"""

import re
from typing import Any

_CLINICIAN = re.compile(r"(?:^|/)((?:Practitioner|PractitionerRole|Person)/[A-Za-z0-9.\-]{1,64})$")
_CLIENT = re.compile(r"(?:^|/)(Patient/[A-Za-z0-9.\-]{1,64})$")
_VERSION = re.compile(r"/_history/[^/]*$")
_CLIENT_ROLE = "PART"  # OpenEMR's code for the client, whoever the reference names


def read_people(resource: dict[str, Any]) -> tuple[list[str], list[str]]:
    """This will give the references of clinicians who take part, and of clients, each once."""
    clinicians: dict[str, None] = {}
    clients: dict[str, None] = {}
    for participant in list_of_objects(resource.get("participant")):
        reference = _reference(participant)
        clinician, client = _CLINICIAN.search(reference), _CLIENT.search(reference)
        if client:
            clients[client[1]] = None
        elif clinician and _treats(participant):
            clinicians[clinician[1]] = None
    return list(clinicians), list(clients)


def _treats(participant: dict[str, Any]) -> bool:
    """Not one who declined, and not one who takes part as the client."""
    codes = {
        code for concept in list_of_objects(participant.get("type")) for code in codes_of(concept)
    }
    return participant.get("status") != "declined" and _CLIENT_ROLE not in codes


def _reference(participant: dict[str, Any]) -> str:
    actor = participant.get("actor")
    reference = actor.get("reference") if isinstance(actor, dict) else None
    return _VERSION.sub("", reference) if isinstance(reference, str) else ""


def codes_of(concept: Any) -> list[str]:
    """This will give the codes of a CodeableConcept."""
    codings = list_of_objects(concept.get("coding")) if isinstance(concept, dict) else []
    return [coding["code"] for coding in codings if isinstance(coding.get("code"), str)]


def list_of_objects(value: Any) -> list[dict[str, Any]]:
    """This will give the objects in a JSON list, and none where it is something else."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
