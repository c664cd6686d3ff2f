"""One person's part of a file that tells of several, and the weeks that the file speaks for.

It knows how the source names its clinicians, and never guesses which of them is asking.
"""

from dataclasses import replace
from datetime import timedelta

from fallow.base.errors import FileRefused
from fallow.base.periods import DAYS_IN_WEEK, monday_of
from fallow.workload.appointments import Appointment
from fallow.workload.exposure.setting import SourceSpan
from fallow.workload.readers.gathering.closing import list_leftovers
from fallow.workload.readers.reading import Reading, ReadReport


class ClinicianNeeded(FileRefused):
    """The file tells of several people, and nobody has said yet whose week is asked for."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(
            f"This file tells of {len(names)} clinicians, and a week belongs to one of them.",
            "Say whose week it is.",
        )
        self.names = names


def list_spans(reading: Reading, *, source: str, label: str) -> tuple[SourceSpan, ...]:
    """This will give the days a file speaks for, none where it is empty: from the Monday of its
    first entry's week to the Sunday of its last one's, whichever week is looked at (assumption)."""
    first, last = reading.report.first_date, reading.report.last_date
    if first is None or last is None:
        return ()
    sunday = monday_of(last) + timedelta(days=DAYS_IN_WEEK - 1)
    return (SourceSpan(source=source, first_date=monday_of(first), last_date=sunday, label=label),)


def choose_one(reading: Reading, clinician: str | None) -> Reading:
    """This will give one clinician's part, or raise ClinicianNeeded where that has to be said."""
    names = reading.report.clinician_keys
    if clinician is None and len(names) > 1:
        raise ClinicianNeeded(names)
    if clinician is None:
        return reading
    if clinician not in names:
        raise FileRefused(
            "The file does not tell of that clinician.", "Choose one of those it tells of."
        )
    kept = tuple(a for a in reading.appointments if a.clinician_key == clinician)
    titles = {left.label_ref: left.title for left in reading.leftovers if left.title}
    return Reading(
        appointments=kept,
        leftovers=list_leftovers(kept, titles),
        report=_counted_again(reading.report, kept),
    )


def _counted_again(report: ReadReport, kept: tuple[Appointment, ...]) -> ReadReport:
    """The counts are one person's; the days stay those for which the whole file speaks."""
    return replace(
        report,
        rows_used=len(kept),
        ends_inferred=len([a for a in kept if a.end_inferred]),
        zones_assumed=len([a for a in kept if a.zone_assumed]),
    )
