"""Cap and headroom: the weighted hours a week may hold, and what is left of them.

There is no cap until a practice adopts one. It is for a full post and scales with the share of one
(standards.md §3: "scale by FTE"). A cap agreed with one person stands in its place, and carries no
reason. Headroom is the cap less the weighted hours: a range where those are one.
"""

from dataclasses import replace
from datetime import date

from tests.spec.workload.diary import MON, posted, session, sessions

from fallow.base.estimate import Estimate
from fallow.workload.appointments import Appointment
from fallow.workload.limits.policy import starting_policy

ADOPTED = replace(
    starting_policy(), version=1, adopted_date=date(2026, 1, 5), weekly_cap_hours=24.0
)
TWO_HOURS = (session(MON, "9:00", 60), session(MON, "11:00", 60))  # 2.5 weighted hours


def room(*entries: Appointment, **terms: object) -> Estimate:
    headroom = posted(*entries, **terms).headroom_hours
    if headroom is None:
        raise AssertionError("no headroom")
    return headroom


def test_headroom_is_the_cap_less_the_weighted_hours() -> None:
    assert room(*TWO_HOURS, policy=ADOPTED).value == 21.5  # 24 − 2.5


def test_before_a_cap_is_adopted_there_is_none_and_no_headroom() -> None:
    week = posted(*TWO_HOURS)

    assert (week.cap_hours, week.headroom_hours) == (None, None)


def test_a_cap_that_was_only_proposed_holds_nobody() -> None:
    proposed = replace(starting_policy(), weekly_cap_hours=24.0)  # still version 0

    assert posted(*TWO_HOURS, policy=proposed).cap_hours is None


def test_the_cap_scales_with_the_post() -> None:
    assert posted(*TWO_HOURS, policy=ADOPTED, fte_share=0.6).cap_hours == 14.4  # 24 × 0.6


def test_a_cap_of_ones_own_stands_as_it_was_agreed() -> None:
    week = posted(*TWO_HOURS, policy=ADOPTED, fte_share=0.6, own_cap_hours=12.0)

    assert week.cap_hours == 12


def test_no_cap_is_lowered_for_new_graduates_by_itself() -> None:
    # The factor 0.8 of standards.md §3 needs to be agreed with the person, as a cap of their own:
    # nothing here knows how long someone has been in practice.
    assert posted(*TWO_HOURS, policy=ADOPTED).cap_hours == 24


def test_a_caseload_of_trauma_work_has_the_same_cap_because_its_hours_already_weigh_more() -> None:
    # standards.md §3: "There is one weighted cap and no second, lower one for trauma roles".
    week = posted(*TWO_HOURS, policy=ADOPTED, caseload="trauma_processing")

    assert week.cap_hours == 24
    assert week.headroom_hours is not None
    assert week.headroom_hours.value == 20.7  # 24 − (2 × 1.4 + 2 × 0.25)


def test_headroom_is_a_range_where_weights_are_not_known() -> None:
    headroom = room(session(MON, "9:00", 60), policy=ADOPTED, caseload=None)

    assert headroom.value is None
    assert (headroom.low, headroom.high) == (24 - 1.85, 24 - 1.05)


def test_a_week_over_its_cap_has_less_than_none() -> None:
    small = replace(ADOPTED, weekly_cap_hours=2.0)

    assert room(*sessions(MON, "9:00", "11:00", minutes=60), policy=small).value == -0.5


def test_a_week_that_could_not_be_seen_shows_its_cap_and_no_headroom() -> None:
    week = posted(*TWO_HOURS, policy=ADOPTED, spans=())

    assert (week.cap_hours, week.headroom_hours) == (24, None)
