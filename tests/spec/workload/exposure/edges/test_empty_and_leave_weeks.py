"""An empty week and a week of leave: the same numbers, and not the same week.

An empty week is not known; its numbers are never shown. A week of leave is known to hold nothing.
"""

from dataclasses import asdict

from tests.spec.workload.diary import MON, all_day, measured, posted

from fallow.workload.appointments import Kind

NOTHING = 0
NO_SUCH_THING = (
    "trauma_share",
    "high_acuity_share",
    "notes_waiting_before",
    "oldest_note_days",
    "shortest_night_minutes",
)
ABOUT_THE_WEEK = {"monday", "zone", "measured_at", "coverage", "weighted_hours"}


def test_an_empty_week_is_not_known() -> None:
    assert not measured().coverage.is_known
    assert posted().contact_minutes is None


def test_a_week_of_leave_is_known_and_holds_nothing() -> None:
    week = measured(all_day(Kind.LEAVE, MON, days=5))
    figures = {k: v for k, v in asdict(week).items() if k not in ABOUT_THE_WEEK}

    assert week.coverage.is_whole
    assert (figures.pop("leave_days"), figures.pop("days_off")) == (5, 7)
    assert week.weighted_hours.value == 0
    assert figures.pop("direct_share") is None
    assert {figures.pop(name) for name in NO_SUCH_THING} == {None}
    assert set(figures.values()) == {NOTHING}
