"""One week as seven columns of a day, with every entry where it lay.

It knows spans and kinds; a working day is a lighter ground, a run a line at the side.
"""

from datetime import date, timedelta

from fallow.base.periods import DAYS_IN_WEEK
from fallow.figures.marks import Box, Line, Mark, Picture, Table, Words
from fallow.workload.appointments import Appointment, Kind
from fallow.workload.exposure.explaining import hours_words
from fallow.workload.exposure.kernels import merge_spans, minutes_by_day, span_index
from fallow.workload.exposure.selecting import WeekView, is_contact, is_work
from fallow.workload.exposure.week import WeekExposure

_WIDTH, _HEIGHT = 360.0, 300.0
_LEFT, _TOP, _BOTTOM = 30.0, 22.0, 288.0
_COLUMN = (_WIDTH - _LEFT) / DAYS_IN_WEEK
_MINUTES = 60
_TONES = {
    Kind.INDIVIDUAL: "contact",
    Kind.COUPLE_FAMILY: "contact",
    Kind.GROUP: "contact",
    Kind.INTAKE: "contact",
    Kind.CRISIS: "contact",
    Kind.SUPERVISION: "supervision",
    Kind.PEER_CONSULTATION: "supervision",
    Kind.ADMINISTRATION: "admin",
    Kind.TRAINING: "admin",
    Kind.TRAVEL: "travel",
    Kind.PROTECTED_TIME: "protected",
    Kind.LEAVE: "leave",
    Kind.UNKNOWN: "unknown",
}
KIND_WORDS = {
    Kind.INDIVIDUAL: "individual session",
    Kind.COUPLE_FAMILY: "couple or family session",
    Kind.GROUP: "group session",
    Kind.INTAKE: "intake",
    Kind.CRISIS: "crisis or on-call contact",
    Kind.SUPERVISION: "supervision",
    Kind.PEER_CONSULTATION: "peer consultation",
    Kind.ADMINISTRATION: "administration and notes",
    Kind.TRAINING: "training",
    Kind.TRAVEL: "travel",
    Kind.PROTECTED_TIME: "protected time",
    Kind.LEAVE: "leave",
    Kind.PERSONAL: "personal",
    Kind.UNKNOWN: "not sorted yet",
}


def draw_week(view: WeekView, week: WeekExposure, *, gap_minutes: int) -> Picture:
    """This will draw one week; its height spans the hours that hold anything."""
    first, last = _hours_shown(view)
    scale = (_BOTTOM - _TOP) / ((last - first) * _MINUTES)
    marks: list[Mark] = [*_ground(view, first, scale), *_hour_lines(first, last, scale)]
    for entry in view.inside:
        marks.extend(_entry_boxes(entry, view, first, scale))
    marks.extend(_run_lines(view, first, scale, gap_minutes))
    marks.extend(_day_names(view.monday))
    return Picture(
        name="week",
        title="My week, day by day",
        sentence=_sentence(view, week),
        width=_WIDTH,
        height=_HEIGHT,
        marks=tuple(marks),
        table=_table(view),
    )


def _hours_shown(view: WeekView) -> tuple[int, int]:
    """From the earliest to the latest hour of any day, at least 8 to 18."""
    first, last = 8, 18
    for entry in view.inside:
        if entry.all_day or entry.kind is Kind.PERSONAL:
            continue
        for start, end in _parts(entry, view):
            first, last = min(first, start // _MINUTES), max(last, -(-end // _MINUTES))
    return first, min(last, 25)


def _parts(entry: Appointment, view: WeekView) -> list[tuple[int, int]]:
    return [(start, end) for _, start, end in _parts_by_day(entry, view)]


def _parts_by_day(entry: Appointment, view: WeekView) -> list[tuple[int, int, int]]:
    """The parts of an entry as (day, first minute, last minute) since that day's midnight."""
    parts = []
    for day in range(DAYS_IN_WEEK):
        low, high = view.midnights[day], view.midnights[day + 1]
        start, end = max(entry.start_minute, low), min(entry.end_minute, high)
        if start < end:
            parts.append((day, start - low, end - low))
    return parts


def _ground(view: WeekView, first: int, scale: float) -> list[Mark]:
    boxes: list[Mark] = []
    for start, end in zip(*view.windows, strict=True):
        day = span_index(view.midnights, start)
        top = _TOP + (start - view.midnights[day] - first * _MINUTES) * scale
        height = (end - start) * scale
        x = _LEFT + day * _COLUMN
        boxes.append(Box(x=x, y=max(top, _TOP), width=_COLUMN, height=height, tone="window"))
    return boxes


def _hour_lines(first: int, last: int, scale: float) -> list[Mark]:
    marks: list[Mark] = []
    for hour in range(first, last + 1, 2):
        y = _TOP + (hour - first) * _MINUTES * scale
        marks.append(Line(x1=_LEFT, y1=y, x2=_WIDTH, y2=y, tone="grid"))
        marks.append(Words(x=_LEFT - 4, y=y + 4, text=f"{hour % 24}", tone="quiet", anchor="end"))
    return marks


def _entry_boxes(entry: Appointment, view: WeekView, first: int, scale: float) -> list[Mark]:
    if not entry.has_happened_or_will or entry.kind not in _TONES:
        return []
    boxes: list[Mark] = []
    for day, start, end in _parts_by_day(entry, view):
        top = _TOP + (max(start, first * _MINUTES) - first * _MINUTES) * scale
        height = min((end - max(start, first * _MINUTES)) * scale, _BOTTOM - top)
        clock = f"{start // 60}:{start % 60:02d}"
        says = f"{date_words(view.monday, day)} {clock}, {KIND_WORDS[entry.kind]}, "
        if height > 0:
            boxes.append(
                Box(
                    x=_LEFT + day * _COLUMN + 4,
                    y=top,
                    width=_COLUMN - 8,
                    height=max(height - 1, 1),
                    tone=_TONES[entry.kind],
                    says=says + hours_words(end - start),
                )
            )
    return boxes


def _run_lines(view: WeekView, first: int, scale: float, gap: int) -> list[Mark]:
    """A line beside every three or more sessions that follow one another without a pause."""
    blocks, sessions = merge_spans(*view.spans(is_work), gap), view.spans(is_contact)[0]
    marks: list[Mark] = []
    for start, end in zip(*blocks, strict=True):
        if len([s for s in sessions if start <= s < end]) < 3:
            continue
        day = span_index(view.midnights, start)
        x = _LEFT + day * _COLUMN + 1
        top, bottom = (
            _TOP + (edge - view.midnights[day] - first * _MINUTES) * scale for edge in (start, end)
        )
        marks.append(Line(x1=x, y1=top + 2, x2=x, y2=min(bottom - 2, _BOTTOM), tone="run"))
    return marks


def _day_names(monday: date) -> list[Mark]:
    return [
        Words(
            x=_LEFT + (day + 0.5) * _COLUMN,
            y=_TOP - 8,
            text=f"{monday + timedelta(days=day):%a}",
            tone="text",
            anchor="middle",
        )
        for day in range(DAYS_IN_WEEK)
    ]


def date_words(monday: date, day: int) -> str:
    return f"{monday + timedelta(days=day):%A}"


def _sentence(view: WeekView, week: WeekExposure) -> str:
    days = minutes_by_day(merge_spans(*view.spans(is_work)), view.midnights)
    if max(days) == 0:
        return "No work could be seen in this week."
    fullest = days.index(max(days))
    return (
        f"{hours_words(week.work_minutes)} of work; {date_words(view.monday, fullest)} was the "
        f"longest day with {hours_words(days[fullest])}."
    )


def _table(view: WeekView) -> Table:
    work = minutes_by_day(merge_spans(*view.spans(is_work)), view.midnights)
    contact = minutes_by_day(merge_spans(*view.spans(is_contact)), view.midnights)
    rows = [
        (date_words(view.monday, day), hours_words(contact[day]), hours_words(work[day]))
        for day in range(DAYS_IN_WEEK)
    ]
    return Table(
        caption="My week, day by day",
        header=("Day", "With clients", "All work"),
        rows=tuple(rows),
    )
