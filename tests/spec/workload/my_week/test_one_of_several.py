"""A file of a whole practice, of which one person's part is kept: only their own entries count."""

from datetime import date

import pytest
from tests.spec.readers.files import read

from fallow.workload.my_week.one_person import choose_one
from fallow.workload.readers.reading import ColumnMapping, Leftover, Reading
from fallow.workload.readers.table import fingerprint_of

COLUMNS = ["Start", "End", "Clinician", "Title"]
MAPPING = ColumnMapping(
    fingerprint=fingerprint_of(COLUMNS),
    date_format="iso",
    starts_at=0,
    ends_at=1,
    clinician=2,
    title=3,
)
ROWS = (
    "2026-03-09 09:00,2026-03-09 11:00,Petra,Blue",
    "2026-03-10 09:00,2026-03-10 11:00,Petra,Blue",
    "2026-03-11 09:00,,Petra,Blue",
    "2026-03-16 09:00Z,2026-03-16 09:30Z,Ada,Blue",
    "2026-03-17 09:00,2026-03-17 10:00,Ada,Red",
    "2026-03-18 09:00,,Ada,Red",
    "2026-03-20 09:00,2026-03-20 10:00,Petra,Blue",
)


@pytest.fixture
def of_two() -> Reading:
    return read("\n".join([",".join(COLUMNS), *ROWS, ""]), mapping=MAPPING, keep_titles=True)


def test_what_nobody_sorted_is_told_of_their_own_entries(of_two) -> None:
    red, blue = choose_one(of_two, "Ada").leftovers

    # Ada's own, the largest group first; in the whole file Blue is larger and its middle 120 min
    assert _said(red) == ("Red", 2, date(2026, 3, 17), 60)
    assert _said(blue) == ("Blue", 1, date(2026, 3, 16), 30)


def test_the_report_counts_their_own_entries(of_two) -> None:
    report = choose_one(of_two, "Ada").report

    assert (report.rows_read, report.rows_used) == (7, 3)
    assert (report.ends_inferred, report.zones_assumed) == (1, 2)


def test_the_days_stay_those_of_which_the_file_speaks(of_two) -> None:
    report = choose_one(of_two, "Ada").report

    assert (report.first_date, report.last_date) == (date(2026, 3, 9), date(2026, 3, 20))


def _said(left: Leftover) -> tuple[str | None, int, date, int]:
    return left.title, left.count, left.first_starts_at.date(), left.usual_minutes
