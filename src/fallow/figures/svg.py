"""Draws a picture as SVG text: for pages made on the server, for print and the command line.

It knows tones as class names alone; `figures.css` gives them their color in light and dark.
"""

from functools import singledispatch
from html import escape
from importlib.resources import files

from fallow.figures.marks import Box, Dot, Line, Mark, Picture, Words, round_units


def draw_svg(picture: Picture) -> str:
    """This will give one SVG element with its title and sentence inside."""
    marks = "".join(_draw(mark) for mark in picture.marks)
    labels = f'aria-labelledby="{picture.name}-title {picture.name}-sentence"'
    return (
        f'<svg class="figure" role="img" {labels} xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {_number(picture.width)} {_number(picture.height)}">'
        f'<title id="{picture.name}-title">{escape(picture.title)}</title>'
        f'<desc id="{picture.name}-sentence">{escape(picture.sentence)}</desc>{marks}</svg>'
    )


def draw_table(picture: Picture) -> str:
    """This will give the picture's table as HTML, with a caption and header cells."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in picture.table.header)
    rows = "".join(_draw_row(row) for row in picture.table.rows)
    caption = escape(picture.table.caption)
    return (
        f"<table><caption>{caption}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def read_stylesheet() -> str:
    """This will give the tones' stylesheet, the same for server, page and command line."""
    return files(__package__).joinpath("figures.css").read_text(encoding="utf-8")


def _draw_row(row: tuple[str, ...]) -> str:
    first, rest = row[0], row[1:]
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in rest)
    return f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'


@singledispatch
def _draw(mark: Mark) -> str:
    raise TypeError(type(mark).__name__)


@_draw.register
def _draw_box(mark: Box) -> str:
    place = f'x="{_number(mark.x)}" y="{_number(mark.y)}"'
    size = f'width="{_number(mark.width)}" height="{_number(mark.height)}"'
    said = f"<title>{escape(mark.says)}</title>" if mark.says else ""
    return f'<rect class="tone-{mark.tone}" {place} {size} rx="2">{said}</rect>'


@_draw.register
def _draw_line(mark: Line) -> str:
    ends = f'x1="{_number(mark.x1)}" y1="{_number(mark.y1)}" x2="{_number(mark.x2)}"'
    return f'<line class="tone-{mark.tone}" {ends} y2="{_number(mark.y2)}"/>'


@_draw.register
def _draw_dot(mark: Dot) -> str:
    said = f"<title>{escape(mark.says)}</title>" if mark.says else ""
    place = f'cx="{_number(mark.x)}" cy="{_number(mark.y)}" r="{_number(mark.radius)}"'
    return f'<circle class="tone-{mark.tone}" {place}>{said}</circle>'


@_draw.register
def _draw_words(mark: Words) -> str:
    place = f'x="{_number(mark.x)}" y="{_number(mark.y)}" text-anchor="{mark.anchor}"'
    return f'<text class="tone-{mark.tone}" {place}>{escape(mark.text)}</text>'


def _number(value: float) -> str:
    return f"{round_units(value):.2f}".rstrip("0").rstrip(".")
