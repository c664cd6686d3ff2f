"""Which recurrence rules can be written out in bounded time, before the calendar package tries.

It knows RFC 5545 rule parts. A rule that may never find a day would be searched to the year
9999; such rules, and rules by the hour or faster, are left out and counted.
"""

import re
from datetime import date
from math import gcd

from fallow.base.errors import FileRefused
from fallow.workload.readers.limits import SMALLER

MOST_STEPS = 200_000
"""Days and months that all rules of one file may be followed through together: a weekly entry
takes about 60 a year, and a second of the processor is enough for all of them."""

_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY"})
_KNOWN |= {"BYSETPOS"}
_STEPS_PER_YEAR = {"DAILY": 366, "WEEKLY": 60, "MONTHLY": 40, "YEARLY": 30}
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SHORTEST_MONTH = 28
_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)")
_OLDEST_YEAR = 1900
_LONGEST_INTERVAL = 520
_LONGEST_LIST = 62  # every day of a month, counted from both ends
_YEARS_TO_A_WEEKDAY = 12  # a date falls on one weekday again within 12 years (Gregorian calendar)

Parts = dict[str, list[str]]


class StepBudget:
    """This will refuse a file whose rules together would take too long to write out."""

    def __init__(self, last_year: int) -> None:
        self._last_year = last_year
        self._left = MOST_STEPS

    def spend(self, steps: int) -> None:
        """This will take steps from the budget, or raise FileRefused where it has fewer."""
        self.foresee(steps)
        self._left -= steps

    def foresee(self, steps: int) -> None:
        """This will raise FileRefused where the budget has fewer steps, and take none."""
        if steps > self._left:
            raise FileRefused("This calendar repeats more entries than Fallow writes out.", SMALLER)

    def steps_of(self, parts: Parts, starts_on: date) -> int:
        """This will give the steps that one rule takes from its first day to the end."""
        last = last_day(parts)
        last_year = self._last_year if last is None else min(last.year, self._last_year)
        years = max(1, last_year - starts_on.year + 1)
        years += _YEARS_TO_A_WEEKDAY if _is_narrow(parts) else 0
        interval = int(parts.get("INTERVAL", ["1"])[0])
        return years * _STEPS_PER_YEAR[parts["FREQ"][0]] // interval + 10


def read_parts(rule: str) -> Parts:
    """This will split "FREQ=WEEKLY;BYDAY=MO,TU" into its parts; {} when it has another shape."""
    pairs = [part.split("=", 1) for part in rule.upper().strip(";").split(";")]
    if any(len(pair) != 2 for pair in pairs) or len({p[0] for p in pairs}) != len(pairs):
        return {}
    return {name: value.split(",") for name, value in pairs}


def last_day(parts: Parts) -> date | None:
    """This will give the day of UNTIL; None where there is none, or none that can be read."""
    match = _DATE.match(parts.get("UNTIL", [""])[0])
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def is_bounded(parts: Parts, starts_on: date) -> bool:
    """This will tell whether a rule surely finds days as long as it is followed."""
    frequency = parts.get("FREQ", [""])[0]
    if frequency not in _STEPS_PER_YEAR or starts_on.year < _OLDEST_YEAR:
        return False
    if not set(parts) <= _KNOWN or ("UNTIL" in parts and last_day(parts) is None):
        return False
    if any(len(values) > _LONGEST_LIST for values in parts.values()):
        return False
    days = _days_of(parts, frequency, starts_on)
    return (
        days is not None
        and _interval_is_fine(parts, frequency, days=days)
        and _months_are_fine(parts, frequency, days=days)
        and _weekdays_are_fine(parts, frequency)
        and _positions_are_fine(parts, frequency)
    )


def _numbers(parts: Parts, name: str, low: int, high: int) -> list[int] | None:
    texts = parts.get(name, [])
    if not all(re.fullmatch(r"[+-]?[0-9]{1,4}", text) for text in texts):
        return None
    numbers = [int(text) for text in texts]
    return numbers if all(low <= abs(n) <= high for n in numbers) else None


def _is_narrow(parts: Parts) -> bool:
    """Whether years may pass from one day to the next."""
    return bool({"BYMONTH", "BYMONTHDAY", "BYSETPOS"} & set(parts) or _ordinals(parts))


def _days_of(parts: Parts, frequency: str, starts_on: date) -> list[int] | None:
    """Days of the month that a rule asks for; without a word, the day on which it starts."""
    if "BYMONTHDAY" in parts:
        return _numbers(parts, "BYMONTHDAY", 1, 31)
    in_months = frequency in ("MONTHLY", "YEARLY") and "BYMONTH" in parts
    return [starts_on.day] if in_months and "BYDAY" not in parts else []


def _interval_is_fine(parts: Parts, frequency: str, *, days: list[int]) -> bool:
    numbers = _numbers(parts, "INTERVAL", 1, _LONGEST_INTERVAL)
    if numbers is None or len(numbers) > 1 or any(n < 1 for n in numbers):
        return False
    interval = numbers[0] if numbers else 1
    return interval == 1 or _meets_again(parts, frequency, interval=interval, days=days)


def _meets_again(parts: Parts, frequency: str, *, interval: int, days: list[int]) -> bool:
    """With steps left out, only what every month and every week has is surely met again."""
    named = {"BYMONTH", "BYMONTHDAY", "BYDAY"} & set(parts)
    if frequency == "DAILY":
        return not named or (named == {"BYDAY"} and gcd(interval, 7) == 1)
    if frequency == "WEEKLY":
        return "BYMONTH" not in named
    if {"BYDAY", "BYMONTHDAY"} <= named or (frequency == "MONTHLY" and "BYMONTH" in named):
        return False
    return min(map(abs, days), default=1) <= _SHORTEST_MONTH and not _asks_for_a_fifth(parts)


def _asks_for_a_fifth(parts: Parts) -> bool:
    """A fifth Monday, which few months have."""
    positions = [*_ordinals(parts), *(_numbers(parts, "BYSETPOS", 1, 5) or [])]
    in_months = parts["FREQ"] == ["MONTHLY"] or "BYMONTH" in parts
    return in_months and any(abs(position) == 5 for position in positions)


def _months_are_fine(parts: Parts, frequency: str, *, days: list[int]) -> bool:
    months = _numbers(parts, "BYMONTH", 1, 12)
    if months is None or any(m < 1 for m in months):
        return False
    if frequency == "WEEKLY" and days:
        return False
    longest = max((_LONGEST_MONTH[m - 1] for m in months), default=31)
    if longest < 30 and "BYDAY" in parts:  # 29 February on one weekday comes once in 28 years
        return not _asks_for_a_fifth(parts) and min(map(abs, days), default=1) <= _SHORTEST_MONTH
    return min(map(abs, days), default=1) <= longest


def _weekdays_are_fine(parts: Parts, frequency: str) -> bool:
    matches = [_WEEKDAY.fullmatch(text) for text in parts.get("BYDAY", [])]
    if not all(matches):
        return False
    ordinals = _ordinals(parts)
    if not ordinals:
        return True
    if len(ordinals) < len(matches):
        return False  # the package looks for days that are both the first Monday and any Tuesday
    most = 5 if frequency == "MONTHLY" or "BYMONTH" in parts else 52
    fits = all(1 <= abs(n) <= most for n in ordinals) and "BYMONTHDAY" not in parts
    return fits and frequency in ("MONTHLY", "YEARLY")


def _ordinals(parts: Parts) -> list[int]:
    matches = [_WEEKDAY.fullmatch(text) for text in parts.get("BYDAY", [])]
    return [int(m[1]) for m in matches if m and m[1]]


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
