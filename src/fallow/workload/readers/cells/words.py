"""The words sources use for how an appointment ended, whether its note is done, and where it was.

They know nothing of layout. The single-sign codes are OpenEMR's (formats.md §5, verified).
"""

import re

from fallow.workload.appointments import Modality, NoteState, Status

_STATUS_WORDS: dict[str, Status] = {
    "show": Status.FULFILLED,
    "attended": Status.FULFILLED,
    "completed": Status.FULFILLED,
    "complete": Status.FULFILLED,
    "fulfilled": Status.FULFILLED,
    "kept": Status.FULFILLED,
    "seen": Status.FULFILLED,
    "wahrgenommen": Status.FULFILLED,
    "erschienen": Status.FULFILLED,
    "arrived": Status.ARRIVED,
    "checkedin": Status.CHECKED_IN,
    "checkedout": Status.FULFILLED,
    "booked": Status.BOOKED,
    "confirmed": Status.BOOKED,
    "scheduled": Status.BOOKED,
    "upcoming": Status.BOOKED,
    "bestätigt": Status.BOOKED,
    "geplant": Status.BOOKED,
    "pending": Status.PENDING,
    "tentative": Status.PENDING,
    "proposed": Status.PROPOSED,
    "waitlist": Status.WAITLIST,
    "warteliste": Status.WAITLIST,
    "noshow": Status.NO_SHOW,
    "didnotarrive": Status.NO_SHOW,
    "didnotattend": Status.NO_SHOW,
    "dna": Status.NO_SHOW,
    "missed": Status.NO_SHOW,
    "nichterschienen": Status.NO_SHOW,
}
_CANCELLED = (
    "cancel",
    "latecancel",
    "clientcancel",
    "cliniciancancel",
    "abgesagt",
    "storniert",
)
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
_NOTE_DONE = frozenset(
    {"locked", "signed", "final", "finalized", "complete", "completed", "done", "abgeschlossen"}
)
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_MODALITIES: tuple[tuple[Modality, re.Pattern[str]], ...] = (
    (Modality.VIDEO, re.compile(r"\b(?:video\w*|tele(?:health|therapy|medicine)|online|zoom)\b")),
    (Modality.PHONE, re.compile(r"\b(?:phone|telephone|telefon\w*)\b")),
    (Modality.IN_PERSON, re.compile(r"\b(?:in person|in office|face to face|vor ort)\b")),
)


def read_status(text: str) -> Status:
    """This will read a status word or an OpenEMR code; what it does not know is unknown."""
    if not text:
        return Status.UNKNOWN
    plain = text.strip().casefold()
    if plain in _OPENEMR_CODES:
        return _OPENEMR_CODES[plain]
    word = _letters(plain)
    return (
        Status.CANCELLED if word.startswith(_CANCELLED) else _STATUS_WORDS.get(word, Status.UNKNOWN)
    )


def read_note_state(text: str) -> NoteState:
    """This will read a note's state: a done word is locked, any other word open, none unknown."""
    word = _letters(text.casefold()) if text else ""
    if not word:
        return NoteState.UNKNOWN
    return NoteState.LOCKED if word in _NOTE_DONE else NoteState.OPEN


def read_modality(title: str) -> Modality:
    """This will read how a session was held from the words of a normalized title.

    A place or an address is never looked at: those are dropped unseen.
    """
    for modality, words in _MODALITIES:
        if words.search(title):
            return modality
    return Modality.UNKNOWN


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text)
