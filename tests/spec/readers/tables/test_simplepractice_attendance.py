"""SimplePractice, the client attendance list (formats.md §3, secondary).

Its first row is a summary; it gives neither code nor end; a session of several has a row for each.
"""

import pytest
from tests.spec.readers.files import minutes, one, read, skipped, spans

from fallow.workload.appointments import Kind, Status
from fallow.workload.readers.reading import Reading

HEADER = "client_name,clinician_name,date_of_service,office_name,status"
SUMMARY = "12 clients,3 clinicians,40 appointments,,"


def read_list(*rows: str) -> Reading:
    return read("\n".join([HEADER, SUMMARY, *rows, ""]))


def test_the_summary_row_is_counted_and_is_no_appointment() -> None:
    reading = read_list("Jane,Ada,01/05/2026 9:00 AM,Main,Show")

    assert spans(reading) == ["01-05 09:00 to 09:50"]
    assert skipped(reading) == {"no date and time in it (a summary row, or a date alone)": 1}


@pytest.mark.parametrize("written", ["01/05/2026 21:00", "01/05/2026 9:00 PM", "2026-01-05 21:00"])
def test_a_date_is_read_as_the_list_writes_it(written: str) -> None:
    assert spans(read_list(f"Jane,Ada,{written},Main,Show")) == ["01-05 21:00 to 21:50"]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Show", Status.FULFILLED),
        ("No Show", Status.NO_SHOW),
        ("Canceled", Status.CANCELLED),
        ("Late Canceled", Status.CANCELLED),
        ("Clinician Canceled", Status.CANCELLED),
        ("", Status.UNKNOWN),
    ],
)
def test_how_it_ended_is_told_by_a_word(told: str, status: Status) -> None:
    assert one(read_list(f"Jane,Ada,01/05/2026 9:00 AM,Main,{told}")).status is status


def test_a_session_has_no_length_so_one_is_assumed_and_marked() -> None:
    session = one(read_list("Jane,Ada,01/05/2026 9:00 AM,Main,Show"))

    assert (minutes(session), session.end_inferred, session.kind) == (50, True, Kind.INDIVIDUAL)


def test_a_session_took_place_if_anyone_came_and_holds_those_who_did() -> None:
    """Jane cancelled and Joe took her hour."""
    rows = [
        f"{who},Ada,01/05/2026 9:00 AM,Main,{how}"
        for who, how in (("Jane", "Canceled"), ("Joe", "Show"))
    ]

    session = one(read_list(*rows))

    assert (session.status, session.group_size) == (Status.FULFILLED, 1)
    assert session.client_ref == one(read_list(rows[1])).client_ref


@pytest.mark.parametrize(("people", "kind"), [(2, Kind.COUPLE_FAMILY), (5, Kind.GROUP)])
def test_without_a_code_the_number_of_those_who_came_tells_the_kind(
    people: int, kind: Kind
) -> None:
    rows = [f"Client {n},Ada,01/05/2026 9:00 AM,Main,Show" for n in range(people)]

    assert (one(read_list(*rows)).kind, one(read_list(*rows)).group_size) == (kind, people)


def test_a_group_to_which_nobody_came_did_not_take_place() -> None:
    rows = [f"Client {n},Ada,01/05/2026 9:00 AM,Main,No Show" for n in range(3)]

    assert one(read_list(*rows)).status is Status.NO_SHOW
