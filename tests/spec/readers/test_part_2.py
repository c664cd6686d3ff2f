"""42 CFR Part 2: being on such a calendar is itself a record, so its types are not kept.

Of a client's session remains that it was one, however the source said what kind. One's own work
keeps its kind: it is nobody's record, and without it a full week would read as a light one.
"""

import pytest
from tests.spec.readers.fhir.bundles import appointment, bundle, person, service
from tests.spec.readers.files import calendar, one, read

from fallow.workload.appointments import Kind, Modality
from fallow.workload.readers.reading import Reading

AT_NINE = "DTSTART:20260105T140000Z\nDTEND:20260105T145000Z\nSUMMARY:"
PEOPLE = (person("Practitioner/ada"), person("Patient/1"))
GROUP_ROWS = "\n".join(f"01/05/2026 09:00,C{n},Ada," for n in range(4))
SESSIONS = {
    "by its title": calendar(f"{AT_NINE}Telehealth intake"),
    "by its code": bundle(appointment(*PEOPLE, serviceType=service("90853", "Group"))),
    "by its client": bundle(appointment(*PEOPLE)),
    "by its company": f"Date of Service,Client,Clinician,Billing Code\n{GROUP_ROWS}\n",
}


def read_in_part_2_mode(content: str) -> Reading:
    return read(content, strip_types=True)


@pytest.mark.parametrize("content", SESSIONS.values(), ids=list(SESSIONS))
def test_of_a_session_remains_that_it_was_one(content: str) -> None:
    session = one(read_in_part_2_mode(content))

    assert (session.kind, session.label_ref) == (Kind.INDIVIDUAL, None)
    assert session.modality is Modality.UNKNOWN


def test_what_nobody_could_sort_is_not_asked_about() -> None:
    reading = read_in_part_2_mode(calendar(f"{AT_NINE}Methadone"))

    assert (one(reading).kind, one(reading).label_ref) == (Kind.UNKNOWN, None)
    assert reading.leftovers == ()


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Supervision", Kind.SUPERVISION), ("Notes", Kind.ADMINISTRATION), ("PTO", Kind.LEAVE)],
)
def test_ones_own_work_keeps_its_kind(title: str, kind: Kind) -> None:
    assert one(read_in_part_2_mode(calendar(AT_NINE + title))).kind is kind
