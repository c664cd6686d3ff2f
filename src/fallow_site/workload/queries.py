"""Reads about work, always for a viewer: the posted list, one's own appointments, sources, policy.

It knows no way to fetch another person's appointments.
"""

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from fallow.workload.appointments import Appointment
from fallow.workload.exposure.setting import SourceSpan
from fallow.workload.exposure.week import PostedWeek
from fallow.workload.limits.acuity import CaseloadAcuity
from fallow.workload.limits.policy import Policy
from fallow_site.foundation.organizations.models import Membership
from fallow_site.foundation.organizations.roles import Action, Clinician
from fallow_site.foundation.organizations.viewers import Viewer
from fallow_site.workload.keeping.posting import (
    find_policy_at,
    list_appointments,
    list_confirmed_keys,
)
from fallow_site.workload.keeping.stored import read_acuity, read_posted_row, read_source_span
from fallow_site.workload.models import AcuityAnswer, ClinicianKey, PolicyVersion, PostedRow, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedLine:
    """One member's line of the list that everyone can see."""

    name: str
    team: str
    week: PostedWeek


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
    return list_appointments(list_confirmed_keys(viewer.membership), since=since)


def list_own_spans(viewer: Viewer) -> tuple[SourceSpan, ...]:
    keys = list_confirmed_keys(viewer.membership)
    return tuple(span for key in keys if (span := read_source_span(key.source)))


def find_policy(viewer: Viewer, day: date) -> Policy:
    viewer.check_can(Action.READ_POLICY)
    return find_policy_at(viewer.practice, day)


def list_policy_versions(viewer: Viewer) -> tuple[PolicyVersion, ...]:
    viewer.check_can(Action.READ_POLICY)
    versions = PolicyVersion.objects.filter(practice=viewer.practice)
    return tuple(versions.select_related("adopted_by").order_by("-version"))


def find_own_acuity(viewer: Viewer) -> CaseloadAcuity:
    answers = AcuityAnswer.objects.filter(membership=viewer.membership)
    return read_acuity(answers.order_by("-set_at", "-pk").first())


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


def list_keys(viewer: Viewer, source: Source) -> tuple[ClinicianKey, ...]:
    viewer.check_can(Action.EDIT_SOURCES)
    keys = source.clinician_keys.select_related("membership__account")
    return tuple(keys.order_by("key"))


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
