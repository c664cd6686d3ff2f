"""What is kept: sources, clinician keys, appointments, reports, acuity, policy, posted weeks.

No field holds text from a calendar. `uid`, `client_ref` and `label_ref` are keyed hashes whose key
stands in a file apart; the rows are to be handled as health records all the same.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from fallow.workload.appointments import Kind, KindFrom, Modality, NoteState, Status
from fallow_site.foundation.organizations.models import Membership, Practice, make_public_id


def _choices(words: type[Kind | KindFrom | Modality | NoteState | Status]) -> list[tuple[str, str]]:
    return [(word.value, word.value) for word in words]


class Source(models.Model):
    """One calendar source of a practice. Addresses and tokens are sealed."""

    class Way(models.TextChoices):
        """How its calendar arrives."""

        UPLOAD = "upload", "A file that someone uploads"
        FEED = "ics_feed", "A calendar feed"
        FHIR = "fhir_server", "A FHIR server"

    public_id = models.CharField(max_length=32, unique=True, default=make_public_id)
    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="sources")
    way = models.CharField(max_length=12, choices=Way.choices)
    name = models.CharField(max_length=80)
    zone = models.CharField(max_length=64)
    strips_types = models.BooleanField(default=False)
    minutes_by_code = models.JSONField(default=dict, blank=True)
    rules = models.JSONField(default=list, blank=True)
    mapping = models.JSONField(null=True, blank=True)
    sealed_address = models.BinaryField(null=True, blank=True)
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=60, blank=True)
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    first_date = models.DateField(null=True, blank=True)
    last_date = models.DateField(null=True, blank=True)
    quiet_since = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["practice", "name"], name="source_name_once"),
            models.CheckConstraint(
                condition=Q(way="upload", sealed_address__isnull=True)
                | (~Q(way="upload") & Q(sealed_address__isnull=False)),
                name="source_address_fits_way",
            ),
            models.CheckConstraint(
                condition=Q(first_date__isnull=True, last_date__isnull=True)
                | Q(first_date__lte=F("last_date")),
                name="source_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return "a source"


class ClinicianKey(models.Model):
    """How a source names a clinician, whom the practice takes that to be, and their own word."""

    public_id = models.CharField(max_length=32, unique=True, default=make_public_id)
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="clinician_keys")
    key = models.CharField(max_length=200, blank=True)
    membership = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    linked_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["source", "key"], name="clinician_key_once"),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(linked_at__isnull=False),
                name="confirmed_after_linked",
            ),
        ]

    def __str__(self) -> str:
        return "a clinician key"


class StoredAppointment(models.Model):
    """One appointment as its source last told it, with when it was first and last seen."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+")
    clinician_key = models.ForeignKey(ClinicianKey, on_delete=models.CASCADE, related_name="+")
    uid = models.CharField(max_length=26)
    recurrence_id = models.CharField(max_length=20, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    kind = models.CharField(max_length=20, choices=_choices(Kind))
    kind_from = models.CharField(max_length=10, choices=_choices(KindFrom))
    status = models.CharField(max_length=12, choices=_choices(Status))
    client_ref = models.CharField(max_length=26, null=True, blank=True)
    label_ref = models.CharField(max_length=26, null=True, blank=True)
    modality = models.CharField(max_length=10, choices=_choices(Modality))
    note_state = models.CharField(max_length=10, choices=_choices(NoteState))
    group_size = models.PositiveSmallIntegerField(default=1)
    all_day = models.BooleanField(default=False)
    end_inferred = models.BooleanField(default=False)
    zone_assumed = models.BooleanField(default=False)
    first_seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["source", "uid", "recurrence_id"], name="appointment_once"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gte=F("starts_at")), name="appointment_runs_forward"
            ),
            models.CheckConstraint(condition=Q(group_size__gte=1), name="group_has_someone"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["clinician_key", "starts_at"]),
            models.Index(fields=["ends_at"]),
        ]

    def __str__(self) -> str:
        return "an appointment"


class ImportReport(models.Model):
    """What one import read, used, skipped and dropped, in counts and column names alone."""

    public_id = models.CharField(max_length=32, unique=True, default=make_public_id)
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="reports")
    at = models.DateTimeField()
    format = models.CharField(max_length=20, blank=True)
    rows_read = models.PositiveIntegerField(default=0)
    rows_used = models.PositiveIntegerField(default=0)
    skipped = models.JSONField(default=list)
    dropped = models.JSONField(default=list)
    ends_inferred = models.PositiveIntegerField(default=0)
    zones_assumed = models.PositiveIntegerField(default=0)
    refusal = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return "an import report"


class AcuityAnswer(models.Model):
    """What a treating clinician said of their caseload and of entries that come back.

    The newest counts, the others stay.
    """

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    caseload = models.CharField(max_length=40, blank=True)
    exceptions = models.JSONField(default=list)
    kinds = models.JSONField(default=list)
    set_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["membership", "-set_at"])]

    def __str__(self) -> str:
        return "an acuity answer"


class PolicyVersion(models.Model):
    """One dated version of what a practice chose; versions are added, never changed."""

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="policies")
    version = models.PositiveSmallIntegerField()
    adopted_date = models.DateField()
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    weights = models.JSONField(default=dict)
    weekly_cap_hours = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    recovery_gap_minutes = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["practice", "version"], name="policy_version_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="policy_version_from_one"),
        ]

    def __str__(self) -> str:
        return "a policy"


class PostedRow(models.Model):
    """The posted fields of one member's week, made anew when anything under them changes."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    monday = models.DateField()
    coverage_share = models.FloatField()
    coverage_gaps = models.JSONField(default=list)
    contact_minutes = models.PositiveIntegerField(null=True)
    weighted_low = models.FloatField(null=True)
    weighted_high = models.FloatField(null=True)
    cap_hours = models.FloatField(null=True)
    protected_minutes = models.PositiveIntegerField(null=True)
    protected_lost_minutes = models.PositiveIntegerField(null=True)
    supervision_minutes = models.PositiveIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["membership", "monday"], name="posted_week_once"),
            models.CheckConstraint(
                condition=Q(weighted_low__isnull=True, weighted_high__isnull=True)
                | Q(weighted_low__lte=F("weighted_high")),
                name="posted_range_in_order",
            ),
        ]

    def __str__(self) -> str:
        return "a posted week"
