"""Reads one broken file and says what went wrong, if anything: a crash, a slow file, a leaked text.

It knows what every reader promises: appointments without text, or a sentence.
"""

import random
import time
import traceback
from dataclasses import replace
from datetime import UTC, datetime

from tests.fuzz.corpus import MARK, SEEDS
from tests.fuzz.mutating import mutate

from fallow.base.errors import FallowError
from fallow.base.periods import Period
from fallow.workload.readers.dispatch import MappingNeeded, read_calendar
from fallow.workload.readers.reading import Reading, ReadingPlan
from fallow.workload.sorting.starting_rules import starting_rules

MOST_SECONDS = 2.0  # of the processor, for one file (formats.md §1)
_NAMES = {"icalendar": "a.ics", "fhir": "a.json", "simplepractice": "a.csv", "mapped_csv": "b.csv"}
PLAN = ReadingPlan(
    source="fuzz",
    key=b"k" * 32,
    zone="America/New_York",
    period=Period(
        starts_at=datetime(2025, 6, 1, tzinfo=UTC), ends_at=datetime(2026, 12, 1, tzinfo=UTC)
    ),
    rules=starting_rules(),
)


def make_file(reader: str, *, seed: int, number: int) -> bytes:
    """This will give the broken file of one number; the same every time."""
    rng = random.Random(f"{seed}:{reader}:{number}")
    return mutate(rng.choice(SEEDS[reader]), SEEDS[reader], rng=rng)


def find_fault(reader: str, content: bytes) -> str | None:
    """This will read a file and give what went wrong in words, or None."""
    began = time.process_time()
    fault = _read(reader, content)
    took = time.process_time() - began
    if fault is None and took > MOST_SECONDS:
        return f"took {took:.1f} s of the processor"
    return fault


def _read(reader: str, content: bytes) -> str | None:
    try:
        reading = read(reader, content)
    except FallowError as refusal:
        return "a refusal that quotes the file" if _quotes(refusal) else None
    except Exception:
        return traceback.format_exc()
    return _find_flaw(reader, reading)


def read(reader: str, content: bytes) -> Reading:
    """This will read a file as a person would, with the columns that are suggested for it."""
    name = _NAMES[reader]
    try:
        return read_calendar(content, name=name, plan=PLAN)
    except MappingNeeded as needed:
        if needed.suggestion is None:
            raise
        return read_calendar(content, name=name, plan=replace(PLAN, mapping=needed.suggestion))


def _quotes(refusal: BaseException | None) -> bool:
    while refusal is not None:
        if MARK[:4] in str(refusal) + repr(refusal):
            return True
        refusal = refusal.__cause__ or refusal.__context__
    return False


def _find_flaw(reader: str, reading: Reading) -> str | None:
    for appointment in reading.appointments:
        if appointment.ends_at < appointment.starts_at or appointment.group_size < 1:
            return "an appointment that runs backwards or has nobody in it"
    if reader in ("icalendar", "fhir") and MARK[:4] in repr(reading):
        return "a reading that holds dropped text"
    return None
