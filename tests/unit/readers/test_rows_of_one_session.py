"""Rows of one session are joined to the same session in every order."""

from itertools import permutations

import pytest
from tests.spec.readers.files import one, read

from fallow.workload.appointments import Kind, NoteState, Status

ATTENDANCE = "client_name,clinician_name,date_of_service,office_name,status"
REPORT = "Date of Service,Client,Clinician,Billing Code,Progress Note Status"


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (
            ATTENDANCE,
            [
                "Jane,Ada,01/05/2026 09:00,,Show",
                "Joe,Ada,01/05/2026 09:00,,No Show",
                ",Ada,01/05/2026 09:00,,Canceled",
                "Jane,Ada,01/05/2026 09:00,,Canceled",
            ],
        ),
        (
            REPORT,
            [
                "01/05/2026 09:00,Jane,Ada,90853,LOCKED",
                "01/05/2026 09:00,Joe,Ada,90853,",
                "01/05/2026 09:00,,Ada,90853,OPEN",
            ],
        ),
        (REPORT, [f"01/05/2026 09:00,{who},Ada,,LOCKED" for who in ("Jane", "", "Jim")]),
    ],
)
def test_the_order_of_rows_does_not_matter(header: str, rows: list[str]) -> None:
    readings = {repr(one(read("\n".join([header, *order])))) for order in permutations(rows)}

    assert len(readings) == 1


def test_who_came_is_counted_and_any_open_note_waits() -> None:
    rows = [
        "01/05/2026 09:00,Jane,Ada,,LOCKED,Show",
        "01/05/2026 09:00,Joe,Ada,,OPEN,Show",
    ]
    session = one(read("\n".join([f"{REPORT},Status", *rows])))

    assert (session.group_size, session.note_state) == (2, NoteState.OPEN)
    assert session.kind is Kind.COUPLE_FAMILY


def test_someone_who_cancelled_and_then_came_came() -> None:
    rows = [f"Jane,Ada,01/05/2026 09:00,,{how}" for how in ("Canceled", "Show")]

    assert one(read("\n".join([ATTENDANCE, *rows]))).status is Status.FULFILLED
