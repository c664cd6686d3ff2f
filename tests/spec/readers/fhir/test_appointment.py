"""FHIR, one appointment: when it was, how it ended, what kind of work it was.

hl7.org/fhir/R4/appointment.html, and the habits of OpenEMR (formats.md §5, verified): no length is
given, and the end is built from the date of the start, which breaks overnight.
"""

import pytest
from tests.spec.readers.fhir.bundles import appointment, person, read_bundle, service
from tests.spec.readers.files import minutes, one, skipped, spans

from fallow.workload.appointments import Kind, Modality, Status

ADA = person("Practitioner/ada")


def test_a_session_is_read_at_its_moment() -> None:
    reading = read_bundle(appointment(ADA))

    assert spans(reading) == ["01-05 09:00 to 09:50"]
    assert not one(reading).zone_assumed
    assert not one(reading).end_inferred


def test_an_end_on_the_date_of_the_start_is_the_next_day_and_marked() -> None:
    night = appointment(ADA, start="2026-01-05T23:30:00-05:00", end="2026-01-05T00:30:00-05:00")

    reading = read_bundle(night)

    assert spans(reading) == ["01-05 23:30 to 01-06 00:30"]
    assert one(reading).end_inferred


def test_a_length_in_minutes_stands_for_an_end() -> None:
    reading = read_bundle(appointment(ADA, end=None, minutesDuration=45))

    assert minutes(one(reading)) == 45
    assert not one(reading).end_inferred


@pytest.mark.parametrize("length", [None, 0, -5, True, "45", 4.5, 10**30, [45]])
def test_without_an_end_or_a_length_a_session_is_assumed_and_marked(length: object) -> None:
    reading = read_bundle(appointment(ADA, end=None, minutesDuration=length))

    assert minutes(one(reading)) == 50
    assert one(reading).end_inferred


def test_an_end_without_a_zone_beside_a_start_with_one_says_nothing() -> None:
    reading = read_bundle(appointment(ADA, end="2026-01-05T16:00:00"))

    assert spans(reading) == ["01-05 09:00 to 09:50"]
    assert one(reading).end_inferred


def test_times_without_a_zone_are_in_the_practices_and_marked_so() -> None:
    reading = read_bundle(appointment(ADA, start="2026-01-05T09:00:00", end="2026-01-05T09:50:00"))

    assert spans(reading) == ["01-05 09:00 to 09:50"]
    assert one(reading).zone_assumed


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("proposed", Status.PROPOSED),  # OpenEMR's default: an ordinary booked appointment
        ("pending", Status.PENDING),
        ("booked", Status.BOOKED),
        ("arrived", Status.ARRIVED),
        ("checked-in", Status.CHECKED_IN),
        ("fulfilled", Status.FULFILLED),
        ("cancelled", Status.CANCELLED),
        ("noshow", Status.NO_SHOW),
        ("waitlist", Status.WAITLIST),
        ("rescheduled", Status.UNKNOWN),
        (["booked"], Status.UNKNOWN),
    ],
)
def test_a_status_is_read_by_its_code(told: object, status: Status) -> None:
    assert one(read_bundle(appointment(ADA, status=told))).status is status


def test_a_proposed_appointment_counts_as_work() -> None:
    assert one(read_bundle(appointment(ADA, status="proposed"))).has_happened_or_will


def test_what_was_entered_in_error_never_was() -> None:
    reading = read_bundle(appointment(ADA, status="entered-in-error"))

    assert reading.appointments == ()
    assert skipped(reading) == {"entered in error": 1}


def test_the_words_of_the_service_are_read_by_rules_and_say_how_it_was_held() -> None:
    """R4 has no field for video or phone."""
    booked = appointment(ADA, appointmentType=service("X", "Telehealth intake")[0])

    assert one(read_bundle(booked)).kind is Kind.INTAKE
    assert one(read_bundle(booked)).modality is Modality.VIDEO


def test_a_reason_for_coming_is_never_looked_at() -> None:
    reason = [{"coding": [{"code": "90853", "display": "Supervision"}], "text": "Supervision"}]

    told = appointment(ADA, reasonCode=reason, description="Supervision", comment="Supervision")

    assert one(read_bundle(told)).kind is Kind.UNKNOWN


@pytest.mark.parametrize("start", [None, "2026-01-05", "soon", 20260105, "0001-13-41T00:00:00Z"])
def test_without_a_start_it_is_counted_and_the_others_are_read(start: object) -> None:
    reading = read_bundle(appointment(ADA, start=start), appointment(ADA, id="2"))

    assert skipped(reading) == {"no start that could be read": 1}
    assert spans(reading) == ["01-05 09:00 to 09:50"]


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_a_date_at_the_edge_of_time_is_counted(year: str) -> None:
    reading = read_bundle(appointment(ADA, start=f"{year}-12-31T23:59:59-14:00", end=None))

    assert skipped(reading) == {"a date that no calendar reaches": 1}
