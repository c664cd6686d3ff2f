"""2,000 broken files for every reader: each is refused with a sentence or read, and none leaks.

The files are the same in every run. `python3 go.py fuzz` reads 100,000 for every reader, and one
that went wrong is read again by its number.
"""

import random

import pytest
from tests.fuzz.corpus import SEEDS
from tests.fuzz.mutating import mutate
from tests.fuzz.reading import find_fault, make_file, read

A_TIME = 250
READERS = sorted(SEEDS)


@pytest.mark.parametrize("first", range(0, 2_000, A_TIME))
@pytest.mark.parametrize("reader", READERS)
def test_a_broken_file_is_refused_or_read(reader: str, first: int) -> None:
    faults = {
        number: fault
        for number in range(first, first + A_TIME)
        if (fault := find_fault(reader, make_file(reader, seed=1, number=number)))
    }

    assert faults == {}


@pytest.mark.parametrize("reader", READERS)
def test_a_sound_file_is_read_whole(reader: str) -> None:
    """So that what is broken is worth breaking: every seed gives appointments."""
    assert all(read(reader, content).appointments for content in SEEDS[reader])


@pytest.mark.parametrize("reader", READERS)
def test_a_number_gives_the_same_file_again(reader: str) -> None:
    assert make_file(reader, seed=1, number=7) == make_file(reader, seed=1, number=7)
    assert make_file(reader, seed=1, number=7) != make_file(reader, seed=2, number=7)


@pytest.mark.parametrize("reader", READERS)
def test_breaking_changes_most_files(reader: str) -> None:
    sound = SEEDS[reader][0]

    broken = [mutate(sound, SEEDS[reader], rng=random.Random(n)) for n in range(100)]

    assert len([content for content in broken if content != sound]) >= 80
