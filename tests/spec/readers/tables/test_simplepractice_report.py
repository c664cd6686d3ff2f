"""SimplePractice, the appointment-status report (formats.md §3, secondary).

It gives no end and no zone, repeats the names of its columns, and writes a group as one row per
client. Names, insurance and money are never looked at.
"""

import pytest
from tests.spec.readers.files import minutes, one, read, spans

from fallow.workload.appointments import Kind, NoteState
from fallow.workload.readers.reading import Reading

HEADER = (
    "Date of Service,Client,Clinician,Billing Code,Primary Insurance,Secondary Insurance,"
    "Rate per Unit,Units,Total Fee,Progress Note Status,Client Payment Status,Charge,Uninvoiced,"
    "Paid,Unpaid,Insurance Payment Status,Charge,Paid,Write Off,Unpaid"
)
SHORTER = (
    "Date of Service,Client,Clinician,Billing Code,Rate Per Unit,Units,Total Fee,"
    "Client Payment Status,Charge,Uninvoiced,Paid,Unpaid"
)


def row(start: str, client: str = "Jane", code: str = "90834", note: str = "LOCKED") -> str:
    return f"{start},{client},Ada,{code},Acme,,150,1,150,{note},PAID,150,0,150,0,PAID,0,0,0,0"


def read_report(*rows: str, **changes: object) -> Reading:
    return read("\n".join([HEADER, *rows, ""]), **changes)


def test_a_date_has_the_month_first_and_is_in_the_practices_zone() -> None:
    reading = read_report(row("01/05/2026 09:00"))

    assert spans(reading) == ["01-05 09:00 to 09:45"]
    assert (reading.report.zones_assumed, reading.report.format) == (1, "SimplePractice")


@pytest.mark.parametrize(
    ("code", "length", "kind"),
    [
        ("90832", 30, Kind.INDIVIDUAL),
        ("90834", 45, Kind.INDIVIDUAL),
        ("90837", 60, Kind.INDIVIDUAL),
        ("90791", 50, Kind.INTAKE),
        ("90847", 50, Kind.COUPLE_FAMILY),
        ("90853", 50, Kind.GROUP),
        ("90839", 50, Kind.CRISIS),
        ("90837-95", 60, Kind.INDIVIDUAL),  # with a modifier
        ("", 50, Kind.INDIVIDUAL),  # a client is named, so it is a session
    ],
)
def test_the_billing_code_tells_kind_and_length_and_the_length_is_marked(
    code: str, length: int, kind: Kind
) -> None:
    appointment = one(read_report(row("01/05/2026 09:00", code=code)))

    assert (minutes(appointment), appointment.kind) == (length, kind)
    assert appointment.end_inferred


def test_a_practice_may_say_how_long_its_codes_are() -> None:
    reading = read_report(row("01/05/2026 09:00", code="90847"), minutes_by_code=(("90847", 80),))

    assert minutes(one(reading)) == 80


@pytest.mark.parametrize(
    ("note", "state"),
    [
        ("LOCKED", NoteState.LOCKED),
        ("Locked", NoteState.LOCKED),
        ("UNLOCKED", NoteState.OPEN),
        ("NO NOTE", NoteState.OPEN),
        ("", NoteState.UNKNOWN),
    ],
)
def test_a_note_is_locked_open_or_not_known(note: str, state: NoteState) -> None:
    assert one(read_report(row("01/05/2026 09:00", note=note))).note_state is state


def test_the_columns_of_one_name_are_told_apart_by_their_place() -> None:
    """`Charge`, `Paid` and `Unpaid` stand twice; by name the last one would win."""
    assert one(read_report(row("01/05/2026 09:00"))).note_state is NoteState.LOCKED


def test_the_shorter_report_has_no_note() -> None:
    reading = read(f"{SHORTER}\n01/05/2026 09:00,Jane,Ada,90834,150,1,150,PAID,150,0,150,0\n")

    assert one(reading).note_state is NoteState.UNKNOWN


@pytest.mark.parametrize(
    "header",
    [HEADER.lower(), HEADER.replace("Write Off", "Write-off"), HEADER.replace(" ", "_")],
)
def test_names_of_columns_are_known_without_case_spaces_and_hyphens(header: str) -> None:
    assert read(f"{header}\n{row('01/05/2026 09:00')}\n").report.rows_used == 1


def test_a_group_is_one_session_with_a_row_for_each_client() -> None:
    rows = [row("01/05/2026 09:00", client, "90853") for client in ("Jane", "Joe", "Jim")]

    group = one(read_report(*rows))

    assert (group.kind, group.group_size, group.client_ref) == (Kind.GROUP, 3, None)


def test_a_row_that_is_there_twice_is_one_client() -> None:
    twice = [row("01/05/2026 09:00", "Jane", "90853")] * 2

    assert one(read_report(*twice)).group_size == 1


def test_a_note_that_is_open_for_anyone_in_a_group_is_open() -> None:
    notes = [
        row("01/05/2026 09:00", f"C{n}", "90853", note) for n, note in enumerate(["LOCKED", "OPEN"])
    ]

    assert one(read_report(*notes)).note_state is NoteState.OPEN


def test_two_clinicians_at_one_time_have_a_session_each() -> None:
    rows = [row("01/05/2026 09:00"), row("01/05/2026 09:00").replace("Ada", "Petra")]

    assert read_report(*rows).report.clinician_keys == ("Ada", "Petra")


def test_a_client_has_one_hash_through_the_file() -> None:
    reading = read_report(*(row(f"01/0{day}/2026 09:00") for day in (5, 6, 7)))

    assert len({a.client_ref for a in reading.appointments}) == 1


def test_a_length_is_exact_over_a_clock_change() -> None:
    """The clock goes from 2:00 to 1:00 on 1 November 2026 in New York."""
    assert minutes(one(read_report(row("11/01/2026 01:30", code="90837")))) == 60
