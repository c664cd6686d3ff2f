"""Trauma share and high-acuity share: parts of the week's session hours, or not known.

Trauma work is what was coded trauma-processing; high acuity is current acute risk, severe
personality disorder or DBT with coaching, and every crisis contact (standards.md §2). While one
session is uncoded both are "not known": a share of the coded ones would be a guess about the rest.
"""

import pytest
from tests.spec.workload.diary import MON, NOT_HELD, TUE, entry, measured, session

from fallow.workload.appointments import Kind, Status
from fallow.workload.limits.acuity import AcuityException

TRAUMA = AcuityException(weight_key="trauma_processing", client_ref="someone")


def test_one_hour_of_three_is_a_third() -> None:
    week = measured(
        session(MON, "9:00", 60, client_ref="someone"),
        session(MON, "11:00", 60),
        session(TUE, "9:00", 60),
        exceptions=(TRAUMA,),
    )

    assert week.trauma_share == 1 / 3


def test_the_share_is_of_hours_and_not_of_sessions() -> None:
    long, short = session(MON, "9:00", 90, client_ref="someone"), session(MON, "11:00", 30)

    week = measured(long, short, exceptions=(TRAUMA,))

    assert week.trauma_share == 0.75  # 90 of 120 minutes


def test_a_trauma_caseload_is_wholly_trauma_work() -> None:
    assert measured(session(MON, "9:00"), caseload="trauma_processing").trauma_share == 1


@pytest.mark.parametrize("caseload", ["high_acute_risk", "severe_pd_dbt"])
def test_acute_risk_and_severe_disorder_are_high_acuity(caseload: str) -> None:
    week = measured(session(MON, "9:00"), caseload=caseload)

    assert (week.high_acuity_share, week.trauma_share) == (1, 0)


def test_a_crisis_contact_is_high_acuity_whatever_the_caseload() -> None:
    week = measured(session(MON, "9:00", 60), entry(Kind.CRISIS, MON, "12:00", 20))

    assert week.high_acuity_share == 0.25  # 20 of 80 minutes


def test_one_uncoded_session_makes_both_not_known() -> None:
    week = measured(
        session(MON, "9:00", client_ref="someone"),
        session(TUE, "9:00"),
        caseload=None,
        exceptions=(TRAUMA,),
    )

    assert (week.trauma_share, week.high_acuity_share) == (None, None)
    assert week.uncoded_sessions == 1


def test_an_answer_for_the_whole_caseload_makes_them_known() -> None:
    week = measured(session(MON, "9:00"), caseload="maintenance")

    assert (week.trauma_share, week.high_acuity_share, week.uncoded_sessions) == (0, 0, 0)


def test_a_week_without_sessions_has_no_share() -> None:
    week = measured(entry(Kind.SUPERVISION, MON, "9:00", 60))

    assert (week.trauma_share, week.high_acuity_share) == (None, None)


@pytest.mark.parametrize("status", NOT_HELD)
def test_an_uncoded_session_that_was_not_held_leaves_the_share_known(status: Status) -> None:
    uncoded = session(MON, "9:00", status=status)
    crisis = entry(Kind.CRISIS, MON, "12:00", 20)

    week = measured(uncoded, crisis, caseload=None)

    assert week.high_acuity_share == 1
