"""One line of the audit trail. The database itself refuses to change or remove a line.

It holds no value and no name that would have to be forgotten: accounts by key, things by random id.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models


class AuditEntry(models.Model):
    """Someone did something, about someone, for a purpose, at a time."""

    at = models.DateTimeField()
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    about = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    action = models.CharField(max_length=60)
    reference = models.CharField(max_length=60, blank=True)
    purpose = models.CharField(max_length=120, blank=True)
    practice_reference = models.CharField(max_length=40, blank=True)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["about", "-id"])]

    def __str__(self) -> str:
        return "a line of the audit trail"
