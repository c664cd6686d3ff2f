"""FHIR, people: who treats is kept as the source names them; clients become one hash or none.

A provider without an NPI comes from OpenEMR as `Person` (formats.md §5, verified): a reader that
looks for `Practitioner` alone reports no work for those who are still in training.
"""

import pytest
from tests.spec.readers.fhir.bundles import appointment, person, read_bundle, service
from tests.spec.readers.files import one

from fallow.workload.appointments import Kind

ADA, INTERN = person("Practitioner/ada"), person("Person/7", role="PPRF")
CLIENTS = [person(f"Patient/{number}", role="PART") for number in (1, 2, 3)]


def test_an_intern_without_an_npi_is_a_clinician() -> None:
    reading = read_bundle(appointment(INTERN, CLIENTS[0]))

    assert one(reading).clinician_key == "Person/7"


@pytest.mark.parametrize(
    "reference",
    [
        "Practitioner/ada",
        "https://ehr.example.org/fhir/Practitioner/ada",
        "Practitioner/ada/_history/3",
    ],
)
def test_a_clinician_is_one_however_the_reference_is_written(reference: str) -> None:
    assert one(read_bundle(appointment(person(reference)))).clinician_key == "Practitioner/ada"


def test_two_clinicians_in_one_session_have_an_appointment_each() -> None:
    reading = read_bundle(appointment(ADA, INTERN, *CLIENTS))

    assert reading.report.clinician_keys == ("Person/7", "Practitioner/ada")
    assert [a.group_size for a in reading.appointments] == [3, 3]
    assert len({a.identity for a in reading.appointments}) == 2


def test_a_clinician_who_declined_takes_no_part() -> None:
    reading = read_bundle(appointment(ADA, person("Practitioner/petra", status="declined")))

    assert reading.report.clinician_keys == ("Practitioner/ada",)


def test_a_person_who_is_the_client_is_no_clinician() -> None:
    reading = read_bundle(appointment(ADA, person("Person/9", role="PART")))

    assert reading.report.clinician_keys == ("Practitioner/ada",)


def test_places_and_relatives_are_nobody() -> None:
    others = [person("Location/1", role="LOC"), person("RelatedPerson/4"), person("Device/2")]

    reading = read_bundle(appointment(ADA, *others))

    assert one(reading).clinician_key == "Practitioner/ada"
    assert one(reading).client_ref is None


def test_an_appointment_without_a_clinician_is_kept_for_nobody() -> None:
    assert one(read_bundle(appointment(CLIENTS[0]))).clinician_key == ""


@pytest.mark.parametrize(
    ("clients", "kind"),
    [(0, Kind.UNKNOWN), (1, Kind.INDIVIDUAL), (2, Kind.COUPLE_FAMILY), (3, Kind.GROUP)],
)
def test_without_a_code_the_number_of_clients_tells_the_kind(clients: int, kind: Kind) -> None:
    reading = read_bundle(appointment(ADA, *CLIENTS[:clients]))

    assert one(reading).kind is kind
    assert one(reading).group_size == max(1, clients)
    assert (one(reading).client_ref is None) == (clients != 1)


def test_the_code_of_the_service_tells_it_first() -> None:
    reading = read_bundle(appointment(ADA, *CLIENTS[:1], serviceType=service("90847")))

    assert one(reading).kind is Kind.COUPLE_FAMILY


def test_the_same_client_has_the_same_hash_with_every_clinician() -> None:
    reading = read_bundle(appointment(ADA, INTERN, CLIENTS[0]))

    assert len({a.client_ref for a in reading.appointments}) == 1
