"""What is kept of a reminder: whose, where to, when, and the day of the last one.

The address is sealed with this installation's keys. What the person does with a note is not known.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from fallow_site.foundation.organizations.models import make_public_id


class Reminder(models.Model):
    """One person's weekly note. The row is there while they want it, and gone when they do not."""

    class Subject(models.TextChoices):
        """Words that tell nothing to someone who looks over a shoulder."""

        WEEK = "week", "This week"
        NOTE = "note", "A short note"
        MINUTE = "minute", "A minute"
        HELLO = "hello", "Hello"

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    public_id = models.CharField(max_length=32, unique=True, default=make_public_id)
    sealed_address = models.BinaryField()
    subject = models.CharField(max_length=6, choices=Subject.choices)
    weekday = models.PositiveSmallIntegerField()
    hour = models.PositiveSmallIntegerField()
    zone = models.CharField(max_length=64)
    sent_date = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(weekday__lte=6), name="reminder_has_a_weekday"),
            models.CheckConstraint(condition=Q(hour__lte=23), name="reminder_has_an_hour"),
        ]

    def __str__(self) -> str:
        return "a reminder"
