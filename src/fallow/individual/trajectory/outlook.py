"""What one plausible person can know of some weeks before any answer is read: how sure one can be.

It hangs on which weeks have answers, on their errors and on load. A week asks six constructs about
as much of each, so most of them share one outlook.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from fallow.individual.trajectory.filtering import Doubt, Sureness, foresee
from fallow.individual.trajectory.observation import Observation
from fallow.individual.trajectory.parameters import Parameters
from fallow.individual.trajectory.smoothing import look_back_on_doubt


@dataclass(frozen=True, kw_only=True, eq=False)
class Outlook:
    """One plausible person's weeks. Two are the same only if they are one and the same."""

    person: Parameters
    weeks: tuple[Sureness, ...]

    @cached_property
    def then(self) -> tuple[float, ...]:
        """Variance of where the construct stands, as known in that week."""
        return tuple(_variance(week.believed, 1.0, 1.0, week.load) for week in self.weeks)

    @cached_property
    def now(self) -> tuple[float, ...]:
        """The same, as known after all weeks."""
        return self._look_back(1.0, 1.0)

    @cached_property
    def usual(self) -> tuple[float, ...]:
        return tuple(doubt[0] for doubt in self._doubt)

    @cached_property
    def movement(self) -> tuple[float, ...]:
        return self._look_back(0.0, 1.0)

    @cached_property
    def _doubt(self) -> tuple[Doubt, ...]:
        return look_back_on_doubt(self.weeks, lasting=self.person.lasting)

    def _look_back(self, level: float, move: float) -> tuple[float, ...]:
        pairs = zip(self._doubt, self.weeks, strict=True)
        return tuple(_variance(doubt, level, move, week.load) for doubt, week in pairs)


def _variance(doubt: Doubt, a: float, b: float, c: float) -> float:
    """Of `a` times the usual, `b` times the movement and `c` times the slope."""
    ll, lm, ls, mm, ms, ss = doubt
    squares = a * a * ll + b * b * mm + c * c * ss
    return squares + 2 * (a * b * lm + a * c * ls + b * c * ms)


Asked = tuple[tuple[bool, float, float | None], ...]
Outlooks = dict[tuple[Asked, tuple[Parameters, ...]], tuple[Outlook, ...]]
"""Outlooks that were worked out before, by what was asked. They belong to whoever made the
dictionary, and go with it: load is private."""


def find_outlooks(
    observations: Sequence[Observation], people: Sequence[Parameters], *, known: Outlooks
) -> tuple[Outlook, ...]:
    """This will give one outlook a person, from `known` where it has them, and add them to it."""
    asked = tuple((one.value is None, one.error_variance, one.load) for one in observations)
    key = (asked, tuple(people))
    if key not in known:
        known[key] = tuple(
            Outlook(person=person, weeks=foresee(observations, person=person)) for person in people
        )
    return known[key]
