"""How likely readings are under one pattern, against dense linear algebra and by hand."""

from math import log, pi

import numpy as np
import pytest
from tests.spec.individual.formulation.dense_model import log_normal

from fallow.individual.formulation.density import Hidden, Pull, Spread, see

BEFORE = Hidden(1.5, 1.0, 1.0, 0.1225, 0.0)


def test_one_reading_by_hand() -> None:
    # Mean .8 × 1.5 + .5 × 1 = 1.7; variance .64 × 1 + .25 × .1225 + .36 + .25 = 1.280625
    log_density, _ = see((Spread(2.0, 0.25, Pull(0.8, 0.5, 0.36)),), BEFORE)

    assert log_density == pytest.approx(-0.5 * (log(2 * pi * 1.280625) + 0.3**2 / 1.280625))


def test_many_readings_are_one_normal_of_many_dimensions() -> None:
    rng = np.random.default_rng(1)
    pulls = [Pull(*row) for row in rng.uniform(0.2, 0.9, (13, 3))]
    values, errors = rng.normal(1, 1, 13), rng.uniform(0.1, 1.5, 13)
    d, c, own = (np.array(column) for column in zip(*pulls, strict=True))
    covariance = np.outer(d, d) + 0.1225 * np.outer(c, c) + np.diag(own + errors)

    log_density, _ = see(tuple(map(Spread, values, errors, pulls)), BEFORE)

    assert log_density == pytest.approx(log_normal(values, 1.5 * d + c, covariance), rel=1e-12)


def test_distress_and_contrast_after_reading_are_those_of_a_regression() -> None:
    rng = np.random.default_rng(2)
    pulls = [Pull(*row) for row in rng.uniform(0.2, 0.9, (8, 3))]
    values, errors = rng.normal(1, 1, 8), rng.uniform(0.1, 1.5, 8)
    design = np.array([pull[:2] for pull in pulls])
    weight = np.diag(1 / (np.array([pull[2] for pull in pulls]) + errors))
    before = np.diag([1.0, 1 / 0.1225])
    after = np.linalg.inv(before + design.T @ weight @ design)
    mean = after @ (before @ [1.5, 1.0] + design.T @ weight @ values)

    _, hidden = see(tuple(map(Spread, values, errors, pulls)), BEFORE)

    assert hidden[:2] == pytest.approx(mean)
    assert hidden[2:] == pytest.approx((after[0, 0], after[1, 1], after[0, 1]))


def test_nothing_read_says_nothing() -> None:
    assert see((), BEFORE) == (0.0, BEFORE)
