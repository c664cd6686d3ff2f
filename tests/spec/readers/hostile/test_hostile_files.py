"""Hostile files: each is refused with a sentence or read and counted, in 2 s and 256 MB.

Seconds are those of the processor, so that a busy machine does not matter much; memory is the most
that a process held which read all of them, one after another (formats.md §1). A sound calendar
that is full to the brim, 20,000 entries, takes as long as it has entries; these are not sound.
"""

from collections.abc import Mapping
from functools import cache

import pytest
from tests.spec.readers.hostile.asking import Answer, ask_about
from tests.spec.readers.hostile.calendars import CALENDARS, Make
from tests.spec.readers.hostile.resources import RESOURCES
from tests.spec.readers.hostile.tables import STRANGERS, TABLES

MOST_SECONDS = 2.0
MOST_MEGABYTES = 256.0
KINDS: dict[str, tuple[Mapping[str, tuple[Make, str]], str]] = {
    "calendar.ics": (CALENDARS, "calendar.ics"),
    "bundle.json": (RESOURCES, "bundle.json"),
    "table.csv": (TABLES, "table.csv"),
    "stranger.ics": (STRANGERS, "stranger.ics"),
}
EACH = [(kind, file) for kind, (files, _) in KINDS.items() for file in files]


@cache
def answers(kind: str) -> dict[str, Answer]:
    files, name = KINDS[kind]
    return ask_about(files, name=name)


@pytest.mark.parametrize(("kind", "file"), EACH, ids=lambda part: part.replace(" ", "-"))
def test_a_hostile_file_is_answered(kind: str, file: str) -> None:
    expected = KINDS[kind][0][file][1]

    said = answers(kind)[file].said

    assert (
        said == expected
        if expected.startswith("read ") and expected[5].isdigit()
        else expected in said
    )


@pytest.mark.parametrize(("kind", "file"), EACH, ids=lambda part: part.replace(" ", "-"))
def test_a_hostile_file_takes_two_seconds_at_most(kind: str, file: str) -> None:
    assert answers(kind)[file].seconds <= MOST_SECONDS


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_files_take_256_megabytes_at_most(kind: str) -> None:
    held = {file: answer.held for file, answer in answers(kind).items()}

    assert {file: most for file, most in held.items() if most > MOST_MEGABYTES} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_a_refusal_says_what_happened_and_what_to_do(kind: str) -> None:
    refusals = [a.said for a in answers(kind).values() if not a.said.startswith("read ")]

    assert all(said.count(". ") >= 1 and said.endswith(".") for said in refusals)
    assert [said for said in refusals if "!" in said or "invalid" in said.lower()] == []
