"""How long a session with a billing code usually lasts, where the source gives no end.

It knows numbers alone. Ranges: formats.md §3, 90832 16–37 minutes (secondary), 90834 38–52 and
90837 from 53 (unverified); the lengths below lie inside them and every practice may edit them.
"""

from datetime import timedelta

from fallow.workload.readers.gathering import USUAL_SESSION

MINUTES_BY_CODE: tuple[tuple[str, int], ...] = (("90832", 30), ("90834", 45), ("90837", 60))


def minutes_of_code(code: str, chosen: tuple[tuple[str, int], ...]) -> timedelta:
    """This will give the chosen length, or the starting one, or that of a standard session."""
    minutes = dict(MINUTES_BY_CODE) | dict(chosen)
    return timedelta(minutes=minutes[code]) if code in minutes else USUAL_SESSION
