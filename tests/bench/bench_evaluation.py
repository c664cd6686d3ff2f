"""The study behind *did it help*, its tables and its picture; and how long one look takes.

It writes docs/reference/did-it-help.md and docs/images/did-it-help.svg. Held: intervals of 90 %
cover 87 to 93 % wherever a look is allowed (the issue's bound), and little is told of nothing.
"""

import sys
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from tests.bench.did_it_help_page import Study, draw_coverage, write_page
from tests.bench.racing import close, run_in_turns, say, say_machine
from tests.recovery.trying.lives import ERROR, World, live
from tests.recovery.trying.study import (
    HELD,
    OFF_MODEL,
    ON_MODEL,
    Found,
    Stopped,
    study,
    study_choices,
    study_drift,
    study_stopping,
    study_two_looks,
)

from fallow.figures.svg import draw_svg, read_stylesheet
from fallow.individual.evaluation.looking import look
from fallow.individual.evaluation.trial import Measure, Phase, Trial
from fallow.individual.evaluation.weeks import MeasureHistory
from fallow.individual.trajectory.observation import Observation

COUNT, SEED = 6000, 2026
FELT = (0.3, 0.5, 0.8)
FALLS = (0.0, 0.02, 0.05)  # points a week: none, one a year, one in 20 weeks
MOST_OF_NOTHING = 0.065  # 5 %, and what 6,000 people and one model leave open
MONDAY = date(2024, 1, 1)
PAGE, IMAGE = Path("docs/reference/did-it-help.md"), Path("docs/images/did-it-help.svg")


def main() -> int:
    """This will run the study, write its page, and hold what the answers promise."""
    say("Did it help: coverage on simulated people")
    say_machine()
    made = Study(
        on_model=_study_all(ON_MODEL, seed=SEED),
        off_model=_study_all(OFF_MODEL, seed=SEED + 100),
        choices=study_choices(COUNT, seed=SEED + 200),
        stopping=[study_stopping(COUNT, felt=felt, seed=SEED + 201) for felt in FELT],
        drifting=[
            study_drift(COUNT, fall=fall, before=before, seed=SEED + 203)
            for fall in FALLS
            for before in (12, 26, 52)
        ],
        two_looks=study_two_looks(COUNT, seed=SEED + 202),
    )
    picture = draw_coverage(made)
    PAGE.write_text(write_page(made, picture=picture, count=COUNT, seed=SEED), encoding="utf-8")
    opening, rest = draw_svg(picture).split(">", 1)
    IMAGE.write_text(f"{opening}><style>{read_stylesheet()}</style>{rest}\n", encoding="utf-8")
    say(f"  wrote {PAGE} and {IMAGE}")
    time_one_look()
    return close("evaluation", broken=[*find_broken(made.on_model), *find_fooled(made.stopping)])


def _study_all(worlds: tuple[World, ...], *, seed: int) -> list[Found]:
    return [
        study(world, COUNT, rng=np.random.default_rng(seed + place))
        for place, world in enumerate(worlds)
    ]


def find_broken(found: list[Found]) -> list[str]:
    """This will name where intervals cover too little or too much, or nothing is called a help."""
    return [
        f"{one.name}: {one.covered:.1%} covered, {HELD[0]:.0%} to {HELD[1]:.0%} asked for"
        for one in found
        if not one.is_held
    ] + [
        f"{one.name}: of nothing, helped in {one.helped:.1%} and worse in {one.worse:.1%}"
        for one in found
        if max(one.helped, one.worse) > MOST_OF_NOTHING
    ]


def find_fooled(stopping: list[Stopped]) -> list[str]:
    """Those who stop at half a point, the middle of the three; the page shows all."""
    return [
        f"stopped when {one.felt} better: helped in {one.ours:.1%}"
        for one in stopping
        if one.felt <= FELT[1] and one.ours > MOST_OF_NOTHING
    ]


def time_one_look() -> None:
    (answers,) = live(
        World(name="one", before=104, missed=0.0), 1, rng=np.random.default_rng(1)
    ).answers
    start = MONDAY + timedelta(weeks=104)
    measure = Measure(name="x", label="x", least=0, most=4, is_better_when_higher=False)
    trial = Trial(
        what="something",
        measure=measure,
        phases=(Phase(start_date=start, look_date=start + timedelta(weeks=12)),),
        onset_weeks=4,
    )
    seen = tuple(Observation(value=float(one), error_variance=ERROR) for one in answers)
    history = MeasureHistory(first_monday=MONDAY, observations=seen)
    taken = run_in_turns(
        {"look": lambda: look(trial, history, today=trial.last.look_date)}, repeats=5
    )
    say(f"  one look, two years before it: {1000 * taken['look']:.0f} ms")


if __name__ == "__main__":
    sys.exit(main())
