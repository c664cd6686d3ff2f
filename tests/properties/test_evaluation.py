"""Laws of did it help: shifts, mirrors, missing weeks, error, and weeks that may not matter."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fallow.individual.evaluation.looking import Look, look
from fallow.individual.evaluation.trial import Measure, Phase, Trial
from fallow.individual.evaluation.weeks import MeasureHistory
from fallow.individual.evaluation.weighing import weigh_difference
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.parameters import plausible_people

MONDAY = date(2026, 1, 5)
START, WEEKS = 16, 26
MEASURE = Measure(
    name="exhaustion", label="exhaustion", least=0, most=4, is_better_when_higher=False
)
TRIAL = Trial(
    what="something",
    measure=MEASURE,
    phases=(
        Phase(
            start_date=MONDAY + timedelta(weeks=START), look_date=MONDAY + timedelta(weeks=WEEKS)
        ),
    ),
    onset_weeks=2,
)
ANSWERS = st.one_of(st.none(), st.floats(0, 4))
values = st.lists(ANSWERS, min_size=WEEKS, max_size=WEEKS)


def _look(told: list[float | None], *, trial: Trial = TRIAL, error: float = 0.45) -> Look:
    seen = tuple(Observation(value=value, error_variance=error) for value in told)
    return look(
        trial, MeasureHistory(first_monday=MONDAY, observations=seen), today=trial.last.look_date
    )


@settings(max_examples=30, deadline=None)
@given(values)
def test_turning_the_scale_around_turns_the_answer_around(told: list[float | None]) -> None:
    upside_down = replace(TRIAL, measure=replace(MEASURE, is_better_when_higher=True))

    one = _look(told)
    other = _look([None if v is None else 4 - v for v in told], trial=upside_down)

    assert one.answer == other.answer
    if one.effect is not None and other.effect is not None:
        assert one.effect.low == pytest.approx(-other.effect.high, abs=1e-7)
        assert one.effect.value == pytest.approx(-other.effect.value, abs=1e-7)
        assert one.effect.high == pytest.approx(-other.effect.low, abs=1e-7)


@settings(max_examples=30, deadline=None)
@given(values)
def test_an_unanswered_week_at_the_end_changes_nothing(told: list[float | None]) -> None:
    sooner = replace(TRIAL.last, look_date=TRIAL.last.look_date - timedelta(weeks=1))
    shorter = replace(TRIAL, phases=(sooner,))

    one, other = _look([*told[:-1], None]), _look(told, trial=shorter)

    assert (one.answer, one.effect) == (other.answer, other.effect)


@settings(max_examples=30, deadline=None)
@given(values, st.floats(0.1, 1.0), st.floats(1.05, 4.0))
def test_more_error_never_makes_one_persons_difference_surer(
    told: list[float | None], error: float, factor: float
) -> None:
    heights = [0.0] * START + [1.0] * (WEEKS - START)
    person = plausible_people(least=0, most=4)[1:2]

    def sd(variance: float) -> float | None:
        seen = [Observation(value=value, error_variance=variance) for value in told]
        found = weigh_difference(seen, heights, people=person)
        return None if found is None else found.parts[0].sd

    less, more = sd(error), sd(error * factor)

    assert (less is None) == (more is None)
    assert less is None or more is None or more >= less - 1e-12


@settings(max_examples=30, deadline=None)
@given(values, st.floats(-2, 2))
def test_what_is_added_since_the_start_is_found_in_the_difference(
    told: list[float | None], added: float
) -> None:
    heights = [TRIAL.height_in(MONDAY + timedelta(weeks=week)) for week in range(WEEKS)]
    more = [None if v is None else v + added * h for v, h in zip(told, heights, strict=True)]

    one, other = _look(told).effect, _look(more).effect

    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert other.low == pytest.approx(one.low + added, abs=1e-6)
        assert other.high == pytest.approx(one.high + added, abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(values, st.lists(ANSWERS, min_size=1, max_size=20))
def test_what_comes_after_the_day_changes_nothing(
    told: list[float | None], later: list[float | None]
) -> None:
    assert _look([*told, *later]) == _look(told)
