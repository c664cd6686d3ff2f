"""One construct week by week, with one's own usual behind it and the weeks of work beneath.

It knows tracked weeks and worked weeks. A week that was not seen is drawn as not known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fallow.figures.marks import Box, Dot, Line, Mark, Picture, Table, Words
from fallow.individual.picture.heaviness import ordinary_sd, plain_label, weigh_now
from fallow.individual.picture.history import History, Tracked
from fallow.individual.picture.records import WorkedWeek
from fallow.individual.picture.sentences import say_where
from fallow.individual.trajectory.tracking import Band, TrackedWeek

WEEKS_SHOWN = 26
_WIDTH, _HEIGHT = 360.0, 208.0
_LEFT = 28.0
_TOP, _BOTTOM = 14.0, 124.0  # of the answers
_WORK_TOP, _WORK_BOTTOM = 138.0, 182.0
_MOST_POINTS = 4.0
_MANY_WEEKS = 60  # beyond which a year is named, not a month
_NAME_WIDTH = 32.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """One week as it is drawn; heavier is up."""

    x: float
    monday: date
    week: TrackedWeek
    work: WorkedWeek | None


def draw_weeks(history: History, tracked: Tracked, *, weeks: int = WEEKS_SHOWN) -> Picture:
    """This will draw the last `weeks` weeks of one construct, oldest first."""
    columns, step = _columns(history, tracked, weeks)
    return Picture(
        name=f"weeks-{tracked.scale.name}",
        title=plain_label(tracked.scale),
        sentence=say_where(weigh_now(tracked)),
        width=_WIDTH,
        height=_HEIGHT,
        marks=tuple(_marks(columns, tracked, step=step)),
        table=_table(columns, is_turned=not tracked.is_worse_when_higher),
    )


def _columns(history: History, tracked: Tracked, weeks: int) -> tuple[list[_Column], float]:
    mondays, shown = history.mondays[-weeks:], tracked.watched.trajectory.weeks[-weeks:]
    step = (_WIDTH - _LEFT) / len(mondays)
    columns = [
        _Column(
            x=_LEFT + (place + 0.5) * step,
            monday=monday,
            week=week,
            work=history.worked.get(monday),
        )
        for place, (monday, week) in enumerate(zip(mondays, shown, strict=True))
    ]
    return columns, step


def _marks(columns: Sequence[_Column], tracked: Tracked, *, step: float) -> list[Mark]:
    is_turned = not tracked.is_worse_when_higher
    ordinary = ordinary_sd(tracked.watched.trajectory)
    marks: list[Mark] = _edge_words(is_turned=is_turned)
    for column in columns:
        usual = _up(column.week.usual.mean, is_turned=is_turned)
        low, high = _within(usual - ordinary), _within(usual + ordinary)
        height = (high - low) / _MOST_POINTS * (_BOTTOM - _TOP)
        marks.append(
            Box(x=column.x - step / 2, y=_y(high), width=step, height=height, tone="usual")
        )
    for column in columns:
        marks.extend(_draw_place(column, is_turned=is_turned, radius=min(3.0, step / 2.4)))
    return [*marks, *_draw_work(columns, step), *_draw_names(columns, step)]


def _edge_words(*, is_turned: bool) -> list[Mark]:
    top, bottom = ("0", "4") if is_turned else ("4", "0")
    return [
        Words(x=_LEFT - 6, y=_TOP + 8, text=top, tone="quiet", anchor="end"),
        Words(x=_LEFT - 6, y=_BOTTOM, text=bottom, tone="quiet", anchor="end"),
        Line(x1=_LEFT, y1=_BOTTOM, x2=_WIDTH, y2=_BOTTOM, tone="grid"),
    ]


def _draw_place(column: _Column, *, is_turned: bool, radius: float) -> list[Mark]:
    mean, low, high = _figures(column.week.now)
    ends = [_y(_up(edge, is_turned=is_turned)) for edge in (low, high)]
    tone = "level" if column.week.is_answered else "between"
    marks: list[Mark] = [Line(x1=column.x, y1=ends[0], x2=column.x, y2=ends[1], tone=tone)]
    if column.week.is_answered:
        y = _y(_up(mean, is_turned=is_turned))
        says = f"{_day(column.monday)}: {mean:.1f}, between {low:.1f} and {high:.1f}"
        marks.append(Dot(x=column.x, y=y, radius=radius, tone="level", says=says))
    return marks


def _draw_work(columns: Sequence[_Column], step: float) -> list[Mark]:
    hours = [column.work.weighted_high for column in columns if column.work]
    scale = (_WORK_BOTTOM - _WORK_TOP) / max([20.0, *hours])
    marks: list[Mark] = []
    for column in columns:
        marks.extend(_draw_work_week(column, scale=scale, width=max(step - 2.0, 0.8)))
    return marks


def _draw_work_week(column: _Column, *, scale: float, width: float) -> list[Mark]:
    x, work = column.x - width / 2, column.work
    says = f"{_day(column.monday)}: {_work_words(work)}"
    if work is None:
        y = _WORK_BOTTOM - 6
        return [Box(x=x, y=y, width=width, height=6, tone="unknown", says=says)]
    sure = work.weighted_low if work.weighted_hours is None else work.weighted_hours
    height = max(sure * scale, 0.5)
    y = _WORK_BOTTOM - height
    marks: list[Mark] = [Box(x=x, y=y, width=width, height=height, tone="worked", says=says)]
    if work.weighted_hours is None:
        top = _WORK_BOTTOM - work.weighted_high * scale
        marks.append(Line(x1=column.x, y1=y, x2=column.x, y2=top, tone="weighted"))
    return marks


def _draw_names(columns: Sequence[_Column], step: float) -> list[Mark]:
    """The name of each month, or of each year where there are many weeks, where it has room."""
    form = "%b" if len(columns) <= _MANY_WEEKS else "%Y"
    named = [f"{column.monday:{form}}" for column in columns]
    firsts = [
        place for place in range(len(named)) if place == 0 or named[place - 1] != named[place]
    ]
    ends = [*firsts[1:], len(columns)]
    return [
        Words(x=_LEFT + first * step, y=_HEIGHT - 10, text=named[first], tone="quiet")
        for first, end in zip(firsts, ends, strict=True)
        if (end - first) * step >= _NAME_WIDTH
    ]


def _table(columns: Sequence[_Column], *, is_turned: bool) -> Table:
    side = "less is heavier" if is_turned else "more is heavier"
    return Table(
        caption=f"Points of the answers, 0 to 4; {side}",
        header=("Week of", "Usual", "Now", "Low", "High", "Answered", "Weighted hours"),
        rows=tuple(_row(column) for column in reversed(columns)),
    )


def _row(column: _Column) -> tuple[str, ...]:
    usual = _within(column.week.usual.mean)
    figures = [f"{value:.1f}" for value in (usual, *_figures(column.week.now))]
    answered = "yes" if column.week.is_answered else "no"
    return (_day(column.monday), *figures, answered, _hours_words(column.work))


def _work_words(work: WorkedWeek | None) -> str:
    hours = _hours_words(work)
    return "work not known" if work is None else f"{hours} weighted"


def _hours_words(work: WorkedWeek | None) -> str:
    if work is None:
        return "not known"
    if work.weighted_hours is None:
        return f"{work.weighted_low:.1f} to {work.weighted_high:.1f} h"
    return f"{work.weighted_hours:.1f} h"


def _figures(band: Band) -> tuple[float, float, float]:
    """Where it stands and between what, as drawing and table tell it."""
    return _within(band.mean), _within(band.low), _within(band.high)


def _within(points: float) -> float:
    """The normal distribution goes beyond what can be answered; what is shown does not."""
    return max(0.0, min(_MOST_POINTS, points))


def _up(points: float, *, is_turned: bool) -> float:
    return _MOST_POINTS - points if is_turned else points


def _y(points: float) -> float:
    return _BOTTOM - points / _MOST_POINTS * (_BOTTOM - _TOP)


def _day(monday: date) -> str:
    return f"{monday.day} {monday:%B %Y}"
