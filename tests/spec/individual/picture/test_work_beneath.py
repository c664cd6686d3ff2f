"""The weeks of work beneath the answers: what is kept of a calendar, and how heavy a week was."""

from datetime import date

from tests.spec.individual.picture.room import monday, worked

from fallow.individual.picture.records import WorkedWeek, read_worked_weeks
from fallow.individual.picture.work import MOST_LOAD, find_loads


def _weeks(hours: list[float | None]) -> dict[date, WorkedWeek]:
    told = [worked(place, one) for place, one in enumerate(hours)]
    return {week.monday: week for week in read_worked_weeks({"weeks": told})}


def test_a_week_is_held_against_the_weeks_before_it() -> None:
    # Eight weeks of 18 and 22 h: mean 20, standard deviation 2. 24 h is two of them above.
    weeks = _weeks([18, 22, 18, 22, 18, 22, 18, 22, 24])

    loads = find_loads([monday(place) for place in range(9)], weeks)

    assert loads == (*[None] * 8, 2.0)


def test_a_later_week_changes_nothing_about_an_earlier_one() -> None:
    hours: list[float | None] = [18, 22, 18, 22, 18, 22, 18, 22, 24]
    mondays = [monday(place) for place in range(10)]

    before = find_loads(mondays[:9], _weeks(hours))
    after = find_loads(mondays, _weeks([*hours, 60]))

    assert after[:9] == before


def test_a_week_that_was_not_seen_or_has_no_weight_has_no_load() -> None:
    weeks = _weeks([20, 20, 20, 20, 20, 20, 20, 20, None])

    loads = find_loads([*(monday(place) for place in range(9)), monday(11)], weeks)

    assert loads[-2:] == (None, None)


def test_weeks_that_are_all_alike_do_not_make_an_hour_a_storm() -> None:
    # An hour is the least that counts as one standard deviation; five hours are cut at three.
    weeks = _weeks([20, 20, 20, 20, 20, 20, 20, 20, 21, 25])

    loads = find_loads([monday(place) for place in range(10)], weeks)

    assert loads[8] == 1.0
    assert loads[9] == MOST_LOAD
