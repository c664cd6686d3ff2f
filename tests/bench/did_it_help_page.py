"""The page and the picture of the study behind *did it help*, from its figures.

It knows the figures and simulates nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.recovery.trying.study import HELD, SIZES, Drifting, Found, Stopped

from fallow.figures.marks import Box, Dot, Line, Mark, Picture, Table, Words, round_units


@dataclass(frozen=True, kw_only=True)
class Study:
    """All that the long run found. `two_looks` is a share of people."""

    on_model: list[Found]
    off_model: list[Found]
    choices: list[Found]
    stopping: list[Stopped]
    drifting: list[Drifting]
    two_looks: float


_INTRO = """\
# Did it help: how often it is right

Does a range of 90 % hold the truth in 90 of 100 looks? How often is *helped* said of nothing?
These are figures of simulated people, not of clinicians. `python3 go.py bench bench_evaluation`
makes this page anew ({count:,} people in each row, seed {seed}).

Their weeks move around a usual, with autocorrelation .6 to .9 (core.md §6), each person as far as
they do. They answer one question a week on a scale of 4 points, and miss a quarter of the weeks.
Nothing that they try does anything. A difference that is added is found one for one, so a range
covers any size as often as it covers nought, and *told of* reads what would be said of a gain of
0.8 or 1.2 points from the same looks. Who answered too little for a look is left out.

![In how many looks of 100 the range holds the truth](../images/did-it-help.svg)
"""

_CHOICES = """\
## Why the ranges were too narrow, and what mends it

Whose weeks these are is not known. A look lets a few people stand in for everyone and weighs them
by how well they foretold the weeks. The six of the picture include movements that are gone sooner
than anyone's here. A short history makes movements look shorter than they are (Turner and others
2021, BMC Medical Research Methodology 21:181), so these got too much weight, and a spell that lasts
passed for a gain or a loss. It is not the shape of the range: whoever knows each person gets 90 %
with the same normal ranges. Twelve people, none of them outside what core.md §6 has, mend it. The
same weeks, looked at by:
"""

_STOPPING = """\
## Stopped before the day

People to whom nothing happened, and who stopped before their 12 weeks were over as soon as three
answers lay that far below those from before the start. Of those who stopped. *Usual rule*: what
they would be told without asking more. *Range*: the one that is drawn then, of 98 %.
"""

_DRIFTING = """\
## Lighter already before

People whose weeks grow lighter all the time, before the start and after it, whatever they try. *Of
these named*: where it says *helped*, it also says that weeks were getting better before.
"""

_LIMITS = """\
## What this cannot see

A slow drift that was there before is taken for the thing that was tried: a point a year is enough
to fool it, and the faster it is the worse. With few weeks before, that is seldom noticed. Someone
who looks after the first time, and again after the second, is told *helped* of nothing in
{two_looks:.0%} of all such pairs. What people really do when they choose a day, a thing and a
question is not in these figures.
"""


def write_page(made: Study, *, picture: Picture, count: int, seed: int) -> str:
    """This will give the whole page as text."""
    parts = [
        _INTRO.format(count=count, seed=seed),
        f"{picture.sentence}\n",
        "## Wherever a look is allowed\n",
        _found_table(made.on_model),
        "*Helped* and *worse*: said although nothing happened; 5 % each is what is meant. *Width*: "
        "the median range in points.\n",
        _CHOICES,
        _found_table(made.choices),
        "## Begun in hard weeks\n",
        _say_hard(made.on_model),
        _STOPPING,
        _stopping_table(made.stopping),
        "## People who are not as the model has them\n",
        "26 weeks before and 12 with it. Reported, not held.\n",
        _found_table(made.off_model),
        _DRIFTING,
        _drifting_table(made.drifting),
        _LIMITS.format(two_looks=made.two_looks),
    ]
    return "\n".join(parts)


def _found_table(found: Iterable[Found]) -> str:
    header = ["People", "Looks", "Covered", "Helped", "Worse", "Width",
              *(f"Told of {size:g}" for size in SIZES)]  # fmt: skip
    return _table(
        header,
        (
            [
                one.name,
                f"{one.looks:,}",
                f"{one.covered:.1%}",
                f"{one.helped:.1%}",
                f"{one.worse:.1%}",
                f"{one.width:.2f}",
                *(f"{share:.0%}" for share in one.told),
            ]
            for one in found
        ),
    )


def _say_hard(found: Iterable[Found]) -> str:
    hard = next(one for one in found if one.name == "begun in a hard spell")
    return (
        f"Before against after, these people seem {abs(hard.plain):.2f} points better. All of it "
        "is the hard spell passing: regression to the mean. Against the forecast, "
        f"{abs(hard.left):.2f} points are left.\n"
    )


def _stopping_table(stopping: Iterable[Stopped]) -> str:
    return _table(
        ["Stopped when better by", "Of all", "Range covers", "*helped*, usual rule", "ours"],
        (
            [f"{one.felt:g} points", f"{one.stopped:.0%}", f"{one.covered:.1%}",
             f"{one.plainly:.1%}", f"{one.ours:.1%}"]
            for one in stopping
        ),
    )  # fmt: skip


def _drifting_table(drifting: Iterable[Drifting]) -> str:
    return _table(
        ["Lighter by", "Weeks before", "*helped*", "Of these named"],
        (
            [
                f"{one.fall:g} points a week",
                f"{one.before}",
                f"{one.helped:.1%}",
                f"{one.named:.0%}",
            ]
            for one in drifting
        ),
    )


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


_LEFT, _RIGHT, _TOP, _ROW = 300.0, 560.0, 26.0, 20.0
_LEAST, _MOST = 0.5, 1.0


def draw_coverage(made: Study) -> Picture:
    """This will draw a dot for each kind of people, over the band that is held."""
    rows = [*made.on_model, *made.off_model]
    height = _TOP + _ROW * len(rows) + 24
    band = _at(HELD[1]) - _at(HELD[0])
    marks: list[Mark] = [
        Box(x=_at(HELD[0]), y=_TOP - 8, width=band, height=height - _TOP - 8, tone="usual")
    ]
    for percent in range(50, 101, 10):
        x = _at(percent / 100)
        marks.append(Line(x1=x, y1=_TOP - 8, x2=x, y2=height - 16, tone="grid"))
        marks.append(Words(x=x, y=height - 2, text=f"{percent}", tone="quiet", anchor="middle"))
    for place, one in enumerate(rows):
        y = _TOP + 6 + _ROW * place
        tone = "contact" if place < len(made.on_model) else "supervision"
        marks.append(Words(x=_LEFT - 8, y=y + 4, text=one.name, tone="quiet", anchor="end"))
        marks.append(Dot(x=_at(one.covered), y=y, radius=4, tone=tone, says=f"{one.covered:.1%}"))
    covered = [one.covered for one in made.on_model]
    return Picture(
        name="did-it-help",
        title="In how many looks of 100 the range holds the truth",
        sentence=(
            "Wherever a look is allowed, the range of 90 % holds the truth in "
            f"{min(covered):.1%} to {max(covered):.1%} of looks. Off the model it can be less, "
            "above all where weeks already drifted."
        ),
        width=600,
        height=height,
        marks=tuple(marks),
        table=Table(
            caption="In how many looks of 100 the range of 90 % holds the truth",
            header=("People", "Covered"),
            rows=tuple((one.name, f"{one.covered:.1%}") for one in rows),
        ),
    )


def _at(share: float) -> float:
    return round_units(_LEFT + (_RIGHT - _LEFT) * (max(share, _LEAST) - _LEAST) / (_MOST - _LEAST))
