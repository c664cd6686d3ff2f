"""One's own calendar and the practice's, joined so that the same session counts once.

It knows times and kinds. Where both tell of one session, the practice's record is kept, because it
knows how the session ended and whether its note is done. What the practice lost, it does not know.
"""

from bisect import bisect_left

from fallow.workload.appointments import Appointment, Kind, Status

SAME_START_MINUTES = 10
"""Two entries that start at most this far apart and overlap may be one session (assumption)."""


def join_appointments(
    own: tuple[Appointment, ...], practice: tuple[Appointment, ...]
) -> tuple[Appointment, ...]:
    """This will give every session once, in order of time; each practice entry absorbs one own.

    Joining what was joined before changes nothing: an entry that is there already absorbs itself.
    """
    ordered = sorted(practice, key=_order)
    starts = [a.start_minute for a in ordered]
    already = {a.identity for a in own} & {a.identity for a in practice}
    taken = {place for place, a in enumerate(ordered) if a.identity in already}
    alone = [
        entry
        for entry in sorted(own, key=_order)
        if entry.identity not in already
        and not _is_absorbed(entry, ordered, starts=starts, taken=taken)
    ]
    return tuple(sorted((*ordered, *alone), key=_order))


def _order(appointment: Appointment) -> tuple[int, int, tuple[str, str, str]]:
    return (appointment.start_minute, appointment.end_minute, appointment.identity)


def _is_absorbed(
    entry: Appointment, ordered: list[Appointment], *, starts: list[int], taken: set[int]
) -> bool:
    index = bisect_left(starts, entry.start_minute - SAME_START_MINUTES)
    while index < len(starts) and starts[index] <= entry.start_minute + SAME_START_MINUTES:
        if index not in taken and _is_same(entry, ordered[index]):
            taken.add(index)
            return True
        index += 1
    return False


def _is_same(own: Appointment, practice: Appointment) -> bool:
    """They share half of the shorter one at least. (a choice)"""
    start = max(own.start_minute, practice.start_minute)
    overlap = min(own.end_minute, practice.end_minute) - start
    shorter = min(own.end_minute - own.start_minute, practice.end_minute - practice.start_minute)
    meets = 2 * overlap >= shorter > 0 and not own.all_day
    return meets and _agrees(own, practice) and practice.status is not Status.VANISHED


def _agrees(own: Appointment, practice: Appointment) -> bool:
    """An own entry that nobody sorted is what the practice says it is."""
    both = own.is_contact and practice.is_contact
    return both or own.kind in (practice.kind, Kind.UNKNOWN)
