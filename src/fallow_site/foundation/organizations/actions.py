"""Writes about a practice: made, renamed, people changed or gone, supervision begun or ended.

Each checks permission first, writes once, and leaves a line in the trail of whom it is about.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Q

from fallow.base.periods import read_zone
from fallow.base.working_time import Window
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.audit.actions import record_entry
from fallow_site.foundation.organizations.changes import announce_change
from fallow_site.foundation.organizations.models import (
    Membership,
    Practice,
    SupervisionRelation,
    Team,
)
from fallow_site.foundation.organizations.permissions import (
    check_can_change_roles,
    check_can_supervise,
    check_keeps_a_director,
)
from fallow_site.foundation.organizations.roles import Action, Administrator, Director
from fallow_site.foundation.organizations.viewers import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What a membership may be given: roles, a team, a share of a full post, an own cap, hours.

    Hours are windows in minutes after midnight for Monday to Sunday; None while nobody said them.
    """

    roles: tuple[str, ...]
    team: str = ""
    fte_share: Decimal = Decimal(1)
    cap_hours: Decimal | None = None
    hours: tuple[tuple[Window, ...], ...] | None = None


@transaction.atomic
def record_practice(*, by: Account, name: str, zone: str, at: datetime) -> Practice:
    """This will make a practice, with its maker as director and administrator."""
    read_zone(zone)
    practice = Practice.objects.create(name=name.strip(), zone=zone)
    Membership.objects.create(
        practice=practice, account=by, roles=[Director.key, Administrator.key], joined_at=at
    )
    record_entry(
        actor=by, action="practice.made", about=by, practice_reference=practice.public_id, at=at
    )
    return practice


@transaction.atomic
def record_practice_terms(*, by: Viewer, name: str, zone: str, at: datetime) -> None:
    """This will give the practice another name or time zone."""
    by.check_can(Action.EDIT_PRACTICE)
    read_zone(zone)
    Practice.objects.filter(pk=by.practice.pk).update(name=name.strip(), zone=zone)
    _audit(by, "practice.changed", about=by.account, reference=by.practice.public_id, at=at)
    announce_change(by.practice)


@transaction.atomic
def record_team(*, by: Viewer, name: str, at: datetime) -> Team:
    """This will make a team, or give the one of that name."""
    by.check_can(Action.EDIT_PEOPLE)
    team, is_new = Team.objects.get_or_create(practice=by.practice, name=name.strip())
    if is_new:
        _audit(by, "team.made", about=by.account, reference=team.public_id, at=at)
    return team


@transaction.atomic
def record_post(*, by: Viewer, membership: Membership, post: Post, at: datetime) -> None:
    """This will change a member's roles, team, post and, by a director, their own cap."""
    by.check_can(Action.EDIT_PEOPLE)
    by.check_here(membership.practice_id)
    _wait_for_turn(membership)
    check_can_change_roles(by, before=tuple(membership.roles), after=post.roles)
    check_keeps_a_director(membership, post.roles)
    membership.roles = list(post.roles)
    membership.team = record_team(by=by, name=post.team, at=at) if post.team else None
    membership.fte_share = post.fte_share
    membership.working_hours = post.hours
    if by.allows(Action.AGREE_CAPS):
        membership.cap_hours = post.cap_hours
    membership.save(update_fields=["roles", "team", "fte_share", "cap_hours", "working_hours"])
    _audit(
        by, "membership.changed", about=membership.account, reference=membership.public_id, at=at
    )
    announce_change(by.practice)


@transaction.atomic
def record_departure(*, by: Viewer, membership: Membership, at: datetime) -> None:
    """This will end a membership; what the person keeps on their own device stays theirs."""
    if membership.pk != by.membership.pk:
        by.check_can(Action.EDIT_PEOPLE)
        by.check_here(membership.practice_id)
        check_can_change_roles(by, before=tuple(membership.roles), after=())
    _wait_for_turn(membership)
    check_keeps_a_director(membership, ())
    for relation in _open_relations(membership):
        _end(by, relation, at=at)
    membership.left_at = max(at, membership.joined_at)  # a clock may have been set back
    membership.save(update_fields=["left_at"])
    _audit(by, "membership.left", about=membership.account, reference=membership.public_id, at=at)


def _wait_for_turn(membership: Membership) -> None:
    """Two directors who take each other's role at once: the second one sees what the first did."""
    Practice.objects.select_for_update().get(pk=membership.practice_id)
    membership.refresh_from_db(fields=["roles", "left_at"])


def _open_relations(membership: Membership) -> list[SupervisionRelation]:
    either = Q(supervisor=membership) | Q(supervisee=membership)
    found = SupervisionRelation.objects.filter(either, ended_at__isnull=True)
    return list(found.select_related("supervisor__account", "supervisee__account").order_by("pk"))


@transaction.atomic
def declare_supervision(
    *, by: Viewer, supervisor: Membership, supervisee: Membership, is_dual_role: bool, at: datetime
) -> SupervisionRelation:
    """This will declare a supervision, and whether the supervisor is line manager too."""
    by.check_can(Action.DECLARE_SUPERVISION)
    by.check_here(supervisee.practice_id)
    check_can_supervise(supervisor, supervisee)
    relation, is_new = SupervisionRelation.objects.get_or_create(
        supervisor=supervisor,
        supervisee=supervisee,
        ended_at=None,
        defaults={"is_dual_role": is_dual_role, "started_at": at},
    )
    if not is_new:
        relation.is_dual_role = is_dual_role
        relation.save(update_fields=["is_dual_role"])
    for member in (supervisee, supervisor):
        _audit(
            by, "supervision.declared", about=member.account, reference=relation.public_id, at=at
        )
    return relation


@transaction.atomic
def end_supervision(*, by: Viewer, relation: SupervisionRelation, at: datetime) -> None:
    """This will end a supervision; that it was, stays known."""
    by.check_can(Action.DECLARE_SUPERVISION)
    by.check_here(relation.supervisee.practice_id)
    _end(by, relation, at=at)


def _end(by: Viewer, relation: SupervisionRelation, *, at: datetime) -> None:
    relation.ended_at = max(at, relation.started_at)
    relation.save(update_fields=["ended_at"])
    for member in (relation.supervisee, relation.supervisor):
        _audit(by, "supervision.ended", about=member.account, reference=relation.public_id, at=at)


def _audit(by: Viewer, action: str, *, about: Account, reference: str, at: datetime) -> None:
    record_entry(
        actor=by.account,
        action=action,
        about=about,
        reference=reference,
        practice_reference=by.practice.public_id,
        at=at,
    )
