"""One text that someone brings in from outside: made plain, or refused with a sentence.

It knows characters and some plain English; it knows no form. What it lets through is still shown
as text alone. The words it stops at were chosen by the makers of Fallow (assumption).
"""

import re
import unicodedata

from fallow.base.errors import FileRefused

_UNSEEN = ("Cc", "Cf", "Co", "Cs", "Cn")  # controls, marks that turn a line, what has no letter
_JOINERS = "\u200c\u200d"  # Persian and the scripts of India are spelled with them
_NOT_ASKED = re.compile(
    r"\bsuicid|\bself-?harm|\boverdos|\bdiagnos"
    r"|\b(kill|harm|hurt)(ing)?\s+(my|your)self\b|\bcut(ting)?\s+(my|your)self\b(?!\s+off)"
    r"|\b(end|ending|tak(e|ing))\s+(my|your)\s+(own\s+)?life\b"
    r"|\b(to\s+die|be\s+dead|were\s+dead|better\s+off\s+dead|not\s+worth\s+living)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"//|\\\\|@|(?i:\bwww\.|\b(?:mailto|tel|javascript|data):)"
    r"|(?i:\b[\w-]+\.(?:com|org|net|edu|gov|info|app|link|health|example)\b)"
    r"|\b[a-z0-9-]{2,}\.[a-z]{2,}\b|(?<!\w)\+?\d[\d\s().-]{5,}\d(?!\w)"
)
_HANDED_ON = re.compile(
    r"\b(send|e-?mail|forward|submit|upload|hand|show|give|report|read|return)\b"
    r"[^.?!]*\b(your|these|this)\s+(\w+\s+)?(answers?|forms?|results?|scores?|sheets?|replies)\b",
    re.IGNORECASE,
)


def read_text(told: str, *, place: str, longest: int) -> str:
    """This will give one line of plain text, or raise FileRefused that names its place alone."""
    text = " ".join(unicodedata.normalize("NFC", told).split())
    if not text or len(text) > longest:
        raise _refused(place, "is empty or far too long", "Look the row over.")
    if any(unicodedata.category(one) in _UNSEEN and one not in _JOINERS for one in text):
        raise _refused(
            place,
            "holds characters that cannot be seen or that turn a line around",
            "Type the row anew.",
        )
    if _NOT_ASKED.search(text):
        raise _refused(place, "asks about suicide or a diagnosis; no form here does", _COMPARE)
    if _ADDRESS.search(text):
        raise _refused(place, "holds an address or a number to reach someone", _COMPARE)
    if _HANDED_ON.search(text):
        raise _refused(place, "asks you to hand on what you answer", _COMPARE)
    return text


_COMPARE = "It may have been changed on its way. Compare the file with the owner's own."


def _refused(place: str, what: str, mend: str) -> FileRefused:
    return FileRefused(f"The row “{place}” {what}.", mend)
