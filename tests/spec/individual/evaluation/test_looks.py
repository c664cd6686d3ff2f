"""The answer on the chosen day. Values are made by hand, so that it is plain what should come."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.spec.individual.evaluation.trying import make_history, make_trial, with_phase

from fallow.base.errors import ValueRefused
from fallow.individual.evaluation.looking import Answer, Look, look
from fallow.individual.evaluation.trial import Trial
from fallow.individual.evaluation.weeks import MeasureHistory, Reason
from fallow.individual.trajectory.observation import Observation

CALM = [2.0, 2.3, 1.8, 2.1, 1.9, 2.2] * 5  # thirty weeks around 2.0
LOW = [0.4, 0.6, 0.5, 0.3] * 3
HIGH = [3.6, 3.4, 3.7, 3.5] * 3


def _look(trial: Trial, history: MeasureHistory) -> Look:
    return look(trial, history, today=trial.last.look_date)


def test_a_large_fall_that_stays_is_called_a_help() -> None:
    found = _look(make_trial(start_week=30, weeks=12), make_history([*CALM, *LOW]))

    assert found.answer is Answer.HELPED
    assert found.effect is not None
    assert found.effect.high < 0  # points of exhaustion


def test_a_large_rise_is_called_worse() -> None:
    found = _look(make_trial(start_week=30, weeks=12), make_history([*CALM, *HIGH]))

    assert found.answer is Answer.MADE_IT_WORSE


def test_where_more_is_better_a_rise_is_a_help() -> None:
    trial = make_trial(start_week=30, weeks=12)
    trial = replace(trial, measure=replace(trial.measure, is_better_when_higher=True))

    assert _look(trial, make_history([*CALM, *HIGH])).answer is Answer.HELPED


def test_weeks_as_before_cannot_tell() -> None:
    found = _look(make_trial(start_week=30, weeks=12), make_history([*CALM, *CALM[:12]]))

    assert (found.answer, found.reason) == (Answer.CANNOT_TELL, Reason.UNSURE)
    assert found.effect is not None
    assert found.effect.low < 0 < found.effect.high


def test_a_start_in_bad_weeks_that_ease_is_no_gain() -> None:
    # Three bad weeks, then the usual again. The plain comparison says more than a point better.
    bad = [*CALM, 3.6, 3.8, 3.7]

    found = _look(make_trial(start_week=33, weeks=12), make_history([*bad, *CALM[:12]]))

    assert found.raw_change is not None
    assert found.expected_change is not None
    assert found.raw_change < -1
    assert found.expected_change < -0.5
    assert found.answer is Answer.CANNOT_TELL


def test_before_the_chosen_day_nothing_is_said() -> None:
    trial = make_trial(start_week=30, weeks=12)

    found = look(trial, make_history([*CALM, *LOW]), today=trial.last.look_date - timedelta(days=1))

    assert found == Look(answer=Answer.TOO_EARLY, reason=Reason.BEFORE_THE_DAY)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [(7, 12, Reason.FEW_BEFORE), (8, 3, Reason.FEW_AFTER)],
)
def test_too_few_weeks_cannot_tell_and_say_why(before: int, after: int, reason: Reason) -> None:
    values = [*CALM[:before], *LOW[:after], *[None] * (12 - after)]

    found = _look(make_trial(start_week=before, weeks=12), make_history(values))

    assert (found.answer, found.reason) == (Answer.CANNOT_TELL, reason)


def test_weeks_after_the_day_to_look_or_after_the_end_change_nothing() -> None:
    trial = make_trial(start_week=30, weeks=12)
    ended = with_phase(trial, end_date=trial.last.look_date)

    found = _look(trial, make_history([*CALM, *LOW]))

    assert _look(trial, make_history([*CALM, *LOW, *HIGH])) == found
    assert _look(ended, make_history([*CALM, *LOW, *HIGH])).answer is Answer.HELPED


def test_a_week_that_had_only_part_of_it_counts_on_neither_side() -> None:
    trial = make_trial(start_week=30, weeks=12)
    midweek = with_phase(trial, start_date=trial.start_date + timedelta(days=2))

    one = _look(midweek, make_history([*CALM, 0.0, *LOW[1:]]))
    other = _look(midweek, make_history([*CALM, 4.0, *LOW[1:]]))

    assert one == other


def test_without_the_change_the_usual_was_to_be_expected_whatever_came() -> None:
    found = _look(make_trial(start_week=30, weeks=12), make_history([*CALM, *LOW]))

    # The mean of CALM is 2.05, of its last four weeks 2.0; the mean of LOW is 0.45.
    assert found.raw_change == pytest.approx(0.45 - 2.0)
    assert found.expected_change == pytest.approx(2.05 - 2.0, abs=0.2)


def test_a_lighter_week_is_part_of_the_gain_where_the_change_works_through_load() -> None:
    heavy, light = 1.0, -1.5
    weeks = [*((value, heavy) for value in CALM), *((value, light) for value in LOW)]
    history = replace(
        make_history([]),
        observations=tuple(
            Observation(value=value, error_variance=0.45, load=load) for value, load in weeks
        ),
    )
    trial = make_trial(start_week=30, weeks=12)

    against_load = _look(trial, history).effect
    through_load = _look(replace(trial, works_through_load=True), history).effect

    assert against_load is not None
    assert through_load is not None
    assert through_load.high < against_load.high


EASING = [3.4 - 0.06 * week + (0.2, -0.2, 0.1)[week % 3] for week in range(30)]  # 3.4 to 1.7


def test_weeks_that_already_went_the_same_way_are_named() -> None:
    trial = make_trial(start_week=30, weeks=12)
    upside_down = replace(trial, measure=replace(trial.measure, is_better_when_higher=True))
    easing = make_history([*EASING, *LOW])

    assert _look(trial, easing).was_drifting
    assert _look(upside_down, easing).was_drifting
    assert not _look(trial, make_history([*CALM, *LOW])).was_drifting
    assert not _look(trial, make_history([*reversed(EASING), *LOW])).was_drifting


def test_where_nothing_is_told_no_drift_is_named() -> None:
    found = _look(make_trial(start_week=30, weeks=12), make_history([*EASING, *[1.6] * 12]))

    assert found.answer is Answer.CANNOT_TELL
    assert not found.was_drifting


def test_a_history_begins_on_a_monday() -> None:
    with pytest.raises(ValueRefused):
        MeasureHistory(
            first_monday=make_history([]).first_monday + timedelta(days=1), observations=()
        )
