"""Draws how often what was said came true, as a figure and as rows of a table.

It knows bins and worlds; the long bench hands them over.
"""

from tests.recovery.calibrating import Bin, Calibration

from fallow.figures.marks import Dot, Line, Mark, Picture, Table, Words, round_units
from fallow.figures.svg import draw_svg, read_stylesheet

_WIDTH, _HEIGHT = 460.0, 340.0
_LEFT, _TOP, _SIDE = 60.0, 20.0, 260.0
TITLE = "What was said, and how often it came true"


def draw_calibration(worlds: dict[str, Calibration]) -> str:
    """This will give a whole SVG file with its own stylesheet: one line of dots for each world."""
    drawn = draw_svg(make_picture(worlds))
    style = f"<style>{read_stylesheet()}</style>"
    opened, rest = drawn.split(">", 1)
    return f"{opened}>{style}{rest}\n"


def make_picture(worlds: dict[str, Calibration]) -> Picture:
    """This will draw at most two worlds: dots on the diagonal are probabilities that came true."""
    tones = ("contact", "supervision")
    marks: list[Mark] = [*_axes()]
    for tone, (name, found) in zip(tones, worlds.items(), strict=True):
        marks += [_dot(one, tone) for one in found.bins]
        row = _TOP + 20.0 + 18.0 * tones.index(tone)
        marks.append(Dot(x=_LEFT + 14, y=row - 4, radius=4, tone=tone))
        marks.append(Words(x=_LEFT + 24, y=row, text=name, tone="quiet"))
    errors = " and ".join(f"{found.error:.3f}" for found in worlds.values())
    return Picture(
        name="formulation-calibration",
        title=TITLE,
        sentence=(
            "On simulated people, the probability of the pattern that was given most, held against "
            f"how often it was the one. On the line they agree. Mean distance {errors}."
        ),
        width=_WIDTH,
        height=_HEIGHT,
        marks=tuple(marks),
        table=_make_table(worlds),
    )


def _axes() -> list[Mark]:
    marks: list[Mark] = [
        Words(x=_at_x(0.5), y=_at_y(0) + 38, text="said, %", tone="text", anchor="middle"),
        Words(x=_at_x(0) - 34, y=_TOP - 6, text="came true, %", tone="text"),
    ]
    for step in range(0, 11, 2):
        share = step / 10
        marks += [
            Line(x1=_at_x(0), y1=_at_y(share), x2=_at_x(1), y2=_at_y(share), tone="grid"),
            Words(
                x=_at_x(0) - 8, y=_at_y(share) + 4, text=f"{step * 10}", tone="quiet", anchor="end"
            ),
            Words(
                x=_at_x(share), y=_at_y(0) + 16, text=f"{step * 10}", tone="quiet", anchor="middle"
            ),
        ]
    return [*marks, Line(x1=_at_x(0), y1=_at_y(0), x2=_at_x(1), y2=_at_y(1), tone="weighted")]


def _dot(one: Bin, tone: str) -> Dot:
    """The more people, the larger; the area goes with their number."""
    radius = min(8.0, max(1.5, (one.count / 60) ** 0.5))
    said = f"{one.mean:.0%} said, {one.came_true:.0%} came true, {one.count} people"
    return Dot(x=_at_x(one.mean), y=_at_y(one.came_true), radius=radius, tone=tone, says=said)


def _at_x(share: float) -> float:
    return round_units(_LEFT + _SIDE * 1.4 * share)


def _at_y(share: float) -> float:
    return round_units(_TOP + _SIDE * (1 - share))


def _make_table(worlds: dict[str, Calibration]) -> Table:
    rows = [
        (name, f"{one.mean:.0%}", f"{one.came_true:.0%}", f"{one.count}")
        for name, found in worlds.items()
        for one in found.bins
    ]
    return Table(caption=TITLE, header=("World", "Said", "Came true", "People"), rows=tuple(rows))
