"""How much of a week could be seen, and what could not, in sentences.

It knows what sources can speak for. Silence is never read as a light week.
"""

from datetime import date, timedelta

from fallow.base.periods import DAYS_IN_WEEK
from fallow.workload.appointments import Appointment, Status
from fallow.workload.exposure.setting import SourceSpan
from fallow.workload.exposure.telling.words import DAYS, counted
from fallow.workload.exposure.week import Coverage


def find_coverage(
    appointments: tuple[Appointment, ...], *, monday: date, spans: tuple[SourceSpan, ...]
) -> Coverage:
    """This will give the share of days every source speaks for, times the share of entries left.

    `appointments` are those of the week. A covered week without an entry is not known.
    """
    days = [monday + timedelta(days=offset) for offset in range(DAYS_IN_WEEK)]
    seen = [day for day in days if spans and all(span.speaks_for(day) for span in spans)]
    vanished = len([a for a in appointments if a.status is Status.VANISHED])
    present = len(appointments) - vanished
    gaps = [*_gaps(days, spans), *_vanished_words(vanished)]
    if present == 0:
        return Coverage(share=0.0, gaps=(*gaps, "No entry is there, not even leave."))
    share = len(seen) / DAYS_IN_WEEK * present / (present + vanished)
    return Coverage(share=share, gaps=tuple(gaps))


def _gaps(days: list[date], spans: tuple[SourceSpan, ...]) -> list[str]:
    if not spans:
        return ["No calendar has been read."]
    return [
        _gap_words(span, missing)
        for span in spans
        if (missing := [day for day in days if not span.speaks_for(day)])
    ]


def _gap_words(span: SourceSpan, missing: list[date]) -> str:
    left = DAYS_IN_WEEK - len(missing)
    count = f"only {counted(left, DAYS)}" if left else "no day"
    return f"{span.label} speaks for {count} of this week{_quiet_words(span, missing)}."


def _quiet_words(span: SourceSpan, missing: list[date]) -> str:
    since = span.quiet_since
    if since is None or missing[-1] < since:
        return ""
    return f"; it went quiet on {since.day} {since:%B}"


def _vanished_words(vanished: int) -> list[str]:
    if vanished == 0:
        return []
    entries = counted(vanished, ("entry that was", "entries that were"))
    return [f"{entries} there before cannot be found any more."]
