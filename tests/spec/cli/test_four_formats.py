"""Any of four formats: iCalendar, FHIR, SimplePractice, and any table once its columns are told."""

import io
import sys

import pytest
from tests.spec.cli.samples import FHIR, SIMPLEPRACTICE, TABLE, TUESDAY_RUN, ZONE, cells_of


@pytest.mark.parametrize(
    ("text", "name", "read_as"),
    [
        (TUESDAY_RUN, "calendar.ics", "iCalendar: 6 entries"),
        (FHIR, "feed.ndjson", "FHIR: 2 entries"),
        (SIMPLEPRACTICE, "report.csv", "SimplePractice: 2 entries"),
    ],
)
def test_a_format_is_told_by_the_file_itself(work, text: str, name: str, read_as: str) -> None:
    said = work(text, name=name)

    assert f"Read as {read_as} in the file" in said.out
    assert said.code == 0


def test_a_calendar_may_come_through_a_pipe(fallow, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TUESDAY_RUN.encode())))

    said = fallow("work", "-", "--zone", ZONE, "--weeks", "2")

    assert "Read as iCalendar: 6 entries" in said.out


def test_a_new_table_shows_its_columns_and_a_mapping_to_begin_with(work) -> None:
    said = work(TABLE, name="table.csv")

    assert said.code == 1
    assert said.err.startswith("Fallow does not know the columns of this table yet. Say which")
    assert "  2  End" in said.err
    assert 'date_format = "dmy"  # iso, mdy or dmy' in said.err
    assert "starts_at = 1  # Start" in said.err


def test_the_mapping_it_shows_can_be_used_as_it_stands(work, write) -> None:
    shown = work(TABLE, name="table.csv").err
    mapping = write("mapping.toml", shown[shown.index("fingerprint") :])

    said = work(TABLE, "--mapping", mapping, name="table.csv")

    # one session of 50 minutes, one cancelled, an hour of notes from 19:00
    assert cells_of(said.out, "2026-11-16")[1] == "50 min"
    assert "Read as a table: 3 entries in the file" in said.out


def test_a_table_whose_header_changed_asks_again(work, write) -> None:
    shown = work(TABLE, name="table.csv").err
    mapping = write("mapping.toml", shown[shown.index("fingerprint") :])

    said = work(TABLE.replace("Type", "What"), "--mapping", mapping, name="table.csv")

    assert said.code == 1
    assert "does not know the columns of this table yet" in said.err


def test_no_cell_of_a_new_table_is_shown(work) -> None:
    said = work(TABLE.replace("Session", "Jane Roe"), name="table.csv")

    assert "Jane" not in said.out + said.err
