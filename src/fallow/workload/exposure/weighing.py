"""Weighted hours of a week, and the shares of trauma and high-acuity work.

It knows the formula of standards.md §2: sum(contact hours × weight) + 0.25 h × appointments, and
for a group 0.1 h for each member besides. Where acuity is not known, hours are a range.
"""

from dataclasses import dataclass

from fallow.base.estimate import Estimate
from fallow.workload.appointments import Appointment, Kind
from fallow.workload.exposure.kernels import weigh_minutes
from fallow.workload.exposure.setting import WeekSetting
from fallow.workload.limits.acuity import (
    HIGH_ACUITY_KEYS,
    INDIVIDUAL_KEYS,
    TRAUMA_KEYS,
    find_modifier,
    find_weight_key,
)
from fallow.workload.limits.catalog import find_entry
from fallow.workload.limits.policy import Policy

_SOURCE = "standards.md §2; weights are starting values, not evidence, unless the policy says more"
_ONE = 10_000  # a weight of 1.0, and a minute of weight 1.0, in ten-thousandths
_HOUR = 60 * _ONE


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedContacts:
    """What the weights say of a week's contacts; shares are None while any is uncoded."""

    weighted_hours: Estimate
    uncoded: int
    trauma_share: float | None
    high_acuity_share: float | None


def weigh_contacts(contacts: tuple[Appointment, ...], setting: WeekSetting) -> WeighedContacts:
    """This will weigh contacts that happened, each with its whole length."""
    keys = [find_weight_key(a, setting.acuity) for a in contacts]
    minutes = [a.end_minute - a.start_minute for a in contacts]
    factors = [_in_ten_thousandths(1 + find_modifier(a, setting.acuity)) for a in contacts]
    notes = _in_ten_thousandths(count_note_hours(contacts, setting.policy) * 60)
    unknown_low, unknown_high = _unknown_weights(setting.policy)
    low, high = (
        weigh_minutes(minutes, _weights(keys, factors, setting.policy, unknown)) + notes
        for unknown in (unknown_low, unknown_high)
    )
    low_hours, high_hours = low / _HOUR, high / _HOUR
    return WeighedContacts(
        weighted_hours=Estimate(
            value=low_hours if low == high else None,
            low=low_hours,
            high=high_hours,
            unit="weighted hours",
            source=_SOURCE,
        ),
        uncoded=len([key for key in keys if key is None]),
        trauma_share=_share(keys, minutes, TRAUMA_KEYS),
        high_acuity_share=_share(keys, minutes, HIGH_ACUITY_KEYS),
    )


def count_note_hours(contacts: tuple[Appointment, ...], policy: Policy) -> float:
    """This will give the hours of notes that sessions bring: for each, and for group members."""
    members = 0
    for contact in contacts:
        members += contact.group_size if contact.kind is Kind.GROUP else 0
    return len(contacts) * policy.note_hours + members * policy.group_note_hours


def _unknown_weights(policy: Policy) -> tuple[float, float]:
    chosen = [policy.weight_of(key) for key in INDIVIDUAL_KEYS]
    return min(chosen), max(chosen)


def _weights(
    keys: list[str | None], factors: list[int], policy: Policy, unknown: float
) -> list[int]:
    """Type weight times the strongest modifier, never above the ceiling, in ten-thousandths."""
    ceiling = _in_ten_thousandths(find_entry("weight_ceiling").value)
    weights = [unknown if key is None else policy.weight_of(key) for key in keys]
    return [
        min(_in_ten_thousandths(weight) * factor // _ONE, ceiling)
        for weight, factor in zip(weights, factors, strict=True)
    ]


def _in_ten_thousandths(number: float) -> int:
    return round(number * _ONE)


def _share(keys: list[str | None], minutes: list[int], wanted: frozenset[str]) -> float | None:
    if not keys or None in keys:
        return None
    held = whole = 0
    for index in range(len(keys)):
        whole += minutes[index]
        held += minutes[index] if keys[index] in wanted else 0
    return held / whole if whole else None
