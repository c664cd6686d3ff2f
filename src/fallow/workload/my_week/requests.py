"""What the page asks, read from JSON into values, with kind refusals for what does not fit.

It knows the shape of requests, and nothing of what is done with them.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from fallow.base.errors import ValueRefused
from fallow.base.periods import monday_of
from fallow.base.working_time import WorkingHours
from fallow.workload.appointments import Kind
from fallow.workload.exposure.setting import SourceSpan, WeekSetting
from fallow.workload.limits.acuity import UNCODED, AcuityException, CaseloadAcuity
from fallow.workload.limits.policy import Policy, starting_policy
from fallow.workload.readers.reading import ColumnMapping
from fallow.workload.sorting.rules import TitleRule
from fallow.workload.sorting.starting_rules import starting_rules

Json = dict[str, Any]
_SHAPE = ValueRefused("The page asked in a way this version does not know.", "Load it again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One person's own settings on one device."""

    setting: WeekSetting
    rules: tuple[TitleRule, ...]
    minutes_by_code: tuple[tuple[str, int], ...]


def read_settings(
    request: Json, *, policy: Policy | None, acuity: CaseloadAcuity = UNCODED
) -> Settings:
    """This will read the page's settings; `policy` and `acuity` are those of a joined practice.

    What is said on this device goes before what the practice was told.
    """
    try:
        given = request["settings"]
        return Settings(
            setting=WeekSetting(
                hours=read_hours(given),
                policy=policy or starting_policy(),
                acuity=_with_practice(read_acuity(given), acuity),
                paid_minutes=_read_paid(given.get("paid_hours")),
            ),
            rules=(*_read_rules(given.get("rules", [])), *starting_rules()),
            minutes_by_code=tuple(sorted((given.get("minutes_by_code") or {}).items())),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise _SHAPE from error


def read_hours(given: Json) -> WorkingHours:
    days = tuple(tuple((int(a), int(b)) for a, b in windows) for windows in given["hours"])
    return WorkingHours(zone=given["zone"], days=days)


def read_acuity(given: Json) -> CaseloadAcuity:
    try:
        exceptions = tuple(AcuityException(**told) for told in given.get("exceptions", []))
        return CaseloadAcuity(caseload=given.get("caseload") or None, exceptions=exceptions)
    except (TypeError, AttributeError) as error:
        raise _SHAPE from error


def _with_practice(own: CaseloadAcuity, practice: CaseloadAcuity) -> CaseloadAcuity:
    return CaseloadAcuity(
        caseload=own.caseload or practice.caseload,
        exceptions=(*own.exceptions, *practice.exceptions),
    )


def _read_paid(hours: Any) -> int | None:
    return None if hours in (None, "") else round(float(hours) * 60)


def _read_rules(rules: list[Json]) -> tuple[TitleRule, ...]:
    return tuple(
        TitleRule(
            kind=Kind(rule["kind"]),
            words=rule.get("words", ""),
            label_ref=rule.get("label_ref", ""),
        )
        for rule in rules
    )


def read_now(request: Json) -> datetime:
    """This will read the moment the page says it is; it has to carry its offset."""
    try:
        now = datetime.fromisoformat(request["now"])
    except (KeyError, TypeError, ValueError) as error:
        raise _SHAPE from error
    if now.utcoffset() is None:
        raise _SHAPE
    return now


def read_monday(request: Json) -> date | None:
    try:
        text = request.get("monday")
        return None if text is None else monday_of(date.fromisoformat(text))
    except (TypeError, ValueError) as error:
        raise _SHAPE from error


def read_key(request: Json) -> bytes:
    try:
        return bytes.fromhex(request["key"])
    except (KeyError, TypeError, ValueError) as error:
        raise _SHAPE from error


def read_mapping(request: Json) -> ColumnMapping | None:
    try:
        given = request.get("mapping")
        return None if given is None else ColumnMapping(**given)
    except TypeError as error:
        raise _SHAPE from error


def read_span(record: Json) -> SourceSpan:
    try:
        quiet = record.get("quiet_since")
        return SourceSpan(
            source=record["source"],
            first_date=date.fromisoformat(record["first_date"]),
            last_date=date.fromisoformat(record["last_date"]),
            quiet_since=date.fromisoformat(quiet) if quiet else None,
            label=record.get("label", "The practice's calendar"),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _SHAPE from error


def read_policy(record: Json | None) -> Policy | None:
    try:
        if record is None:
            return None
        weights = tuple((key, float(weight)) for key, weight in record["weights"])
        adopted = record.get("adopted_date")
        plain = {k: v for k, v in record.items() if k not in ("weights", "adopted_date")}
        day = date.fromisoformat(adopted) if adopted else None
        return Policy(**plain, weights=weights, adopted_date=day)
    except (KeyError, TypeError, ValueError) as error:
        raise _SHAPE from error
