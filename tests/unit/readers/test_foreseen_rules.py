"""What an entry's lines announce is what its component takes, so a full file is refused at once."""

import time

import pytest
from tests.spec.readers.files import PLAN
from tests.spec.readers.hostile.calendars import many, wrap

from fallow.base.errors import FileRefused
from fallow.workload.readers.icalendar.events import parse_event
from fallow.workload.readers.icalendar.reader import read_icalendar
from fallow.workload.readers.icalendar.recurrence import StepBudget
from fallow.workload.readers.icalendar.repeats import foresee_steps, repeats_of
from fallow.workload.readers.icalendar.zones import Zones

START = b"DTSTART:20250106T090000Z"
ENTRIES = [
    [START, b"RRULE:FREQ=WEEKLY;BYDAY=MO,TH"],
    [START, b"RRULE:FREQ=DAILY;UNTIL=20260301T000000Z"],
    [START, b"RRULE:FREQ=MONTHLY;BYDAY=1MO"],
    [b"DTSTART;VALUE=DATE:20250106", b"RRULE:FREQ=YEARLY;INTERVAL=2"],
    [b"dtstart;tzid=UTC:20250106T090000", b"rrule:freq=weekly"],
    [START, b"RRULE:FREQ=WEEKLY", b"RRULE:FREQ=DAILY"],
    [START, b"RRULE:FREQ=DAILY;UNTIL=20250201T000000Z"],
    [START, b"RRULE:FREQ=DAILY;UNTIL=20250201T000000Z", b"RDATE:20260112T090000Z"],
    [START, b"RRULE:FREQ=SECONDLY"],
]


@pytest.mark.parametrize("lines", ENTRIES, ids=lambda lines: lines[-1].decode())
def test_lines_and_component_announce_the_same(lines: list[bytes]) -> None:
    budget, span = StepBudget(PLAN.period.ends_at.year), PLAN.period
    event = parse_event([b"UID:1", *lines], Zones([], b""))
    assert event is not None
    repeats = repeats_of(event)
    taken = 0 if repeats.why_not(span) else repeats.count_steps(budget)

    assert foresee_steps(lines, budget=budget, span=span) == taken


def test_entries_that_do_not_repeat_announce_nothing() -> None:
    assert foresee_steps([START], budget=StepBudget(2026), span=PLAN.period) == 0
    unreadable = [b"DTSTART:2025-01-06", b"RRULE:FREQ=DAILY"]
    assert foresee_steps(unreadable, budget=StepBudget(2026), span=PLAN.period) == 0


def test_a_file_that_announces_too_much_is_refused_before_anything_is_written_out() -> None:
    """Three entries fit the budget and five do not: refusing takes less than writing out three."""
    rule = b"DTSTART:19000101T090000Z\r\nRRULE:FREQ=DAILY\r\n"
    began = time.process_time()
    read_icalendar(wrap(many(3, rule)), PLAN)
    written_out = time.process_time() - began
    began = time.process_time()

    with pytest.raises(FileRefused, match="repeats more entries"):
        read_icalendar(wrap(many(5, rule)), PLAN)

    assert time.process_time() - began < written_out / 2
