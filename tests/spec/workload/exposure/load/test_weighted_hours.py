"""Weighted hours: contact hours times their weight, and a quarter of an hour for each note.

standards.md §2: sum(contact hours × w) + 0.25 h × appointments; for a group 0.1 h of notes for each
member besides; w = type weight × the one strongest modifier, at most 2.0. Sessions count whole in
the week in which they start. Weights are starting values, not evidence. Without acuity the hours
are a range over all individual weights, never 1.0 in silence.
"""

from dataclasses import replace

import pytest
from tests.spec.workload.diary import MON, SUN, entry, measured, session

from fallow.workload.appointments import Appointment, Kind, Status
from fallow.workload.limits.acuity import AcuityException
from fallow.workload.limits.policy import starting_policy

ONE_HOUR = session(MON, "9:00", 60)


def weighted(*entries: Appointment, **terms: object) -> float:
    value = measured(*entries, **terms).weighted_hours.value
    if value is None:
        raise AssertionError("a range, where a number was expected")
    return round(value, 4)


def fifty_minutes(count: int) -> list[Appointment]:
    return [session(n % 5, f"{8 + n // 5}:00") for n in range(count)]


def test_a_standard_hour_is_an_hour_and_a_quarter() -> None:
    assert weighted(ONE_HOUR) == 1.25  # 1 h × 1.0 + 0.25 h


@pytest.mark.parametrize(
    ("caseload", "count", "hours"),
    [
        # standards.md §3: "24 weighted hours are 22 standard sessions of 50 minutes, 17
        # trauma-processing sessions, 15 of severe personality disorder or DBT".
        ("standard_individual", 22, 23.8333),  # 22 × (0.8333 × 1.0 + 0.25)
        ("trauma_processing", 17, 24.0833),  # 17 × (0.8333 × 1.4 + 0.25)
        ("severe_pd_dbt", 15, 23.75),  # 15 × (0.8333 × 1.6 + 0.25)
    ],
)
def test_the_usual_week_of_the_fact_sheet(caseload: str, count: int, hours: float) -> None:
    assert weighted(*fifty_minutes(count), caseload=caseload) == hours


@pytest.mark.parametrize(
    ("kind", "hours"),
    [
        (Kind.COUPLE_FAMILY, 1.5),  # 1 h × 1.25 + 0.25 h
        (Kind.INTAKE, 1.65),  # 1 h × 1.4 + 0.25 h
        (Kind.CRISIS, 2.05),  # 1 h × 1.8 + 0.25 h
    ],
)
def test_some_kinds_bring_their_own_weight(kind: Kind, hours: float) -> None:
    assert weighted(entry(kind, MON, "9:00", 60), caseload="trauma_processing") == hours


def test_a_group_brings_notes_for_each_member() -> None:
    group = entry(Kind.GROUP, MON, "9:00", 90, group_size=8)

    assert weighted(group) == 3.3  # 1.5 h × 1.5 + 0.25 h + 8 × 0.1 h


def test_without_acuity_the_hours_are_a_range() -> None:
    week = measured(ONE_HOUR, caseload=None)

    # 1 h × 0.8 + 0.25 h to 1 h × 1.6 + 0.25 h; standards.md §2, lightest and heaviest
    assert week.weighted_hours.value is None
    assert (week.weighted_hours.low, week.weighted_hours.high) == (1.05, 1.85)


def test_only_the_sessions_without_acuity_widen_the_range() -> None:
    known = AcuityException(weight_key="standard_individual", client_ref="someone")

    week = measured(
        replace(ONE_HOUR, client_ref="someone"), session(MON, "11:00", 60),
        caseload=None, exceptions=(known,),
    )  # fmt: skip

    # 1.25 h is certain; the other hour is 1.05 h to 1.85 h
    assert (week.weighted_hours.low, week.weighted_hours.high) == (2.3, 3.1)
    assert week.uncoded_sessions == 1


def test_a_kind_with_its_own_weight_is_known_without_acuity() -> None:
    assert weighted(entry(Kind.CRISIS, MON, "9:00", 60), caseload=None) == 2.05


@pytest.mark.parametrize(
    ("modifier", "hours"),
    [
        ("mod_interpreter", 1.45),  # 1 h × 1.0 × 1.2 + 0.25 h
        ("mod_court", 1.55),  # 1 h × 1.0 × 1.3 + 0.25 h
    ],
)
def test_a_modifier_makes_an_hour_heavier(modifier: str, hours: float) -> None:
    told = AcuityException(modifier_key=modifier, client_ref="someone")

    assert weighted(replace(ONE_HOUR, client_ref="someone"), exceptions=(told,)) == hours


def test_only_the_strongest_modifier_counts() -> None:
    both = tuple(
        AcuityException(modifier_key=key, client_ref="someone")
        for key in ("mod_interpreter", "mod_court")
    )

    # 1 h × 1.3 + 0.25 h, not 1 h × 1.2 × 1.3 + 0.25 h
    assert weighted(replace(ONE_HOUR, client_ref="someone"), exceptions=both) == 1.55


def test_no_hour_weighs_more_than_two() -> None:
    told = AcuityException(modifier_key="mod_court", label_ref="on call")
    crisis = entry(Kind.CRISIS, MON, "9:00", 60, label_ref="on call")

    assert weighted(crisis, exceptions=(told,)) == 2.25  # 1.8 × 1.3 is 2.34; 1 h × 2.0 + 0.25 h


def test_a_modifier_widens_what_is_not_known_in_proportion() -> None:
    told = AcuityException(modifier_key="mod_court", client_ref="someone")

    week = measured(replace(ONE_HOUR, client_ref="someone"), caseload=None, exceptions=(told,))

    # 0.8 × 1.3 = 1.04; 1.6 × 1.3 = 2.08, which the ceiling makes 2.0; and 0.25 h of notes each
    assert (week.weighted_hours.low, week.weighted_hours.high) == (1.29, 2.25)


def test_a_practice_may_choose_another_weight() -> None:
    chosen = replace(starting_policy(), weights=(("standard_individual", 1.1),))

    assert weighted(ONE_HOUR, policy=chosen) == 1.35  # 1 h × 1.1 + 0.25 h


def test_two_sessions_at_the_same_hour_weigh_twice() -> None:
    assert weighted(ONE_HOUR, replace(ONE_HOUR, uid="other")) == 2.5


def test_a_session_into_the_next_week_weighs_whole_where_it_starts() -> None:
    assert weighted(session(-1, "23:30", 60), session(SUN, "23:30", 60)) == 1.25


def test_a_session_that_was_not_held_weighs_nothing_and_has_no_note() -> None:
    assert weighted(replace(ONE_HOUR, status=Status.CANCELLED)) == 0


def test_a_session_without_length_still_has_its_note() -> None:
    assert weighted(session(MON, "9:00", 0)) == 0.25


def test_the_hours_say_where_their_weights_come_from() -> None:
    estimate = measured(ONE_HOUR).weighted_hours

    assert estimate.unit == "weighted hours"
    assert "starting values, not evidence" in estimate.source
