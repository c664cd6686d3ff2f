"""Runs things side by side, in turns, and says medians, ratios and the machine in plain lines.

It knows nothing of what it runs. On a shared machine absolute times mean little: what is held are
ratios, taken in one run from runs in turns, and counts.
"""

import os
import platform
import statistics
import sys
from collections.abc import Callable
from time import process_time

Runner = Callable[[], object]


def say(sentence: str = "") -> None:
    print(sentence, flush=True)


def say_machine() -> None:
    """This will say what the machine is, and how busy others keep it."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    say(f"  on {os.cpu_count()} cores{load}, {platform.python_implementation()} {_version()}")


def _version() -> str:
    return ".".join(map(str, sys.version_info[:3]))


def run_in_turns(runners: dict[str, Runner], *, repeats: int) -> dict[str, float]:
    """This will run each in turn, `repeats` times after one warm-up, and give medians in seconds.

    Seconds are those of this process's own work, so that a busy machine does not count.
    """
    taken: dict[str, list[float]] = {name: [] for name in runners}
    for turn in range(repeats + 1):
        for name, runner in runners.items():
            began = process_time()
            runner()
            if turn:
                taken[name].append(process_time() - began)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def percentile(values: list[float], share: float) -> float:
    """This will give the smallest value that at least `share` of all do not exceed."""
    ordered = sorted(values)
    place = max(0, -(-len(ordered) * round(share * 100) // 100) - 1)
    return ordered[place]


def close(name: str, *, broken: list[str]) -> int:
    """This will say the last line of a bench, and give its exit code."""
    for sentence in broken:
        say(f"  NOT HELD: {sentence}")
    say(f"====== {name}: {'not in order' if broken else 'in order'} ======")
    return 1 if broken else 0
