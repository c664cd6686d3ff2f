"""Dates and clock times as tables write them, read in one chosen order and never guessed per row.

It knows nothing of zones: what has no offset stays without one, and the plan places it.
"""

import re
from datetime import datetime, time

DATE_ORDERS = ("iso", "mdy", "dmy")
"""Year first; month first, as in the United States; day first, as in Europe."""

_DATE = re.compile(r"\s*(\d{1,4})[./-](\d{1,2})[./-](\d{2,4})")
_TIME = re.compile(r"[\sT]*(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([AaPp])?\.?[Mm]?\.?")
_PLACES = {"iso": (0, 1, 2), "mdy": (2, 0, 1), "dmy": (2, 1, 0)}


def read_moment(text: str, order: str) -> datetime | None:
    """This will read a date with a clock time, or give None; an ISO offset is kept."""
    if order == "iso" and "T" in text:
        try:
            return datetime.fromisoformat(text.strip())
        except ValueError:
            return None
    day = _DATE.match(text)
    clock = read_clock(text[day.end() :]) if day else None
    return _combine(day, clock, order) if day and clock else None


def read_day_and_clock(day_text: str, clock_text: str, *, order: str) -> datetime | None:
    """This will read a date from one cell and a clock time from another."""
    day, clock = _DATE.match(day_text), read_clock(clock_text)
    return _combine(day, clock, order) if day and clock else None


def read_clock(text: str) -> time | None:
    match = _TIME.match(text)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2]), (match[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _combine(day: re.Match[str], clock: time, order: str) -> datetime | None:
    year, month, date = (int(day[place + 1]) for place in _PLACES[order])
    year += 2000 if year < 100 else 0
    try:
        return datetime(year, month, date, clock.hour, clock.minute)  # noqa: DTZ001 - placed later
    except ValueError:
        return None


def fitting_orders(texts: list[str]) -> tuple[str, ...]:
    """This will give the orders in which every sample reads, so that a person may choose."""
    filled = [text for text in texts if text.strip()]
    fitting = [o for o in DATE_ORDERS if filled and all(_reads(text, o) for text in filled)]
    if all("." in text.split(" ")[0] for text in filled):
        fitting.sort(key=lambda order: order != "dmy")  # points are a European habit
    return tuple(fitting)


def _reads(text: str, order: str) -> bool:
    return read_moment(text, order) is not None or (
        read_day_and_clock(text, "00:00", order=order) is not None
    )
