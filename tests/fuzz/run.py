"""Reads broken files without end: `python -m tests.fuzz.run --count N [--seed S] [--reader NAME]`.

It knows how to count and how to repeat. `--number` reads one file again and shows what happened.
"""

import argparse
import sys
import time

from tests.fuzz.corpus import SEEDS
from tests.fuzz.reading import find_fault, make_file

_SAID_EVERY = 2.0  # seconds between two lines of progress


def main(arguments: list[str]) -> int:
    """This will read `count` broken files for every reader, and return 1 if one went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="files for every reader")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", choices=sorted(SEEDS), default=None)
    parser.add_argument("--number", type=int, default=None, help="one file again")
    chosen = parser.parse_args(arguments)
    readers = [chosen.reader] if chosen.reader else sorted(SEEDS)
    if chosen.number is not None:
        return _repeat(readers[0], seed=chosen.seed, number=chosen.number)
    began = time.monotonic()
    failed = sum(_read_many(reader, count=chosen.count, seed=chosen.seed) for reader in readers)
    whole = chosen.count * len(readers)
    took = time.monotonic() - began
    print(f"{whole - failed:,} passed, {failed:,} failed in {took:.0f} s (seed {chosen.seed})")
    return 1 if failed else 0


def _read_many(reader: str, *, count: int, seed: int) -> int:
    failed, said = 0, time.monotonic()
    for number in range(count):
        fault = find_fault(reader, make_file(reader, seed=seed, number=number))
        if fault is not None:
            failed += 1
            print(f"\n{reader}, file {number}: {fault}")
            print(f"again: --reader {reader} --seed {seed} --number {number}", flush=True)
        if time.monotonic() - said > _SAID_EVERY:
            said = time.monotonic()
            print(f"{reader}: {number + 1:,} of {count:,}", flush=True)
    print(f"{reader}: {count:,} files read, {failed} went wrong", flush=True)
    return failed


def _repeat(reader: str, *, seed: int, number: int) -> int:
    content = make_file(reader, seed=seed, number=number)
    fault = find_fault(reader, content)
    sys.stdout.write(content.decode("utf-8", "replace"))
    print(f"\n{len(content):,} bytes: {fault or 'nothing went wrong'}")
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
