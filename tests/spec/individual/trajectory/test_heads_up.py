"""The heads-up: what it watches, what it says, and what it cannot see."""

import math
from itertools import pairwise

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.trajectory.early_change import (
    FIRST_WEEK,
    THRESHOLDS,
    YEARS_BETWEEN_FALSE,
    Sensitivity,
    Watched,
    combine,
    watch,
    watch_at,
)
from fallow.individual.trajectory.explaining import LIMITS
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.parameters import plausible_people
from fallow.individual.trajectory.tracking import track

PEOPLE = plausible_people(least=0, most=4)
ORDINARY = (1.2, 1.0, 1.4, 1.2, 0.8, 1.2, 1.6, 1.0, 1.2, 1.4)
"""Ten weeks of ups and downs around 1.2, invented for this page; repeated as often as needed."""


def weeks_of(*values: float | None) -> list[Observation]:
    return [Observation(value=value, error_variance=0.45) for value in values]


def quiet(weeks: int) -> list[float | None]:
    return [ORDINARY[week % 10] for week in range(weeks)]


def rising(weeks: int, *, by: float, over: int) -> list[float | None]:
    return [ORDINARY[w % 10] + by * min((w + 1) / over, 1) for w in range(weeks)]


def watched(*values: float | None, is_worse_when_higher: bool = True) -> Watched:
    trajectory = track(weeks_of(*values), people=PEOPLE)
    return Watched(trajectory=trajectory, is_worse_when_higher=is_worse_when_higher)


def test_ordinary_ups_and_downs_bring_no_card() -> None:
    seen = watch({"exhaustion": watched(*quiet(60))}, sensitivity=Sensitivity.SOONER)

    assert seen.heads_ups == ()
    assert not seen.is_on


def test_a_rise_that_stays_brings_one_and_says_since_when() -> None:
    values = quiet(30) + rising(20, by=2, over=8)

    seen = watch({"exhaustion": watched(*values)}, sensitivity=Sensitivity.USUAL)

    first = seen.heads_ups[0]
    assert 30 <= first < 40
    assert seen.since is not None
    assert abs(seen.since - 30) <= 8  # onsets are tried every four weeks


def test_a_fall_of_accomplishment_counts_and_a_rise_of_it_does_not() -> None:
    values = quiet(30) + rising(20, by=2, over=8)

    rise, fall = (
        watch(
            {"accomplishment": watched(*told, is_worse_when_higher=False)},
            sensitivity=Sensitivity.SOONER,
        )
        for told in (values, [4 - value for value in values if value is not None])
    )

    assert rise.heads_ups == ()
    assert fall.heads_ups[0] >= 30
    assert fall.leading == ("accomplishment",)


def test_what_moves_is_named_first() -> None:
    moved = watched(*quiet(30), *rising(20, by=2, over=8))
    still = watched(*quiet(50))

    seen = watch({"sleep": still, "stress": moved}, sensitivity=Sensitivity.USUAL)

    assert seen.leading[0] == "stress"


def test_several_that_move_a_little_are_seen_before_one_that_does() -> None:
    """Together they tell more than each alone."""
    values = quiet(30) + rising(24, by=1, over=12)

    alone = watch_at({"a": watched(*values), "b": watched(*quiet(54))}, threshold=6)
    together = watch_at({"a": watched(*values), "b": watched(*values)}, threshold=6)

    assert together.heads_ups[0] < alone.heads_ups[0]


def test_nothing_is_watched_in_the_first_fourteen_weeks() -> None:
    values = [*quiet(7), *rising(7, by=2.5, over=1)]

    seen = watch({"exhaustion": watched(*values)}, sensitivity=Sensitivity.SOONER)

    assert seen.strengths == (None,) * 14
    assert seen.heads_ups == ()


def test_every_week_after_them_is_watched_however_long_the_history() -> None:
    seen = watch({"exhaustion": watched(*quiet(130))}, sensitivity=Sensitivity.USUAL)

    assert [week for week, s in enumerate(seen.strengths) if s is None] == list(range(FIRST_WEEK))


def test_what_a_week_was_told_stays_told_however_many_weeks_follow() -> None:
    """A card that stood in a week is never taken back, and none is added to a past week."""
    rises = rising(16, by=1.5, over=8)
    values = (quiet(40) + rises + quiet(24) + rises) * 2

    live = [
        watch_at({"exhaustion": watched(*values[:weeks])}, threshold=4)
        for weeks in (*range(117, 130), 145, 146, 180, len(values))
    ]

    assert len(live[-1].heads_ups) >= 3
    for seen in live:
        weeks = len(seen.strengths)
        assert seen.strengths == live[-1].strengths[:weeks]
        assert seen.heads_ups == tuple(week for week in live[-1].heads_ups if week < weeks)


def test_speaking_up_sooner_is_never_later() -> None:
    one = {"exhaustion": watched(*quiet(30), *rising(30, by=1.5, over=16))}

    firsts = [watch(one, sensitivity=s).heads_ups[0] for s in Sensitivity]

    assert firsts == sorted(firsts)
    assert [THRESHOLDS[s] for s in Sensitivity] == sorted(THRESHOLDS.values())
    assert [YEARS_BETWEEN_FALSE[s] for s in Sensitivity] == [1, 2, 4]  # core.md §6


def test_each_card_begins_the_watch_anew() -> None:
    values = quiet(30) + rising(30, by=2, over=8)

    heads_ups = watch_at({"exhaustion": watched(*values)}, threshold=8).heads_ups

    assert len(heads_ups) >= 2
    assert all(later - earlier > 1 for earlier, later in pairwise(heads_ups))


def test_the_statistic_by_hand() -> None:
    """One onset with a ratio of e² for each shape and size, in each of two constructs.

    Alone: (e² + e²) / 2 = e². Together: the two add up to 4 and share 1 + 1 × 0.5, so e^(4/1.5).
    Half of each: (e² + e^(8/3)) / 2.
    """
    ratios = ([math.exp(2)],) * 4  # one week

    told = combine([ratios, ratios])

    assert told == pytest.approx([(math.exp(2) + math.exp(8 / 3)) / 2])


def test_constructs_of_different_length_are_refused() -> None:
    with pytest.raises(ValueRefused, match="different weeks"):
        watch({"a": watched(*quiet(20)), "b": watched(*quiet(21))}, sensitivity=Sensitivity.USUAL)


def test_the_first_weeks_are_too_early() -> None:
    assert watched(1.0, None, 2.0).trajectory.is_early


def test_no_warning_is_promised() -> None:
    assert any("this does not" in sentence for sentence in LIMITS)
