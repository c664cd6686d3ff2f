"""How one entry repeats, as its lines or its component say, and whether that is followed.

It knows the rules and the first day, and nothing else of an entry.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from fallow.base.periods import Period
from fallow.workload.readers.icalendar.recurrence import (
    Parts,
    StepBudget,
    is_bounded,
    last_day,
    read_parts,
)

_ODD_RULE = "repeats in a way that Fallow does not read"
_OVER = "repeats that ended before the period"
_LONGEST_OVERLAP = timedelta(days=62)  # of one that begins before the period (a choice)
_START = re.compile(rb"DTSTART[^:]*:(\d{4})(\d\d)(\d\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """The rules of one entry, the day it begins, and whether it names single days beside them."""

    rules: list[Parts]
    starts_on: date
    names_days: bool

    def why_not(self, span: Period) -> str | None:
        """This will say why it is not written out; None when it is."""
        if not all(is_bounded(parts, self.starts_on) for parts in self.rules):
            return _ODD_RULE
        return _OVER if not self.names_days and self._is_over(span) else None

    def _is_over(self, span: Period) -> bool:
        """Whether every rule ended so long before the period that no instance reaches into it."""
        ends = [last_day(parts) or date.max for parts in self.rules]
        return bool(ends) and max(ends) < span.starts_at.date() - _LONGEST_OVERLAP

    def count_steps(self, budget: StepBudget) -> int:
        return sum(budget.steps_of(parts, self.starts_on) for parts in self.rules)


def repeats_of(event: Any) -> Repeats:
    """This will give the rules of a component."""
    start = event["DTSTART"].dt
    rules = event.get("RRULE", [])
    told = [rule.to_ical() for rule in (rules if isinstance(rules, list) else [rules])]
    return Repeats(
        rules=[read_parts(_text(rule)) for rule in told],
        starts_on=start.date() if isinstance(start, datetime) else start,
        names_days="RDATE" in event,
    )


def foresee_steps(lines: list[bytes], *, budget: StepBudget, span: Period) -> int:
    """This will give the steps that an entry's lines announce; 0 where they announce none."""
    rules = [line.partition(b":")[2] for line in lines if line[:5].upper() == b"RRULE"]
    starts_on = _first_day(lines) if rules else None
    if starts_on is None:
        return 0
    names_days = any(line[:5].upper() == b"RDATE" for line in lines)
    told = [read_parts(_text(rule)) for rule in rules]
    repeats = Repeats(rules=told, starts_on=starts_on, names_days=names_days)
    return 0 if repeats.why_not(span) else repeats.count_steps(budget)


def _first_day(lines: list[bytes]) -> date | None:
    match = next(filter(None, map(_START.match, lines)), None)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _text(rule: bytes) -> str:
    return rule.decode("utf-8", errors="replace")
