"""The scales of one form under one another: each score a dot with its error, placed by its day.

It knows scores. Half a bar is 1.96 / √2 errors, so that the eye and the sentence agree: with errors
alike, two bars that do not touch are further apart than their errors bring.
"""

import math
from collections.abc import Sequence
from datetime import date

from fallow.figures.marks import Dot, Line, Mark, Picture, Table, Words
from fallow.individual.picture.forms.occasions import FormHistory, ScaleHistory, Scored
from fallow.individual.picture.forms.sentences import say_score, say_week
from fallow.individual.trajectory.reliable_change import NINETY_FIVE

BAR_ERRORS = NINETY_FIVE / math.sqrt(2)
_WIDTH = 360.0
_LEFT, _RIGHT = 40.0, 348.0
_PANEL, _HIGH = 96.0, 60.0  # of one scale, and of its points in it
_RADIUS = 4.0


def draw_form(history: FormHistory, *, sentence: str) -> Picture:
    """This will draw a panel a scale, from the first occasion of the form to the last."""
    bottom = len(history.scales) * _PANEL
    marks: list[Mark] = []
    for place, one in enumerate(history.scales):
        marks.extend(_draw_scale(one, history.mondays, top=place * _PANEL))
    return Picture(
        name=f"form-{history.form.key}",
        title=history.form.label,
        sentence=sentence,
        width=_WIDTH,
        height=bottom + 14,
        marks=(*marks, *_draw_days(history.mondays, y=bottom + 8)),
        table=_table(history),
    )


def _draw_scale(history: ScaleHistory, mondays: Sequence[date], *, top: float) -> list[Mark]:
    floor = top + 24 + _HIGH
    marks: list[Mark] = [Words(x=0, y=top + 12, text=history.scale.label, tone="text")]
    for edge, y in ((history.most, floor - _HIGH), (history.least, floor)):
        marks.append(Words(x=_LEFT - 12, y=y + 3, text=f"{edge:.0f}", tone="quiet", anchor="end"))
        marks.append(Line(x1=_LEFT - 8, y1=y, x2=_WIDTH, y2=y, tone="grid"))
    for one in history.scored:
        marks.extend(_draw_score(history, one, x=_across(one.monday, mondays), floor=floor))
    return marks


def _draw_score(history: ScaleHistory, one: Scored, *, x: float, floor: float) -> list[Mark]:
    def up(points: float) -> float:
        share = (points - history.least) / (history.most - history.least)
        return floor - max(0.0, min(1.0, share)) * _HIGH

    says = f"{say_week(one.monday)}: {say_score(history, one)}"
    dot = Dot(x=x, y=up(one.points), radius=_RADIUS, tone="score", says=says)
    if one.error is None:
        return [dot]
    low, high = one.points - BAR_ERRORS * one.error, one.points + BAR_ERRORS * one.error
    return [Line(x1=x, y1=up(low), x2=x, y2=up(high), tone="score"), dot]


def _draw_days(mondays: Sequence[date], *, y: float) -> list[Mark]:
    first, last = mondays[0], mondays[-1]
    if first == last:
        x = _across(first, mondays)
        return [Words(x=x, y=y, text=_day(first), tone="quiet", anchor="middle")]
    return [
        Words(x=_LEFT - 8, y=y, text=_day(first), tone="quiet"),
        Words(x=_WIDTH, y=y, text=_day(last), tone="quiet", anchor="end"),
    ]


def _across(monday: date, mondays: Sequence[date]) -> float:
    """A day between the first and the last; a single one stands in the middle."""
    days = (mondays[-1] - mondays[0]).days
    share = (monday - mondays[0]).days / days if days else 0.5
    return _LEFT + share * (_RIGHT - _LEFT)


def _table(history: FormHistory) -> Table:
    columns = [_cells(one) for one in history.scales]
    return Table(
        caption="Scores, each with its standard error, in points of the form",
        header=("Week of", *(one.scale.label for one in history.scales)),
        rows=tuple(
            (_day(monday), *(column.get(monday, "too few answers") for column in columns))
            for monday in reversed(history.mondays)
        ),
    )


def _cells(history: ScaleHistory) -> dict[date, str]:
    errors = {
        one: "not known" if one.error is None else f"{one.error:.1f}" for one in history.scored
    }
    return {one.monday: f"{one.points:.1f} (error {error})" for one, error in errors.items()}


def _day(monday: date) -> str:
    return f"{monday.day} {monday:%B %Y}"
