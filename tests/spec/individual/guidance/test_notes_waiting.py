"""Notes waiting: late ones, quick ones, then the rest; and how long until none wait."""

from datetime import date

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.guidance.plan.triage import (
    COUNTERPART,
    WaitingNote,
    count_weeks_to_clear,
    explain_clearing,
    explain_waiting,
    sort_notes,
)

TODAY = date(2026, 11, 26)
LATE = WaitingNote(reference="late", session_date=date(2026, 11, 10), minutes=40)
LONG = WaitingNote(reference="long", session_date=date(2026, 11, 20), minutes=30)
QUICK = WaitingNote(reference="quick", session_date=date(2026, 11, 24), minutes=10)
NEW = WaitingNote(reference="new", session_date=date(2026, 11, 25), minutes=11)


def _order(due_days: int | None) -> list[str]:
    return [
        n.reference for n in sort_notes([NEW, QUICK, LONG, LATE], today=TODAY, due_days=due_days)
    ]


def test_late_ones_come_first_then_quick_ones_then_the_oldest() -> None:
    assert _order(due_days=14) == ["late", "quick", "long", "new"]


def test_where_no_rule_is_known_none_is_late() -> None:
    assert _order(due_days=None) == ["quick", "late", "long", "new"]


def test_a_note_on_its_last_day_is_not_late() -> None:
    # 10 November is 16 days before the 26th
    assert _order(due_days=16)[0] == "quick"
    assert _order(due_days=15)[0] == "late"


@pytest.mark.parametrize(
    ("waiting", "fresh", "free", "weeks"),
    [
        (180, 60, 120, 3),  # an hour gained a week, three hours waiting
        (181, 60, 120, 4),
        (0, 60, 30, 0),
        (60, 60, 60, None),
        (60, 90, 60, None),
    ],
)
def test_weeks_until_none_wait(waiting: int, fresh: int, free: int, weeks: int | None) -> None:
    assert count_weeks_to_clear(waiting, fresh_minutes_week=fresh, free_minutes_week=free) == weeks


def test_where_more_comes_than_goes_it_is_the_practices_matter() -> None:
    assert "It takes time from the practice." in explain_clearing(None)
    assert explain_clearing(1) == "With this time, it is about 1 week until none wait."
    assert explain_clearing(0) == "No notes are waiting."


def test_what_waits_is_counted_with_the_age_of_the_oldest() -> None:
    assert explain_waiting((NEW, LATE), today=TODAY) == "2 notes wait, the oldest for 16 days."
    assert explain_waiting((NEW,), today=TODAY) == "1 note waits, the oldest for 1 day."
    assert explain_waiting((), today=TODAY) == ""


def test_the_practices_part_claims_a_link_and_no_proof() -> None:
    assert "That is a link, not proof." in COUNTERPART
    assert "odds" not in COUNTERPART


def test_a_note_takes_time() -> None:
    with pytest.raises(ValueRefused):
        WaitingNote(reference="x", session_date=TODAY, minutes=0)
