"""A trial: what, from when, on which measure, and the day to look, chosen beforehand."""

from dataclasses import replace
from datetime import date

import pytest
from tests.spec.individual.evaluation.trying import EXHAUSTION, make_trial, with_phase

from fallow.base.errors import ValueRefused
from fallow.individual.evaluation.trial import Measure, find_overlapping, propose_trial
from fallow.individual.guidance.interventions import find_intervention


def test_the_day_to_look_is_the_onset_of_the_catalog_and_eight_weeks() -> None:
    # Row 3: 2 to 4 weeks. 1 June 2026 and 12 weeks is 24 August.
    trial = propose_trial(
        find_intervention("relaxation-breathing"), EXHAUSTION, start_date=date(2026, 6, 1)
    )

    assert (trial.onset_weeks, trial.last.look_date) == (4, date(2026, 8, 24))


def test_the_effect_grows_evenly_until_it_is_whole() -> None:
    trial = make_trial(start_week=10, weeks=12, onset_weeks=4)

    mondays = [date(2026, 3, 9), date(2026, 3, 16), date(2026, 3, 30), date(2026, 4, 13)]

    # the week before the start, its first, third and fifth week
    assert [trial.height_in(monday) for monday in mondays] == pytest.approx([0, 0.2, 0.6, 1])


def test_a_start_within_a_week_counts_from_the_next_monday() -> None:
    trial = with_phase(make_trial(start_week=10, weeks=12), start_date=date(2026, 3, 18))

    assert trial.last.first_monday == date(2026, 3, 23)
    assert trial.height_in(date(2026, 3, 16)) == 0


def test_what_makes_weeks_lighter_is_known_to_work_through_load() -> None:
    start = date(2026, 6, 1)

    cap = propose_trial(find_intervention("acuity-cap"), EXHAUSTION, start_date=start)
    breathing = propose_trial(
        find_intervention("relaxation-breathing"), EXHAUSTION, start_date=start
    )

    assert (cap.works_through_load, breathing.works_through_load) == (True, False)


def test_two_things_at_the_same_time_are_told() -> None:
    one = make_trial(start_week=10, weeks=12)
    other = make_trial(start_week=20, weeks=12)
    later = make_trial(start_week=40, weeks=8)

    assert find_overlapping(one, [one, other, later]) == (other,)


@pytest.mark.parametrize(
    "wrong",
    [{"what": " "}, {"onset_weeks": 53}, {"phases": ()}],
)
def test_a_trial_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueRefused):
        replace(make_trial(start_week=10, weeks=12), **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "wrong", [{"look_date": date(2026, 3, 16)}, {"end_date": date(2026, 3, 1)}]
)
def test_days_that_cannot_be_are_refused(wrong: dict[str, date]) -> None:
    with pytest.raises(ValueRefused):
        with_phase(make_trial(start_week=10, weeks=12), **wrong)


def test_a_measure_needs_room() -> None:
    with pytest.raises(ValueRefused):
        Measure(name="x", label="x", least=1, most=1, is_better_when_higher=True)
