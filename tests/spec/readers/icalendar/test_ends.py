"""iCalendar, ends: an end may be a time, a length, missing, or before its start.

What Fallow makes up is marked as inferred. A session of 50 minutes stands in where nothing says how
long an entry was (standards.md §3).
"""

import pytest
from tests.spec.readers.files import minutes, one, read_events, spans

AT_NINE = "DTSTART:20260105T140000Z\n"
MONTHLY = "\nRRULE:FREQ=MONTHLY;COUNT=2"


def test_a_length_stands_for_an_end() -> None:
    reading = read_events(AT_NINE + "DURATION:PT50M")

    assert spans(reading) == ["01-05 09:00 to 09:50"]
    assert not one(reading).end_inferred


def test_a_length_is_exact_over_a_clock_change() -> None:
    """The clock in New York goes from 2:00 to 1:00 on 1 November 2026 (RFC 5545, 3.3.6)."""
    start = "DTSTART;TZID=America/New_York:20261101T003000\n"

    assert minutes(one(read_events(start + "DURATION:PT2H"))) == 120


def test_a_length_that_repeats_is_exact_over_a_clock_change() -> None:
    repeated = "DTSTART;TZID=America/New_York:20261025T003000\nRRULE:FREQ=WEEKLY;COUNT=2\n"

    reading = read_events(repeated + "DURATION:PT2H")

    assert [minutes(appointment) for appointment in reading.appointments] == [120, 120]


def test_an_end_over_a_clock_change_is_a_time_on_the_wall() -> None:
    reading = read_events(
        "DTSTART;TZID=America/New_York:20261101T003000\nDTEND;TZID=America/New_York:20261101T023000"
    )

    assert minutes(one(reading)) == 180


@pytest.mark.parametrize("end", ["", "DTEND:20260105T140000Z"])
def test_an_entry_without_a_length_is_taken_for_a_session_and_marked(end: str) -> None:
    reading = read_events(AT_NINE + end)

    assert spans(reading) == ["01-05 09:00 to 09:50"]
    assert one(reading).end_inferred
    assert reading.report.ends_inferred == 1


@pytest.mark.parametrize("repeats", ["", MONTHLY])
def test_an_end_on_the_same_date_after_midnight_is_the_next_day(repeats: str) -> None:
    """Some makers build the end from the date of the start."""
    times = (
        "DTSTART;TZID=America/New_York:20260105T233000\nDTEND;TZID=America/New_York:20260105T003000"
    )

    reading = read_events(times + repeats)

    assert spans(reading)[0] == "01-05 23:30 to 01-06 00:30"
    assert reading.appointments[0].end_inferred


@pytest.mark.parametrize("repeats", ["", MONTHLY])
def test_swapped_ends_are_turned_round_and_marked(repeats: str) -> None:
    reading = read_events("DTSTART:20260105T145000Z\nDTEND:20260105T140000Z" + repeats)

    assert spans(reading)[0] == "01-05 09:00 to 09:50"
    assert reading.appointments[0].end_inferred


@pytest.mark.parametrize("repeats", ["", MONTHLY])
def test_an_end_days_before_its_start_says_nothing(repeats: str) -> None:
    reading = read_events("DTSTART:20260105T140000Z\nDTEND:20260102T145000Z" + repeats)

    assert spans(reading)[0] == "01-05 09:00 to 09:50"
    assert reading.appointments[0].end_inferred


def test_a_length_that_runs_backwards_is_turned_round() -> None:
    assert spans(read_events("DTSTART:20260105T145000Z\nDURATION:-PT50M")) == [
        "01-05 09:00 to 09:50"
    ]


@pytest.mark.parametrize(
    ("times", "reason"),
    [
        ("DTSTART:00010101T000000Z\nDTEND:00010101T005000Z", "a date that no calendar reaches"),
        ("DTSTART:99991231T230000Z", "a date that no calendar reaches"),
        ("DTSTART:20260105T140000Z\nDTEND:20360105T140000Z", "longer than five years"),
        (
            "DTSTART:20240105T140000Z\nDTEND:20240105T145000Z",
            "outside the period that was asked for",
        ),
        ("DTSTART:soon\nDTEND:later", "an entry without a readable time"),
        ("SUMMARY:no time at all", "an entry without a readable time"),
        ("DTSTART:20260105T140000Z\nDTEND:soon", "an entry without a readable time"),
    ],
)
def test_what_cannot_be_placed_is_counted_and_the_others_are_read(times: str, reason: str) -> None:
    reading = read_events(times, AT_NINE)

    assert reading.report.skipped == ((reason, 1),)
    assert spans(reading) == ["01-05 09:00 to 09:50"]
