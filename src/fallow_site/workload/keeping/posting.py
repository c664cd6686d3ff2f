"""Makes the posted weeks of members anew, when an import, an acuity or a policy changed.

It hands the domain only what the posted fields need, and keeps only them.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import transaction

from fallow.base.periods import local_date, monday_of, read_zone
from fallow.workload.appointments import Appointment
from fallow.workload.exposure.posted import post_week
from fallow.workload.exposure.setting import WeekSetting
from fallow.workload.limits.policy import policy_on
from fallow_site.foundation.organizations.models import Membership, Practice
from fallow_site.workload.keeping.stored import make_posted_row
from fallow_site.workload.keeping.terms import (
    list_appointments,
    list_policies,
    list_spans,
    make_setting,
)
from fallow_site.workload.models import ClinicianKey, PostedRow, Source

WEEKS_POSTED_BACK = 26  # half a year, a choice
WEEKS_POSTED_AHEAD = 8  # a choice


def refresh_practice(practice: Practice, *, at: datetime) -> None:
    """This will make the posted weeks of everyone in a practice anew."""
    members = Membership.objects.filter(practice=practice, left_at__isnull=True)
    for membership in members.select_related("practice"):
        refresh_member(membership, at=at)


def refresh_source(source: Source, *, at: datetime) -> None:
    """This will make the posted weeks of everyone who confirmed a link to the source anew."""
    keys = ClinicianKey.objects.filter(source=source, confirmed_at__isnull=False)
    members = Membership.objects.filter(pk__in=keys.values("membership"), left_at__isnull=True)
    for membership in members.select_related("practice"):
        refresh_member(membership, at=at)


@transaction.atomic
def refresh_member(membership: Membership, *, at: datetime) -> None:
    """This will make one member's posted weeks anew; a member without a calendar has none."""
    PostedRow.objects.filter(membership=membership).delete()
    spans = list_spans(membership)
    if not spans:
        return
    zone = membership.practice.zone
    mondays = posted_mondays(local_date(at, zone=zone))
    by_week = _by_week(list_appointments(membership, since=mondays[0]), zone)
    settings = _settings_by_week(membership, mondays)
    weeks = [
        post_week(by_week.get(monday, []), monday=monday, setting=settings[monday], spans=spans)
        for monday in mondays
    ]
    PostedRow.objects.bulk_create([make_posted_row(membership.pk, week) for week in weeks])


def _settings_by_week(membership: Membership, mondays: tuple[date, ...]) -> dict[date, WeekSetting]:
    """Each week is held against the policy that was adopted by its Sunday."""
    policies, setting = list_policies(membership.practice), make_setting(membership)
    return {
        monday: replace(setting, policy=policy_on(policies, monday + timedelta(days=6)))
        for monday in mondays
    }


def posted_mondays(today: date) -> tuple[date, ...]:
    this = monday_of(today)
    weeks = range(-WEEKS_POSTED_BACK, WEEKS_POSTED_AHEAD + 1)
    return tuple(this + timedelta(weeks=week) for week in weeks)


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
