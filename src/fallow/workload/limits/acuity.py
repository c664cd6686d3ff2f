"""How heavy one hour with a client is: one answer for the caseload, and its exceptions.

It knows keyed references alone, never a client or a condition. Uncoded is "not known": then the
weight is a range over all individual weights, never 1.0 in silence.
"""

from dataclasses import dataclass
from datetime import date

from fallow.base.errors import ValueRefused
from fallow.workload.appointments import Appointment, Kind
from fallow.workload.limits.catalog import find_entry

INDIVIDUAL_KEYS = (
    "maintenance",
    "standard_individual",
    "moderate_comorbidity",
    "child_with_carer",
    "trauma_processing",
    "high_acute_risk",
    "severe_pd_dbt",
)
"""Answers a clinician may give for a caseload or for one entry."""

TRAUMA_KEYS = frozenset({"trauma_processing"})
HIGH_ACUITY_KEYS = frozenset({"high_acute_risk", "severe_pd_dbt", "crisis_contact"})
KEY_BY_KIND = {
    Kind.COUPLE_FAMILY: "couple_family",
    Kind.GROUP: "group_hour",
    Kind.INTAKE: "intake_assessment",
    Kind.CRISIS: "crisis_contact",
}
"""Kinds whose weight follows from what they are."""


MODIFIER_KEYS = ("mod_interpreter", "mod_court")
"""What makes an hour heavier whatever its type; `mod_first_three` is not counted (ADR 11)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcuityException:
    """One recurring entry or one client with a weight or a modifier of its own, or both."""

    weight_key: str | None = None
    modifier_key: str | None = None
    label_ref: str | None = None
    client_ref: str | None = None

    def __post_init__(self) -> None:
        if self.weight_key is None and self.modifier_key is None:
            raise ValueRefused("An exception says nothing.", "Give it a weight or a modifier.")
        if self.weight_key not in (None, *INDIVIDUAL_KEYS, *KEY_BY_KIND.values()):
            raise ValueRefused("That is not a weight.", "Choose one of the list.")
        if self.modifier_key not in (None, *MODIFIER_KEYS):
            raise ValueRefused("That is not a modifier.", "Choose one of the list.")
        if (self.label_ref is None) == (self.client_ref is None):
            raise ValueRefused("An exception names no entry.", "Name one entry or one client.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseloadAcuity:
    """What the treating clinician said about a caseload, and since when; None is not known."""

    caseload: str | None = None
    exceptions: tuple[AcuityException, ...] = ()
    set_date: date | None = None

    def __post_init__(self) -> None:
        if self.caseload is not None and self.caseload not in INDIVIDUAL_KEYS:
            raise ValueRefused("That is not a weight for a caseload.", "Choose one of the list.")


UNCODED = CaseloadAcuity()


def find_weight_key(appointment: Appointment, acuity: CaseloadAcuity) -> str | None:
    """This will give the catalog key of one contact's weight, or None where it is not known.

    The first exception that fits decides, so that what was said last can be put first.
    """
    for exception in _list_exceptions(appointment, acuity):
        if exception.weight_key is not None:
            return exception.weight_key
    return KEY_BY_KIND.get(appointment.kind, acuity.caseload)


def find_modifier(appointment: Appointment, acuity: CaseloadAcuity) -> float:
    """This will give the strongest modifier that was said of one contact: a share on top, or 0."""
    return max(
        (
            find_entry(exception.modifier_key).value
            for exception in _list_exceptions(appointment, acuity)
            if exception.modifier_key is not None
        ),
        default=0.0,
    )


def _list_exceptions(
    appointment: Appointment, acuity: CaseloadAcuity
) -> tuple[AcuityException, ...]:
    client, label = appointment.client_ref, appointment.label_ref
    return tuple(
        exception
        for exception in acuity.exceptions
        if (exception.client_ref is not None and exception.client_ref == client)
        or (exception.label_ref is not None and exception.label_ref == label)
    )
