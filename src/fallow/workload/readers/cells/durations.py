"""How long a session with a billing code usually lasts, where the source gives no end.

It knows numbers alone. Ranges: formats.md §3, 90832 16–37 minutes (secondary), 90834 38–52 and
90837 from 53 (unverified); the lengths below lie inside them and every practice may edit them.
"""

import re
from datetime import timedelta

USUAL_SESSION = timedelta(minutes=50)
"""Length given to an entry that has none, always marked: a standard session (standards.md §3)."""
MINUTES_BY_CODE: tuple[tuple[str, int], ...] = (("90832", 30), ("90834", 45), ("90837", 60))
_LONGEST_MINUTES = 24 * 60
_MINUTES = re.compile(r"([0-9]{1,4})(?:[.,]0{1,3})?(?:\s*m(?:in(?:ute)?s?)?\.?)?", re.IGNORECASE)
_HOURS_AND_MINUTES = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?::00)?(?:\s*h)?", re.IGNORECASE)


def minutes_of_code(code: str, chosen: tuple[tuple[str, int], ...]) -> timedelta:
    """This will give the chosen length, or the starting one, or that of a standard session."""
    for told, minutes in (*chosen, *MINUTES_BY_CODE):
        if told == code:
            return timedelta(minutes=minutes)
    return USUAL_SESSION


def read_length(text: str) -> timedelta | None:
    """This will read "50", "50,0", "50 min" and "0:50", or give None.

    A broken number such as 0.83 is no count of minutes; which unit it has is not guessed.
    """
    if not text:
        return None
    whole, clock = _MINUTES.fullmatch(text.strip()), _HOURS_AND_MINUTES.fullmatch(text.strip())
    minutes = int(whole[1]) if whole else 60 * int(clock[1]) + int(clock[2]) if clock else 0
    return timedelta(minutes=minutes) if 0 < minutes <= _LONGEST_MINUTES else None
