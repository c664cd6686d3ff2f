"""The same model a second way: dense normals in numpy, every set of assumptions written out.

It shares no arithmetic with the device, only the figures of the catalog.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from fallow.individual.formulation.model import SOMETHING_ELSE, Assumed, Model, Pattern
from fallow.individual.formulation.reading import Reading

Floats = NDArray[np.float64]


def log_normal(values: Floats, mean: Floats, covariance: Floats) -> float:
    """The logarithm of a multivariate normal density, by definition."""
    away = values - mean
    _, log_determinant = np.linalg.slogdet(covariance)
    distance = float(away @ np.linalg.solve(covariance, away))
    return -0.5 * (len(values) * np.log(2 * np.pi) + float(log_determinant) + distance)


def moments(
    pattern: Pattern, names: Sequence[str], *, model: Model, assumed: Assumed
) -> tuple[Floats, Floats]:
    """Mean and covariance of the true levels of some constructs under one pattern."""
    loadings = {one.construct: one.loading * assumed.overlap for one in model.loadings}
    marks = dict(pattern.marks)
    pull = np.array([loadings[name] for name in names])
    own = 1 - pull**2
    contrast = np.array([marks.get(name, 0.0) for name in names]) * assumed.contrast * own**0.5
    mean = pattern.distress_sds * pull + contrast
    shared = np.outer(pull, pull) + model.unevenness**2 * np.outer(contrast, contrast)
    return mean, shared + np.diag(own * pattern.looseness)


def fits(
    readings: Sequence[Reading], answers: Mapping[str, bool], *, model: Model, assumed: Assumed
) -> Floats:
    """The likelihood of all readings and answers under each pattern."""
    values = np.array([reading.heavier_by_sds for reading in readings])
    errors = np.diag([reading.error_sds**2 for reading in readings])
    found = []
    for pattern in model.patterns:
        names = [reading.construct for reading in readings]
        mean, covariance = moments(pattern, names, model=model, assumed=assumed)
        yes = dict(pattern.says_yes)
        facts = np.prod([yes[key] if said else 1 - yes[key] for key, said in answers.items()])
        found.append(np.exp(log_normal(values, mean, covariance + errors)) * facts)
    return np.array(found)


def chances(
    readings: Sequence[Reading], answers: Mapping[str, bool], *, model: Model
) -> tuple[Floats, Floats, Floats]:
    """Probability, lowest and highest for each pattern, the floor set aside."""
    is_else = np.array([pattern.key == SOMETHING_ELSE for pattern in model.patterns])
    odds = np.array([pattern.odds for pattern in model.patterns])
    joint = []
    for assumed in model.assumed:
        prior = np.where(is_else, odds * assumed.else_odds, odds)
        joint.append(fits(readings, answers, model=model, assumed=assumed) * prior / prior.sum())
    alone = np.array([row / row.sum() for row in joint])
    together = np.sum(joint, axis=0) / np.sum(joint)
    floored = [is_else * model.floor + (1 - model.floor) * p for p in (together, *alone)]
    return floored[0], np.min(floored, axis=0), np.max(floored, axis=0)
