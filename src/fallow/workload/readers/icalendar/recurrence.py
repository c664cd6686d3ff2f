"""Which recurrence rules can be written out in bounded time, before the calendar package tries.

It knows RFC 5545 rule parts. A rule that may never find a day would be searched to the year
9999; such rules, and rules by the hour or faster, are left out and counted.
"""

import re
from datetime import date
from math import gcd

from fallow.base.errors import FileRefused
from fallow.workload.readers.limits import SMALLER

MOST_STEPS = 600_000
"""Days and months that all rules of one calendar may be followed through together."""

_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY"})
_STEPS_PER_YEAR = {"DAILY": 365, "WEEKLY": 60, "MONTHLY": 40, "YEARLY": 30}
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_OLDEST_YEAR = 1970
_LONGEST_INTERVAL = 520

Parts = dict[str, list[str]]


class StepBudget:
    """This will refuse a calendar whose rules together would take too long to write out."""

    def __init__(self, last_year: int) -> None:
        self._last_year = last_year
        self._left = MOST_STEPS

    def spend(self, parts: Parts, starts_on: date) -> None:
        years = max(1, self._last_year - starts_on.year + 1)
        interval = int(parts.get("INTERVAL", ["1"])[0])
        self._left -= years * _STEPS_PER_YEAR[parts["FREQ"][0]] // interval + 10
        if self._left < 0:
            raise FileRefused("This calendar repeats more entries than Fallow writes out.", SMALLER)


def read_parts(rule: str) -> Parts:
    """This will split "FREQ=WEEKLY;BYDAY=MO,TU" into its parts; {} when it has another shape."""
    pairs = [part.split("=", 1) for part in rule.upper().strip(";").split(";")]
    if any(len(pair) != 2 for pair in pairs) or len({p[0] for p in pairs}) != len(pairs):
        return {}
    return {name: value.split(",") for name, value in pairs}


def is_bounded(parts: Parts, starts_on: date) -> bool:
    """This will tell whether a rule surely finds days as long as it is followed."""
    frequency = parts.get("FREQ", [""])[0]
    if frequency not in _STEPS_PER_YEAR or starts_on.year < _OLDEST_YEAR:
        return False
    if not set(parts) <= _KNOWN | {"BYSETPOS"}:
        return False
    return (
        _interval_is_fine(parts, frequency)
        and _months_are_fine(parts, frequency)
        and _weekdays_are_fine(parts, frequency)
        and _positions_are_fine(parts, frequency)
    )


def _numbers(parts: Parts, name: str, low: int, high: int) -> list[int] | None:
    texts = parts.get(name, [])
    if not all(re.fullmatch(r"[+-]?\d{1,4}", text) for text in texts):
        return None
    numbers = [int(text) for text in texts]
    return numbers if all(low <= abs(n) <= high for n in numbers) else None


def _interval_is_fine(parts: Parts, frequency: str) -> bool:
    numbers = _numbers(parts, "INTERVAL", 1, _LONGEST_INTERVAL)
    if numbers is None or any(n < 1 for n in numbers):
        return False
    interval = numbers[0] if numbers else 1
    narrowed = {"BYMONTH", "BYMONTHDAY"} & set(parts)
    if interval > 1 and narrowed and frequency in ("DAILY", "MONTHLY"):
        return False
    return frequency != "DAILY" or "BYDAY" not in parts or gcd(interval, 7) == 1


def _months_are_fine(parts: Parts, frequency: str) -> bool:
    months = _numbers(parts, "BYMONTH", 1, 12)
    days = _numbers(parts, "BYMONTHDAY", 1, 31)
    if months is None or days is None or any(m < 1 for m in months):
        return False
    if frequency == "WEEKLY" and days:
        return False
    longest = max((_LONGEST_MONTH[m - 1] for m in months), default=31)
    return not days or min(abs(d) for d in days) <= longest


def _weekdays_are_fine(parts: Parts, frequency: str) -> bool:
    matches = [_WEEKDAY.fullmatch(text) for text in parts.get("BYDAY", [])]
    if not all(matches):
        return False
    ordinals = [int(m[1]) for m in matches if m and m[1]]
    if not ordinals:
        return True
    most = 5 if frequency == "MONTHLY" or "BYMONTH" in parts else 52
    fits = all(1 <= abs(n) <= most for n in ordinals) and "BYMONTHDAY" not in parts
    return fits and frequency in ("MONTHLY", "YEARLY")


def _positions_are_fine(parts: Parts, frequency: str) -> bool:
    if "BYSETPOS" not in parts:
        return True
    plain_days = all(len(text) == 2 for text in parts.get("BYDAY", [""]))
    positions = _numbers(parts, "BYSETPOS", 1, 5)
    return (
        bool(positions)
        and plain_days
        and "BYMONTHDAY" not in parts
        and frequency in ("MONTHLY", "YEARLY")
    )
