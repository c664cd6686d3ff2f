"""All weeks of one person in a row: what was answered, what was worked, and what was neither.

It knows records and the trajectory next door. Weeks without answers are kept as such.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fallow.individual.instruments.catalog import OWN, find_instrument
from fallow.individual.instruments.instrument import Scale
from fallow.individual.picture.records import AnsweredWeek, WorkedWeek
from fallow.individual.picture.work import find_loads
from fallow.individual.trajectory.early_change import Watched
from fallow.individual.trajectory.observation import Observation, edges_of, observe
from fallow.individual.trajectory.outlook import Outlooks
from fallow.individual.trajectory.parameters import plausible_people
from fallow.individual.trajectory.tracking import track

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Consecutive Mondays from the first answers on, with what is known of each."""

    mondays: tuple[date, ...]
    answers: Mapping[date, Mapping[str, float]]
    worked: Mapping[date, WorkedWeek]

    @property
    def answered(self) -> int:
        return len(self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracked:
    """One construct of one person: its scale, and what was watched."""

    scale: Scale
    watched: Watched

    @property
    def is_worse_when_higher(self) -> bool:
        return self.watched.is_worse_when_higher


def gather(
    answered: Sequence[AnsweredWeek], worked: Sequence[WorkedWeek], *, this_monday: date
) -> History:
    """This will lay all weeks side by side, up to the last that could have been answered.

    The week that `this_monday` begins belongs to it once it has an answer.
    """
    if not answered:
        return History(mondays=(), answers={}, worked={week.monday: week for week in worked})
    first, last = answered[0].monday, max(answered[-1].monday, this_monday - _WEEK)
    count = (last - first).days // 7 + 1
    return History(
        mondays=tuple(first + place * _WEEK for place in range(count)),
        answers={week.monday: week.answers for week in answered},
        worked={week.monday: week for week in worked},
    )


def track_all(history: History) -> dict[str, Tracked]:
    """This will follow each construct of our own questions that was ever asked about."""
    loads = find_loads(history.mondays, history.worked)
    scales, known = find_instrument(OWN).scales, Outlooks()
    tracked = {
        scale.name: track_scale(history, scale, loads=loads, known=known) for scale in scales
    }
    return {name: one for name, one in tracked.items() if one.watched.trajectory.answered}


def track_scale(
    history: History, scale: Scale, *, loads: Sequence[float | None], known: Outlooks
) -> Tracked:
    """This will follow one construct through all weeks; those asked alike share what is `known`."""
    least, most = edges_of(find_instrument(OWN), scale)
    people = plausible_people(least=least, most=most)
    trajectory = track(observe_weeks(history, scale, loads=loads), people=people, known=known)
    return Tracked(
        scale=scale,
        watched=Watched(trajectory=trajectory, is_worse_when_higher=scale.higher_is != "better"),
    )


def observe_weeks(
    history: History, scale: Scale, *, loads: Sequence[float | None]
) -> tuple[Observation, ...]:
    """This will give one observation a week; a week without answers has no value."""
    form = find_instrument(OWN)
    return tuple(
        observe(history.answers.get(monday, {}), instrument=form, scale=scale, load=load)
        for monday, load in zip(history.mondays, loads, strict=True)
    )
