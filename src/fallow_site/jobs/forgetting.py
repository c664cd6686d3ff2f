"""Removes what is older than it may be: work, sign-ins, claims of jobs, results of what is done.

It knows how long each may be kept, from the issue, formats.md §1 and trust.md T26.
"""

from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django_tasks_db.models import DBTaskResult

from fallow_site.foundation.organizations.models import Practice
from fallow_site.jobs.models import PeriodicRun
from fallow_site.workload.keeping.importing import forget_old

ADDRESSES_KEPT = timedelta(days=7)  # of devices that signed in, trust.md T26
CLAIMS_KEPT = RESULTS_KEPT = timedelta(days=14)  # long enough to see what failed
NOWHERE = "::"  # the unspecified address, RFC 4291 §2.5.2


def forget_all(*, at: datetime) -> None:
    """This will remove everything whose time is over. Doing it twice changes nothing."""
    years = dict(Practice.objects.values_list("pk", "appointment_years"))
    forget_old(years, today=at.date(), at=at)
    forget_sign_ins(at=at)
    PeriodicRun.objects.filter(slot__lt=f"{at - CLAIMS_KEPT:%Y-%m-%d}").delete()
    DBTaskResult.objects.finished().filter(finished_at__lt=at - RESULTS_KEPT).delete()


def forget_sign_ins(*, at: datetime) -> None:
    """This will remove sign-ins that ended, and after a week from where the others came."""
    Session.objects.filter(expire_date__lte=at).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    seen_long_ago = UserSession.objects.filter(last_seen_at__lt=at - ADDRESSES_KEPT)
    seen_long_ago.exclude(ip=NOWHERE).update(ip=NOWHERE)
