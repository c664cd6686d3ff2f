"""One person's part of a file that tells of several: a week belongs to one of them.

It knows how the source names its clinicians, and never guesses which of them is asking.
"""

from collections import Counter
from dataclasses import replace

from fallow.base.errors import FileRefused
from fallow.workload.appointments import Kind
from fallow.workload.readers.reading import Reading


class ClinicianNeeded(FileRefused):
    """The file tells of several people, and nobody has said yet whose week is asked for."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(
            f"This file tells of {len(names)} clinicians, and a week belongs to one of them.",
            "Say whose week it is.",
        )
        self.names = names


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
    unsorted = Counter(a.label_ref or "" for a in kept if a.kind is Kind.UNKNOWN)
    leftovers = tuple(
        replace(left, count=unsorted[left.label_ref])
        for left in reading.leftovers
        if unsorted[left.label_ref]
    )
    return replace(reading, appointments=kept, leftovers=leftovers)
