"""One row for each slot of a job, so that it runs once however many workers there are."""

from typing import ClassVar

from django.db import models


class PeriodicRun(models.Model):
    """A job claimed for one slot of time."""

    name = models.CharField(max_length=40)
    slot = models.CharField(max_length=20)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["name", "slot"], name="job_once_a_slot"),
        ]

    def __str__(self) -> str:
        return "a job's slot"
