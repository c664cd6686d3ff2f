"""A mapping is suggested from the words of the header, in English and German, to be confirmed.

A few first cells say whether a column holds times, and in which order dates are written.
"""

from io import BytesIO

import pytest

from fallow.workload.readers.mapping import suggest_mapping
from fallow.workload.readers.reading import ColumnMapping
from fallow.workload.readers.table import open_table


def suggest(*lines: str) -> ColumnMapping | None:
    return suggest_mapping(open_table(BytesIO("\n".join(lines).encode())))


def columns(suggested: ColumnMapping | None) -> dict[str, object]:
    assert suggested is not None
    told = {name: getattr(suggested, name) for name in ColumnMapping.__slots__}
    return {
        name: place for name, place in told.items() if place is not None and name != "fingerprint"
    }


ENGLISH = "Appointment Start,Appointment End,Provider Name,Client ID,Appointment Type,Status"
GERMAN = "Datum;Beginn;Ende;Behandler;Patient-ID;Terminart;Dokumentation"
BILLING = "Date of Service,CPT Code,Therapist,Duration,Note Signed At"
OPENEMR = (
    "pc_eid,pc_catid,pc_aid,pc_pid,pc_eventDate,pc_startTime,pc_endTime,pc_duration,pc_apptstatus"
)


@pytest.mark.parametrize(
    ("header", "row", "order", "names"),
    [
        (
            ENGLISH,
            "2026-01-05 09:00,2026-01-05 09:50,Ada,17,Session,Show",
            "iso",
            "starts_at ends_at clinician client title status",
        ),
        (
            GERMAN,
            "05.01.2026;09:00;09:50;Ada;17;Einzel;offen",
            "dmy",
            "date starts_at ends_at clinician client title note_state",
        ),
        (
            BILLING,
            "1/15/2026 9:00 AM,90834,Ada,50,1/15/2026 8:00 PM",
            "mdy",
            "starts_at code clinician minutes note_written_at",
        ),
        (
            OPENEMR,
            "1,5,7,99,2026-01-05,09:00:00,09:50:00,3000,>",
            "iso",
            "- - clinician client date starts_at ends_at - status",
        ),
    ],
)
def test_common_headers_are_understood(header: str, row: str, order: str, names: str) -> None:
    """OpenEMR's `pc_duration` is in seconds, and is not suggested as minutes."""
    suggested = columns(suggest(header, row))

    expected = {name: place for place, name in enumerate(names.split()) if name != "-"}
    assert suggested == expected | {"date_format": order}


def test_of_two_columns_of_one_name_the_first_is_suggested() -> None:
    assert columns(suggest("Start,Status,Status", "2026-01-05 09:00,x,y"))["status"] == 1


def test_dates_that_read_either_way_are_suggested_with_the_month_first() -> None:
    assert columns(suggest("Start,Staff", "01/05/2026 09:00,Ada"))["date_format"] == "mdy"


def test_one_date_that_reads_one_way_decides_for_all() -> None:
    suggested = suggest("Start,Staff", "01/05/2026 09:00,Ada", "13/05/2026 09:00,Ada")

    assert columns(suggested)["date_format"] == "dmy"


def test_a_table_without_a_start_has_no_suggestion() -> None:
    assert suggest("Name,Place,Amount", "Jane,here,much") is None
