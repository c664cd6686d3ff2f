"""The quick form of following and watching says what the plain one says, week by week."""

import math
import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.recovery.plain_trajectory import PlainTrack, track_plainly, watch_plainly

from fallow.individual.trajectory.early_change import Watched, watch_at
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.outlook import Outlooks
from fallow.individual.trajectory.parameters import plausible_people
from fallow.individual.trajectory.tracking import Trajectory, track

PEOPLE = plausible_people(least=0, most=4)
Weeks = list[Observation]
SHARES = st.sampled_from([0.0, 0.2, 0.5])


def invent(rng: random.Random, *, weeks: int, every: int, missed: float, skipped: float) -> Weeks:
    """Asked about every so many weeks, by one to three questions; load is known in most weeks."""
    rises = rng.uniform(-1.5, 2) / weeks
    return [
        Observation(
            value=min(4.0, max(0.0, rng.gauss(1.5 + rises * week, 0.7)))
            if week % every == 0 and rng.random() >= skipped and (week * 7919) % 10 >= 10 * missed
            else None,
            error_variance=0.45 / rng.randint(1, 3),
            load=rng.gauss(0, 1) if rng.random() > 0.2 else None,
        )
        for week in range(weeks)
    ]


def hold_alike(quick: Trajectory, plain: PlainTrack) -> None:
    for week, weights, told in zip(quick.weeks, plain.weights, plain.told, strict=True):
        bands = (week.then, week.now, week.usual, week.movement)
        ours = [figure for band in bands for figure in (band.mean, band.sd)]
        assert ours == pytest.approx([figure for pair in told for figure in pair], abs=1e-8)
        assert sum(weights) == pytest.approx(1)
    for ours_, theirs in zip(quick.weights, plain.weights, strict=True):
        assert ours_ == pytest.approx(theirs, abs=1e-9)


@settings(max_examples=5)
@given(
    seed=st.integers(0, 1000),
    weeks=st.integers(15, 40),
    every=st.lists(st.integers(1, 3), min_size=1, max_size=3),
    missed=SHARES,
    skipped=SHARES,
)
@example(seed=1, weeks=70, every=[1, 1], missed=0.2, skipped=0.0)  # onsets grow too old
def test_quick_and_plain_agree(
    seed: int, weeks: int, every: list[int], missed: float, skipped: float
) -> None:
    rng, known = random.Random(seed), Outlooks()
    histories = [
        invent(rng, weeks=weeks, every=one, missed=missed, skipped=skipped) for one in every
    ]

    quick = [track(history, people=PEOPLE, known=known) for history in histories]
    plain = [track_plainly(history, PEOPLE) for history in histories]

    for one, other in zip(quick, plain, strict=True):
        hold_alike(one, other)
    worse = [place % 3 != 2 for place in range(len(every))]
    ours = watch_at({f"{place}": Watched(trajectory=one, is_worse_when_higher=worse[place])
                     for place, one in enumerate(quick)}, threshold=2.0)  # fmt: skip
    strengths, heads_ups = watch_plainly(
        {f"{place}": (one, worse[place]) for place, one in enumerate(plain)}, PEOPLE, threshold=2.0
    )
    assert list(ours.heads_ups) == heads_ups
    assert [s if s is None else math.exp(s) for s in ours.strengths] == [
        s if s is None else pytest.approx(math.exp(s), rel=1e-9) for s in strengths
    ]
