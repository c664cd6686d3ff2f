"""Policy: one dated version of what a practice chose. Version 0 is the catalog, adopted by nobody.

Its weights and pauses are starting values, and it has no cap. Version 1 and later carry the day on
which they were adopted; a week is held against the newest that was adopted by its Sunday.
"""

from dataclasses import replace
from datetime import date

import pytest

from fallow.base.errors import ValueRefused
from fallow.workload.limits.catalog import find_entry
from fallow.workload.limits.policy import Policy, policy_on, starting_policy

START = starting_policy()


def adopted(version: int, day: date, **chosen: object) -> Policy:
    return replace(START, version=version, adopted_date=day, **chosen)


def test_version_0_holds_the_catalogs_values_and_no_cap() -> None:
    assert (START.version, START.adopted_date, START.adopted_cap_hours) == (0, None, None)
    assert START.recovery_gap_minutes == find_entry("gap_minutes").value
    assert [(k, w) for k, w in START.weights if w != find_entry(k).value] == []


def test_a_chosen_weight_stands_in_place_of_the_catalogs() -> None:
    policy = replace(START, weights=(("couple_family", 1.4),))

    assert policy.weight_of("couple_family") == 1.4
    assert policy.weight_of("maintenance") == 0.8  # standards.md §2


@pytest.mark.parametrize("weight", [0.05, 2.1])
def test_a_weight_below_a_tenth_or_above_two_is_refused(weight: float) -> None:
    with pytest.raises(ValueRefused, match="outside"):
        replace(START, weights=(("maintenance", weight),))


@pytest.mark.parametrize(
    "chosen",
    [
        {"weights": (("maintenance", 0.1),)},
        {"weights": (("maintenance", 2.0),)},
        {"recovery_gap_minutes": 0},
        {"recovery_gap_minutes": 120},
        {"weekly_cap_hours": 168},
    ],
)
def test_the_edges_of_what_can_be_chosen_can_be_chosen(chosen: dict[str, object]) -> None:
    assert adopted(1, date(2026, 1, 5), **chosen)


def test_a_weight_for_work_that_is_not_in_the_catalog_is_refused() -> None:
    with pytest.raises(ValueRefused):
        replace(START, weights=(("paperwork", 1.0),))


def test_a_cap_counts_once_it_was_adopted() -> None:
    assert replace(START, weekly_cap_hours=24).adopted_cap_hours is None
    assert adopted(1, date(2026, 1, 5), weekly_cap_hours=24).adopted_cap_hours == 24


@pytest.mark.parametrize("cap", [0, 169])
def test_a_cap_that_nobody_could_keep_is_refused(cap: float) -> None:
    with pytest.raises(ValueRefused, match="cannot be kept"):
        adopted(1, date(2026, 1, 5), weekly_cap_hours=cap)


@pytest.mark.parametrize("minutes", [-1, 121])
def test_a_pause_of_no_or_of_endless_length_is_refused(minutes: int) -> None:
    with pytest.raises(ValueRefused, match="gap"):
        replace(START, recovery_gap_minutes=minutes)


def test_the_long_pause_is_half_an_hour_and_never_shorter_than_the_others() -> None:
    assert START.long_gap_minutes == 30  # standards.md §3: "30 after 3"
    assert replace(START, recovery_gap_minutes=45).long_gap_minutes == 45


@pytest.mark.parametrize(("version", "day"), [(0, date(2026, 1, 5)), (1, None)])
def test_a_version_and_its_day_come_together(version: int, day: date | None) -> None:
    with pytest.raises(ValueRefused, match="the day it was adopted"):
        replace(START, version=version, adopted_date=day)


@pytest.mark.parametrize(
    ("day", "version"),
    [(date(2026, 1, 4), 0), (date(2026, 1, 5), 1), (date(2026, 3, 1), 1), (date(2026, 3, 2), 2)],
)
def test_on_each_day_the_newest_version_adopted_by_then_holds(day: date, version: int) -> None:
    versions = [adopted(2, date(2026, 3, 2)), adopted(1, date(2026, 1, 5))]

    assert policy_on(versions, day).version == version
