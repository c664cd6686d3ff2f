"""Reads the files that it is told of in a process of its own, and says what each one took.

`python -m tests.spec.readers.hostile.measuring NAME`: a path on each line comes in, and a line of
JSON goes out: the answer, seconds of the processor, and the most memory held so far, in MB.
"""

import json
import resource
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from tests.spec.readers.files import PLAN

from fallow.base.errors import FallowError
from fallow.workload.readers.dispatch import MappingNeeded, read_calendar
from fallow.workload.readers.reading import Reading


def main(name: str) -> None:
    """This will answer until there are no more paths; `name` is what the files are called."""
    for line in sys.stdin:
        with Path(line.strip()).open("rb") as stream:
            began = time.process_time()
            said = _answer(stream, name=name)
            seconds = time.process_time() - began
        print(json.dumps({"said": said, "seconds": seconds, "held": _held()}), flush=True)


def _held() -> float:
    """The most memory this program has held, in MB; Linux counts its parent's in `getrusage`."""
    told = Path("/proc/self/status")
    if told.exists():
        lines = dict(line.split(":", 1) for line in told.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) / 1024
    whole = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return whole / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _answer(stream: BinaryIO, *, name: str) -> str:
    """This will give "read N", or the two sentences of a refusal."""
    try:
        return f"read {len(_read(stream, name).appointments)}"
    except FallowError as refusal:
        return f"{refusal.happened} {refusal.mend}"


def _read(stream: BinaryIO, name: str) -> Reading:
    try:
        return read_calendar(stream, name=name, plan=PLAN)
    except MappingNeeded as needed:
        if needed.suggestion is None:
            raise
        stream.seek(0)
        return read_calendar(stream, name=name, plan=replace(PLAN, mapping=needed.suggestion))


if __name__ == "__main__":
    main(sys.argv[1])
