"""Makes the posted weeks of members anew, when an import, an acuity or a policy changed.

It hands the domain only what the posted fields need, and keeps only them.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import transaction

from fallow.base.periods import monday_of, read_zone
from fallow.base.working_time import WorkingHours, office_hours
from fallow.workload.appointments import Appointment
from fallow.workload.exposure.posted import post_week
from fallow.workload.exposure.setting import WeekSetting
from fallow.workload.limits.policy import Policy
from fallow_site.foundation.organizations.models import Membership, Practice
from fallow_site.workload.keeping.stored import (
    make_posted_row,
    read_acuity,
    read_policy,
    read_row,
    read_source_span,
)
from fallow_site.workload.models import (
    AcuityAnswer,
    ClinicianKey,
    PolicyVersion,
    PostedRow,
    StoredAppointment,
)

WEEKS_POSTED_BACK = 26
WEEKS_POSTED_AHEAD = 8


def refresh_practice(practice: Practice, *, at: datetime) -> None:
    """This will make the posted weeks of everyone in a practice anew."""
    members = Membership.objects.filter(practice=practice, left_at__isnull=True)
    for membership in members.select_related("practice"):
        refresh_member(membership, at=at)


@transaction.atomic
def refresh_member(membership: Membership, *, at: datetime) -> None:
    """This will make one member's posted weeks anew; a member without a calendar has none."""
    keys = list_confirmed_keys(membership)
    PostedRow.objects.filter(membership=membership).delete()
    spans = tuple(s for key in keys if (s := read_source_span(key.source)))
    if not spans:
        return
    mondays = posted_mondays(at.astimezone(read_zone(membership.practice.zone)).date())
    setting = make_setting(membership, find_policy_at(membership.practice, mondays[-1]))
    by_week = _by_week(list_appointments(keys, since=mondays[0]), setting.hours.zone)
    rows = [
        make_posted_row(
            membership.pk,
            post_week(by_week.get(monday, []), monday=monday, setting=setting, spans=spans),
        )
        for monday in mondays
    ]
    PostedRow.objects.bulk_create(rows)


def posted_mondays(today: date) -> tuple[date, ...]:
    this = monday_of(today)
    weeks = range(-WEEKS_POSTED_BACK, WEEKS_POSTED_AHEAD + 1)
    return tuple(this + timedelta(weeks=week) for week in weeks)


def list_confirmed_keys(membership: Membership) -> tuple[ClinicianKey, ...]:
    confirmed = ClinicianKey.objects.filter(membership=membership, confirmed_at__isnull=False)
    return tuple(confirmed.select_related("source").order_by("pk"))


def list_appointments(keys: tuple[ClinicianKey, ...], *, since: date) -> tuple[Appointment, ...]:
    """This will give the stored appointments behind some keys, in order of time."""
    by_id = {key.pk: key for key in keys}
    rows = StoredAppointment.objects.filter(
        clinician_key__in=list(by_id), ends_at__date__gte=since - timedelta(days=1)
    ).order_by("starts_at", "ends_at", "pk")
    return tuple(
        read_row(
            row,
            source=by_id[row.clinician_key_id].source.public_id,
            key=by_id[row.clinician_key_id].key,
        )
        for row in rows
    )


def find_policy_at(practice: Practice, day: date) -> Policy:
    """This will give the newest policy adopted by that day."""
    adopted = PolicyVersion.objects.filter(practice=practice, adopted_date__lte=day)
    return read_policy(adopted.order_by("-version").first())


def make_setting(membership: Membership, policy: Policy) -> WeekSetting:
    """This will make one member's terms; an own cap stands in place of the practice's."""
    share = float(membership.fte_share)
    if membership.cap_hours is not None:
        policy = replace(policy, weekly_cap_hours=float(membership.cap_hours) / share)
    answers = AcuityAnswer.objects.filter(membership=membership).order_by("-set_at", "-pk")
    return WeekSetting(
        hours=read_working_hours(membership),
        policy=policy,
        acuity=read_acuity(answers.first()),
        fte_share=share,
    )


def read_working_hours(membership: Membership) -> WorkingHours:
    zone = membership.practice.zone
    if not membership.working_hours:
        return office_hours(zone)
    days = tuple(tuple((a, b) for a, b in windows) for windows in membership.working_hours)
    return WorkingHours(zone=zone, days=days)


def _by_week(
    appointments: tuple[Appointment, ...], zone_name: str
) -> dict[date, list[Appointment]]:
    zone = read_zone(zone_name)
    weeks: dict[date, list[Appointment]] = {}
    for appointment in appointments:
        first = monday_of(appointment.starts_at.astimezone(zone).date())
        last = monday_of(appointment.ends_at.astimezone(zone).date())
        while first <= last:
            weeks.setdefault(first, []).append(appointment)
            first += timedelta(weeks=1)
    return weeks
