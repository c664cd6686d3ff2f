"""iCalendar, repeating entries: rules, exceptions, additions, and instances that moved.

RFC 5545, 3.8.5. A rule is written out inside the period that was asked for, by the clock on the
wall. An instance is known by the time its rule gave it, in UTC, wherever it moved.
"""

import pytest
from tests.spec.readers.files import calendar, one, read_events, refuse, skipped, spans

from fallow.workload.appointments import Status

NY = "TZID=America/New_York"
MONDAYS = f"""UID:standing
DTSTART;{NY}:20260302T090000
DTEND;{NY}:20260302T095000
RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3"""
MOVED = f"""UID:standing
RECURRENCE-ID;{NY}:20260309T090000
DTSTART;{NY}:20260310T150000
DTEND;{NY}:20260310T155000"""


def test_nine_on_the_wall_stays_nine_over_a_clock_change() -> None:
    """The clocks went forward on 8 March 2026."""
    reading = read_events(MONDAYS)

    assert spans(reading) == [
        "03-02 09:00 to 09:50",
        "03-09 09:00 to 09:50",
        "03-16 09:00 to 09:50",
    ]
    assert [a.recurrence_id for a in reading.appointments] == [
        "20260302T1400Z",
        "20260309T1300Z",
        "20260316T1300Z",
    ]


def test_an_entry_in_utc_repeats_by_the_clock_of_the_zone_that_the_calendar_names() -> None:
    event = "DTSTART:20260302T140000Z\nDTEND:20260302T145000Z\nRRULE:FREQ=WEEKLY;COUNT=2"

    reading = read_events(event, top="X-WR-TIMEZONE:America/New_York")

    assert spans(reading) == ["03-02 09:00 to 09:50", "03-09 09:00 to 09:50"]


@pytest.mark.parametrize("exception", [f"EXDATE;{NY}:20260309T090000", "EXDATE:20260309T130000Z"])
def test_an_exception_takes_an_instance_out(exception: str) -> None:
    reading = read_events(f"{MONDAYS}\n{exception}")

    assert spans(reading) == ["03-02 09:00 to 09:50", "03-16 09:00 to 09:50"]


@pytest.mark.parametrize(
    "addition",
    [f"RDATE;{NY}:20260304T160000", f"RDATE;VALUE=PERIOD;{NY}:20260304T160000/PT50M"],
)
def test_an_addition_puts_one_in(addition: str) -> None:
    assert "03-04 16:00 to 16:50" in spans(read_events(f"{MONDAYS}\n{addition}"))


def test_a_moved_instance_is_at_its_new_time_alone_and_known_by_its_old_one() -> None:
    reading = read_events(MONDAYS, MOVED)

    assert spans(reading) == [
        "03-02 09:00 to 09:50",
        "03-10 15:00 to 15:50",
        "03-16 09:00 to 09:50",
    ]
    assert reading.appointments[1].recurrence_id == "20260309T1300Z"


def test_a_cancelled_instance_is_cancelled_and_the_others_are_not() -> None:
    reading = read_events(f"{MONDAYS}\nSTATUS:CONFIRMED", f"{MOVED}\nSTATUS:CANCELLED")

    statuses = [a.status for a in reading.appointments]
    assert statuses == [Status.BOOKED, Status.CANCELLED, Status.BOOKED]


def test_a_moved_instance_whose_rule_is_not_in_the_file_is_read_alone() -> None:
    reading = read_events(MOVED)

    assert spans(reading) == ["03-10 15:00 to 15:50"]
    assert one(reading).recurrence_id == "20260309T1300Z"


def test_a_rule_without_an_end_is_written_out_to_the_end_of_the_period() -> None:
    """1 to 30 November 2026 is the last month of the period; its Sundays are five."""
    reading = read_events("DTSTART:20260104T140000Z\nDTEND:20260104T145000Z\nRRULE:FREQ=WEEKLY")

    assert len([s for s in spans(reading) if s.startswith("11-")]) == 5


def test_a_rule_may_have_begun_long_before_the_period() -> None:
    """3 January 1994 was a Monday; the period begins on a Wednesday, 1 October 2025."""
    reading = read_events("DTSTART;VALUE=DATE:19940103\nRRULE:FREQ=WEEKLY")

    assert spans(reading)[0] == "10-06 00:00 to 10-07 00:00"


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=MONTHLY;BYDAY=2TU;COUNT=3", ["01-13", "02-10", "03-10"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", ["01-30", "02-27"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", ["01-30", "02-27"]),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15;COUNT=3", ["01-15", "04-15", "07-15"]),
        ("FREQ=DAILY;INTERVAL=2;UNTIL=20260116", ["01-12", "01-14", "01-16"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=3", ["01-12", "01-15", "01-26"]),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=1", ["11-26"]),
    ],
)
def test_common_rules_find_their_days(rule: str, days: list[str]) -> None:
    """Days by a printed calendar of 2026; Monday 12 January is the first day of each rule."""
    first = "20260112" if "TU" not in rule and "-1" not in rule and "15" not in rule else "20260101"
    first = "20261126" if "YEARLY" in rule else first

    reading = read_events(f"DTSTART;VALUE=DATE:{first}\nRRULE:{rule}")

    assert [s[:5] for s in spans(reading)][-len(days) :] == days


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=HOURLY;COUNT=3",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYWEEKNO=54",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=WEEKLY;UNTIL=soon",
        "EVERY=MONDAY",
    ],
)
def test_a_rule_that_may_never_find_a_day_is_counted_and_left_out(rule: str) -> None:
    reading = read_events(f"DTSTART:20260105T140000Z\nRRULE:{rule}", "DTSTART:20260106T140000Z")

    assert skipped(reading) == {"repeats in a way that Fallow does not read": 1}
    assert spans(reading) == ["01-06 09:00 to 09:50"]


def test_a_rule_that_is_not_one_is_counted_as_broken() -> None:
    reading = read_events("DTSTART:20260105T140000Z\nRRULE:FREQ=WEEKLY;BYDAY=XX")

    assert sum(skipped(reading).values()) == 1


def test_a_calendar_that_repeats_without_end_is_refused() -> None:
    """A daily rule since 1970 is followed through 57 × 366 days; ten such are too many."""
    endless = "DTSTART;VALUE=DATE:19700101\nRRULE:FREQ=DAILY"

    assert "repeats more entries" in refuse(calendar(*[endless] * 10)).happened


def test_rules_that_ended_long_ago_do_not_make_a_calendar_too_long() -> None:
    """Years of weekly clients, each for a while, are an ordinary calendar."""
    ended = "DTSTART;VALUE=DATE:20060102\nRRULE:FREQ=WEEKLY;UNTIL=20160104"

    reading = read_events(*[ended] * 400, "DTSTART:20260105T140000Z")

    assert reading.report.rows_used == 1
    assert skipped(reading) == {"repeats that ended before the period": 400}
