"""People whose pattern is known because it was drawn: as the model assumes, and otherwise.

It shares the figures of the catalog with the device and none of its arithmetic: a person is drawn
from the story (distress, one contrast, what is specific, error), never from a density.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import sqrt
from random import Random

from fallow.individual.formulation.model import SOMETHING_ELSE, Assumed, Model, Pattern
from fallow.individual.formulation.reading import Reading

ANSWERED_SHARE = 0.6  # of the questions of fact
ERROR_SDS = (0.5, 1.6)  # what eight to forty weeks of turns leave, and some asked more closely
Bend = Callable[[Model, Random], Model]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One simulated person: the pattern they were drawn from, and what they say."""

    truth: str
    readings: tuple[Reading, ...]
    answers: dict[str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """How people are made: the model bent for each of them, and how odd their weeks are.

    `read_share` is how much of the constructs is read, so that some are always missing.
    """

    name: str
    bend: Bend
    draw: Callable[[Random], float]
    is_held: bool = False
    read_share: float = 0.85


def draw_people(model: Model, world: World, *, count: int, rng: Random) -> Iterator[Person]:
    """This will draw people one after another, each from a model bent anew."""
    for _ in range(count):
        yield _draw_person(world.bend(model, rng), world, rng)


def _draw_person(model: Model, world: World, rng: Random) -> Person:
    assumed = rng.choice(model.assumed)
    odds = [_odds(pattern, assumed) for pattern in model.patterns]
    pattern = rng.choices(model.patterns, odds)[0]
    is_hidden = rng.random() < model.floor
    distress, size = rng.gauss(pattern.distress_sds, 1), rng.gauss(1, model.unevenness)
    readings = []
    for one in model.loadings:
        pull = one.loading * assumed.overlap
        own = sqrt(1 - pull * pull)
        mark = dict(pattern.marks).get(one.construct, 0.0) * assumed.contrast * own
        level = pull * distress + mark * size + own * sqrt(pattern.looseness) * world.draw(rng)
        if rng.random() < world.read_share:
            readings.append(_read(one.construct, level, world, rng))
    asked = [(key, share) for key, share in pattern.says_yes if rng.random() < ANSWERED_SHARE]
    return Person(
        truth=SOMETHING_ELSE if is_hidden else pattern.key,
        readings=tuple(readings),
        answers={key: rng.random() < share for key, share in asked},
    )


def _odds(pattern: Pattern, assumed: Assumed) -> float:
    return pattern.odds * (assumed.else_odds if pattern.key == SOMETHING_ELSE else 1)


def _read(construct: str, level: float, world: World, rng: Random) -> Reading:
    error = rng.uniform(*ERROR_SDS)
    seen = level + error * world.draw(rng)
    return Reading(construct=construct, heavier_by_sds=seen, error_sds=error)


def _as_it_is(model: Model, rng: Random) -> Model:
    return model


def _normal(rng: Random) -> float:
    return rng.gauss(0, 1)


def _heavy_tailed(rng: Random) -> float:
    """Student's t with five degrees of freedom, scaled to a variance of one."""
    chi = 2 * rng.gammavariate(2.5, 1)
    return rng.gauss(0, 1) / sqrt(chi / 5) / sqrt(5 / 3)


def _move_loadings(*, factor: float = 1.0, most: float = 0.0) -> Bend:
    """Each loading times `factor`, and off by up to `most` either way, anew for each person."""

    def bend(model: Model, rng: Random) -> Model:
        highest = 0.97 / max(assumed.overlap for assumed in model.assumed)
        moved = (one.loading * factor + rng.uniform(-most, most) for one in model.loadings)
        bound = [min(highest, max(0.05, loading)) for loading in moved]
        pairs = zip(model.loadings, bound, strict=True)
        return replace(model, loadings=tuple(replace(one, loading=new) for one, new in pairs))

    return bend


def _scale_contrasts(factor: float) -> Bend:
    def bend(model: Model, rng: Random) -> Model:
        scaled = (replace(one, contrast=one.contrast * factor) for one in model.assumed)
        return replace(model, assumed=tuple(scaled))

    return bend


def _move_marks(model: Model, rng: Random) -> Model:
    names = model.constructs
    patterns = tuple(
        replace(
            pattern,
            marks=tuple(
                (name, dict(pattern.marks).get(name, 0.0) + rng.uniform(-0.3, 0.3))
                for name in names
            ),
        )
        for pattern in model.patterns
    )
    return replace(model, patterns=patterns)


def _change_odds(model: Model, rng: Random) -> Model:
    odds = {"ordinary": 6.0}
    return replace(
        model, patterns=tuple(replace(p, odds=odds.get(p.key, p.odds)) for p in model.patterns)
    )


WORLDS = (
    World(name="As the model assumes", bend=_as_it_is, draw=_normal, is_held=True),
    World(
        name="Other correlations: each loading off by up to .15",
        bend=_move_loadings(most=0.15),
        draw=_normal,
        is_held=True,
    ),
    World(
        name="Weaker correlations: loadings times .83",
        bend=_move_loadings(factor=0.83),
        draw=_normal,
        is_held=True,
    ),
    World(
        name="Stronger correlations: loadings times 1.1",
        bend=_move_loadings(factor=1.1),
        draw=_normal,
        is_held=True,
    ),
    World(
        name="Half of the constructs read",
        bend=_as_it_is,
        draw=_normal,
        is_held=True,
        read_share=0.5,
    ),
    World(name="Heavy tails in weeks and errors", bend=_as_it_is, draw=_heavy_tailed),
    World(name="Contrasts off by up to .3 each", bend=_move_marks, draw=_normal),
    World(name="Contrasts two thirds as large", bend=_scale_contrasts(2 / 3), draw=_normal),
    World(name="Contrasts half as large again", bend=_scale_contrasts(1.5), draw=_normal),
    World(name="Ordinary weeks three times as common", bend=_change_odds, draw=_normal),
)
