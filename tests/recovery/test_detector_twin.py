"""The fast detector of the simulations is the product's own: the same strength, week by week."""

import math

import numpy as np
import pytest
from tests.recovery.batch import PLAUSIBLE, find_evidence
from tests.recovery.simulating import QUIET, People, make_people, make_rotating, with_rise

from fallow.individual.trajectory.early_change import Watched, watch_at
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.tracking import track

WEEKS = 144  # as long as in the study


def of_the_product(people: People, person: int) -> list[float | None]:
    watched = {}
    for construct in range(people.answers.shape[2]):
        observations = [
            Observation(
                value=None if math.isnan(answer) else float(answer),
                error_variance=float(people.variances[week, construct]),
            )
            for week, answer in enumerate(people.answers[person, :, construct])
        ]
        trajectory = track(observations, people=PLAUSIBLE)
        watched[f"c{construct}"] = Watched(trajectory=trajectory, is_worse_when_higher=True)
    return list(watch_at(watched, threshold=math.inf).strengths)


@pytest.mark.parametrize("make", [make_people, make_rotating])
def test_the_twin_tells_what_the_product_tells(make: type) -> None:
    rng = np.random.default_rng(11)
    people = with_rise(make(3, weeks=WEEKS, rng=rng), size=1.5, over=16, begins=30)

    twin = np.log(find_evidence(people).told[:, QUIET:].sum(axis=2))

    for person in range(3):
        ours = of_the_product(people, person)
        assert ours[:QUIET] == [None] * QUIET
        np.testing.assert_allclose(twin[person], ours[QUIET:], rtol=1e-9, atol=1e-9)  # type: ignore[arg-type]
