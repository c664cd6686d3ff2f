"""What a person told the command line in files: rules, hours, acuity, a column mapping.

It knows TOML and the machine's zone.
"""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fallow.base.errors import FileRefused
from fallow.base.working_time import Window
from fallow.workload.appointments import Kind
from fallow.workload.limits.acuity import UNCODED, CaseloadAcuity
from fallow.workload.readers.reading import ColumnMapping
from fallow.workload.sorting.rules import TitleRule
from fallow.workload.sorting.starting_rules import starting_rules

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """A person's own rules first, then the starting ones; hours and acuity where told."""

    rules: tuple[TitleRule, ...]
    days: tuple[tuple[Window, ...], ...] | None = None
    acuity: CaseloadAcuity = UNCODED


def read_terms(file: str | None) -> Terms:
    """This will read a rules file such as the one in docs/how-to/rules.md."""
    if file is None:
        return Terms(rules=starting_rules())
    told = _read_toml(file)
    try:
        own = tuple(
            TitleRule(kind=Kind(kind), words=words)
            for kind, phrases in told.get("rules", {}).items()
            for words in phrases
        )
        return Terms(
            rules=(*own, *starting_rules()),
            days=_read_days(told.get("hours")),
            acuity=CaseloadAcuity(caseload=told.get("caseload")),
        )
    except (ValueError, TypeError, AttributeError) as error:
        raise FileRefused(
            "The rules file has a line that Fallow does not know.",
            "Compare it with docs/how-to/rules.md.",
        ) from error


def _read_days(hours: dict[str, Any] | None) -> tuple[tuple[Window, ...], ...] | None:
    if hours is None:
        return None
    return tuple(tuple(_read_window(text) for text in hours.get(day, [])) for day in DAYS)


def _read_window(text: str) -> Window:
    start, end = (part.split(":") for part in text.split("-"))
    return int(start[0]) * 60 + int(start[1]), int(end[0]) * 60 + int(end[1])


def read_mapping_file(file: str | None) -> ColumnMapping | None:
    """This will read a column mapping; its keys are the fields of `ColumnMapping`."""
    if file is None:
        return None
    try:
        return ColumnMapping(**_read_toml(file))
    except TypeError as error:
        raise FileRefused(
            "The mapping file has a line that Fallow does not know.",
            "Compare it with docs/how-to/rules.md.",
        ) from error


def _read_toml(file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(Path(file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FileRefused(
            "A settings file could not be read.", "Check its name and that it is TOML."
        ) from error


def guess_zone() -> str:
    """This will give the machine's IANA zone, or UTC where it has none."""
    told = os.environ.get("TZ", "").removeprefix(":")
    if told:
        return told
    link = Path("/etc/localtime")
    parts = os.readlink(link).split("zoneinfo/") if link.is_symlink() else []
    return parts[-1] if len(parts) == 2 and parts[-1] else "UTC"
