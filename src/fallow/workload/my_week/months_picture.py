"""The last weeks side by side: hours with clients, the weighted range, and the own usual behind.

It knows measured weeks. A week that is not known is drawn as unknown, never as an empty one.
"""

from fallow.figures.marks import Box, Line, Mark, Picture, Table, Words
from fallow.workload.exposure.telling.words import counted, hours_words
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.my_week.labels import estimate_words
from fallow.workload.my_week.usual import FEWEST_WEEKS, usual_range

_WIDTH, _HEIGHT = 360.0, 170.0
_LEFT, _TOP, _BOTTOM = 30.0, 14.0, 145.0
_HOUR = 60.0
_MOSTLY_LEAVE = 3  # days of a week (a choice)
_NAME_WIDTH = 32.0  # units; "Nov" on a phone, and the space after it


def draw_months(weeks: tuple[WeekExposure, ...]) -> Picture:
    """This will draw up to 26 weeks, oldest first."""
    top_hours = _top_hours(weeks)
    scale = (_BOTTOM - _TOP) / top_hours
    marks: list[Mark] = [*_usual_band(weeks, scale), *_hour_lines(top_hours, scale)]
    step = (_WIDTH - _LEFT) / max(len(weeks), 1)
    for index, week in enumerate(weeks):
        marks.extend(_week_marks(week, x=_LEFT + index * step, step=step, scale=scale))
    marks.extend(_month_names(weeks, step))
    return Picture(
        name="months",
        title="The last weeks",
        sentence=_sentence(weeks),
        width=_WIDTH,
        height=_HEIGHT,
        marks=tuple(marks),
        table=_table(weeks),
    )


def _top_hours(weeks: tuple[WeekExposure, ...]) -> float:
    highest = [max(w.weighted_hours.high, w.contact_minutes / _HOUR) for w in weeks]
    return max(10.0, -(-max(highest, default=0.0) // 10) * 10.0)


def _usual_band(weeks: tuple[WeekExposure, ...], scale: float) -> list[Mark]:
    usual = usual_range(weeks, "contact_minutes")
    if usual is None:
        return []
    top = _BOTTOM - usual.high / _HOUR * scale
    height = max((usual.high - usual.low) / _HOUR * scale, 2.0)
    says = "your usual hours with clients"
    box = Box(x=_LEFT, y=top, width=_WIDTH - _LEFT, height=height, tone="usual", says=says)
    return [box]


def _hour_lines(top_hours: float, scale: float) -> list[Mark]:
    marks: list[Mark] = []
    for hours in range(0, int(top_hours) + 1, 10):
        y = _BOTTOM - hours * scale
        marks.append(Line(x1=_LEFT, y1=y, x2=_WIDTH, y2=y, tone="grid"))
        marks.append(Words(x=_LEFT - 4, y=y + 4, text=f"{hours} h", tone="quiet", anchor="end"))
    return marks


def _week_marks(week: WeekExposure, *, x: float, step: float, scale: float) -> list[Mark]:
    width = max(step - 3.0, 2.0)
    named = f"week of {week.monday.day} {week.monday:%B}"
    if not week.coverage.is_known:
        says = f"{named}: not known"
        box = Box(x=x, y=_TOP, width=width, height=_BOTTOM - _TOP, tone="unknown", says=says)
        return [box]
    marks: list[Mark] = []
    if week.leave_days >= _MOSTLY_LEAVE:
        says, height = f"{named}: mostly leave", _BOTTOM - _TOP
        marks.append(Box(x=x, y=_TOP, width=width, height=height, tone="leave", says=says))
    if week.contact_minutes == 0:
        return marks
    height = week.contact_minutes / _HOUR * scale
    says = f"{named}: {hours_words(week.contact_minutes)} with clients"
    marks.append(
        Box(x=x, y=_BOTTOM - height, width=width, height=height, tone="contact", says=says)
    )
    low, high = week.weighted_hours.low, week.weighted_hours.high
    middle = x + width / 2
    marks.append(
        Line(
            x1=middle,
            y1=_BOTTOM - low * scale,
            x2=middle,
            y2=_BOTTOM - max(high, low + 0.3) * scale,
            tone="weighted",
        )
    )
    return marks


def _month_names(weeks: tuple[WeekExposure, ...], step: float) -> list[Mark]:
    """The name of each month below its first week, where the month has room for it."""
    firsts = [
        index
        for index, week in enumerate(weeks)
        if index == 0 or weeks[index - 1].monday.month != week.monday.month
    ]
    ends = [*firsts[1:], len(weeks)]
    return [
        Words(
            x=_LEFT + first * step, y=_BOTTOM + 16, text=f"{weeks[first].monday:%b}", tone="quiet"
        )
        for first, end in zip(firsts, ends, strict=True)
        if (end - first) * step >= _NAME_WIDTH
    ]


def _sentence(weeks: tuple[WeekExposure, ...]) -> str:
    known = [w for w in weeks if w.coverage.is_known]
    unknown = len(weeks) - len(known)
    tail = f" Not known: {unknown} of {counted(len(weeks), ('week', 'weeks'))}." if unknown else ""
    usual = usual_range(weeks, "contact_minutes")
    if usual is None:
        seen = counted(len(known), ("week", "weeks"))
        return f"{seen} could be seen; your usual shows after {FEWEST_WEEKS}." + tail
    low, high = hours_words(round(usual.low)), hours_words(round(usual.high))
    return f"More than half of your fully seen weeks held {low} to {high} with clients." + tail


def _table(weeks: tuple[WeekExposure, ...]) -> Table:
    return Table(
        caption="The last weeks",
        header=("Week of", "With clients", "Weighted hours", "Outside working hours"),
        rows=tuple(_row(week) for week in weeks),
    )


def _row(week: WeekExposure) -> tuple[str, ...]:
    day = f"{week.monday.day} {week.monday:%B %Y}"
    if not week.coverage.is_known:
        return (day, "not known", "not known", "not known")
    return (
        day,
        hours_words(week.contact_minutes),
        estimate_words(week.weighted_hours),
        hours_words(week.after_hours_minutes),
    )
