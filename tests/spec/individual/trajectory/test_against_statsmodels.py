"""The filter and the smoother against an independent program: `statsmodels`, to 1e-6.

Weeks are missing, errors differ from week to week, and load is known in some weeks only.
"""

import random

import numpy as np
import pytest
from statsmodels.tsa.statespace.mlemodel import MLEModel

from fallow.individual.trajectory.filtering import follow, foresee
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.parameters import Parameters
from fallow.individual.trajectory.smoothing import look_back, look_back_on_doubt

PEOPLE = [
    Parameters(
        movement_sd=0.6, lasting=0.75, wander_sd=0.01, level_mean=2, level_sd=1.2, slope_sd=0.2
    ),
    Parameters(
        movement_sd=1.4, lasting=0.0, wander_sd=0.3, level_mean=0, level_sd=0.1, slope_sd=1.0
    ),
    Parameters(
        movement_sd=0.2, lasting=0.97, wander_sd=0.0, level_mean=50, level_sd=30, slope_sd=0.01
    ),
]
UPPER = ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2))


def history(seed: int, *, weeks: int = 120) -> tuple[Observation, ...]:
    rng = random.Random(seed)
    return tuple(
        Observation(
            value=None if rng.random() < 0.3 else rng.gauss(2, 1),
            error_variance=rng.choice([0.15, 0.225, 0.45]),
            load=None if rng.random() < 0.2 else rng.gauss(0, 1),
        )
        for _ in range(weeks)
    )


def independent(weeks: tuple[Observation, ...], person: Parameters) -> MLEModel:
    values = [np.nan if week.value is None else week.value for week in weeks]
    model = MLEModel(np.array(values), k_states=3)
    design = np.array([[1.0, 1.0, week.load or 0.0] for week in weeks]).T[None]
    model["design"] = design
    model["obs_cov"] = np.array([week.error_variance for week in weeks])[None, None]
    model["transition"] = np.diag([1.0, person.lasting, 1.0])
    model["selection"] = np.eye(3)
    new = person.movement_sd**2 * (1 - person.lasting**2)
    model["state_cov"] = np.diag([person.wander_sd**2, new, 0.0])
    first = np.diag([person.level_sd**2, person.movement_sd**2, person.slope_sd**2])
    model.ssm.initialize_known(np.array([person.level_mean, 0.0, 0.0]), first)
    return model


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("seed", range(3))
def test_the_filter_believes_the_same(person: Parameters, seed: int) -> None:
    weeks = history(seed)
    theirs = independent(weeks, person).ssm.filter()

    ours = follow(weeks, person=person)

    means = [step.believed for step in ours]
    np.testing.assert_allclose(means, theirs.filtered_state.T, atol=1e-6)
    told = [[theirs.filtered_state_cov[i, j, t] for i, j in UPPER] for t in range(len(weeks))]
    np.testing.assert_allclose([step.sureness.believed for step in ours], told, atol=1e-6)


@pytest.mark.parametrize("person", PEOPLE)
def test_the_answers_are_as_likely(person: Parameters) -> None:
    weeks = history(7)

    ours = [step.log_likelihood for step in follow(weeks, person=person)]

    theirs = independent(weeks, person).ssm.filter().llf_obs
    np.testing.assert_allclose(ours, theirs, atol=1e-6)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("seed", range(3))
def test_the_smoother_looks_back_to_the_same(person: Parameters, seed: int) -> None:
    weeks = history(seed)
    theirs = independent(weeks, person).ssm.smooth()

    means = look_back(follow(weeks, person=person), lasting=person.lasting)
    doubt = look_back_on_doubt(foresee(weeks, person=person), lasting=person.lasting)

    np.testing.assert_allclose(means, theirs.smoothed_state.T, atol=1e-6)
    told = [[theirs.smoothed_state_cov[i, j, t] for i, j in UPPER] for t in range(len(weeks))]
    np.testing.assert_allclose(doubt, told, atol=1e-6)
