"""Reading a calendar, against the two bare packages that do the parsing and the writing out.

Both read the same bytes in the same run: the packages give their events, Fallow gives appointments,
sorted and without text, and a report. Fallow may take at most 30 % more (issue 2).
"""

import sys
from datetime import datetime

import icalendar
import recurring_ical_events
from tests.bench.calendars import (
    PERIOD,
    make_entries,
    write_exported,
    write_lean,
    write_recurring,
)
from tests.bench.racing import close, run_in_turns, say, say_machine

from fallow.workload.readers.icalendar import read_icalendar
from fallow.workload.readers.reading import ReadingPlan
from fallow.workload.sorting.starting_rules import starting_rules

MOST_RATIO = 1.30
REPEATS = 5
EVENTS = 1500
PLAN = ReadingPlan(
    source="calendar",
    key=bytes(32),
    zone="America/New_York",
    period=PERIOD,
    rules=starting_rules(),
    keep_titles=True,
)


def main() -> int:
    """This will time both on three files, and fail where Fallow takes more than 30 % more."""
    entries = make_entries(EVENTS)
    files = {
        "as exported, with notes and alarms": write_exported(entries),
        "lean, times and titles alone": write_lean(entries),
        "standing entries, written out": write_recurring(EVENTS),
    }
    say("Reading iCalendar: Fallow against bare icalendar + recurring-ical-events")
    say_machine()
    broken = [sentence for name, content in files.items() if (sentence := _race(name, content))]
    return close("reading", broken=broken)


def _race(name: str, content: bytes) -> str | None:
    spans = _read_bare(content)
    ours = {(a.starts_at, a.ends_at) for a in read_icalendar(content, PLAN).appointments}
    if ours != spans:
        return f"{name}: the two do not read the same appointments."
    medians = run_in_turns(
        {
            "bare": lambda: _read_bare(content),
            "fallow": lambda: read_icalendar(content, PLAN),
        },
        repeats=REPEATS,
    )
    ratio = medians["fallow"] / medians["bare"]
    say(
        f"  {name}: {len(ours)} appointments, {len(content) // 1000} kB; "
        f"bare {medians['bare']:.3f} s, Fallow {medians['fallow']:.3f} s, ratio {ratio:.2f}"
    )
    return f"{name}: ratio {ratio:.2f}, at most {MOST_RATIO}." if ratio > MOST_RATIO else None


def _read_bare(content: bytes) -> set[tuple[datetime, datetime]]:
    """Parse, write out, and take the times: the least that anyone would do."""
    calendar = icalendar.Calendar.from_ical(content)
    events = recurring_ical_events.of(calendar).between(PERIOD.starts_at, PERIOD.ends_at)
    return {(event["DTSTART"].dt, event["DTEND"].dt) for event in events}


if __name__ == "__main__":
    sys.exit(main())
