"""iCalendar, identity: an entry is its UID, and RECURRENCE-ID where it is one of several.

Feeds forget, so that an entry has to be known again when a calendar is read a second time.
"""

from tests.spec.readers.files import one, read, read_events, skipped, spans

AT_NINE = "UID:same\nDTSTART:20260105T140000Z\nDTEND:20260105T145000Z"
AT_TEN = "UID:same\nDTSTART:20260105T150000Z\nDTEND:20260105T155000Z"


def test_an_entry_keeps_its_identity_when_it_moves() -> None:
    assert one(read_events(AT_NINE)).identity == one(read_events(AT_TEN)).identity


def test_the_higher_sequence_is_the_newer_version() -> None:
    """RFC 5545, 3.8.7.4."""
    reading = read_events(f"{AT_NINE}\nSEQUENCE:1", f"{AT_TEN}\nSEQUENCE:2")

    assert spans(reading) == ["01-05 10:00 to 10:50"]
    assert skipped(reading) == {"an older version of another entry": 1}


def test_two_entries_of_one_uid_that_start_apart_are_two() -> None:
    """Some makers give one UID to all sessions of a client; one lost would read as a light week."""
    reading = read_events(AT_NINE, AT_TEN)

    assert spans(reading) == ["01-05 09:00 to 09:50", "01-05 10:00 to 10:50"]
    assert len({a.identity for a in reading.appointments}) == 2


def test_the_same_entry_twice_counts_once() -> None:
    assert read_events(AT_NINE, AT_NINE).report.rows_used == 1


def test_the_same_entry_in_two_calendars_of_one_file_counts_once() -> None:
    calendar = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{AT_NINE}\nEND:VEVENT\nEND:VCALENDAR\n"

    reading = read(calendar + calendar)

    assert reading.report.rows_used == 1
    assert skipped(reading) == {"told more than once": 1}


def test_entries_without_a_uid_are_all_read() -> None:
    events = [event.replace("UID:same\n", "UID:\n") for event in (AT_NINE, AT_TEN)]

    assert spans(read_events(*events)) == ["01-05 09:00 to 09:50", "01-05 10:00 to 10:50"]


def test_one_broken_entry_is_counted_and_the_others_are_read() -> None:
    reading = read_events(AT_NINE, "DTSTART:20260230T250000Z", "RRULE:FREQ=WEEKLY")

    assert spans(reading) == ["01-05 09:00 to 09:50"]
    assert skipped(reading) == {"an entry without a readable time": 2}
