"""The words sources use for how an appointment ended and whether its note is done.

They know nothing of layout. The single-sign codes are OpenEMR's (formats.md §5, verified).
"""

import re

from fallow.workload.appointments import NoteState, Status

_STATUS_WORDS: dict[str, Status] = {
    "show": Status.FULFILLED,
    "attended": Status.FULFILLED,
    "completed": Status.FULFILLED,
    "complete": Status.FULFILLED,
    "fulfilled": Status.FULFILLED,
    "kept": Status.FULFILLED,
    "seen": Status.FULFILLED,
    "arrived": Status.ARRIVED,
    "checkedin": Status.CHECKED_IN,
    "checkedout": Status.FULFILLED,
    "booked": Status.BOOKED,
    "confirmed": Status.BOOKED,
    "scheduled": Status.BOOKED,
    "upcoming": Status.BOOKED,
    "pending": Status.PENDING,
    "tentative": Status.PENDING,
    "proposed": Status.PROPOSED,
    "waitlist": Status.WAITLIST,
    "noshow": Status.NO_SHOW,
    "didnotarrive": Status.NO_SHOW,
    "didnotattend": Status.NO_SHOW,
    "dna": Status.NO_SHOW,
    "missed": Status.NO_SHOW,
}
_OPENEMR_CODES: dict[str, Status] = {
    "-": Status.PROPOSED,
    "#": Status.PENDING,
    "^": Status.PENDING,
    ">": Status.FULFILLED,
    "$": Status.FULFILLED,
    "avm": Status.BOOKED,
    "sms": Status.BOOKED,
    "email": Status.BOOKED,
    "*": Status.BOOKED,
    "%": Status.CANCELLED,
    "!": Status.CANCELLED,
    "x": Status.CANCELLED,
    "?": Status.NO_SHOW,
    "~": Status.ARRIVED,
    "@": Status.ARRIVED,
    "<": Status.CHECKED_IN,
    "+": Status.CHECKED_IN,
    "call": Status.WAITLIST,
}
_NOTE_DONE = frozenset({"locked", "signed", "final", "finalized", "complete", "completed", "done"})


def read_status(text: str) -> Status:
    """This will read a status word or an OpenEMR code; what it does not know is unknown."""
    plain = text.strip().casefold()
    if plain in _OPENEMR_CODES:
        return _OPENEMR_CODES[plain]
    word = re.sub(r"[^a-z]", "", plain)
    if word.startswith(("cancel", "latecancel", "clientcancel", "cliniciancancel")):
        return Status.CANCELLED
    return _STATUS_WORDS.get(word, Status.UNKNOWN)


def read_note_state(text: str) -> NoteState:
    """This will read a note's state: a done word is locked, any other word open, none unknown."""
    word = re.sub(r"[^a-z]", "", text.casefold())
    if not word:
        return NoteState.UNKNOWN
    return NoteState.LOCKED if word in _NOTE_DONE else NoteState.OPEN
