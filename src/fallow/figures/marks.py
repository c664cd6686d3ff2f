"""The marks a picture is made of, in picture units with the origin at the top left.

They know nothing of colors and fonts: `tone` is a class name that a stylesheet answers to.
"""

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    tone: str
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight stroke from one point to another."""

    x1: float
    y1: float
    x2: float
    y2: float
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float
    tone: str
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A short label."""

    x: float
    y: float
    text: str
    tone: str
    anchor: Anchor = "start"


Mark = Box | Line | Dot | Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The same content for people who read rather than look. Every cell is text."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """This will carry a picture of `width` × `height` units with its sentence and table."""

    name: str
    title: str
    sentence: str
    width: float
    height: float
    marks: tuple[Mark, ...]
    table: Table


def round_units(value: float) -> float:
    """This will round to hundredths of a unit, so that every renderer writes the same number."""
    return round(value, 2) + 0.0  # adding 0.0 turns -0.0 into 0.0
