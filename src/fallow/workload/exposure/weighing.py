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
    find_weight_key,
)

_SOURCE = "standards.md §2; weights are starting values, not evidence, unless the policy says more"
_HUNDREDTH_MINUTES = 6000  # hundredths of a minute in an hour of weight 1.00


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
    notes = _note_hundredths(contacts, setting)
    low = weigh_minutes(minutes, _hundredths(keys, setting, at="low")) + notes
    high = weigh_minutes(minutes, _hundredths(keys, setting, at="high")) + notes
    uncoded = len([key for key in keys if key is None])
    low_hours, high_hours = low / _HUNDREDTH_MINUTES, high / _HUNDREDTH_MINUTES
    return WeighedContacts(
        weighted_hours=Estimate(
            value=low_hours if low == high else None,
            low=low_hours,
            high=high_hours,
            unit="weighted hours",
            source=_SOURCE,
        ),
        uncoded=uncoded,
        trauma_share=_share(keys, minutes, TRAUMA_KEYS),
        high_acuity_share=_share(keys, minutes, HIGH_ACUITY_KEYS),
    )


def _hundredths(keys: list[str | None], setting: WeekSetting, *, at: str) -> list[int]:
    chosen = [setting.policy.weight_of(key) for key in INDIVIDUAL_KEYS]
    unknown = min(chosen) if at == "low" else max(chosen)
    weights = [unknown if key is None else setting.policy.weight_of(key) for key in keys]
    return [round(weight * 100) for weight in weights]


def _note_hundredths(contacts: tuple[Appointment, ...], setting: WeekSetting) -> int:
    each = round(setting.policy.note_hours * _HUNDREDTH_MINUTES)
    member = round(setting.policy.group_note_hours * _HUNDREDTH_MINUTES)
    total = 0
    for contact in contacts:
        total += each + (member * contact.group_size if contact.kind is Kind.GROUP else 0)
    return total


def _share(keys: list[str | None], minutes: list[int], wanted: frozenset[str]) -> float | None:
    if not keys or None in keys:
        return None
    held = whole = 0
    for index in range(len(keys)):
        whole += minutes[index]
        held += minutes[index] if keys[index] in wanted else 0
    return held / whole if whole else None
