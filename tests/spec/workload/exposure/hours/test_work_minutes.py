"""Work minutes, and those of each kind: what the week held besides, and with, its clients.

Work is every kind but being on call, leave, personal entries and those not sorted yet. Protected
time is work kept free of bookings. Each kind's minutes count on their own; in all work a shared
minute counts once.
"""

import pytest
from tests.spec.workload.diary import (
    MON,
    NOT_HELD,
    SUN,
    TUE,
    all_day,
    entry,
    measured,
    notes,
    session,
)

from fallow.workload.appointments import Kind, Status

FIGURE_OF_KIND = {
    Kind.TRAVEL: "travel_minutes",
    Kind.TRAINING: "training_minutes",
    Kind.ADMINISTRATION: "administration_minutes",
    Kind.SUPERVISION: "supervision_minutes",
    Kind.PEER_CONSULTATION: "peer_minutes",
}
NO_WORK = (Kind.ON_CALL, Kind.LEAVE, Kind.PERSONAL, Kind.UNKNOWN)


@pytest.mark.parametrize(("kind", "figure"), FIGURE_OF_KIND.items())
def test_two_entries_of_a_kind_add_up(kind: Kind, figure: str) -> None:
    week = measured(entry(kind, MON, "9:00", 45), entry(kind, TUE, "9:00", 60))

    assert getattr(week, figure) == 105


@pytest.mark.parametrize(("kind", "figure"), FIGURE_OF_KIND.items())
def test_no_other_kind_has_a_part_in_it(kind: Kind, figure: str) -> None:
    others = (entry(other, MON, "9:00", 60) for other in Kind if other is not kind)

    assert getattr(measured(*others), figure) == 0


@pytest.mark.parametrize(("kind", "figure"), FIGURE_OF_KIND.items())
@pytest.mark.parametrize("status", NOT_HELD)
def test_what_did_not_take_place_is_left_out(kind: Kind, figure: str, status: Status) -> None:
    assert getattr(measured(entry(kind, MON, "9:00", 60, status=status)), figure) == 0


def test_all_work_is_contact_notes_travel_and_the_rest() -> None:
    week = measured(
        session(MON, "9:00"),
        notes(MON, "10:00", 30),
        entry(Kind.TRAVEL, MON, "11:00", 25),
        entry(Kind.SUPERVISION, TUE, "9:00", 60),
        entry(Kind.PROTECTED_TIME, TUE, "14:00", 120),
    )

    assert week.work_minutes == 285  # 50 + 30 + 25 + 60 + 120


@pytest.mark.parametrize("kind", NO_WORK)
def test_being_reachable_leave_personal_time_and_the_unsorted_are_no_work(kind: Kind) -> None:
    assert measured(entry(kind, MON, "9:00", 60)).work_minutes == 0


def test_a_minute_with_two_kinds_of_work_is_one_minute_of_work() -> None:
    on_the_train = (entry(Kind.TRAVEL, MON, "8:00", 60), notes(MON, "8:15", 30))

    week = measured(*on_the_train)

    assert (week.work_minutes, week.travel_minutes, week.administration_minutes) == (60, 60, 30)


def test_of_travel_into_the_next_week_only_this_weeks_part_counts() -> None:
    week = measured(entry(Kind.TRAVEL, -1, "23:00", 120), entry(Kind.TRAVEL, SUN, "23:00", 120))

    assert week.travel_minutes == 120  # 60 after midnight, and 60 before


def test_an_all_day_conference_takes_no_hours_because_it_names_none() -> None:
    week = measured(all_day(Kind.TRAINING, MON, days=3))

    assert (week.training_minutes, week.work_minutes) == (0, 0)
