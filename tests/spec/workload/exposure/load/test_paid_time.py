"""Paid time is what a person says it is; a number that no week holds is refused."""

import pytest

from fallow.base.errors import ValueRefused
from fallow.base.working_time import office_hours
from fallow.workload.exposure.setting import WeekSetting
from fallow.workload.limits.policy import starting_policy


def paid(minutes: int) -> WeekSetting:
    hours = office_hours("America/New_York")
    return WeekSetting(hours=hours, policy=starting_policy(), paid_minutes=minutes)


def test_a_hundred_hours_are_the_most() -> None:
    assert paid(6000).paid_minutes == 6000


@pytest.mark.parametrize("minutes", [0, -60, 6001])
def test_none_less_than_none_and_more_are_refused(minutes: int) -> None:
    with pytest.raises(ValueRefused, match="cannot be"):
        paid(minutes)
