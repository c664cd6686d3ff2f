"""A calendar speaks for whole weeks, its last one to Sunday, whichever week is looked at.

Beyond them nothing is known, and that is never read as a light week.
"""

import json

import pytest

from fallow.workload.my_week.facade import Desk

CALENDAR = b"""BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:a
DTSTART:20260225T090000Z
DTEND:20260225T110000Z
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:Session
END:VEVENT
END:VCALENDAR
"""
"""Three Wednesdays, the last of them on 11 March."""
ASKED = {
    "settings": {"zone": "UTC", "hours": [[]] * 7},
    "now": "2026-03-26T12:00:00+00:00",
    "key": "00" * 32,
}


@pytest.fixture
def ask():
    desk = Desk()

    def ask(do: str, file: bytes | None = None, **more: object):
        return json.loads(desk.answer(json.dumps({"do": do, **ASKED, **more}), file))

    return ask


def test_the_week_of_the_last_entry_is_seen_whole(ask) -> None:
    ask("read", CALENDAR, source="a", name="a.ics")

    assert ask("week", monday="2026-03-09")["coverage"]["share"] == 1


@pytest.mark.parametrize("later", ["2026-03-16", "2026-03-23"])
def test_it_stays_whole_when_a_later_week_is_looked_at(ask, later: str) -> None:
    ask("read", CALENDAR, source="a", name="a.ics")

    _, months = ask("week", monday=later)["pictures"]

    # a usual needs three weeks that were seen whole, of two hours each
    assert months["sentence"].startswith("More than half of your fully seen weeks held 2 h")


@pytest.mark.parametrize("later", ["2026-03-16", "2026-03-23"])
def test_a_week_beyond_it_is_not_known(ask, later: str) -> None:
    ask("read", CALENDAR, source="a", name="a.ics")

    week = ask("week", monday=later)

    assert week["coverage"]["share"] == 0
    assert "Your calendar speaks for no day of this week." in week["coverage"]["gaps"]
    assert week["known_weeks"] == ["2026-02-23", "2026-03-02", "2026-03-09"]


def test_an_empty_calendar_speaks_for_nothing(ask) -> None:
    ask("read", b"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", source="a", name="a.ics")

    coverage = ask("week", monday="2026-03-09")["coverage"]

    assert coverage["share"] == 0
    assert "No calendar has been read." in coverage["gaps"]
