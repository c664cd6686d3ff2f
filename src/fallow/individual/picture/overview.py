"""All constructs at a glance: an interval each, against one's own usual and ordinary weeks.

It knows heaviness alone. Right is heavier for every one of them; nothing is added up.
"""

from collections.abc import Sequence

from fallow.figures.marks import Box, Dot, Line, Mark, Picture, Table, Words
from fallow.individual.picture.heaviness import Heaviness
from fallow.individual.picture.sentences import of_hundred, say_all, say_where

_WIDTH = 360.0
_TOP, _ROW = 24.0, 34.0
_MIDDLE, _POINT = 180.0, 80.0  # where one's usual is drawn, and how wide one point of answers is
_EDGE = 2.2  # points at which a line is cut off


def draw_overview(found: Sequence[Heaviness]) -> Picture:
    """This will draw one row a construct, in the order given."""
    bottom = _TOP + len(found) * _ROW
    marks: list[Mark] = [
        Words(x=0, y=12, text="lighter", tone="quiet"),
        Words(x=_MIDDLE, y=12, text="your usual", tone="quiet", anchor="middle"),
        Words(x=_WIDTH, y=12, text="heavier", tone="quiet", anchor="end"),
        Line(x1=_MIDDLE, y1=_TOP - 6, x2=_MIDDLE, y2=bottom, tone="grid"),
    ]
    for place, one in enumerate(found):
        marks.extend(_draw_row(one, top=_TOP + place * _ROW))
    return Picture(
        name="overview",
        title="Against your own usual",
        sentence=say_all(found),
        width=_WIDTH,
        height=bottom + 4,
        marks=tuple(marks),
        table=_table(found),
    )


def _draw_row(one: Heaviness, *, top: float) -> list[Mark]:
    y = top + 22
    wide = 2 * one.ordinary * _POINT
    return [
        Words(x=0, y=top + 10, text=one.label, tone="text"),
        Box(x=_MIDDLE - wide / 2, y=y - 6, width=wide, height=12, tone="usual"),
        Line(x1=_across(one.low), y1=y, x2=_across(one.high), y2=y, tone="level"),
        Dot(x=_across(one.mean), y=y, radius=4.5, tone="level", says=say_where(one)),
    ]


def _across(points: float) -> float:
    return _MIDDLE + max(-_EDGE, min(_EDGE, points)) * _POINT


def _table(found: Sequence[Heaviness]) -> Table:
    return Table(
        caption="Points of the answers (0 to 4), less your own usual; above 0 is heavier",
        header=("", "Now", "Low", "High", "An ordinary week moves by", "Heavier at all"),
        rows=tuple(_row(one) for one in found),
    )


def _row(one: Heaviness) -> tuple[str, ...]:
    figures = [_signed(value) for value in (one.mean, one.low, one.high)]
    likely = f"{of_hundred(one.heavier_share)} of 100"
    return (one.label, *figures, f"{one.ordinary:.1f}", likely)


def _signed(value: float) -> str:
    said = f"{value:+.1f}"
    return "0.0" if said in ("+0.0", "-0.0") else said.replace("-", "−")
