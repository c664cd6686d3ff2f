"""Tables, layout: where the header is, what parts the cells, and what is not a row.

UTF-8 with or without a mark, or as spreadsheets on Windows save it; commas, semicolons or tabs; a
preamble above the header (formats.md §8).
"""

from dataclasses import replace

import pytest
from tests.spec.readers.files import PLAN, read, refuse, spans

from fallow.workload.readers.dispatch import MappingNeeded, read_calendar
from fallow.workload.readers.reading import Reading

ROWS = ("Start,End,Type", "2026-01-05 09:00,2026-01-05 09:50,Session")


def read_as_suggested(content: bytes) -> Reading:
    with pytest.raises(MappingNeeded) as needed:
        read(content)
    return read_calendar(content, name="", plan=replace(PLAN, mapping=needed.value.suggestion))


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_cells_are_parted_by_commas_semicolons_or_tabs(sign: str) -> None:
    content = "\n".join(ROWS).replace(",", sign).encode()

    assert spans(read_as_suggested(content)) == ["01-05 09:00 to 09:50"]


def test_signs_inside_the_cells_do_not_part_them() -> None:
    """Decimal commas and commas in a title outnumber the semicolons."""
    content = 'Start;Dauer;Titel\n2026-01-05 09:00;50,0;"a, b, c, d, e"\n'

    assert spans(read_as_suggested(content.encode())) == ["01-05 09:00 to 09:50"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_lines_end_either_way_and_a_mark_may_stand_before_them(ending: str, mark: bytes) -> None:
    content = mark + ending.join(ROWS).encode()

    assert spans(read_as_suggested(content)) == ["01-05 09:00 to 09:50"]


def test_lines_that_end_in_one_sign_are_lines_in_a_large_table_too() -> None:
    """3,000 rows of 440 letters are more than the longest line; all but one tell the same."""
    content = "\r".join([ROWS[0], *[ROWS[1] + "x" * 400] * 3_000, ""]).encode()

    assert read_as_suggested(content).report.rows_read == 3_000


def test_a_table_may_be_saved_as_windows_saves_it() -> None:
    content = "Beginn;Ende;Straße\n2026-01-05 09:00;2026-01-05 09:50;Königsallee\n"

    assert read_as_suggested(content.encode("cp1252")).report.dropped == ("Straße",)


@pytest.mark.parametrize(
    "above", ["sep=,", "Report for,Sunrise", "Printed 2026-02-01,,", "a,b\n\n1,2"]
)
def test_what_stands_above_the_header_is_passed_over(above: str) -> None:
    content = "\n".join([above, "", *ROWS]).encode()

    assert spans(read_as_suggested(content)) == ["01-05 09:00 to 09:50"]


def test_a_sentence_with_commas_above_semicolons_is_not_the_header() -> None:
    content = "Made for Ada, by Petra, with care, in March\nStart;End\n2026-01-05 09:00;09:50\n"

    assert spans(read_as_suggested(content.encode())) == ["01-05 09:00 to 09:50"]


def test_an_empty_row_and_a_short_row_are_no_appointments() -> None:
    reading = read_as_suggested("\n".join([*ROWS, "", ",,", "only a title", ""]).encode())

    assert (reading.report.rows_read, reading.report.rows_used) == (2, 1)


def test_a_line_break_inside_quotes_is_part_of_the_cell() -> None:
    content = "\n".join([*ROWS, '2026-01-06 09:00,2026-01-06 09:50,"two\nlines"']).encode()

    assert read_as_suggested(content).report.rows_used == 2


def test_a_quote_that_is_never_closed_refuses_the_file() -> None:
    """It would swallow every row below it, and read as a light week."""
    content = "\n".join([ROWS[0], ROWS[1].replace("Session", '"Session'), *ROWS[1:] * 30])

    assert "quotation mark" in refuse(content).happened


@pytest.mark.parametrize(
    "content",
    [
        "2026-01-05 09:00,Jane,Session\n2026-01-06 09:00,Joe,Session\n",
        "1/5/2026 9:00 AM,Jane,Session\n1/6/2026 9:00 AM,Joe,Session\n",
        "Jane,Session,9:00 AM\nJoe,Session,9:50 AM\n",
    ],
)
def test_a_first_row_of_values_is_not_taken_for_a_header(content: str) -> None:
    """Its cells would be shown as names of columns."""
    assert "no row that names its columns" in refuse(content).happened


def test_formulas_are_text_like_any_other() -> None:
    content = "\n".join([ROWS[0], '2026-01-05 09:00,2026-01-05 09:50,"=HYPERLINK(""x"")"'])

    assert spans(read_as_suggested(content.encode())) == ["01-05 09:00 to 09:50"]
