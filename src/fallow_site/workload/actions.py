"""Writes about a practice's work: sources, imports, links, acuity, policy.

Each checks permission first, writes once, leaves a line in the trail, and refreshes posted weeks.
"""

from dataclasses import asdict
from datetime import datetime, timedelta
from decimal import Decimal

from django.conf import settings
from django.db import transaction

from fallow.base.errors import FallowError
from fallow.base.periods import local_date, read_zone
from fallow.workload.limits.acuity import CaseloadAcuity
from fallow.workload.limits.policy import Policy
from fallow.workload.readers.reading import ColumnMapping, Reading
from fallow.workload.sorting.rules import TitleRule
from fallow_site.foundation.audit.actions import record_entry
from fallow_site.foundation.audit.models import AuditEntry
from fallow_site.foundation.organizations.models import Membership, Practice
from fallow_site.foundation.organizations.roles import Action
from fallow_site.foundation.organizations.viewers import Viewer
from fallow_site.kit.keys import seal_address
from fallow_site.workload.keeping.importing import keep_reading
from fallow_site.workload.keeping.posting import refresh_member
from fallow_site.workload.keeping.stored import read_kinds
from fallow_site.workload.keeping.terms import find_answer
from fallow_site.workload.models import (
    AcuityAnswer,
    ClinicianKey,
    ImportReport,
    PolicyVersion,
    Source,
)
from fallow_site.workload.queries import Caseload, list_caseloads
from fallow_site.workload.tasks import refresh_in_background, refresh_source_in_background


@transaction.atomic
def record_source(
    *, by: Viewer, way: str, name: str, zone: str, at: datetime, secret: str = ""
) -> Source:
    """This will add a source; `secret` (address, line end, token) is sealed before it is kept."""
    by.check_can(Action.EDIT_SOURCES)
    read_zone(zone)
    if Source.objects.filter(practice=by.practice, name=name.strip()).exists():
        raise FallowError("There is a source of that name already.", "Give it another name.")
    source = Source.objects.create(
        practice=by.practice,
        way=way,
        name=name.strip(),
        zone=zone,
        sealed_address=seal_address(settings.FALLOW_HOME, secret)
        if way != Source.Way.UPLOAD
        else None,
        made_at=at,
    )
    _audit(by, "source.made", reference=source.public_id, at=at)
    return source


@transaction.atomic
def remove_source(*, by: Viewer, source: Source, at: datetime) -> None:
    """This will remove a source with all that it told; posted weeks follow."""
    by.check_can(Action.EDIT_SOURCES)
    by.check_here(source.practice_id)
    members = [k.membership for k in source.clinician_keys.select_related("membership")]
    _audit(by, "source.removed", reference=source.public_id, at=at)
    source.delete()
    for membership in {m.pk: m for m in members if m is not None}.values():
        refresh_member(membership, at=at)


@transaction.atomic
def record_import(
    *,
    by: Viewer,
    source: Source,
    reading: Reading,
    at: datetime,
    mapping: ColumnMapping | None = None,
) -> ImportReport:
    """This will keep a reading, and the column mapping that it was read with."""
    by.check_can(Action.EDIT_SOURCES)
    by.check_here(source.practice_id)
    if mapping is not None:
        Source.objects.filter(pk=source.pk).update(mapping=asdict(mapping))
    report = keep_reading(source, reading, at=at)
    _audit(by, "source.imported", reference=source.public_id, at=at)
    refresh_source_in_background(source.pk)
    return report


@transaction.atomic
def record_source_settings(
    *,
    by: Viewer,
    source: Source,
    strips_types: bool,
    minutes_by_code: dict[str, int],
    rules: tuple[TitleRule, ...],
    at: datetime,
) -> None:
    """This will keep how a source is to be read from its next reading on."""
    by.check_can(Action.EDIT_SOURCES)
    by.check_here(source.practice_id)
    source.strips_types = strips_types
    source.minutes_by_code = minutes_by_code
    source.rules = [{"kind": rule.kind, "words": rule.words} for rule in rules]
    source.save(update_fields=["strips_types", "minutes_by_code", "rules"])
    _audit(by, "source.changed", reference=source.public_id, at=at)


@transaction.atomic
def record_retention(*, by: Viewer, years: int, at: datetime) -> None:
    """This will keep for how many years the practice's appointments stay."""
    by.check_can(Action.EDIT_SOURCES)
    Practice.objects.filter(pk=by.practice.pk).update(appointment_years=years)
    _audit(by, "retention.changed", reference=by.practice.public_id, at=at)


@transaction.atomic
def record_caseload_reading(*, by: Viewer, at: datetime) -> tuple[Caseload, ...]:
    """This will read how heavy caseloads are, and tell each person that it was read.

    One line a day for each reader and person is enough to know it.
    """
    found = list_caseloads(by)
    told_today = set(
        AuditEntry.objects.filter(
            actor=by.account,
            action="acuity.read",
            practice_reference=by.practice.public_id,
            at__gte=at - timedelta(days=1),
        ).values_list("about", flat=True)
    )
    for caseload in found:
        about = caseload.membership
        if about.pk != by.membership.pk and about.account_id not in told_today:
            _audit(by, "acuity.read", about=about, reference=about.public_id, at=at)
    return found


@transaction.atomic
def record_link(
    *, by: Viewer, key: ClinicianKey, membership: Membership | None, at: datetime
) -> None:
    """This will say whom a key stands for; it counts once that person confirms it."""
    by.check_can(Action.EDIT_SOURCES)
    by.check_here(key.source.practice_id)
    if membership is not None:
        by.check_here(membership.practice_id)
    before = key.membership
    if before is not None and membership is not None and before.pk == membership.pk:
        return
    key.membership = membership
    key.linked_at = at if membership else None
    key.confirmed_at = None
    key.save(update_fields=["membership", "linked_at", "confirmed_at"])
    for member in filter(None, (before, membership)):
        _audit(by, "link.proposed", reference=key.public_id, about=member, at=at)
    if before is not None:
        refresh_member(before, at=at)


@transaction.atomic
def confirm_link(*, by: Viewer, key: ClinicianKey, is_mine: bool, at: datetime) -> None:
    """This will take a clinician's word that a calendar is theirs, or is not."""
    by.check_can(Action.CONFIRM_OWN_LINK)
    by.check_own(key.membership_id)
    key.confirmed_at = at if is_mine else None
    if not is_mine:
        key.membership, key.linked_at = None, None
    key.save(update_fields=["membership", "linked_at", "confirmed_at"])
    word = "link.confirmed" if is_mine else "link.refused"
    _audit(by, word, reference=key.public_id, about=by.membership, at=at)
    refresh_member(by.membership, at=at)


@transaction.atomic
def record_acuity(
    *, by: Viewer, acuity: CaseloadAcuity, kinds: tuple[TitleRule, ...] | None = None, at: datetime
) -> None:
    """This will keep what the treating clinician says of their own caseload, dated.

    `kinds` says what recurring entries are; None leaves what was said before.
    """
    by.check_can(Action.SET_OWN_ACUITY)
    told = read_kinds(find_answer(by.membership)) if kinds is None else kinds
    AcuityAnswer.objects.create(
        membership=by.membership,
        caseload=acuity.caseload or "",
        exceptions=[asdict(exception) for exception in acuity.exceptions],
        kinds=[{"label_ref": rule.label_ref, "kind": rule.kind} for rule in told],
        set_at=at,
    )
    _audit(by, "acuity.set", about=by.membership, reference=by.membership.public_id, at=at)
    refresh_member(by.membership, at=at)


@transaction.atomic
def adopt_policy(*, by: Viewer, policy: Policy, at: datetime) -> PolicyVersion:
    """This will add the next version of the practice's policy; older ones stay readable."""
    by.check_can(Action.ADOPT_POLICY)
    newest = PolicyVersion.objects.filter(practice=by.practice).order_by("-version").first()
    cap = policy.weekly_cap_hours
    version = PolicyVersion.objects.create(
        practice=by.practice,
        version=(newest.version if newest else 0) + 1,
        adopted_date=local_date(at, zone=by.practice.zone),
        adopted_by=by.account,
        weights=dict(policy.weights),
        weekly_cap_hours=None if cap is None else Decimal(str(cap)),
        recovery_gap_minutes=policy.recovery_gap_minutes,
    )
    _audit(by, "policy.adopted", reference=str(version.version), at=at)
    refresh_in_background(by.practice.pk)
    return version


def _audit(
    by: Viewer, action: str, *, reference: str, at: datetime, about: Membership | None = None
) -> None:
    record_entry(
        actor=by.account,
        action=action,
        about=about.account if about else by.account,
        reference=reference,
        practice_reference=by.practice.public_id,
        at=at,
    )
