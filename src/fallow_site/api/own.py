"""`/api/own/`: the signed-in clinician's own practice appointments, for their own device.

It knows no way to ask for anyone else's. Nothing about the call is written down.
"""

from datetime import datetime, timedelta

from django.http import HttpRequest
from ninja import NinjaAPI
from ninja.security import django_auth

from fallow.base.periods import local_date
from fallow.workload.my_week.appointment_json import write_appointment
from fallow_site.api.vault import router
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.organizations.queries import list_belongings
from fallow_site.foundation.organizations.roles import Action
from fallow_site.foundation.organizations.viewers import Viewer, find_viewer
from fallow_site.kit.clock import now
from fallow_site.workload.keeping.reading_plan import WEEKS_BACK
from fallow_site.workload.keeping.stored import write_acuity, write_policy
from fallow_site.workload.queries import (
    find_own_acuity,
    find_own_policy,
    list_own_appointments,
    list_own_spans,
)

api = NinjaAPI(title="Fallow", urls_namespace="api", docs_url=None, openapi_url=None)
api.add_router("/own", router)


@api.get("/own/appointments", auth=django_auth)
def own_appointments(request: HttpRequest) -> dict[str, object]:
    """This will give the caller's own appointments of all their practices, and nobody else's."""
    at = now()
    clinical = _clinical_viewers(request.user)
    since = at.date() - timedelta(weeks=WEEKS_BACK)
    own = [a for viewer in clinical for a in list_own_appointments(viewer, since=since)]
    spans = [span for viewer in clinical for span in list_own_spans(viewer)]
    return {
        "appointments": [write_appointment(appointment) for appointment in own],
        "spans": [
            {
                "source": span.source,
                "first_date": span.first_date.isoformat(),
                "last_date": span.last_date.isoformat(),
                "quiet_since": span.quiet_since.isoformat() if span.quiet_since else None,
                "label": span.label,
            }
            for span in spans
        ],
        "policy": _write_own_policy(clinical[0], at) if clinical else None,
        "acuity": write_acuity([find_own_acuity(viewer) for viewer in clinical]),
        "practice": clinical[0].practice.name if clinical else None,
    }


def _write_own_policy(viewer: Viewer, at: datetime) -> dict[str, object]:
    return write_policy(find_own_policy(viewer, local_date(at, zone=viewer.practice.zone)))


def _clinical_viewers(account: object) -> list[Viewer]:
    if not isinstance(account, Account):
        return []
    belongings = list_belongings(account)
    viewers = [find_viewer(account, belonging.practice_id) for belonging in belongings]
    return [viewer for viewer in viewers if viewer.allows(Action.CONFIRM_OWN_LINK)]
