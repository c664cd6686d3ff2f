"""Reads about work, always for a viewer: the posted list, one's own appointments, sources, policy.

It knows no way to fetch another person's appointments.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Count
from django.http import Http404

from fallow.workload.appointments import Appointment
from fallow.workload.exposure.posted import find_cap
from fallow.workload.exposure.setting import SourceSpan
from fallow.workload.exposure.week import PostedWeek
from fallow.workload.limits.acuity import CaseloadAcuity
from fallow.workload.limits.catalog import find_entry
from fallow.workload.limits.policy import Policy, policy_on
from fallow.workload.sorting.rules import TitleRule
from fallow.workload.sorting.standing import StandingEntry, find_standing_entries
from fallow_site.foundation.organizations.models import Membership
from fallow_site.foundation.organizations.roles import Action, Clinician
from fallow_site.foundation.organizations.viewers import Viewer
from fallow_site.workload.keeping.stored import read_acuity, read_kinds, read_posted_row
from fallow_site.workload.keeping.terms import (
    find_answer,
    list_appointments,
    list_policies,
    list_spans,
    list_told_appointments,
    make_setting,
)
from fallow_site.workload.models import (
    AcuityAnswer,
    ClinicianKey,
    ImportReport,
    PolicyVersion,
    PostedRow,
    Source,
    StoredAppointment,
)

REPORTS_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedLine:
    """One member's line of the list that everyone can see."""

    name: str
    team: str
    week: PostedWeek

    @property
    def is_partly_seen(self) -> bool:
        """True when figures are the least that was booked: some of the week could not be seen."""
        return self.week.coverage.is_known and not self.week.coverage.is_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Caseload:
    """What one clinician said of their caseload, for those who may read it."""

    membership: Membership
    name: str
    weighs: str
    exceptions: int
    set_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceKey:
    """One clinician of a source: the name there, who that is here, and how much it holds."""

    public_id: str
    key: str
    member_id: str
    confirmed_at: datetime | None
    appointments: int


def list_posted_weeks(viewer: Viewer, monday: date) -> tuple[PostedLine, ...]:
    """This will give every clinician's posted week, alphabetically, in two queries."""
    viewer.check_can(Action.READ_POSTED_LIST)
    members = Membership.objects.filter(practice=viewer.practice, left_at__isnull=True)
    ordered = members.select_related("account", "team").order_by("account__display_name", "pk")
    rows = PostedRow.objects.filter(membership__practice=viewer.practice, monday=monday)
    by_member = {row.membership_id: row for row in rows}
    return tuple(
        PostedLine(
            name=member.account.display_name,
            team=member.team.name if member.team else "",
            week=read_posted_row(by_member.get(member.pk), monday),
        )
        for member in ordered
        if Clinician.key in member.roles
    )


def list_own_appointments(viewer: Viewer, *, since: date) -> tuple[Appointment, ...]:
    """This will give the viewer's own practice appointments, and nobody else's."""
    return list_appointments(viewer.membership, since=since)


def list_own_spans(viewer: Viewer) -> tuple[SourceSpan, ...]:
    return list_spans(viewer.membership)


def find_policy(viewer: Viewer, day: date) -> Policy:
    viewer.check_can(Action.READ_POLICY)
    return policy_on(list_policies(viewer.practice), day)


def find_own_policy(viewer: Viewer, day: date) -> Policy:
    """This will give the policy as it holds for the viewer's own post: its cap is theirs."""
    policy = find_policy(viewer, day)
    terms = replace(make_setting(viewer.membership), policy=policy)
    return replace(policy, weekly_cap_hours=find_cap(terms))


def list_policy_versions(viewer: Viewer) -> tuple[PolicyVersion, ...]:
    viewer.check_can(Action.READ_POLICY)
    versions = PolicyVersion.objects.filter(practice=viewer.practice)
    return tuple(versions.select_related("adopted_by").order_by("-version"))


def find_own_acuity(viewer: Viewer) -> CaseloadAcuity:
    return read_acuity(find_answer(viewer.membership))


def list_own_standing_entries(viewer: Viewer, *, since: date) -> tuple[StandingEntry, ...]:
    """This will group the viewer's own appointments, for the viewer to say what they are."""
    own = list_told_appointments(viewer.membership, since=since)
    return find_standing_entries(own, zone=viewer.practice.zone)


def find_own_kinds(viewer: Viewer) -> tuple[TitleRule, ...]:
    return read_kinds(find_answer(viewer.membership))


def list_caseloads(viewer: Viewer) -> tuple[Caseload, ...]:
    """This will give what clinicians said of their caseloads, alphabetically."""
    viewer.check_can(Action.READ_ACUITY)
    members = Membership.objects.filter(practice=viewer.practice, left_at__isnull=True)
    ordered = members.select_related("account").order_by("account__display_name", "pk")
    told = AcuityAnswer.objects.filter(membership__in=members).order_by("set_at", "pk")
    newest = {answer.membership_id: answer for answer in told}
    return tuple(_caseload(m, newest.get(m.pk)) for m in ordered if Clinician.key in m.roles)


def _caseload(membership: Membership, answer: AcuityAnswer | None) -> Caseload:
    acuity = read_acuity(answer)
    return Caseload(
        membership=membership,
        name=membership.account.display_name,
        weighs=find_entry(acuity.caseload).label if acuity.caseload else "",
        exceptions=len(acuity.exceptions),
        set_at=answer.set_at if answer else None,
    )


def list_sources(viewer: Viewer) -> tuple[Source, ...]:
    viewer.check_can(Action.EDIT_SOURCES)
    return tuple(Source.objects.filter(practice=viewer.practice).order_by("name"))


def find_source(viewer: Viewer, source_id: str) -> Source:
    """This will find one source of the viewer's practice, or raise Http404."""
    viewer.check_can(Action.EDIT_SOURCES)
    found = Source.objects.filter(practice=viewer.practice, public_id=source_id)
    source = found.select_related("practice").first()
    if source is None:
        raise Http404
    return source


def list_reports(viewer: Viewer, source: Source) -> tuple[ImportReport, ...]:
    """This will give what the newest imports of a source read, used and dropped."""
    viewer.check_can(Action.EDIT_SOURCES)
    return tuple(source.reports.order_by("-at")[:REPORTS_SHOWN])


def list_keys(viewer: Viewer, source: Source) -> tuple[SourceKey, ...]:
    """This will give a source's clinicians by name, each with the count of its appointments."""
    viewer.check_can(Action.EDIT_SOURCES)
    held = StoredAppointment.objects.filter(source=source).values_list("clinician_key")
    counts = dict(held.annotate(Count("pk")).order_by())
    keys = source.clinician_keys.select_related("membership").order_by("key")
    return tuple(
        SourceKey(
            public_id=key.public_id,
            key=key.key,
            member_id=key.membership.public_id if key.membership else "",
            confirmed_at=key.confirmed_at,
            appointments=counts.get(key.pk, 0),
        )
        for key in keys
    )


def count_unlinked_calendars(viewer: Viewer) -> int:
    """This will count the practice's calendars that nobody has confirmed as theirs."""
    viewer.check_can(Action.READ_POSTED_LIST)
    keys = ClinicianKey.objects.filter(source__practice=viewer.practice)
    return keys.filter(confirmed_at__isnull=True).count()


def find_key(viewer: Viewer, source: Source, *, key_id: str) -> ClinicianKey:
    viewer.check_can(Action.EDIT_SOURCES)
    key = source.clinician_keys.filter(public_id=key_id).select_related("membership").first()
    if key is None:
        raise Http404
    return key


def list_links_to_me(viewer: Viewer) -> tuple[ClinicianKey, ...]:
    """This will give the calendar links that name the viewer, confirmed or waiting."""
    keys = ClinicianKey.objects.filter(membership=viewer.membership)
    return tuple(keys.select_related("source").order_by("confirmed_at", "pk"))


def find_link_to_me(viewer: Viewer, key_id: str) -> ClinicianKey:
    key = ClinicianKey.objects.filter(membership=viewer.membership, public_id=key_id).first()
    if key is None:
        raise Http404
    return key
