"""A file with nothing in it that happened has no days: lost coverage, never a light week.

formats.md §9: an empty success and an empty file are told apart from a week without work by the
report, which has no first and no last day.
"""

import pytest
from tests.spec.readers.files import calendar, read, refuse

HEADER = "client_name,clinician_name,date_of_service,office_name,status"
OLD = "DTSTART:20200105T140000Z\nDTEND:20200105T145000Z"


@pytest.mark.parametrize(
    "content",
    [
        calendar(),
        calendar(OLD),
        '{"resourceType": "Bundle", "type": "searchset", "total": 0}',
        f"{HEADER}\n",
        f"{HEADER}\n0 clients,0 clinicians,0 appointments,,\n",
    ],
    ids=["calendar", "an old calendar", "bundle", "header", "summary"],
)
def test_a_file_without_appointments_has_no_days(content: str) -> None:
    reading = read(content)

    assert reading.appointments == ()
    assert (reading.report.first_date, reading.report.last_date) == (None, None)


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_refused_and_says_so(content: bytes) -> None:
    assert refuse(content).happened == "This file is empty."
