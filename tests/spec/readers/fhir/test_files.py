"""FHIR, files: a Bundle is read whole, NDJSON line by line; both say what they could not see."""

import json

from tests.spec.readers.fhir.bundles import appointment, bundle, lines, person, read_bundle
from tests.spec.readers.files import one, read, refuse, skipped

ADA = person("Practitioner/ada")


def test_a_bundle_may_be_written_on_many_lines() -> None:
    pretty = json.dumps(json.loads(bundle(appointment(ADA))), indent=2)

    assert read(pretty).report.rows_used == 1


def test_lines_are_known_by_their_shape_or_by_their_name() -> None:
    told = lines(appointment(ADA), appointment(ADA, id="2"))

    assert read(told).report.rows_used == 2
    assert read(told.split("\n")[0], name="export.ndjson").report.rows_used == 1


def test_lines_may_begin_with_something_else_than_an_appointment() -> None:
    reading = read(lines({"resourceType": "Patient", "id": "1"}, appointment(ADA)))

    assert reading.report.rows_used == 1
    assert skipped(reading) == {"not an appointment": 1}


def test_an_appointment_alone_is_a_file_too() -> None:
    assert read(json.dumps(appointment(ADA))).report.rows_used == 1


def test_an_empty_success_is_no_appointment_and_no_days() -> None:
    """An empty 200 is lost coverage, never a light week (formats.md §9)."""
    reading = read_bundle()

    assert (reading.appointments, reading.report.first_date) == ((), None)


def test_pages_that_are_not_in_the_file_are_counted() -> None:
    reading = read(bundle(appointment(ADA), total=40))

    assert skipped(reading) == {"on further pages of the server": 39}


def test_the_same_id_again_takes_the_place_of_the_first() -> None:
    reading = read_bundle(appointment(ADA, status="booked"), appointment(ADA, status="cancelled"))

    assert one(reading).status == "cancelled"
    assert skipped(reading) == {"told more than once": 1}


def test_appointments_without_an_id_are_known_by_their_time_and_clinician() -> None:
    later = "2026-01-05T10:00:00-05:00"
    reading = read_bundle(
        appointment(ADA, id=None), appointment(ADA, id=None, start=later, end=None)
    )

    assert len({a.uid for a in reading.appointments}) == 2


def test_what_was_dropped_is_named_by_the_names_of_fhir_alone() -> None:
    told = appointment(ADA, comment="x", Jane="x", reasonCode=[])

    assert read_bundle(told).report.dropped == (
        "comment",
        "fields that FHIR does not name",
        "reasonCode",
    )


def test_another_kind_of_json_is_refused() -> None:
    """Cliniko, for one, answers in a shape of its own (formats.md §6)."""
    assert "FHIR Bundle" in refuse('{"individual_appointments": [], "total_entries": 0}').happened


def test_a_line_that_is_cut_off_refuses_the_whole_file() -> None:
    """A download that broke off would read as a light week."""
    told = lines(appointment(ADA), appointment(ADA, id="2"))

    assert "FHIR" in refuse(told[:-30]).happened
