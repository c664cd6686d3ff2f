"""Takes a person out of what a practice keeps of work, when they erase their account.

The practice's appointments stay: they hold no name, and belong to nobody once a link is undone.
"""

from datetime import datetime

from fallow_site.foundation.accounts.models import Account
from fallow_site.workload.models import AcuityAnswer, ClinicianKey, PostedRow


def forget_person(*, by: Account, at: datetime) -> None:  # noqa: ARG001 - others keep days
    """This will remove what someone said of their caseload, their posted weeks, and their links."""
    AcuityAnswer.objects.filter(membership__account=by).delete()
    PostedRow.objects.filter(membership__account=by).delete()
    links = ClinicianKey.objects.filter(membership__account=by)
    links.update(membership=None, linked_at=None, confirmed_at=None)
