"""What a practice offers: an EAP, a stipend, a line to call, with the day it was last checked."""

from typing import ClassVar

from django.db import models

from fallow_site.foundation.organizations.models import Practice, make_public_id


class Resource(models.Model):
    """One offer of a practice: what it is, who pays, who learns of its use."""

    class Sort(models.TextChoices):
        """What kind of help it is."""

        EAP = "eap", "Employee assistance"
        STIPEND = "stipend", "Stipend"
        THERAPY = "therapy", "Own therapy"
        LINE = "line", "Line to call"
        OTHER = "other", "Something else"

    public_id = models.CharField(max_length=32, unique=True, default=make_public_id)
    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="resources")
    sort = models.CharField(max_length=12, choices=Sort.choices)
    name = models.CharField(max_length=120)
    how_to_reach = models.CharField(max_length=300)
    who_pays = models.CharField(max_length=200, blank=True)
    who_learns = models.CharField(max_length=200, blank=True)
    checked_date = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["practice", "name"], name="resource_name_once"),
        ]

    def __str__(self) -> str:
        return "a resource"
