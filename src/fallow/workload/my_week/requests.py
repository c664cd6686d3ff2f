"""What the page asks, read from JSON into values, with kind refusals for what does not fit.

It knows the shape of requests, and nothing of what is done with them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from fallow.base.errors import ValueRefused, call_or_refuse
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
T = TypeVar("T")
_NOT_THE_SHAPE = (KeyError, TypeError, AttributeError, ValueError)


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
    return _read(lambda: _settings(request["settings"], policy or starting_policy(), acuity))


def _read(part: Callable[[], T]) -> T:
    """Reads one part of a request. The refusal is made anew, and knows nothing of what was asked:
    one that is kept would keep the request, and the key in it."""
    refusal = "The page asked in a way this version does not know.", "Load it again."
    return call_or_refuse(part, ValueRefused(*refusal), causes=_NOT_THE_SHAPE)


def _settings(given: Json, policy: Policy, practice: CaseloadAcuity) -> Settings:
    return Settings(
        setting=WeekSetting(
            hours=read_hours(given),
            policy=policy,
            acuity=_with_practice(read_acuity(given), practice),
            paid_minutes=_read_paid(given.get("paid_hours")),
        ),
        rules=(*_read_rules(given.get("rules", [])), *starting_rules()),
        minutes_by_code=tuple(sorted((given.get("minutes_by_code") or {}).items())),
    )


def read_hours(given: Json) -> WorkingHours:
    days = tuple(tuple((int(a), int(b)) for a, b in windows) for windows in given["hours"])
    return WorkingHours(zone=given["zone"], days=days)


def read_acuity(given: Json) -> CaseloadAcuity:
    return _read(lambda: _acuity(given))


def _acuity(given: Json) -> CaseloadAcuity:
    exceptions = tuple(AcuityException(**told) for told in given.get("exceptions", []))
    return CaseloadAcuity(caseload=given.get("caseload") or None, exceptions=exceptions)


def _with_practice(own: CaseloadAcuity, practice: CaseloadAcuity) -> CaseloadAcuity:
    return CaseloadAcuity(
        caseload=own.caseload or practice.caseload,
        exceptions=(*own.exceptions, *practice.exceptions),
    )


def _read_paid(hours: Any) -> int | None:
    return None if hours in (None, "", 0) else round(float(hours) * 60)


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
    return _read(lambda: _moment(request["now"]))


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() is None:
        raise ValueError
    return moment


def read_monday(request: Json) -> date | None:
    text = request.get("monday")
    return None if text is None else _read(lambda: monday_of(date.fromisoformat(text)))


def read_key(request: Json) -> bytes:
    return _read(lambda: bytes.fromhex(request["key"]))


def read_mapping(request: Json) -> ColumnMapping | None:
    given = request.get("mapping")
    return None if given is None else _read(lambda: ColumnMapping(**given))


def read_span(record: Json) -> SourceSpan:
    return _read(lambda: _span(record))


def _span(record: Json) -> SourceSpan:
    quiet = record.get("quiet_since")
    return SourceSpan(
        source=record["source"],
        first_date=date.fromisoformat(record["first_date"]),
        last_date=date.fromisoformat(record["last_date"]),
        quiet_since=date.fromisoformat(quiet) if quiet else None,
        label=record.get("label", "The practice's calendar"),
    )


def read_policy(record: Json | None) -> Policy | None:
    return None if record is None else _read(lambda: _policy(record))


def _policy(record: Json) -> Policy:
    weights = tuple((key, float(weight)) for key, weight in record["weights"])
    adopted = record.get("adopted_date")
    plain = {k: v for k, v in record.items() if k not in ("weights", "adopted_date")}
    day = date.fromisoformat(adopted) if adopted else None
    return Policy(**plain, weights=weights, adopted_date=day)
