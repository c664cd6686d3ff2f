"""Tables and NDJSON stream: nothing reads them whole, and everything stops at 100 MB."""

import io
import json
from dataclasses import replace

import pytest
from tests.spec.readers.fhir.bundles import appointment, person
from tests.spec.readers.files import PLAN

from fallow.base.errors import FileRefused
from fallow.workload.readers.dispatch import read_calendar
from fallow.workload.readers.reading import ColumnMapping, ReadingPlan
from fallow.workload.readers.table import fingerprint_of

MOST_AT_ONCE = 1_000_000  # bytes that a reader may ask for: one line of the longest
HEADER = ("Start", "Note")
MAPPED = replace(
    PLAN,
    mapping=ColumnMapping(fingerprint=fingerprint_of(HEADER), date_format="iso", starts_at=0),
)
ROW = b"2020-01-06 09:00,%s\n" % (b"x" * 100_000)
LINE = json.dumps(appointment(person("Practitioner/a"), comment="x" * 900_000)).encode() + b"\n"
FILES: dict[str, tuple[bytes, bytes, ReadingPlan]] = {
    "table.csv": (b"Start,Note\n", ROW, MAPPED),
    "lines.ndjson": (LINE, LINE, PLAN),
}


class Endless(io.BytesIO):
    """A file that never ends, and that may not be read whole."""

    def __init__(self, first: bytes, again: bytes) -> None:
        super().__init__(first)
        self._first, self._again = first, again
        self.given = 0

    def seek(self, place: int, whence: int = 0) -> int:
        assert (place, whence) == (0, 0)
        super().__init__(self._first)
        return 0

    def read(self, size: int | None = -1) -> bytes:
        assert size is not None
        assert 0 < size <= MOST_AT_ONCE
        content = super().read(size)
        while len(content) < size:
            super().__init__(self._again)
            content += super().read(size - len(content))
        self.given += size
        return content


@pytest.mark.parametrize("name", FILES)
def test_a_file_without_end_is_refused_at_100_megabytes(name: str) -> None:
    first, again, plan = FILES[name]
    stream = Endless(first, again)

    with pytest.raises(FileRefused) as refused:
        read_calendar(stream, name=name, plan=plan)

    assert "more than 100 MB" in refused.value.happened
    assert stream.given <= 102_000_000
