"""Dates and clock times as tables write them, read in one chosen order and never guessed per row.

It knows nothing of zones: what has no offset stays without one, and the plan places it.
"""

import re
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

DATE_ORDERS = ("iso", "mdy", "dmy")
"""Year first; month first, as in the United States; day first, as in Europe."""

_DATES = {
    "iso": re.compile(r"\s*(?P<year>\d{4})[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})(?!\d)"),
    "mdy": re.compile(r"\s*(?P<month>\d{1,2})[./-](?P<day>\d{1,2})[./-](?P<year>\d{4}|\d\d)(?!\d)"),
    "dmy": re.compile(r"\s*(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4}|\d\d)(?!\d)"),
}
_CLOCK = re.compile(
    r"(?P<gap>[\s,T]*)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?P<second>:\d{2}(?:[.,]\d+)?)?"
    r"(?:\s*(?P<half>[AaPp])\.?[Mm]\b\.?)?"
    r"(?:\s*(?P<offset>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)\b)?"
)


def read_moment(text: str, order: str) -> datetime | None:
    """This will read a date with a clock time, or give None; an offset is kept."""
    day = _DATES[order].match(text)
    return _combine(day, _CLOCK.match(text, day.end())) if day else None


def read_day_and_clock(day_text: str, clock_text: str, *, order: str) -> datetime | None:
    """This will read a date from one cell and a clock time from another."""
    return _combine(_DATES[order].match(day_text), _CLOCK.match(clock_text))


def read_clock(text: str) -> time | None:
    """This will read a clock time that stands alone, with 24 hours or with am and pm."""
    match = _CLOCK.match(text)
    return _time_of(match) if match else None


def _time_of(match: re.Match[str]) -> time | None:
    hour, minute, half = int(match["hour"]), int(match["minute"]), (match["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _combine(day: re.Match[str] | None, match: re.Match[str] | None) -> datetime | None:
    clock = _time_of(match) if match else None
    if day is None or match is None or clock is None:
        return None
    year = int(day["year"]) + (2000 if len(day["year"]) == 2 else 0)
    try:
        moment = datetime(year, int(day["month"]), int(day["day"]), clock.hour, clock.minute)  # noqa: DTZ001 - placed later
    except ValueError:
        return None
    return moment.replace(tzinfo=_zone_of(match))


def _zone_of(clock: re.Match[str]) -> tzinfo | None:
    """The offset beside a clock time; "9:00-9:50" is a span, so a minus needs more to be one."""
    offset = clock["offset"]
    if offset is None or (offset[0] == "-" and not clock["second"] and "T" not in clock["gap"]):
        return None
    if offset[0] not in "+-":
        return UTC
    digits = re.sub(r"\D", "", offset).ljust(4, "0")
    minutes = min(int(digits[:2]) * 60 + int(digits[2:]), 24 * 60 - 1)
    return timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))


def fitting_orders(texts: list[str]) -> tuple[str, ...]:
    """This will give the orders in which every date among the samples reads, for a choice.

    A sample that is a date in no order, as in a row of totals, is passed over.
    """
    dated = [text for text in texts if any(_reads(text, order) for order in DATE_ORDERS)]
    fitting = [o for o in DATE_ORDERS if dated and all(_reads(text, o) for text in dated)]
    if all("." in text.split(" ")[0] for text in dated):
        fitting.sort(key=lambda order: order != "dmy")  # points are a European habit
    return tuple(fitting)


def _reads(text: str, order: str) -> bool:
    return read_moment(text, order) is not None or (
        read_day_and_clock(text, "00:00", order=order) is not None
    )
