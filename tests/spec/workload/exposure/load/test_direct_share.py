"""Direct share: time with clients as a share of the paid time that was not leave.

Paid time is the working hours, unless the clinician told other hours. Leave is left out, so that
three days with clients before two days of leave do not read as a light week. standards.md §3 calls
up to 60 % usual (assumption); more than 100 % is possible and is said as it is.
"""

from tests.spec.workload.diary import (
    MON,
    THU,
    TUE,
    WED,
    all_day,
    entry,
    measured,
    sessions,
    working,
)

from fallow.base.working_time import WorkingHours
from fallow.workload.appointments import Kind

SIX_HOURS = (*sessions(MON, "9:00", "10:00", "11:00", minutes=60),
             *sessions(TUE, "9:00", "10:00", "11:00", minutes=60))  # fmt: skip


def test_six_hours_of_forty() -> None:
    assert measured(*SIX_HOURS).direct_share == 6 / 40  # five days of 9 to 17


def test_working_hours_with_a_pause_are_paid_without_it() -> None:
    hours = working((9 * 60, 12 * 60), (13 * 60, 16 * 60))

    assert measured(*SIX_HOURS, hours=hours).direct_share == 6 / 30  # five days of 6 hours


def test_paid_hours_that_were_told_stand_in_place_of_working_hours() -> None:
    assert measured(*SIX_HOURS, paid_minutes=20 * 60).direct_share == 6 / 20


def test_leave_is_left_out_of_paid_time() -> None:
    leave = all_day(Kind.LEAVE, WED, days=3)

    assert measured(*SIX_HOURS, leave).direct_share == 6 / 16  # Monday and Tuesday remain


def test_leave_is_left_out_in_proportion_where_paid_hours_were_told() -> None:
    leave = entry(Kind.LEAVE, THU, "9:00", 8 * 60)  # one day of five

    assert measured(*SIX_HOURS, leave, paid_minutes=20 * 60).direct_share == 6 / 16


def test_contact_outside_working_hours_counts_too() -> None:
    evening = entry(Kind.CRISIS, MON, "20:00", 60)

    assert measured(evening).direct_share == 1 / 40


def test_a_week_wholly_on_leave_has_no_share() -> None:
    assert measured(all_day(Kind.LEAVE, MON, days=5)).direct_share is None


def test_without_working_hours_and_without_paid_hours_there_is_no_share() -> None:
    never = WorkingHours(zone="America/New_York", days=((),) * 7)

    assert measured(*SIX_HOURS, hours=never).direct_share is None
    assert measured(*SIX_HOURS, hours=never, paid_minutes=20 * 60).direct_share == 6 / 20
