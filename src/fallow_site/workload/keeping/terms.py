"""The terms that a member's weeks are measured by: linked calendars, acuity, policy, own cap.

It knows rows and the domain's values, never who is looking.
"""

from datetime import date, timedelta

from fallow.base.working_time import WorkingHours, office_hours
from fallow.workload.appointments import Appointment
from fallow.workload.exposure.setting import SourceSpan, WeekSetting
from fallow.workload.limits.policy import Policy, starting_policy
from fallow.workload.sorting.standing import sort_by_answers
from fallow_site.foundation.organizations.models import Membership, Practice
from fallow_site.workload.keeping.stored import (
    read_acuity,
    read_kinds,
    read_policy,
    read_row,
    read_source_span,
)
from fallow_site.workload.models import (
    AcuityAnswer,
    ClinicianKey,
    PolicyVersion,
    StoredAppointment,
)


def list_confirmed_keys(membership: Membership) -> tuple[ClinicianKey, ...]:
    confirmed = ClinicianKey.objects.filter(membership=membership, confirmed_at__isnull=False)
    return tuple(confirmed.select_related("source").order_by("pk"))


def list_spans(membership: Membership) -> tuple[SourceSpan, ...]:
    """This will give the days for which a member's confirmed calendars can speak."""
    keys = list_confirmed_keys(membership)
    return tuple(span for key in keys if (span := read_source_span(key.source)))


def find_answer(membership: Membership) -> AcuityAnswer | None:
    """This will give the newest answer about a caseload."""
    answers = AcuityAnswer.objects.filter(membership=membership)
    return answers.order_by("-set_at", "-pk").first()


def list_appointments(membership: Membership, *, since: date) -> tuple[Appointment, ...]:
    """This will give a member's own appointments in order of time, sorted as they said."""
    told = list_told_appointments(membership, since=since)
    return sort_by_answers(told, read_kinds(find_answer(membership)))


def list_told_appointments(membership: Membership, *, since: date) -> tuple[Appointment, ...]:
    """This will give them as their sources told them, whatever the member said of them."""
    by_id = {key.pk: key for key in list_confirmed_keys(membership)}
    rows = StoredAppointment.objects.filter(
        clinician_key__in=list(by_id), ends_at__date__gte=since - timedelta(days=1)
    ).order_by("starts_at", "ends_at", "pk")
    return tuple(_read(row, by_id[row.clinician_key_id]) for row in rows)


def _read(row: StoredAppointment, key: ClinicianKey) -> Appointment:
    return read_row(row, source=key.source.public_id, key=key.key)


def list_policies(practice: Practice) -> tuple[Policy, ...]:
    """This will give every version that the practice adopted."""
    return tuple(read_policy(v) for v in PolicyVersion.objects.filter(practice=practice))


def make_setting(membership: Membership) -> WeekSetting:
    """This will make one member's terms before any policy of the practice."""
    own_cap = membership.cap_hours
    return WeekSetting(
        hours=read_working_hours(membership),
        policy=starting_policy(),
        acuity=read_acuity(find_answer(membership)),
        fte_share=float(membership.fte_share),
        own_cap_hours=None if own_cap is None else float(own_cap),
    )


def read_working_hours(membership: Membership) -> WorkingHours:
    zone = membership.practice.zone
    if not membership.working_hours:
        return office_hours(zone)
    days = tuple(tuple((a, b) for a, b in windows) for windows in membership.working_hours)
    return WorkingHours(zone=zone, days=days)
