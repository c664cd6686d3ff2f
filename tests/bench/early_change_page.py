"""The page and the picture of the study behind the heads-up, from its figures.

It knows the figures and simulates nothing.
"""

from collections.abc import Iterable, Sequence

from tests.recovery.operating import NEVER
from tests.recovery.study import MAIN, RISES, RIVALS, Curve, OffModel, Rise, Rotating

from fallow.figures.marks import Box, Line, Mark, Picture, Table, Words, round_units

_INTRO = """\
# Early change

How soon does a heads-up see that answers have begun to rise, and how often is it false? These are
figures of simulated people, not of clinicians. `python3 go.py bench bench_trajectory` makes this
page anew ({count:,} people, seed {seed}).

The setting is that of core.md §6: three questions a week on one construct, a quarter of the weeks
missed, movements that last .6 to .9 from week to week. The unit is a person's own ordinary
movement. Each detector is tuned on the same people to **one false alarm per person in 104 weeks**.
A rise begins in week 40 of a history. Figures are medians of weeks until it is seen; in brackets
the share that is found by 12 and by 26 weeks.

![Weeks until a slow rise is seen, by detector](../images/early-change.svg)
"""


def write_page(
    curves: Sequence[Curve],
    off_model: Sequence[OffModel],
    rotating: Rotating,
    *,
    picture: Picture,
    count: int,
    seed: int,
) -> str:
    """This will give the whole page as text."""
    parts = [_INTRO.format(count=count, seed=seed), f"{picture.sentence}\n"]
    parts.append(_table(["Detector", *map(_rise, RISES), "Worst tenth"], map(_curve_row, curves)))
    parts.append(
        "*Worst tenth*: what share of all false alarms the tenth of people with most of them has.\n"
    )
    parts.append("## Our own questions, six constructs together\n")
    parts.append(_rotating(rotating))
    parts.append("## People who are not as the model has them\n")
    parts.append(_off_model(off_model))
    parts.append(_LIMITS)
    return "\n".join(parts)


def _rise(rise: Rise) -> str:
    size, over = rise
    return f"{size:g} in {over} weeks"


def _weeks(median: float) -> str:
    return "not half" if median >= NEVER else f"{median:g}"


def _curve_row(curve: Curve) -> list[str]:
    cells = [
        f"{_weeks(seen.median)} ({seen.by_12:.0%}, {seen.by_26:.0%})"
        for seen in (curve.seen[rise] for rise in RISES)
    ]
    return [curve.name, *cells, f"{curve.worst_tenth:.0%}"]


def _rotating(rotating: Rotating) -> str:
    """Rows by how often a false one comes; all constructs move together."""
    rows = []
    for years, threshold in rotating.thresholds.items():
        seen = [rotating.seen[years, rise] for rise in RISES]
        cells = [f"{_weeks(s.median)} ({s.by_12:.0%}, {s.by_26:.0%})" for s in seen]
        often = "one a year" if years == 1 else f"one in {years} years"
        rows.append([often, f"{threshold:.1f}", *cells])
    said = (
        "One question a week for each of six constructs that share half of their movement, "
        "questions that take turns and differ in their usual answer. All six rise. The worst "
        "tenth has "
        f"{rotating.worst_tenth:.0%} of the false alarms at one in two years.\n"
    )
    return said + "\n" + _table(["False ones", "Threshold", *map(_rise, RISES)], rows)


def _off_model(studies: Sequence[OffModel]) -> str:
    header = ["People", "False alarms in 104 weeks", "heads-up", *RIVALS]
    rows = [
        [one.name, f"{one.rate:.2f}", _weeks(one.median), *(_weeks(one.rivals[r]) for r in RIVALS)]
        for one in studies
    ]
    said = (
        "False alarms at the threshold of the model, where 1.00 was promised. Medians are for "
        f"{_rise(MAIN)}, each detector tuned anew to one false alarm. An alarm during a bad event "
        "is not false.\n"
    )
    return said + "\n" + _table(header, rows)


_LIMITS = """\
## What it cannot see

A change that came before the first answers. What is not asked. What happens in weeks without
answers. A slow rise is seen late by every means, this one too: eight weeks of warning cannot be
promised. The simulated truth suits a model of this kind; so the table above looks outside of it.
"""


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


_LEFT, _RIGHT, _ROW, _MOST = 170.0, 470.0, 26.0, 60.0


def draw_curve(curves: Sequence[Curve]) -> Picture:
    """This will draw, for the main rise, how many weeks pass until half of the rises are seen."""
    marks: list[Mark] = []
    height = 30 + _ROW * len(curves)
    for weeks in range(0, 61, 10):
        x = _LEFT + (_RIGHT - _LEFT) * weeks / _MOST
        marks.append(Line(x1=x, y1=8, x2=x, y2=height - 18, tone="grid"))
        marks.append(Words(x=x, y=height - 4, text=str(weeks), tone="quiet", anchor="middle"))
    for place, curve in enumerate(curves):
        y, median = 12 + _ROW * place, min(curve.seen[MAIN].median, _MOST)
        width = round_units((_RIGHT - _LEFT) * median / _MOST)
        told = _weeks(curve.seen[MAIN].median)
        tone = "contact" if place == 0 else "usual"
        marks.append(Words(x=_LEFT - 6, y=y + 11, text=curve.name, tone="quiet", anchor="end"))
        marks.append(Box(x=_LEFT, y=y, width=width, height=14, tone=tone, says=told))
        marks.append(Words(x=_LEFT + width + 5, y=y + 11, text=told, tone="quiet"))
    ours = curves[0].seen[MAIN]
    best = min(curve.seen[MAIN].median for curve in curves if curve.name in RIVALS)
    return Picture(
        name="early-change",
        title="Weeks until a slow rise is seen",
        sentence=(
            f"A rise of 1.5 over 26 weeks is seen after {ours.median:g} weeks by half of the "
            f"people, and after {best:g} by the best of the usual means."
        ),
        width=520,
        height=height,
        marks=tuple(marks),
        table=Table(
            caption="Median weeks until a rise of 1.5 over 26 weeks is seen",
            header=("Detector", "Weeks"),
            rows=tuple((curve.name, _weeks(curve.seen[MAIN].median)) for curve in curves),
        ),
    )
