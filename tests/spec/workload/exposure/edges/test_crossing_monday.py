"""Across Monday: minutes are parted between two weeks; a session belongs to the one it began in.

Nothing is told twice and nothing is lost: what two neighbouring weeks hold is what the diary holds.
"""

from datetime import timedelta

import pytest
from tests.spec.workload.diary import MONDAY, SUN, entry, measured

from fallow.workload.appointments import Kind, Status

ACROSS = {"day": SUN, "clock": "23:20", "minutes": 60}  # 40 minutes of Sunday, 20 of Monday
NEXT = MONDAY + timedelta(weeks=1)
IN_MINUTES = [
    (Kind.CRISIS, "contact_minutes"),
    (Kind.ON_CALL, "on_call_minutes"),
    (Kind.TRAVEL, "travel_minutes"),
    (Kind.TRAINING, "training_minutes"),
    (Kind.ADMINISTRATION, "administration_minutes"),
    (Kind.ADMINISTRATION, "after_hours_notes_minutes"),
    (Kind.SUPERVISION, "supervision_minutes"),
    (Kind.PEER_CONSULTATION, "peer_minutes"),
    (Kind.PROTECTED_TIME, "protected_minutes"),
    (Kind.CRISIS, "work_minutes"),
    (Kind.CRISIS, "after_hours_minutes"),
    (Kind.CRISIS, "longest_day_minutes"),
]
COUNTED = [
    ("sessions", {}),
    ("crisis_contacts", {}),
    ("longest_run", {}),
    ("lengths_inferred", {"end_inferred": True}),
    ("no_shows", {"status": Status.NO_SHOW}),
]


@pytest.mark.parametrize(("kind", "figure"), IN_MINUTES)
def test_minutes_are_parted_at_midnight(kind: Kind, figure: str) -> None:
    across = entry(kind, **ACROSS)

    before, after = measured(across), measured(across, monday=NEXT)

    assert (getattr(before, figure), getattr(after, figure)) == (40, 20)


@pytest.mark.parametrize(("figure", "told"), COUNTED)
def test_a_session_counts_in_the_week_it_began_in(figure: str, told: dict[str, object]) -> None:
    across = entry(Kind.CRISIS, **ACROSS, **told)

    before, after = measured(across), measured(across, monday=NEXT)

    assert (getattr(before, figure), getattr(after, figure)) == (1, 0)


def test_its_weight_counts_whole_in_the_week_it_began_in() -> None:
    across = entry(Kind.CRISIS, **ACROSS)

    hours = [measured(across, monday=monday).weighted_hours.value for monday in (MONDAY, NEXT)]

    assert hours == [2.05, 0]  # 1 h × 1.8 + 0.25 h


def test_it_takes_a_day_of_both_weeks() -> None:
    across = entry(Kind.CRISIS, **ACROSS)

    assert [measured(across, monday=m).days_off for m in (MONDAY, NEXT)] == [6, 6]


def test_the_weekend_ends_at_midnight() -> None:
    across = entry(Kind.CRISIS, **ACROSS)

    assert [measured(across, monday=m).weekend_minutes for m in (MONDAY, NEXT)] == [40, 0]
