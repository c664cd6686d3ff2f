"""Between rows and the domain's values: appointments, acuity, policy, spans.

It knows field names on both sides and decides nothing.
"""

from dataclasses import asdict
from datetime import date
from typing import Any

from fallow.base.estimate import Estimate
from fallow.workload.appointments import (
    Appointment,
    Kind,
    KindFrom,
    Modality,
    NoteState,
    Status,
)
from fallow.workload.exposure.posted import find_headroom
from fallow.workload.exposure.setting import SourceSpan
from fallow.workload.exposure.week import Coverage, PostedWeek
from fallow.workload.history.merging import SeenAppointment
from fallow.workload.limits.acuity import UNCODED, AcuityException, CaseloadAcuity
from fallow.workload.limits.policy import Policy, starting_policy
from fallow.workload.sorting.rules import TitleRule
from fallow_site.workload.models import (
    AcuityAnswer,
    ClinicianKey,
    PolicyVersion,
    PostedRow,
    Source,
    StoredAppointment,
)

_SAME = (
    "uid",
    "recurrence_id",
    "starts_at",
    "ends_at",
    "client_ref",
    "label_ref",
    "group_size",
    "all_day",
    "end_inferred",
    "zone_assumed",
)
_WORDS: dict[str, Any] = {
    "kind": Kind,
    "kind_from": KindFrom,
    "status": Status,
    "modality": Modality,
    "note_state": NoteState,
}
UPDATED = ("clinician_key", *_SAME[2:], *_WORDS, "last_seen_at")


def read_row(row: StoredAppointment, *, source: str, key: str) -> Appointment:
    """This will give a stored row as the domain's value."""
    same = {name: getattr(row, name) for name in _SAME}
    words = {name: kind(getattr(row, name)) for name, kind in _WORDS.items()}
    return Appointment(source=source, clinician_key=key, **same, **words)


def make_row(seen: SeenAppointment, *, source: Source, key: ClinicianKey) -> StoredAppointment:
    """This will give a row, not yet kept, for a seen appointment."""
    appointment = seen.appointment
    fields = {name: getattr(appointment, name) for name in (*_SAME, *_WORDS)}
    return StoredAppointment(
        source=source,
        clinician_key=key,
        first_seen_at=seen.first_seen_at,
        last_seen_at=seen.last_seen_at,
        **fields,
    )


def read_acuity(answer: AcuityAnswer | None) -> CaseloadAcuity:
    if answer is None:
        return UNCODED
    return CaseloadAcuity(
        caseload=answer.caseload or None,
        exceptions=tuple(AcuityException(**exception) for exception in answer.exceptions),
        set_date=answer.set_at.date(),
    )


def read_kinds(answer: AcuityAnswer | None) -> tuple[TitleRule, ...]:
    """This will give what a clinician said that their recurring entries are."""
    kinds = [] if answer is None else answer.kinds
    return tuple(TitleRule(kind=Kind(k["kind"]), label_ref=k["label_ref"]) for k in kinds)


def read_policy(version: PolicyVersion) -> Policy:
    """This will give one adopted version; a weight it does not name is the catalog's."""
    starting = starting_policy()
    weights = dict(starting.weights) | {k: float(w) for k, w in version.weights.items()}
    cap = version.weekly_cap_hours
    return Policy(
        version=version.version,
        adopted_date=version.adopted_date,
        weights=tuple(weights.items()),
        weekly_cap_hours=None if cap is None else float(cap),
        recovery_gap_minutes=version.recovery_gap_minutes,
        note_hours=starting.note_hours,
        group_note_hours=starting.group_note_hours,
    )


def read_source_span(source: Source) -> SourceSpan | None:
    if source.first_date is None or source.last_date is None:
        return None
    return SourceSpan(
        source=source.public_id,
        first_date=source.first_date,
        last_date=source.last_date,
        quiet_since=source.quiet_since,
        label="The practice's calendar",
    )


def make_posted_row(membership_id: int, week: PostedWeek) -> PostedRow:
    weighted = week.weighted_hours
    return PostedRow(
        membership_id=membership_id,
        monday=week.monday,
        coverage_share=week.coverage.share,
        coverage_gaps=list(week.coverage.gaps),
        contact_minutes=week.contact_minutes,
        weighted_low=weighted.low if weighted else None,
        weighted_high=weighted.high if weighted else None,
        cap_hours=week.cap_hours,
        protected_minutes=week.protected_minutes,
        protected_lost_minutes=week.protected_lost_minutes,
        supervision_minutes=week.supervision_minutes,
    )


def read_posted_row(row: PostedRow | None, monday: date) -> PostedWeek:
    """This will give a posted week; a member without a row is not known."""
    if row is None:
        unseen = Coverage(share=0.0, gaps=("No calendar is linked.",))
        return PostedWeek(
            monday=monday,
            coverage=unseen,
            contact_minutes=None,
            weighted_hours=None,
            cap_hours=None,
            headroom_hours=None,
            protected_minutes=None,
            protected_lost_minutes=None,
            supervision_minutes=None,
        )
    weighted = _range(row.weighted_low, row.weighted_high)
    return PostedWeek(
        monday=row.monday,
        coverage=Coverage(share=row.coverage_share, gaps=tuple(row.coverage_gaps)),
        contact_minutes=row.contact_minutes,
        weighted_hours=weighted,
        cap_hours=row.cap_hours,
        headroom_hours=find_headroom(row.cap_hours, weighted),
        protected_minutes=row.protected_minutes,
        protected_lost_minutes=row.protected_lost_minutes,
        supervision_minutes=row.supervision_minutes,
    )


def _range(low: float | None, high: float | None) -> Estimate | None:
    if low is None or high is None:
        return None
    value = low if low == high else None
    return Estimate(value=value, low=low, high=high, unit="weighted hours", source="posted week")


def write_acuity(told: list[CaseloadAcuity]) -> dict[str, Any]:
    """This will give one person's answers of all their practices as plain values."""
    caseloads = [acuity.caseload for acuity in told if acuity.caseload]
    exceptions = [asdict(exception) for acuity in told for exception in acuity.exceptions]
    return {"caseload": caseloads[0] if caseloads else None, "exceptions": exceptions}


def write_policy(policy: Policy) -> dict[str, Any]:
    """This will give a policy as plain values for the device."""
    adopted = policy.adopted_date
    return asdict(policy) | {"adopted_date": adopted.isoformat() if adopted else None}
