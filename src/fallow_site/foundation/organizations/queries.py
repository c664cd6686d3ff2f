"""Reads about a practice, always for a viewer.

It knows no way to fetch a member or a team of another practice.
"""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.organizations.models import Membership, SupervisionRelation, Team
from fallow_site.foundation.organizations.roles import (
    ROLE_BY_KEY,
    Action,
    Supervisor,
    allowed_actions,
)
from fallow_site.foundation.organizations.viewers import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member in words: name, team, roles, and who supervises them."""

    public_id: str
    name: str
    team: str
    roles: tuple[str, ...]
    supervisors: tuple[str, ...]
    may_supervise: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervision:
    """One declared supervision in words."""

    public_id: str
    supervisor: str
    is_dual_role: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """One practice that an account belongs to, and what it may do there."""

    practice_id: str
    name: str
    actions: frozenset[Action]


def list_belongings(account: Account) -> tuple[Belonging, ...]:
    """This will give the practices of one account, by name."""
    held = Membership.objects.filter(account=account, left_at__isnull=True)
    fields = ("practice__public_id", "practice__name", "roles")
    return tuple(
        Belonging(practice_id=public_id, name=name, actions=allowed_actions(tuple(roles)))
        for public_id, name, roles in held.order_by("practice__name").values_list(*fields)
    )


def list_members(viewer: Viewer) -> tuple[Member, ...]:
    """This will give everyone in the viewer's practice, alphabetically."""
    viewer.check_can(Action.READ_PEOPLE)
    members = Membership.objects.filter(practice=viewer.practice, left_at__isnull=True)
    supervisors: dict[int, list[str]] = {}
    for relation in _open_supervisions(viewer):
        dual = " (also line manager)" if relation.is_dual_role else ""
        name = relation.supervisor.account.display_name + dual
        supervisors.setdefault(relation.supervisee_id, []).append(name)
    ordered = members.select_related("account", "team").order_by("account__display_name", "pk")
    return tuple(
        Member(
            public_id=member.public_id,
            name=member.account.display_name,
            team=member.team.name if member.team else "",
            roles=tuple(ROLE_BY_KEY[role].label for role in member.roles if role in ROLE_BY_KEY),
            supervisors=tuple(sorted(supervisors.get(member.pk, []))),
            may_supervise=Supervisor.key in member.roles,
        )
        for member in ordered
    )


def find_member(viewer: Viewer, member_id: str) -> Membership:
    """This will find one member of the viewer's practice, or raise Http404."""
    viewer.check_can(Action.READ_PEOPLE)
    found = Membership.objects.filter(
        practice=viewer.practice, public_id=member_id, left_at__isnull=True
    )
    member = found.select_related("account", "team", "practice").first()
    if member is None:
        raise Http404
    return member


def list_teams(viewer: Viewer) -> tuple[Team, ...]:
    """This will give the practice's teams by name."""
    viewer.check_can(Action.READ_PEOPLE)
    return tuple(Team.objects.filter(practice=viewer.practice).order_by("name"))


def list_supervisions(viewer: Viewer, supervisee: Membership) -> tuple[Supervision, ...]:
    """This will give who supervises one member now, alphabetically."""
    viewer.check_can(Action.READ_PEOPLE)
    rows = _open_supervisions(viewer).filter(supervisee=supervisee)
    return tuple(
        Supervision(
            public_id=row.public_id,
            supervisor=row.supervisor.account.display_name,
            is_dual_role=row.is_dual_role,
        )
        for row in rows.order_by("supervisor__account__display_name", "pk")
    )


def find_supervision(
    viewer: Viewer, supervisee: Membership, *, relation_id: str
) -> SupervisionRelation:
    """This will find one supervision that still runs, or raise Http404."""
    viewer.check_can(Action.READ_PEOPLE)
    rows = _open_supervisions(viewer).filter(supervisee=supervisee)
    relation = rows.filter(public_id=relation_id).first()
    if relation is None:
        raise Http404
    return relation


def _open_supervisions(viewer: Viewer) -> QuerySet[SupervisionRelation]:
    here = SupervisionRelation.objects.filter(supervisee__practice=viewer.practice)
    running = here.filter(ended_at__isnull=True)
    return running.select_related("supervisor__account", "supervisee__account")
