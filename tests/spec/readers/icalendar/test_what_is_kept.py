"""iCalendar, what is kept: times, how it ended, and what kind of work the title says it is.

The title is read while the file is read, for rules, and is dropped with it. What remains of it is a
keyed hash, so that a person can say something about "this recurring entry".
"""

import pytest
from tests.spec.readers.files import one, read, read_events

from fallow.workload.appointments import Kind, Modality, Status

AT_NINE = "DTSTART:20260105T140000Z\nDTEND:20260105T145000Z\n"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("STATUS:CONFIRMED", Status.BOOKED),
        ("STATUS:TENTATIVE", Status.PENDING),
        ("STATUS:CANCELLED", Status.CANCELLED),  # a feed that keeps what was cancelled
        ("", Status.UNKNOWN),
        ("SUMMARY:Cancelled: J.S.", Status.CANCELLED),
        ("SUMMARY:[CANCELED] J.S.", Status.CANCELLED),
        ("SUMMARY:J.S. (cancelled)", Status.CANCELLED),
        ("SUMMARY:Abgesagt - Sitzung", Status.CANCELLED),
        ("SUMMARY:J.S. no-show", Status.NO_SHOW),
        ("SUMMARY:Answer cancelled cards", Status.UNKNOWN),
    ],
)
def test_how_it_ended_is_told_by_status_or_by_the_title(line: str, status: Status) -> None:
    assert one(read_events(AT_NINE + line)).status is status


def test_a_timed_entry_marked_as_free_is_ones_own() -> None:
    free = one(read_events(f"{AT_NINE}SUMMARY:Session\nTRANSP:TRANSPARENT"))

    assert free.kind is Kind.PERSONAL


@pytest.mark.parametrize(
    ("title", "modality"),
    [
        ("Telehealth session", Modality.VIDEO),
        ("Session (online)", Modality.VIDEO),
        ("Phone session", Modality.PHONE),
        ("Session in person", Modality.IN_PERSON),
        ("Session", Modality.UNKNOWN),
    ],
)
def test_how_it_was_held_is_told_by_words_of_the_title_alone(
    title: str, modality: Modality
) -> None:
    """A place or a link is dropped unseen, and says nothing."""
    reading = read_events(f"{AT_NINE}SUMMARY:{title}\nLOCATION:https://video.example.org")

    assert one(reading).modality is modality


def test_titles_that_differ_in_a_counter_are_one_recurring_entry() -> None:
    titles = ("J.S. wk 3", "j. s. wk 12", "J.S., WK 4")
    reading = read_events(*(f"{AT_NINE}SUMMARY:{title}" for title in titles))

    assert len({a.label_ref for a in reading.appointments}) == 1


def test_titles_that_are_codes_of_clients_stay_apart() -> None:
    """Some feeds hold a time and a client's number alone (formats.md §4)."""
    titles = ("Client 1042", "Client 1043", "1042", "7", "8")
    reading = read_events(*(f"{AT_NINE}SUMMARY:{title}" for title in titles))

    assert len({a.label_ref for a in reading.appointments}) == 5


def test_a_calendar_names_no_clinician_and_no_client() -> None:
    appointment = one(
        read_events(f"{AT_NINE}SUMMARY:J.S.\nORGANIZER;CN=Ada:mailto:ada@example.org")
    )

    assert (appointment.clinician_key, appointment.client_ref) == ("", None)


def test_a_line_may_be_folded_anywhere() -> None:
    """RFC 5545, 3.1: a line that begins with a space goes on the one before."""
    folded = "DTSTART:202601\n 05T140000Z\nDTEND:20260105T14\n\t5000Z\nSUMMARY:Super\n vision"

    assert one(read_events(folded)).kind is Kind.SUPERVISION


def test_tasks_alarms_and_free_busy_times_are_not_entries() -> None:
    others = (
        "BEGIN:VTODO\nUID:t\nDTSTART:20260105T140000Z\nEND:VTODO\nBEGIN:VFREEBUSY\nEND:VFREEBUSY"
    )
    alarm = "BEGIN:VALARM\nTRIGGER:-PT15M\nDURATION:PT9H\nEND:VALARM"

    reading = read_events(AT_NINE + alarm, top=others)

    assert (reading.report.rows_read, reading.report.rows_used) == (1, 1)
    assert one(reading).end_minute - one(reading).start_minute == 50


def test_what_was_dropped_is_named_by_the_names_of_the_standard_alone() -> None:
    """A line that lost its fold begins with whatever the text held; it is not repeated."""
    lines = "DESCRIPTION:first\nJane called: about her mother\nX-JANE-DOE:1\nLOCATION:here\n"

    assert read_events(AT_NINE + lines).report.dropped == (
        "DESCRIPTION",
        "LOCATION",
        "fields of one calendar's own (X-…)",
        "lines that the calendar standard does not name",
    )


def test_a_calendar_may_begin_with_a_mark_and_end_its_lines_either_way() -> None:
    text = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{AT_NINE}END:VEVENT\nEND:VCALENDAR\n"

    for content in (text, text.replace("\n", "\r\n"), text.replace("\n", "\r")):
        assert read(b"\xef\xbb\xbf" + content.encode()).report.rows_used == 1
