"""Reads the trail: the lines about oneself, and whether the chain is whole.

It knows no other way to read it.
"""

from dataclasses import dataclass
from datetime import datetime

from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.audit.chain import hash_entry
from fallow_site.foundation.audit.models import AuditEntry

LINES_A_PAGE = 100
_WORDS = {
    "account.signed_up": "made this account",
    "account.changed": "changed the name or e-mail of this account",
    "account.reset": "made a link to set a new password for you",
    "account.factor_removed": "removed your second factor",
    "account.erased": "erased this account",
    "practice.made": "made a practice",
    "practice.changed": "changed the practice's name or time zone",
    "team.made": "made a team",
    "invitation.made": "made an invitation",
    "invitation.withdrawn": "withdrew an invitation",
    "invitation.accepted": "joined a practice",
    "membership.changed": "changed your roles, team or hours",
    "membership.left": "ended a membership",
    "supervision.declared": "declared a supervision that you are part of",
    "supervision.ended": "ended a supervision that you were part of",
    "source.made": "added a calendar source",
    "source.removed": "removed a calendar source",
    "source.imported": "imported a calendar",
    "source.changed": "changed how a calendar source is read",
    "retention.changed": "changed how long appointments are kept",
    "link.proposed": "linked a calendar to you",
    "link.confirmed": "confirmed a calendar link",
    "link.refused": "refused a calendar link",
    "acuity.set": "said how heavy a caseload is",
    "acuity.read": "read how heavy your caseload is",
    "policy.adopted": "adopted a policy",
    "resource.changed": "changed an offer of help",
    "resource.removed": "removed an offer of help",
    "slot.added": "added a way into your private room",
    "slot.removed": "removed a way into your private room",
    "reminder.chosen": "asked for a weekly note, or changed it",
    "reminder.ended": "ended your weekly note",
    "vault.erased": "erased your private room on the server",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailLine:
    """One line in words. `who` is a name, "you", or "whoever runs this server"."""

    at: datetime
    who: str
    did: str


def list_lines_about(account: Account, *, page: int = 1) -> tuple[TrailLine, ...]:
    """This will give the lines about one person, for that person, the newest on page 1."""
    entries = AuditEntry.objects.filter(about=account).select_related("actor")
    first = (page - 1) * LINES_A_PAGE
    return tuple(
        TrailLine(
            at=entry.at,
            who=_name(entry, account),
            did=_WORDS.get(entry.action, entry.action.replace(".", " ")),
        )
        for entry in entries.order_by("-id")[first : first + LINES_A_PAGE]
    )


def count_pages_about(account: Account) -> int:
    """This will count the pages of one person's trail; an empty trail has one."""
    lines = AuditEntry.objects.filter(about=account).count()
    return max(1, -(-lines // LINES_A_PAGE))


def _name(entry: AuditEntry, account: Account) -> str:
    if entry.actor is None:
        return "whoever runs this server"
    return "you" if entry.actor_id == account.pk else entry.actor.display_name


def find_broken_line() -> int | None:
    """This will walk the chain and give the number of the first line that does not fit."""
    previous = ""
    for entry in AuditEntry.objects.order_by("id").iterator():
        if entry.previous_hash != previous or entry.hash != hash_entry(entry):
            return int(entry.pk)
        previous = entry.hash
    return None
