"""What is kept of a vault: sealed bytes, whose they are, and the day they came.

No minute, no kind of record, no device and no order: those are inside the seal.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models


class SealedRow(models.Model):
    """One age file of one person: a record, or a slot that opens the vault. Its name is theirs."""

    class Kind(models.TextChoices):
        """The two things that are sealed, which is all the server can tell apart."""

        RECORD = "record", "A record"
        SLOT = "slot", "A way in"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    name = models.CharField(max_length=32)
    day = models.DateField()
    sealed = models.BinaryField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["owner", "kind", "name"], name="sealed_row_once"),
        ]

    def __str__(self) -> str:
        return "a sealed row"
