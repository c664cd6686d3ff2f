"""What tracking hands to the formulation: the true distance from usual, as far off as it says.

Weeks are drawn for people of the ranges of core.md §6, asked one question a week or every third.
"""

from math import sqrt
from random import Random
from statistics import fmean, pstdev

import pytest

from fallow.individual.formulation.reading import Reading, hold_movement
from fallow.individual.picture.heaviness import ordinary_sd
from fallow.individual.trajectory.observation import Observation, error_variance
from fallow.individual.trajectory.parameters import plausible_people
from fallow.individual.trajectory.tracking import track

LEAST, MOST, WEEK_SD = 0, 4, 0.6
ERROR = error_variance(MOST - LEAST, answered=1)
PEOPLE = plausible_people(least=LEAST, most=MOST)


def read_one(rng: Random, *, every: int) -> tuple[Reading | None, float]:
    """One person's reading after thirty weeks, and the truth in the SD that tracking takes."""
    lasting, movement = rng.uniform(0.5, 0.85), rng.gauss(0, WEEK_SD)
    weeks = []
    for week in range(30):
        movement = lasting * movement + rng.gauss(0, WEEK_SD * sqrt(1 - lasting * lasting))
        seen = 1.5 + movement + rng.gauss(0, sqrt(ERROR))
        asked = (29 - week) % every == 0
        weeks.append(Observation(value=seen if asked else None, error_variance=ERROR))
    trajectory = track(weeks, people=PEOPLE)
    tracked, week_sd = trajectory.weeks[-1].movement, ordinary_sd(trajectory)
    reading = hold_movement(
        "sleep",
        movement=(tracked.mean, tracked.sd),
        week_sd=week_sd,
        is_worse_when_higher=True,
    )
    return reading, movement / week_sd


@pytest.mark.parametrize("every", [1, 3])
def test_a_reading_is_as_far_from_the_truth_as_its_error_says(every: int) -> None:
    rng = Random(8)
    drawn = [read_one(rng, every=every) for _ in range(250)]
    pairs = [(reading, truth) for reading, truth in drawn if reading is not None]

    off = [(reading.heavier_by_sds - truth) / reading.error_sds for reading, truth in pairs]
    products = fmean(reading.heavier_by_sds * truth for reading, truth in pairs)
    slope = products / fmean(truth * truth for _, truth in pairs)

    assert len(off) > 200
    assert abs(fmean(off)) < 0.25  # tracking starts from the middle of the scale, people lower
    assert 0.8 < pstdev(off) < 1.2
    assert 0.8 < slope < 1.3  # the tracked movement itself, drawn toward nought, has about .4
