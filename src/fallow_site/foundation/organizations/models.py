"""What is kept of a practice: itself, its teams, who belongs to it, who supervises whom.

Public ids are random, 128 bits; nothing here tells how anyone's week was.
"""

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q


def make_public_id() -> str:
    return secrets.token_hex(16)


class Practice(models.Model):
    """A practice or agency."""

    public_id = models.CharField(max_length=32, unique=True, default=make_public_id)
    name = models.CharField(max_length=120)
    zone = models.CharField(max_length=64)
    appointment_years = models.PositiveSmallIntegerField(default=3)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(appointment_years__range=(1, 10)), name="practice_keeps_1_to_10_years"
            ),
        ]

    def __str__(self) -> str:
        return "a practice"


class Team(models.Model):
    """A team of a practice."""

    public_id = models.CharField(max_length=32, unique=True, default=make_public_id)
    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="teams")
    name = models.CharField(max_length=80)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["practice", "name"], name="team_name_once"),
        ]

    def __str__(self) -> str:
        return "a team"


class Membership(models.Model):
    """One account in one practice, with roles, a team and a share of a full post."""

    public_id = models.CharField(max_length=32, unique=True, default=make_public_id)
    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="memberships")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships"
    )
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.SET_NULL)
    roles = models.JSONField(default=list)
    fte_share = models.DecimalField(max_digits=3, decimal_places=2, default=1)
    working_hours = models.JSONField(null=True, blank=True)
    cap_hours = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["practice", "account"],
                condition=Q(left_at__isnull=True),
                name="member_once",
            ),
            models.CheckConstraint(
                condition=Q(fte_share__gt=0) & Q(fte_share__lte=1), name="post_is_a_share"
            ),
            models.CheckConstraint(
                condition=Q(cap_hours__isnull=True) | Q(cap_hours__range=(1, 80)),
                name="cap_can_be_kept",
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(left_at__gte=F("joined_at")),
                name="left_after_joining",
            ),
        ]

    def __str__(self) -> str:
        return "a membership"


class SupervisionRelation(models.Model):
    """One member supervises another; a line manager who supervises is declared as such."""

    public_id = models.CharField(max_length=32, unique=True, default=make_public_id)
    supervisor = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="supervises")
    supervisee = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="supervised_by"
    )
    is_dual_role = models.BooleanField(default=False)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["supervisor", "supervisee"],
                condition=Q(ended_at__isnull=True),
                name="supervision_once",
            ),
            models.CheckConstraint(
                condition=~Q(supervisor=F("supervisee")), name="nobody_supervises_themselves"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at")),
                name="supervision_runs_forward",
            ),
        ]

    def __str__(self) -> str:
        return "a supervision"


class Invitation(models.Model):
    """A one-time link into a practice; only the hash of its secret is kept."""

    public_id = models.CharField(max_length=32, unique=True, default=make_public_id)
    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="invitations")
    secret_hash = models.CharField(max_length=64, unique=True)
    roles = models.JSONField(default=list)
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.SET_NULL)
    fte_share = models.DecimalField(max_digits=3, decimal_places=2, default=1)
    made_by = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True, used_by__isnull=True)
                | Q(used_at__isnull=False, used_by__isnull=False),
                name="invitation_used_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")), name="invitation_can_be_used"
            ),
        ]

    def __str__(self) -> str:
        return "an invitation"
