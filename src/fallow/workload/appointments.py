"""One appointment, as far as Fallow needs to know it: when, what kind, how it ended.

It knows no name, no title and no text; those are dropped while reading.
The status words follow FHIR R4 Appointment.status where the two meet.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from fallow.base.errors import ValueRefused
from fallow.base.periods import utc_minute


class Kind(StrEnum):
    INDIVIDUAL = "individual"
    COUPLE_FAMILY = "couple_family"
    GROUP = "group"
    INTAKE = "intake"
    CRISIS = "crisis"  # a crisis or on-call contact
    ON_CALL = "on_call"  # reachable, without a contact
    SUPERVISION = "supervision"
    PEER_CONSULTATION = "peer_consultation"
    ADMINISTRATION = "administration"  # administration and notes
    TRAINING = "training"
    TRAVEL = "travel"
    PROTECTED_TIME = "protected_time"
    LEAVE = "leave"
    PERSONAL = "personal"
    UNKNOWN = "unknown"


CONTACT_KINDS = frozenset(
    {Kind.INDIVIDUAL, Kind.COUPLE_FAMILY, Kind.GROUP, Kind.INTAKE, Kind.CRISIS}
)
"""Kinds that count as contact hours."""

NOT_WORK_KINDS = frozenset({Kind.ON_CALL, Kind.LEAVE, Kind.PERSONAL, Kind.UNKNOWN})
"""Kinds that never count as work; protected time is work kept free of bookings, and a night on call
is no night of work, though its day is not off."""


class KindFrom(StrEnum):
    """Who said what kind an appointment is."""

    FIELD = "field"
    RULE = "rule"
    PERSON = "person"
    NOBODY = "nobody"


class Status(StrEnum):
    PROPOSED = "proposed"
    PENDING = "pending"
    BOOKED = "booked"
    ARRIVED = "arrived"
    CHECKED_IN = "checked_in"
    FULFILLED = "fulfilled"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    WAITLIST = "waitlist"
    VANISHED = "vanished"  # was in the source once, is no longer: unknown, not cancelled
    UNKNOWN = "unknown"


DID_NOT_HAPPEN = frozenset({Status.CANCELLED, Status.NO_SHOW, Status.WAITLIST, Status.VANISHED})
"""Statuses whose time is not counted as work done. `proposed` counts (OpenEMR's default)."""


class Modality(StrEnum):
    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    UNKNOWN = "unknown"


class NoteState(StrEnum):
    LOCKED = "locked"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """This will hold one half-open, zone-aware appointment without text.

    `uid`, `client_ref` and `label_ref` are keyed hashes (readers make them);
    `clinician_key` names the clinician as the source does and is empty for one's own calendar.
    """

    source: str
    uid: str
    starts_at: datetime
    ends_at: datetime
    recurrence_id: str = ""
    clinician_key: str = ""
    kind: Kind = Kind.UNKNOWN
    kind_from: KindFrom = KindFrom.NOBODY
    status: Status = Status.UNKNOWN
    client_ref: str | None = None
    label_ref: str | None = None
    modality: Modality = Modality.UNKNOWN
    note_state: NoteState = NoteState.UNKNOWN
    note_written_at: datetime | None = None
    group_size: int = 1
    all_day: bool = False
    end_inferred: bool = False
    zone_assumed: bool = False

    def __post_init__(self) -> None:
        if self.starts_at.utcoffset() is None or self.ends_at.utcoffset() is None:
            raise ValueRefused(
                "An appointment has a time without a zone.", "Choose the practice's time zone."
            )
        if self.ends_at < self.starts_at:
            raise ValueRefused("An appointment ends before it starts.", "Correct its times.")
        if self.group_size < 1:
            raise ValueRefused("A group has nobody in it.", "Count at least one person.")

    @property
    def identity(self) -> tuple[str, str, str]:
        """What makes it the same appointment when a source is read again."""
        return (self.source, self.uid, self.recurrence_id)

    @property
    def start_minute(self) -> int:
        return utc_minute(self.starts_at)

    @property
    def end_minute(self) -> int:
        return utc_minute(self.ends_at)

    @property
    def is_contact(self) -> bool:
        return self.kind in CONTACT_KINDS

    @property
    def has_happened_or_will(self) -> bool:
        return self.status not in DID_NOT_HAPPEN
