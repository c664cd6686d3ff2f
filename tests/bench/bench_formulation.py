"""Whether probabilities of patterns come true on simulated people, and what hangs on each choice.

It writes docs/images/formulation-calibration.svg and the two tables of the page that explains it.
Held: an expected calibration error of at most .05 where a world is marked so (the issue's bound).
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

from tests.bench.calibration_picture import draw_calibration
from tests.bench.racing import close, run_in_turns, say, say_machine
from tests.recovery.calibrating import Calibration, calibrate
from tests.recovery.simulated_people import WORLDS, Person, draw_people
from tests.spec.individual.formulation.construct_sections import write_sections

from fallow.individual.formulation.catalog import published_model
from fallow.individual.formulation.formulating import Formulation, formulate
from fallow.individual.formulation.model import Model
from fallow.individual.formulation.telling_apart import find_what_would_tell
from fallow.individual.trajectory.tracking import EARLY_WEEKS

ROOT = Path(__file__).resolve().parents[2]
FIGURE = ROOT / "docs" / "images" / "formulation-calibration.svg"
PAGE = ROOT / "docs" / "explanation" / "what-this-could-be.md"
MODEL = published_model()
PEOPLE, SEED, MOST_ERROR = 6000, 4, 0.05
FOR_CHOICES = 1000


def main() -> int:
    """This will simulate every world, hold the errors, and write the figure and the tables."""
    say("What this could be: calibration on simulated people")
    say_machine()
    found = {world.name: _calibrate(place) for place, world in enumerate(WORLDS)}
    for name, one in found.items():
        say(f"  {name}: error {one.error:.3f}, worst pattern {one.worst_pattern_error:.3f}")
    FIGURE.write_text(draw_calibration(dict(list(found.items())[:2])), encoding="utf-8")
    _write_between("calibration", _write_worlds(found))
    _write_between("choices", _write_choices())
    _write_between("constructs", write_sections())
    _say_times()
    return close("formulation", broken=_find_broken(found))


def _calibrate(place: int) -> Calibration:
    rng = Random(SEED * 1000 + place)
    return calibrate(draw_people(MODEL, WORLDS[place], count=PEOPLE, rng=rng), model=MODEL)


def _find_broken(found: dict[str, Calibration]) -> list[str]:
    return [
        f"{world.name}: {found[world.name].error:.3f} is above {MOST_ERROR}."
        for world in WORLDS
        if world.is_held
        and max(found[world.name].error, found[world.name].worst_pattern_error) > MOST_ERROR
    ]


def _write_worlds(found: dict[str, Calibration]) -> str:
    held = {world.name for world in WORLDS if world.is_held}
    head = "| People made | Error | Worst pattern | Held | Too early | Named | Named rightly |\n"
    return f"{head}|---|---|---|---|---|---|---|\n" + "".join(
        f"| {name} | {one.error:.3f} | {one.worst_pattern_error:.3f} "
        f"| {'.05' if name in held else '–'} "
        f"| {1 - one.people / PEOPLE:.0%} | {one.named_share:.0%} | {one.named_right_share:.0%} |\n"
        for name, one in found.items()
    )


def _write_choices() -> str:
    drawn = draw_people(MODEL, WORLDS[0], count=FOR_CHOICES, rng=Random(SEED))
    people = [person for person in drawn if _formulate(person, MODEL).fits]
    shipped = [_formulate(person, MODEL) for person in people]
    head = "| Choice | Another first | Its probability moves by | Named |\n|---|---|---|---|\n"
    rows = [
        _write_choice(name, shipped, [_formulate(person, change(MODEL)) for person in people])
        for name, change in CHOICES.items()
    ]
    return head + "".join(rows)


def _write_choice(name: str, shipped: list[Formulation], other: list[Formulation]) -> str:
    moved, changed, named = 0.0, 0, 0
    for before, after in zip(shipped, other, strict=True):
        first = before.fits[0]
        changed += first.pattern != after.fits[0].pattern
        named += after.leading is not None
        moved += abs(
            first.probability
            - next(fit.probability for fit in after.fits if fit.pattern == first.pattern)
        )
    count = len(shipped)
    return f"| {name} | {changed / count:.0%} | {moved / count:.2f} | {named / count:.0%} |\n"


def _formulate(person: Person, model: Model) -> Formulation:
    return formulate(
        person.readings, weeks_answered=EARLY_WEEKS, answers=person.answers, model=model
    )


def _keep(part: str, value: float) -> Callable[[Model], Model]:
    """Only the sets of assumptions in which one of the three has this value."""

    def change(model: Model) -> Model:
        kept = tuple(one for one in model.assumed if getattr(one, part) == value)
        return replace(model, assumed=kept)

    return change


def _reweigh(key: str, odds: float) -> Callable[[Model], Model]:
    return lambda model: replace(
        model,
        patterns=tuple(replace(p, odds=odds) if p.key == key else p for p in model.patterns),
    )


def _loosen(looseness: float) -> Callable[[Model], Model]:
    return lambda model: replace(
        model,
        patterns=tuple(
            replace(p, looseness=looseness) if p.looseness != 1.0 else p for p in model.patterns
        ),
    )


CHOICES: dict[str, Callable[[Model], Model]] = {
    "as shipped": lambda model: model,
    "least overlap alone (.83)": _keep("overlap", 0.83),
    "largest overlap alone (1.036)": _keep("overlap", 1.036),
    "small contrasts alone (1.0)": _keep("contrast", 1.0),
    "large contrasts alone (2.5)": _keep("contrast", 2.5),
    "something else half as likely": _keep("else_odds", 0.5),
    "something else twice as likely": _keep("else_odds", 2.0),
    "ordinary weeks as likely as any pattern": _reweigh("ordinary", 1.0),
    "ordinary weeks four times as likely": _reweigh("ordinary", 4.0),
    "floor of .05": lambda model: replace(model, floor=0.05),
    "floor of .20": lambda model: replace(model, floor=0.20),
    "patterns shown more evenly (.2)": lambda model: replace(model, unevenness=0.2),
    "patterns shown less evenly (.5)": lambda model: replace(model, unevenness=0.5),
    "something else no looser (1)": _loosen(1.0),
    "something else looser (3)": _loosen(3.0),
}


def _write_between(name: str, table: str) -> None:
    """Puts a table between its two marks on the page, and leaves the rest as it is."""
    begins, ends = f"<!-- {name}: written by bench_formulation -->\n", f"<!-- end of {name} -->"
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(begins)
    PAGE.write_text(f"{before}{begins}{table}{ends}{rest.split(ends)[1]}", encoding="utf-8")


def _say_times() -> None:
    person = next(draw_people(MODEL, WORLDS[0], count=1, rng=Random(SEED)))
    medians = run_in_turns(
        {
            "what this could be": lambda: _formulate(person, MODEL),
            "what would tell": lambda: find_what_would_tell(person.readings),
        },
        repeats=20,
    )
    for name, seconds in medians.items():
        say(f"  {name}: {seconds * 1000:.1f} ms")


if __name__ == "__main__":
    sys.exit(main())
