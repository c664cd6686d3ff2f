"""Any other table, read by a mapping of its columns that a person confirmed once.

Columns are addressed by place, because exports repeat their names. A changed header asks again
instead of guessing (formats.md §8).
"""

from typing import Any

import pytest
from tests.spec.readers.files import minutes, one, read, refuse, skipped, spans

from fallow.base.errors import ValueRefused
from fallow.workload.appointments import Kind, Modality, NoteState, Status
from fallow.workload.readers.dispatch import MappingNeeded
from fallow.workload.readers.reading import ColumnMapping, Reading
from fallow.workload.readers.table import fingerprint_of


def read_rows(header: str, *rows: str, order: str = "iso", **columns: int) -> Reading:
    mapping = _mapping(header, order=order, **({"starts_at": 0} | columns))
    return read("\n".join([header, *rows, ""]), mapping=mapping)


def _mapping(header: str, *, order: str, **columns: Any) -> ColumnMapping:
    names = header.split(";") if ";" in header else header.split(",")
    return ColumnMapping(fingerprint=fingerprint_of(names), date_format=order, **columns)


def test_a_start_and_an_end_are_enough() -> None:
    reading = read_rows("Start,End", "2026-01-05 09:00,2026-01-05 09:50", ends_at=1)

    assert spans(reading) == ["01-05 09:00 to 09:50"]
    assert not one(reading).end_inferred


@pytest.mark.parametrize(
    ("written", "order"),
    [
        ("2026-01-05 09:00", "iso"),
        ("2026-01-05T09:00:30", "iso"),
        ("2026-01-05 14:00:00Z", "iso"),
        ("2026-01-05T14:00:00.000Z", "iso"),
        ("2026-01-05 14:00 UTC", "iso"),
        ("2026-01-05T09:00:00-05:00", "iso"),
        ("2026-01-05 15:00+01:00", "iso"),
        ("1/5/2026 9:00 AM", "mdy"),
        ("01/05/26 9:00 a.m.", "mdy"),
        ("01/05/2026, 9:00am", "mdy"),
        ("05.01.2026 09:00", "dmy"),
        ("5/1/2026 09:00", "dmy"),
        ("01/05/2026 9:00 AM - 9:50 AM", "mdy"),
        ("01/05/2026 9:00-9:50", "mdy"),
        ("01/05/2026 09:00-10:50", "mdy"),
    ],
)
def test_a_moment_is_read_in_the_order_that_was_chosen(written: str, order: str) -> None:
    """A minus after a clock time is a span, not an offset."""
    assert spans(read_rows("Start,Staff", f'"{written}",Ada', order=order))[0].startswith(
        "01-05 09:00"
    )


@pytest.mark.parametrize("clock", ["12:05 AM", "00:05"])
def test_twelve_in_the_night_is_midnight(clock: str) -> None:
    assert spans(read_rows("Start,Staff", f"2026-01-05 {clock},Ada")) == ["01-05 00:05 to 00:55"]


@pytest.mark.parametrize(
    "written",
    ["05.01.2026 09:00", "2026-13-05 09:00", "2026-01-05", "2026-01-05 25:00", "13:00 PM", "total"],
)
def test_another_order_is_never_guessed_for_a_row(written: str) -> None:
    reading = read_rows("Start,Staff", f"{written},Ada", "2026-01-05 09:00,Ada")

    assert skipped(reading) == {"no date and time in it (a summary row, or a date alone)": 1}


def test_day_and_clock_time_may_stand_in_two_columns() -> None:
    reading = read_rows("Day,From,To", "2026-01-05,09:00,09:50", date=0, starts_at=1, ends_at=2)

    assert spans(reading) == ["01-05 09:00 to 09:50"]


@pytest.mark.parametrize("columns", [{"date": 0, "starts_at": 1, "ends_at": 2}])
def test_an_end_after_midnight_is_the_next_day_and_marked(columns: dict[str, int]) -> None:
    reading = read_rows("Day,From,To", "2026-01-05,23:30,00:20", **columns)

    assert spans(reading) == ["01-05 23:30 to 01-06 00:20"]
    assert one(reading).end_inferred


def test_an_end_may_be_a_clock_time_alone() -> None:
    rows = ("2026-01-05 09:00,9:50 AM", "2026-01-05 23:30,12:20 AM")

    reading = read_rows("Start,End", *rows, ends_at=1)

    assert spans(reading) == ["01-05 09:00 to 09:50", "01-05 23:30 to 01-06 00:20"]


@pytest.mark.parametrize(
    ("written", "length"),
    [("50", 50), ("50,0", 50), ("50.00", 50), ("50 min", 50), ("0:50", 50), ("01:30:00", 90)],
)
def test_a_length_stands_for_an_end(written: str, length: int) -> None:
    reading = read_rows("Start,Length", f'2026-01-05 09:00,"{written}"', minutes=1)

    assert (minutes(one(reading)), one(reading).end_inferred) == (length, False)


@pytest.mark.parametrize("written", ["0.83", "1,5", "-50", "soon", "99999", "0"])
def test_a_length_of_another_unit_is_not_guessed(written: str) -> None:
    """0.83 is perhaps hours; 50 minutes are assumed, and marked."""
    reading = read_rows("Start,Length", f'2026-01-05 09:00,"{written}"', minutes=1)

    assert (minutes(one(reading)), one(reading).end_inferred) == (50, True)


def test_a_code_tells_kind_and_length_where_nothing_else_does() -> None:
    session = one(read_rows("Start,Code", "2026-01-05 09:00,90837", code=1))

    assert (minutes(session), session.kind, session.end_inferred) == (60, Kind.INDIVIDUAL, True)


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("-", Status.PROPOSED),
        ("#", Status.PENDING),
        ("^", Status.PENDING),
        (">", Status.FULFILLED),
        ("$", Status.FULFILLED),
        ("AVM", Status.BOOKED),
        ("SMS", Status.BOOKED),
        ("EMAIL", Status.BOOKED),
        ("*", Status.BOOKED),
        ("%", Status.CANCELLED),
        ("!", Status.CANCELLED),
        ("x", Status.CANCELLED),
        ("?", Status.NO_SHOW),
        ("~", Status.ARRIVED),
        ("@", Status.ARRIVED),
        ("<", Status.CHECKED_IN),
        ("+", Status.CHECKED_IN),
        ("CALL", Status.WAITLIST),
        ("Abgesagt", Status.CANCELLED),
        ("nicht erschienen", Status.NO_SHOW),
        ("Did not attend", Status.NO_SHOW),
        ("whatever", Status.UNKNOWN),
    ],
)
def test_a_status_is_a_word_or_a_code_of_openemrs_table(code: str, status: Status) -> None:
    """formats.md §5, verified."""
    assert one(read_rows("Start,Status", f"2026-01-05 09:00,{code}", status=1)).status is status


def test_the_time_of_signing_says_that_the_note_is_done() -> None:
    rows = ("2026-01-05 09:00,2026-01-05 21:10", "2026-01-06 09:00,")

    reading = read_rows("Start,Signed", *rows, note_written_at=1)

    done, waiting = reading.appointments
    assert (done.note_state, waiting.note_state) == (NoteState.LOCKED, NoteState.OPEN)
    assert done.note_written_at is not None
    assert done.note_written_at.isoformat() == "2026-01-06T02:10:00+00:00"


def test_the_title_is_read_by_rules_and_says_how_it_was_held() -> None:
    session = one(read_rows("Start,Type", "2026-01-05 09:00,Supervision by phone", title=1))

    assert (session.kind, session.modality) == (Kind.SUPERVISION, Modality.PHONE)


def test_rows_of_one_session_are_joined_by_clinician_start_code_and_title() -> None:
    rows = [f"2026-01-05 09:00,Ada,{client},Group" for client in ("C1", "C2", "C3")]

    group = one(read_rows("Start,Staff,Case,Type", *rows, clinician=1, client=2, title=3))

    assert (group.kind, group.group_size) == (Kind.GROUP, 3)


def test_a_changed_header_asks_again() -> None:
    mapping = _mapping("Start,End", order="iso", starts_at=0, ends_at=1)

    with pytest.raises(MappingNeeded) as needed:
        read("End,Start\n2026-01-05 09:50,2026-01-05 09:00\n", mapping=mapping)

    assert needed.value.header == ("End", "Start")


@pytest.mark.parametrize(
    "wrong", [{"starts_at": -1}, {"starts_at": None}, {"ends_at": "2"}, {"date_format": "ymd"}]
)
def test_a_mapping_that_points_nowhere_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueRefused):
        ColumnMapping(**({"fingerprint": "x", "date_format": "iso", "starts_at": 0} | wrong))


def test_a_table_that_nobody_mapped_asks_and_says_what_to_do() -> None:
    refusal = refuse("Start,End\n2026-01-05 09:00,2026-01-05 09:50\n")

    assert isinstance(refusal, MappingNeeded)
    assert "which" in refusal.mend
