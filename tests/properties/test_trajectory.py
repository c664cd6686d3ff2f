"""Laws of following answers through the weeks."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fallow.individual.trajectory.early_change import Watched, watch_at
from fallow.individual.trajectory.filtering import follow, foresee
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.outlook import Outlooks
from fallow.individual.trajectory.parameters import plausible_people
from fallow.individual.trajectory.smoothing import look_back, look_back_on_doubt
from fallow.individual.trajectory.tracking import track

PEOPLE = plausible_people(least=0, most=4)
VARIANCES = (0, 3, 5)  # usual, movement, slope
ANSWERS = st.none() | st.floats(0, 4, width=32)
WEEK = st.builds(
    Observation,
    value=ANSWERS,
    error_variance=st.floats(0.0625, 2, width=32),
    load=st.none() | st.floats(-3, 3, width=32),
)
WEEKS = st.lists(WEEK, min_size=1, max_size=30).map(tuple)
Weeks = tuple[Observation, ...]


@given(weeks=WEEKS, more=st.integers(1, 5))
def test_missing_weeks_that_follow_change_no_week_before(weeks: Weeks, more: int) -> None:
    missing = Observation(value=None, error_variance=0.45)

    longer = track(weeks + (missing,) * more, people=PEOPLE)

    alone = track(weeks, people=PEOPLE)
    assert [week.then for week in longer.weeks[: len(weeks)]] == [w.then for w in alone.weeks]


@given(weeks=WEEKS)
def test_a_history_brought_in_later_equals_a_live_one(weeks: Weeks) -> None:
    whole = track(weeks, people=PEOPLE)

    for week in range(len(weeks)):
        live = track(weeks[: week + 1], people=PEOPLE)
        assert live.weeks[-1].then == whole.weeks[week].then
        assert live.weights[-1] == whole.weights[week]


@given(weeks=WEEKS, more=st.floats(0, 2, width=32), at=st.integers(0, 29))
def test_more_error_never_narrows_an_interval(weeks: Weeks, more: float, at: int) -> None:
    """Of one person's belief, whichever week is less sure, forwards and looking back."""
    place = at % len(weeks)
    worse = replace(weeks[place], error_variance=weeks[place].error_variance + more)
    blurred = (*weeks[:place], worse, *weeks[place + 1 :])

    for person in PEOPLE:
        sharp, vague = foresee(weeks, person=person), foresee(blurred, person=person)
        pairs = [(s.believed, v.believed) for s, v in zip(sharp, vague, strict=True)]
        back = (look_back_on_doubt(one, lasting=person.lasting) for one in (sharp, vague))
        pairs += list(zip(*back, strict=True))
        for clear, dim in pairs:
            assert all(dim[entry] >= clear[entry] - 1e-9 for entry in VARIANCES)


@given(weeks=WEEKS)
def test_looking_back_never_knows_less(weeks: Weeks) -> None:
    for person in PEOPLE:
        then = foresee(weeks, person=person)
        now = look_back_on_doubt(then, lasting=person.lasting)
        for week, doubt in zip(then, now, strict=True):
            assert all(doubt[entry] <= week.believed[entry] + 1e-9 for entry in VARIANCES)


@given(weeks=WEEKS)
def test_the_last_week_looks_back_on_nothing(weeks: Weeks) -> None:
    for person in PEOPLE:
        steps = follow(weeks, person=person)
        last = look_back(steps, lasting=person.lasting)[-1]
        doubt = look_back_on_doubt([step.sureness for step in steps], lasting=person.lasting)[-1]
        pairs = zip(last + doubt, steps[-1].believed + steps[-1].sureness.believed, strict=True)
        assert all(abs(a - b) < 1e-9 for a, b in pairs)


@given(weeks=WEEKS, at=st.integers(0, 29))
@settings(max_examples=15)
def test_what_constructs_share_changes_no_byte_of_any(weeks: Weeks, at: int) -> None:
    """Those asked alike share one outlook; whoever differs by one week has another."""
    known, place = Outlooks(), at % len(weeks)
    whole, first = track(weeks, people=PEOPLE, known=known), weeks[place]
    changes: tuple[dict[str, float | None], ...] = (
        {"value": None if first.value is None else 4 - first.value},
        {"value": 2.0 if first.value is None else None},
        {"error_variance": first.error_variance + 1},
        {"load": (first.load or 0.0) + 1},
    )
    others = [(*weeks[:place], replace(first, **one), *weeks[place + 1 :]) for one in changes]  # type: ignore[arg-type]

    shared = [track(other, people=PEOPLE, known=known) for other in others]

    assert [one.outlooks is whole.outlooks for one in shared] == [True, False, False, False]
    alone = [track(other, people=PEOPLE) for other in others]
    assert [one.weeks for one in shared] == [one.weeks for one in alone]


@given(weeks=WEEKS, order=st.permutations(range(len(PEOPLE))))
def test_the_order_of_plausible_people_does_not_matter(weeks: Weeks, order: list[int]) -> None:
    ours = track(weeks, people=PEOPLE).weeks[-1]

    theirs = track(weeks, people=[PEOPLE[place] for place in order]).weeks[-1]

    for one, other in ((ours.then, theirs.then), (ours.usual, theirs.usual)):
        assert abs(one.mean - other.mean) < 1e-9
        assert abs(one.sd - other.sd) < 1e-6


@settings(max_examples=15)
@given(st.lists(st.tuples(*[st.floats(0, 4, width=32)] * 3), min_size=16, max_size=24))
def test_relabelling_constructs_permutes_the_heads_up(answers: list[tuple[float, ...]]) -> None:
    names = ("exhaustion", "sleep", "stress")
    watched = [
        Watched(
            trajectory=track(
                [Observation(value=week[c], error_variance=0.2) for week in answers], people=PEOPLE
            ),
            is_worse_when_higher=True,
        )
        for c in range(3)
    ]
    new = {"exhaustion": "b", "sleep": "c", "stress": "a"}

    ours = watch_at(dict(zip(names, watched, strict=True)), threshold=5)
    theirs = watch_at({new[n]: w for n, w in zip(names, watched, strict=True)}, threshold=5)

    assert ours.heads_ups == theirs.heads_ups
    assert {new[name] for name in ours.leading} == set(theirs.leading)


@settings(max_examples=15)
@given(weeks=st.lists(WEEK, min_size=16, max_size=30).map(tuple))
def test_a_rise_and_its_mirror_image_are_told_alike(weeks: Weeks) -> None:
    """Accomplishment that falls worries as exhaustion that rises does."""
    mirrored = tuple(
        replace(week, value=None if week.value is None else 4 - week.value, load=None)
        for week in weeks
    )
    plain = tuple(replace(week, load=None) for week in weeks)

    rising, falling = (
        watch_at(
            {"c": Watched(trajectory=track(one, people=PEOPLE), is_worse_when_higher=is_worse)},
            threshold=5,
        )
        for one, is_worse in ((plain, True), (mirrored, False))
    )

    assert rising.heads_ups == falling.heads_ups
    pairs = zip(rising.strengths[14:], falling.strengths[14:], strict=True)
    assert all(up == pytest.approx(down, abs=1e-6) for up, down in pairs)
