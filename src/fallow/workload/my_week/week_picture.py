"""One week as seven columns of a day, with every entry where it lay.

It knows spans and kinds; a working day is a lighter ground, a run a line at the side.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from fallow.base.periods import DAYS_IN_WEEK, from_utc_minute
from fallow.base.working_time import MINUTES_IN_DAY
from fallow.figures.marks import Box, Line, Mark, Picture, Table, Words
from fallow.workload.appointments import Appointment, Kind, Status
from fallow.workload.exposure.kernels import merge_spans, minutes_by_day
from fallow.workload.exposure.rhythm import list_work_by_day
from fallow.workload.exposure.selecting import WeekView, is_contact, is_work
from fallow.workload.exposure.telling.words import hours_words
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
    Kind.ON_CALL: "oncall",
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
    Kind.ON_CALL: "on call",
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
        table=_table(view, week),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The part of a span that lies on one day: clock minutes to draw by, and true minutes."""

    day: int
    first: int
    last: int
    minutes: int


def _hours_shown(view: WeekView) -> tuple[int, int]:
    """From the earliest to the latest hour of any day, at least 8 to 18."""
    first, last = 8, 18
    for entry in view.inside:
        if entry.all_day or entry.kind is Kind.PERSONAL:
            continue
        for part in _parts(view, entry.start_minute, entry.end_minute):
            first, last = min(first, part.first // _MINUTES), max(last, -(-part.last // _MINUTES))
    return first, last


def _parts(view: WeekView, start: int, end: int) -> list[_Part]:
    """A day's clock goes from 0 to 1440 minutes, also on the day when it changes."""
    parts = []
    for day in range(DAYS_IN_WEEK):
        low, high = max(start, view.midnights[day]), min(end, view.midnights[day + 1])
        if low < high:
            is_last = high == view.midnights[day + 1]
            last = MINUTES_IN_DAY if is_last else _clock_minute(view, high)
            first = _clock_minute(view, low)
            parts.append(_Part(day=day, first=first, last=max(first + 1, last), minutes=high - low))
    return parts


def _clock_minute(view: WeekView, minute: int) -> int:
    clock = from_utc_minute(minute).astimezone(view.zone)
    return clock.hour * _MINUTES + clock.minute


def _ground(view: WeekView, first: int, scale: float) -> list[Mark]:
    boxes: list[Mark] = []
    for start, end in zip(*view.windows, strict=True):
        for part in _parts(view, start, end):
            top, height = _place(part, first, scale)
            x = _LEFT + part.day * _COLUMN
            boxes.append(Box(x=x, y=top, width=_COLUMN, height=height, tone="window"))
    return boxes


def _place(part: _Part, first: int, scale: float) -> tuple[float, float]:
    """Top and height of a part, cut where the picture ends."""
    top = _TOP + max(part.first - first * _MINUTES, 0) * scale
    bottom = min(_TOP + (part.last - first * _MINUTES) * scale, _BOTTOM)
    return top, max(bottom - top, 0.0)


def _hour_lines(first: int, last: int, scale: float) -> list[Mark]:
    marks: list[Mark] = []
    for hour in range(first, last + 1, 2):
        y = _TOP + (hour - first) * _MINUTES * scale
        marks.append(Line(x1=_LEFT, y1=y, x2=_WIDTH, y2=y, tone="grid"))
        marks.append(Words(x=_LEFT - 4, y=y + 4, text=f"{hour % 24}", tone="quiet", anchor="end"))
    return marks


def _entry_boxes(entry: Appointment, view: WeekView, first: int, scale: float) -> list[Mark]:
    tone = _tone(entry)
    if tone is None:
        return []
    boxes: list[Mark] = []
    for part in _parts(view, entry.start_minute, entry.end_minute):
        top, height = _place(part, first, scale)
        if height > 0:
            boxes.append(
                Box(
                    x=_LEFT + part.day * _COLUMN + 4,
                    y=top,
                    width=_COLUMN - 8,
                    height=max(height - 1, 1),
                    tone=tone,
                    says=_says(entry, view, part),
                )
            )
    return boxes


def _tone(entry: Appointment) -> str | None:
    """What vanished from its source is not known to have been held or not."""
    if entry.status is Status.VANISHED:
        return "unknown"
    return _TONES.get(entry.kind) if entry.has_happened_or_will else None


def _says(entry: Appointment, view: WeekView, part: _Part) -> str:
    clock = f"{part.first // _MINUTES}:{part.first % _MINUTES:02d}"
    when = "whole day" if entry.all_day else f"{clock}, {hours_words(part.minutes)}"
    what = KIND_WORDS[entry.kind]
    lost = ", not to be found any more" if entry.status is Status.VANISHED else ""
    return f"{date_words(view.monday, part.day)} {when}: {what}{lost}"


def _run_lines(view: WeekView, first: int, scale: float, gap: int) -> list[Mark]:
    """A line beside three or more sessions in a row: from there a long pause is due (catalog)."""
    blocks, sessions = merge_spans(*view.spans(is_work), gap), view.spans(is_contact)[0]
    marks: list[Mark] = []
    for start, end in zip(*blocks, strict=True):
        if len([s for s in sessions if start <= s < end]) < 3:
            continue
        for part in _parts(view, start, end):
            top, height = _place(part, first, scale)
            x = _LEFT + part.day * _COLUMN + 1
            marks.append(Line(x1=x, y1=top + 2, x2=x, y2=top + max(height - 2, 2), tone="run"))
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
    if not week.coverage.is_known:
        return "This week is not known."
    days = list_work_by_day(view)
    if max(days) == 0:
        return "No work could be seen in this week."
    fullest = days.index(max(days))
    return (
        f"{hours_words(week.work_minutes)} of work; {date_words(view.monday, fullest)} was the "
        f"longest day with {hours_words(days[fullest])}."
    )


def _table(view: WeekView, week: WeekExposure) -> Table:
    known = week.coverage.is_known
    work: list[int | None] = [*list_work_by_day(view)] if known else [None] * DAYS_IN_WEEK
    contact = minutes_by_day(merge_spans(*view.spans(is_contact)), view.midnights)
    rows = [
        (
            date_words(view.monday, day),
            hours_words(contact[day] if known else None),
            hours_words(work[day]),
        )
        for day in range(DAYS_IN_WEEK)
    ]
    return Table(
        caption="My week, day by day",
        header=("Day", "With clients", "All work"),
        rows=tuple(rows),
    )
