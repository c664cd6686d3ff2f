"""Every limit of standards.md §3 is in the catalog, with the same numbers and evidence word.

`low` is where usual ends, `high` where full ends. The table is copied by hand from the fact sheet:
assumption, unless it notes more. No page colors what lies above.
"""

import pytest

from fallow.workload.exposure.rhythm import SESSIONS_BEFORE_LONG_GAP
from fallow.workload.limits.catalog import find_entry

LIMITS = [
    # key, value, usual ends, full ends, unit, evidence
    ("weighted_contact_week", 30, 24, 30, "weighted hours", "assumption"),
    ("appointments_day", 6, 5, 6, "appointments", "assumption"),  # ≤5, 6, ≥7
    ("back_to_back", 3, 2, 3, "sessions", "assumption"),  # ≤2, 3, ≥4
    ("gap_minutes", 10, 5, 10, "minutes", "assumption"),  # ≥10, 5–9, <5
    ("direct_share", 0.65, 0.60, 0.65, "share", "assumption"),
    ("after_hours_docs_week", 6, 1, 6, "hours", "verified"),  # KLAS cut
    ("trauma_share", 0.60, 0.40, 0.60, "share", "assumption"),
    ("supervision_dose", 1.5, 1.5, 4.33, "hours a month", "verified"),  # BACP; 1 h/week = 52/12
    ("leave_weeks_without", 20, 13, 20, "weeks", "assumption"),
]
SINGLE = [
    ("new_graduate_factor", 0.8, "factor"),
    ("gap_after_three_minutes", 30, "minutes"),
    ("leave", 5, "days in 13 weeks"),
    ("rest_42", 0.42, "share"),
]


@pytest.mark.parametrize(("key", "value", "low", "high", "unit", "evidence"), LIMITS)
def test_a_limit(key: str, value: float, low: float, high: float, unit: str, evidence: str) -> None:
    entry = find_entry(key)

    assert (entry.value, entry.low, entry.high) == (value, low, high)
    assert (entry.unit, entry.evidence) == (unit, evidence)


@pytest.mark.parametrize(("key", "value", "unit"), SINGLE)
def test_a_number_without_a_range(key: str, value: float, unit: str) -> None:
    entry = find_entry(key)

    assert (entry.value, entry.low, entry.unit) == (value, None, unit)
    assert entry.evidence == "assumption"


def test_the_long_pause_is_due_after_as_many_sessions_as_still_count_as_full() -> None:
    assert find_entry("back_to_back").value == SESSIONS_BEFORE_LONG_GAP


def test_the_book_of_forty_two_percent_is_shown_and_never_an_alert() -> None:
    # standards.md §6: "No trial has tested the 42 % figure."
    assert "never an alert" in find_entry("rest_42").note
    assert "No trial" in find_entry("rest_42").note


def test_the_factor_for_new_graduates_is_told_and_not_applied() -> None:
    assert "Never applied by itself" in find_entry("new_graduate_factor").note
