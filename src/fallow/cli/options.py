"""What a person told the command line in files: rules, hours, acuity, lengths, a column mapping.

It knows TOML and the machine's zone. Both files are described in docs/how-to/rules.md.
"""

import os
import tomllib
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from fallow.base.errors import FileRefused, ValueRefused
from fallow.base.periods import read_zone
from fallow.base.working_time import Window, WorkingHours, office_hours
from fallow.workload.appointments import Kind
from fallow.workload.limits.acuity import UNCODED, CaseloadAcuity
from fallow.workload.readers.reading import ColumnMapping
from fallow.workload.sorting.rules import TitleRule
from fallow.workload.sorting.starting_rules import starting_rules

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DATE_FORMATS = ("iso", "mdy", "dmy")
_COMPARE = "Compare it with docs/how-to/rules.md."
_PARTS = {"caseload", "paid_hours", "rules", "hours", "lengths"}
Told = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """A person's own rules first, then the starting ones; hours, acuity and lengths where told."""

    rules: tuple[TitleRule, ...]
    days: tuple[tuple[Window, ...], ...] | None = None
    acuity: CaseloadAcuity = UNCODED
    paid_minutes: int | None = None
    minutes_by_code: tuple[tuple[str, int], ...] = ()

    def hours_in(self, zone: str) -> WorkingHours:
        """This will give the told hours, or Monday to Friday from 9 to 17."""
        return WorkingHours(zone=zone, days=self.days) if self.days else office_hours(zone)


def read_terms(file: str | None) -> Terms:
    """This will read a rules file; FileRefused names the part that does not fit."""
    told = {} if file is None else _read_toml(file, what="rules")
    if not set(told) <= _PARTS:
        raise _refused("a part")
    return Terms(
        rules=(*_read_rules(told.get("rules", {})), *starting_rules()),
        days=_read_days(told.get("hours")),
        acuity=_read_caseload(told.get("caseload")),
        paid_minutes=_read_paid(told.get("paid_hours")),
        minutes_by_code=_read_lengths(told.get("lengths", {})),
    )


def _refused(what: str) -> FileRefused:
    return FileRefused(f"The rules file has {what} that Fallow does not know.", _COMPARE)


def _read_rules(rules: Told) -> tuple[TitleRule, ...]:
    kinds = {kind.value for kind in Kind if kind is not Kind.UNKNOWN}
    fits = isinstance(rules, dict) and set(rules) <= kinds
    if not fits or not all(_is_list_of_text(phrases) for phrases in rules.values()):
        raise _refused("a kind under [rules], or words beside one,")
    return tuple(
        TitleRule(kind=Kind(kind), words=words)
        for kind, phrases in rules.items()
        for words in phrases
        if words.strip()
    )


def _is_list_of_text(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _read_days(hours: Told | None) -> tuple[tuple[Window, ...], ...] | None:
    if hours is None:
        return None
    try:
        if not set(hours) <= set(DAYS):
            raise ValueError
        days = tuple(tuple(_read_window(text) for text in hours.get(day, [])) for day in DAYS)
        return WorkingHours(zone="UTC", days=days).days
    except (ValueError, TypeError, AttributeError, ValueRefused) as error:
        raise _refused("a day or a span under [hours]") from error


def _read_window(text: str) -> Window:
    start, end = (_read_minute(part) for part in text.split("-"))
    return start, end


def _read_minute(text: str) -> int:
    hours, minutes = (int(part) for part in text.split(":"))
    if not 0 <= minutes < 60:
        raise ValueError
    return hours * 60 + minutes


def _read_caseload(key: Any) -> CaseloadAcuity:
    try:
        return CaseloadAcuity(caseload=key)
    except ValueRefused as error:
        raise _refused("an answer for `caseload`") from error


def _read_paid(hours: Any) -> int | None:
    if hours is None:
        return None
    if not isinstance(hours, int | float) or not 0 < hours <= 80:
        raise _refused("a number for `paid_hours`")
    return round(hours * 60)


def _read_lengths(lengths: Told) -> tuple[tuple[str, int], ...]:
    fits = isinstance(lengths, dict) and all(
        isinstance(minutes, int) and 0 < minutes <= 24 * 60 for minutes in lengths.values()
    )
    if not fits:
        raise _refused("a length under [lengths]")
    return tuple(sorted(lengths.items()))


def read_mapping_file(file: str | None) -> ColumnMapping | None:
    """This will read a column mapping; its keys are the fields of `ColumnMapping`."""
    if file is None:
        return None
    told = _read_toml(file, what="mapping")
    places = {field.name for field in fields(ColumnMapping)} - {"fingerprint", "date_format"}
    is_known = set(told) <= places | {"fingerprint", "date_format"}
    is_whole = {"fingerprint", "date_format", "starts_at"} <= set(told)
    numbered = all(type(told[name]) is int and told[name] >= 0 for name in places & set(told))
    if not (is_known and is_whole and numbered and told["date_format"] in DATE_FORMATS):
        raise FileRefused("The mapping file has a line that Fallow does not know.", _COMPARE)
    return ColumnMapping(**told)


def _read_toml(file: str, *, what: str) -> Told:
    try:
        return tomllib.loads(Path(file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FileRefused(
            f"The {what} file could not be read.", "Check its name and that it is TOML."
        ) from error


def guess_zone() -> str:
    """This will give the machine's IANA zone, or UTC where it names none that we know."""
    for name in (os.environ.get("TZ", "").removeprefix(":"), _linked_zone()):
        with suppress(ValueRefused):
            if name:
                return read_zone(name).key
    return "UTC"


def _linked_zone() -> str:
    link = Path("/etc/localtime")
    parts = os.readlink(link).split("zoneinfo/") if link.is_symlink() else []
    return parts[-1] if len(parts) == 2 else ""
