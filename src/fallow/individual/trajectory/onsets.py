"""How well a change that began in some week explains what surprised since: a likelihood ratio.

An onset is tried for `ONSET_WINDOW` weeks, with each shape and size (core.md §6). What a change
would do to the surprises hangs on what was asked alone, so constructs that are asked alike share
it. Whole weeks of an onset are worked out at once, by `map` and `accumulate`: there are some
hundred thousand of them, and the page waits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress
from math import exp
from operator import mul

from fallow.individual.trajectory.outlook import Outlook
from fallow.individual.trajectory.tracking import Trajectory, beliefs_of

ONSET_EVERY = 4
"""Weeks between the onsets that are tried. (a choice: finer ones found nothing earlier)"""
ONSET_WINDOW = 48
"""Weeks after which an onset is no longer tried: what is older has become the usual. (a choice)"""
RISE_WEEKS = (4, 20)
"""The shapes: how many weeks a change takes until it is whole. (a choice: sudden, and slow)"""
SIZES = (1.0, 2.0)
"""How large a change is when it is whole, in the person's own movements. (a choice)"""
MOST_LOG = 60.0
"""Likelier than e^60 is not told apart: far above any threshold, far below what a float holds."""
_LEAST = exp(-MOST_LOG)  # in place of a ratio too small for a float

Ratios = tuple[list[float], ...]
"""Likelihood ratios of one onset: of each shape and size, shapes first, week by week since it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a change of one ordinary movement would do to the answered weeks since an onset.

    `unforeseen`: the part of it that the filter does not foresee, over the variance of a surprise;
    `costs`: for each size, what the change would have to explain and did not. Both begin with a
    nought, for the time before the first answer.
    """

    unforeseen: list[float]
    costs: tuple[list[float], ...]


Responses = dict[Outlook, dict[int, tuple[Response, ...]]]
"""By outlook and onset: the response to each shape."""
_Felt = tuple[float, float, float, float] | None
"""One week as a change meets it: its load, and the three gains; None without an answer."""


def respond(outlook: Outlook, *, begins: int) -> dict[int, tuple[Response, ...]]:
    """This will give, for each onset from `begins`, the responses to each shape."""
    lasting, movement = outlook.person.lasting, outlook.person.movement_sd
    felt = [(week.load, *week.gains) if week.is_answered else None for week in outlook.weeks]
    rises = [_rise(weeks, points=movement) for weeks in RISE_WEEKS]
    responses: dict[int, tuple[Response, ...]] = {}
    for onset in range(begins, len(felt), ONSET_EVERY):
        weeks = felt[onset : onset + ONSET_WINDOW]
        spreads = [w.spread for w in outlook.weeks[onset : onset + ONSET_WINDOW] if w.is_answered]
        responses[onset] = tuple(
            _weigh(list(_pass_weeks(weeks, rise, lasting=lasting)), spreads) for rise in rises
        )
    return responses


def _rise(weeks: int, *, points: float) -> list[float]:
    """How high a change stands in each week since its onset."""
    return [points * min(since / weeks, 1.0) for since in range(1, ONSET_WINDOW + 1)]


def _pass_weeks(
    weeks: Sequence[_Felt], rise: Sequence[float], *, lasting: float
) -> Iterator[float]:
    """The filter foresees part of a change; the rest surprises it, in each answered week."""
    level = move = slope = 0.0  # how far the filter has followed the change
    for week, height in zip(weeks, rise, strict=False):
        move *= lasting
        if week is not None:
            load, gain_level, gain_move, gain_slope = week
            rest = height - level - move - load * slope
            level += gain_level * rest
            move += gain_move * rest
            slope += gain_slope * rest
            yield rest


def _weigh(rests: Sequence[float], spreads: Sequence[float]) -> Response:
    unforeseen = [rest / spread for rest, spread in zip(rests, spreads, strict=True)]
    weighs = list(accumulate(map(mul, rests, unforeseen), initial=0.0))
    costs = tuple([0.5 * size * size * one for one in weighs] for size in SIZES)
    return Response(unforeseen=[0.0, *unforeseen], costs=costs)


def weigh_onsets(
    trajectory: Trajectory, responses: Responses, *, begins: int, is_worse_when_higher: bool
) -> dict[int, Ratios]:
    """This will give, for each onset from `begins`, how well it explains what came after.

    A mixture over plausible people: each one's likelihood ratio, as much as that one is believed.
    A week without an answer tells nothing, and its ratios are those of the week before.
    """
    sign = 1.0 if is_worse_when_higher else -1.0
    is_answered = [week.is_answered for week in trajectory.weeks]
    surprises = [
        [0.0, *(sign * step.surprise for step in one if step.surprise is not None)]
        for one in trajectory.steps
    ]
    beliefs = [[one[0], *compress(one, is_answered)] for one in beliefs_of(trajectory.weights)]
    answers = list(accumulate(is_answered, initial=0))
    evidence: dict[int, Ratios] = {}
    for onset in range(begins, len(is_answered), ONSET_EVERY):
        since = answers[onset + 1 : onset + 1 + ONSET_WINDOW]
        before, last = answers[onset], since[-1]
        told = _explain(
            [responses[outlook][onset] for outlook in trajectory.outlooks],
            [one[before : last + 1] for one in surprises],
            [one[before : last + 1] for one in beliefs],
        )
        places = [count - before for count in since]
        evidence[onset] = tuple([ratios[place] for place in places] for ratios in told)
    return evidence


def _explain(
    responses: Sequence[Sequence[Response]],
    surprises: Sequence[Sequence[float]],
    beliefs: Sequence[Sequence[float]],
) -> Ratios:
    mixed = [[0.0] * len(beliefs[0]) for _ in range(len(RISE_WEEKS) * len(SIZES))]
    for shapes, surprise, belief in zip(responses, surprises, beliefs, strict=True):
        tried = iter(range(len(mixed)))
        for shape in shapes:
            fits = list(accumulate(map(mul, shape.unforeseen, surprise)))
            for size, costs in zip(SIZES, shape.costs, strict=True):
                place = next(tried)
                mixed[place] = _mix(mixed[place], belief, size=size, fits=fits, costs=costs)
    return tuple([one or _LEAST for one in ratios] for ratios in mixed)


def _mix(
    mixed: list[float],
    belief: Sequence[float],
    *,
    size: float,
    fits: Sequence[float],
    costs: Sequence[float],
) -> list[float]:
    """A size is likelier by size × fits − costs, on a log scale: its square is in the costs."""
    return [
        so_far + weight * exp(told if (told := size * fit - cost) < MOST_LOG else MOST_LOG)
        for so_far, weight, fit, cost in zip(mixed, belief, fits, costs, strict=True)
    ]
