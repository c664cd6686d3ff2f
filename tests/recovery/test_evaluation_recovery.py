"""A known difference, found again: intervals cover, a bad start fools nobody, also off the model.

A short run of the study behind docs/reference/did-it-help.md; `go.py bench` makes the long one.
"""

from datetime import date, timedelta
from functools import cache

import numpy as np
import pytest
from tests.recovery.trying.lives import ERROR, World, live
from tests.recovery.trying.looks import weigh_many
from tests.recovery.trying.study import (
    HELD,
    OFF_MODEL,
    ON_MODEL,
    Found,
    study,
    study_choices,
    study_stopping,
)

from fallow.individual.evaluation.looking import look
from fallow.individual.evaluation.trial import Measure, Phase, Trial
from fallow.individual.evaluation.weeks import MeasureHistory
from fallow.individual.trajectory.observation import Observation

COUNT = 1200
MONDAY = date(2024, 1, 1)
EXHAUSTION = Measure(
    name="exhaustion", label="exhaustion", least=0, most=4, is_better_when_higher=False
)
WORLDS = {world.name: world for world in (*ON_MODEL, *OFF_MODEL)}
TWICE = "done twice, 9 weeks each, 12 weeks before"


@cache
def _study(name: str) -> Found:
    return study(WORLDS[name], COUNT, rng=np.random.default_rng(7))


@pytest.mark.parametrize("world", ON_MODEL, ids=lambda world: world.name)
def test_intervals_of_90_percent_cover_the_truth_wherever_a_look_is_allowed(world: World) -> None:
    found = _study(world.name)

    assert HELD[0] <= found.covered <= HELD[1]
    assert max(found.helped, found.worse) <= 0.07  # 5 %, with chance in 1,200 people


@pytest.mark.parametrize("name", [TWICE, "26 weeks before, 12 with it"])
def test_the_study_looks_as_the_product_does(name: str) -> None:
    world = WORLDS[name]
    lives = live(world, 12, rng=np.random.default_rng(3))
    found = weigh_many(lives)
    low, high = found.find_quantile(0.05), found.find_quantile(0.95)

    for person, answers in enumerate(lives.answers):
        seen = tuple(
            Observation(value=None if np.isnan(one) else float(one), error_variance=ERROR)
            for one in answers
        )
        trial = _trial_of(world)
        effect = look(
            trial,
            MeasureHistory(first_monday=MONDAY, observations=seen),
            today=trial.last.look_date,
        ).effect

        assert effect is not None
        assert (effect.low, effect.high) == pytest.approx((low[person], high[person]), abs=1e-7)


def _trial_of(world: World) -> Trial:
    phases: list[Phase] = []
    start = MONDAY + timedelta(weeks=world.before)
    for weeks in world.weeks:
        end = start + timedelta(weeks=weeks, days=-1)
        phases.append(Phase(start_date=start, look_date=end, end_date=end))
        start = end + timedelta(weeks=world.pause, days=1)
    return Trial(
        what="something",
        measure=EXHAUSTION,
        phases=tuple(phases),
        onset_weeks=world.onset,
        washout_weeks=1,
    )


def test_few_people_who_stand_for_many_make_intervals_too_narrow() -> None:
    six, _, twelve, oracle = study_choices(4000, seed=7)

    assert six.covered < twelve.covered <= oracle.covered + 0.01
    assert twelve.width < 1.06 * six.width  # what it costs


def test_who_begins_in_hard_weeks_is_not_told_that_nothing_helped() -> None:
    found = _study("begun in a hard spell")

    assert found.plain < -0.25  # the comparison that everybody makes finds a gain
    assert abs(found.left) < 0.06
    assert found.helped <= 0.07


def test_a_large_difference_is_told_in_half_of_all_looks() -> None:
    once, twice = _study("26 weeks before, 12 with it"), _study(TWICE)

    assert once.told[1] > 0.5
    assert twice.told[1] > once.told[1]  # with a pause between, the same difference shows sooner


@pytest.mark.parametrize("name", ["whole points from 0 to 4", "half of the weeks missed"])
def test_coarse_answers_and_missed_weeks_do_not_make_helps_out_of_nothing(name: str) -> None:
    found = _study(name)

    assert found.helped <= 0.07
    assert found.is_held


def test_who_stops_because_it_feels_better_is_hardly_told_that_nothing_helped() -> None:
    found = study_stopping(COUNT, felt=0.5, seed=7)

    assert found.plainly > 0.09  # the usual rule is fooled
    assert found.ours <= 0.05
