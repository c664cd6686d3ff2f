"""The study behind the heads-up: each detector on the same people, with as many false alarms each.

One seed, one command: `python3 go.py bench bench_trajectory`. A short one runs with the tests.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from tests.recovery.batch import alarms_of, find_evidence
from tests.recovery.operating import Alarms, Seen, rate_of, seen_after, tune, worst_tenth
from tests.recovery.rivals import (
    cusum,
    ewma,
    find_oracle_evidence,
    fixed_cut_off,
    quarterly_reliable_change,
    weekly_reliable_change,
)
from tests.recovery.simulating import (
    QUIET,
    WATCHED,
    Nature,
    People,
    make_people,
    make_rotating,
    with_rise,
)

BEGINS, WEEKS = 40, 144  # a rise begins in week 40 of a history, two years are watched after it
Rise = tuple[float, int]
RISES: tuple[Rise, ...] = ((1, 16), (1.5, 16), (2, 16), (1, 26), (1.5, 26), (2, 26))
MAIN: Rise = (1.5, 26)
OURS, ORACLE = "heads-up", "oracle"
RIVALS: dict[str, Callable[[People, float], Alarms]] = {
    "cut-off, the same for all": fixed_cut_off,
    "reliable change, quarterly": quarterly_reliable_change,
    "reliable change, weekly": weekly_reliable_change,
    "EWMA on own mean": ewma,
    "CUSUM on own mean": cusum,
}
NATURES = {
    "as in the model": Nature(),
    "shorter movements (.3 to .6)": Nature(lasting=(0.3, 0.6)),
    "longer movements (.85 to .95)": Nature(lasting=(0.85, 0.95)),
    "skewed noise": Nature(noise="skewed"),
    "five coarse answers": Nature(noise="ordinal"),
    "one bad event a year": Nature(shocks_a_year=1.0),
    "half of the weeks missed": Nature(missed=0.5),
    "leave twice a year": Nature(leaves=True),
}


@dataclass(frozen=True, kw_only=True)
class Curve:
    """One detector at one false alarm per person in 104 weeks, and how it saw each rise."""

    name: str
    threshold: float
    worst_tenth: float
    seen: dict[Rise, Seen]


@dataclass(frozen=True, kw_only=True)
class OffModel:
    """False alarms at the threshold of the model; medians at one false alarm for each detector."""

    name: str
    rate: float
    median: float
    rivals: dict[str, float]


def make_quiet(count: int, *, seed: int, nature: Nature | None = None) -> People:
    """This will make people in whom nothing changes, to count false alarms with."""
    rng = np.random.default_rng(seed)
    return make_people(count, weeks=QUIET + WATCHED, rng=rng, nature=nature)


def study_ours(quiet: People, base: People) -> Curve:
    """This will tune the heads-up on quiet people, and hold it against each rise."""
    evidence = find_evidence(quiet)
    threshold = tune(partial(alarms_of, evidence), quiet)
    seen = {
        rise: seen_after(alarms_of(find_evidence(_raise(base, rise)), threshold), begins=BEGINS)
        for rise in RISES
    }
    worst = worst_tenth(alarms_of(evidence, threshold))
    return Curve(name=OURS, threshold=threshold, worst_tenth=worst, seen=seen)


def study_oracle(quiet: People, base: People) -> Curve:
    """This will do so for one who knows each truth; tuned for each rise by itself."""
    seen, worst, threshold = {}, 0.0, 0.0
    for size, over in RISES:
        know = partial(find_oracle_evidence, size=size, over=over)
        threshold = tune(partial(alarms_of, know(quiet)), quiet)
        worst = worst_tenth(alarms_of(know(quiet), threshold))
        alarms = alarms_of(know(_raise(base, (size, over))), threshold)
        seen[size, over] = seen_after(alarms, begins=BEGINS)
    return Curve(name=ORACLE, threshold=threshold, worst_tenth=worst, seen=seen)


def study_rivals(quiet: People, base: People) -> Iterator[Curve]:
    """This will do so for what the field uses."""
    for name, detect in RIVALS.items():
        threshold = tune(partial(detect, quiet), quiet)
        seen = {
            rise: seen_after(detect(_raise(base, rise), threshold), begins=BEGINS) for rise in RISES
        }
        worst = worst_tenth(detect(quiet, threshold))
        yield Curve(name=name, threshold=threshold, worst_tenth=worst, seen=seen)


def study_off_model(count: int, *, seed: int, threshold: float) -> Iterator[OffModel]:
    """This will see whether rate and order hold for people who are not as the model has them."""
    for name, nature in NATURES.items():
        quiet = make_quiet(count, seed=seed, nature=nature)
        base = make_base(count, seed=seed + 1, nature=nature)
        evidence, rising = find_evidence(quiet), find_evidence(_raise(base, MAIN))
        own = tune(partial(alarms_of, evidence), quiet)
        rivals = {}
        for rival, detect in RIVALS.items():
            fair = tune(partial(detect, quiet), quiet)
            alarms = detect(_raise(base, MAIN), fair)
            rivals[rival] = seen_after(alarms, begins=BEGINS).median
        yield OffModel(
            name=name,
            rate=rate_of(alarms_of(evidence, threshold), quiet),
            median=seen_after(alarms_of(rising, own), begins=BEGINS).median,
            rivals=rivals,
        )


@dataclass(frozen=True, kw_only=True)
class Rotating:
    """The real questions, six constructs together: thresholds by years between false alarms."""

    thresholds: dict[int, float]
    worst_tenth: float
    seen: dict[tuple[int, Rise], Seen]


def study_rotating(count: int, *, seed: int) -> Rotating:
    """This will tune the heads-up for our own questions as they take turns."""
    quiet = make_rotating(count, weeks=QUIET + WATCHED, rng=np.random.default_rng(seed))
    base = make_rotating(count, weeks=WEEKS, rng=np.random.default_rng(seed + 1))
    evidence = find_evidence(quiet)
    at = partial(alarms_of, evidence)
    thresholds = {years: tune(at, quiet, wanted=2 / years) for years in (1, 2, 4)}
    seen = {}
    for rise in RISES:
        rising = find_evidence(_raise(base, rise))
        for years, threshold in thresholds.items():
            seen[years, rise] = seen_after(alarms_of(rising, threshold), begins=BEGINS)
    worst = worst_tenth(at(thresholds[2]))
    return Rotating(thresholds=thresholds, worst_tenth=worst, seen=seen)


def make_base(count: int, *, seed: int, nature: Nature | None = None) -> People:
    """This will make people to whom a rise is added."""
    return make_people(count, weeks=WEEKS, rng=np.random.default_rng(seed), nature=nature)


def _raise(people: People, rise: Rise) -> People:
    size, over = rise
    return with_rise(people, size=size, over=over, begins=BEGINS)
