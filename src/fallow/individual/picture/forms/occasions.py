"""The scores of one form, occasion by occasion, and the two that are held against one another.

They know one version of one form at a time, so that unlike things never meet. A scale whose error
no source gives has scores and no comparison.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fallow.individual.instruments.catalog import OWN, list_instruments
from fallow.individual.instruments.instrument import Instrument, Scale
from fallow.individual.instruments.score import Score, score
from fallow.individual.picture.records import read_occasions
from fallow.individual.trajectory.reliable_change import Change, reliable_change

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One scale in one week: its score, and the standard error of it as a source gives that.

    Both in points of the form; `error` is None where no source gives a reliability.
    """

    monday: date
    points: float
    error: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleHistory:
    """All scores of one scale, oldest first, and why a week has none (`unscored`)."""

    scale: Scale
    least: float
    most: float
    scored: tuple[Scored, ...]
    unscored: Mapping[date, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormHistory:
    """One form as one person answered it, in one version and one wording.

    `set_aside` counts answers in another version or in other words, which stand beside no other.
    """

    form: Instrument
    mondays: tuple[date, ...]
    scales: tuple[ScaleHistory, ...]
    set_aside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two scores of one scale; `is_overlapping` where both were asked about some same days."""

    earlier: Scored
    later: Scored
    change: Change
    is_overlapping: bool


def read_forms(bodies: Iterable[Json]) -> tuple[FormHistory, ...]:
    """This will read the published forms that were ever answered, in the order of the registry."""
    kept = tuple(bodies)
    read = (read_form(kept, form) for form in list_instruments() if form.key != OWN)
    return tuple(one for one in read if one.mondays or one.set_aside)


def read_form(bodies: Iterable[Json], form: Instrument) -> FormHistory:
    """This will score the occasions that were asked in the same words as the latest one."""
    answered = [body for body in bodies if body.get("form") == form.key and body.get("answers")]
    alike = _asked_alike([body for body in answered if body.get("version") == form.version])
    weeks = {week.monday: score(form, week.answers) for week in read_occasions(alike, form)}
    return FormHistory(
        form=form,
        mondays=tuple(weeks),
        scales=tuple(
            _read_scale(scale, {monday: scores[place] for monday, scores in weeks.items()})
            for place, scale in enumerate(form.scales)
        ),
        set_aside=len(answered) - len(alike),
    )


def _asked_alike(bodies: list[Json]) -> list[Json]:
    """What carries the wording of the latest week; where none is kept, that is one wording too."""
    by_week = sorted(bodies, key=lambda body: str(body.get("week")))
    return [body for body in bodies if body.get("wording") == by_week[-1].get("wording")]


def _read_scale(scale: Scale, scores: Mapping[date, Score]) -> ScaleHistory:
    edges = [(one.least, one.most) for one in scores.values()]
    least, most = edges[0] if edges else (0.0, 0.0)
    return ScaleHistory(
        scale=scale,
        least=least,
        most=most,
        scored=tuple(
            Scored(
                monday=monday,
                points=one.value,
                error=one.standard_error if scale.has_known_error else None,
            )
            for monday, one in scores.items()
            if one.value is not None
        ),
        unscored={monday: one.reason for monday, one in scores.items() if one.value is None},
    )


def compare_with_before(history: ScaleHistory, *, recall_days: int | None) -> Comparison | None:
    """This will hold the latest score against the one before it; None where there are not two."""
    if len(history.scored) < 2:
        return None
    return _compare(*history.scored[-2:], recall_days=recall_days)


def compare_with_first(history: ScaleHistory, *, recall_days: int | None) -> Comparison | None:
    """This will hold the latest score against the first; None where that is the one before it."""
    if len(history.scored) < 3:
        return None
    return _compare(history.scored[0], history.scored[-1], recall_days=recall_days)


def _compare(earlier: Scored, later: Scored, *, recall_days: int | None) -> Comparison | None:
    """None where no source says how sure a score is."""
    if earlier.error is None or later.error is None:
        return None
    return Comparison(
        earlier=earlier,
        later=later,
        change=reliable_change(
            earlier.points, later.points, first_error=earlier.error, second_error=later.error
        ),
        is_overlapping=(later.monday - earlier.monday).days < (recall_days or 0),
    )
