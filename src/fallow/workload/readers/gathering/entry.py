"""One entry as its source wrote it, while the text is still in memory.

It knows nothing of hashes, kinds by title, or what is kept.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fallow.workload.appointments import Kind, Modality, NoteState, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as its source wrote it. It holds text and lives only while a file is read.

    Times may still be without a zone, and run backwards. Without `ends_at`, `length` says how long
    it was, and without both a standard session is assumed.
    `with_client` says that a client is named, so that it is a session of some kind.
    """

    uid: str = field(repr=False)
    starts_at: datetime
    ends_at: datetime | None = None
    length: timedelta | None = None
    title: str = field(default="", repr=False)
    client: str = field(default="", repr=False)
    clinician_key: str = field(default="", repr=False)
    recurrence_id: str = ""
    kind: Kind | None = None
    with_client: bool = False
    status: Status = Status.UNKNOWN
    modality: Modality = Modality.UNKNOWN
    note_state: NoteState = NoteState.UNKNOWN
    note_written_at: datetime | None = None
    all_day: bool = False
    end_inferred: bool = False
    group_size: int = 1
