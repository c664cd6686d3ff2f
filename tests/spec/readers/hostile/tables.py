"""Tables that are not what they claim, or claim too much: each made when it is asked for."""

from tests.spec.readers.hostile.calendars import Make

HEAD = b"Start,End,Type\n"
ROW = b"2026-01-05 09:00,2026-01-05 09:50,Session\n"
REPORT = b"Date of Service,Client,Clinician,Billing Code\n"


def _crowded(columns: int) -> bytes:
    return b",".join(b"Name %c" % (97 + n % 26) for n in range(columns)) + b"\n"


TABLES: dict[str, tuple[Make, str]] = {
    "a header alone": (lambda: HEAD, "read 0"),
    "no header": (lambda: ROW * 50, "no row that names its columns"),
    "prose": (lambda: b"Dear reader\nthis is not a table\n" * 50, "no row that names its columns"),
    "rows of nothing": (lambda: HEAD + ROW + b",,\n" * 9_000_000, "hold nothing"),
    "blank lines without end": (lambda: HEAD + ROW + b"\n" * 40_000_000, "hold nothing"),
    "rows without a date": (lambda: HEAD + b"soon,later,Session\n" * 1_000_000, "hold nothing"),
    "one giant line": (lambda: HEAD + b"x" * 40_000_000, "single line"),
    "one giant cell": (lambda: HEAD + b'"' + b"x\n" * 400_000 + b'",,\n', "read as a table"),
    "100,000 columns": (lambda: HEAD + b"," * 100_000 + b"\n" + ROW, "more than 500 columns"),
    "a header of 100,000 columns": (lambda: _crowded(100_000) + ROW, "more than 500 columns"),
    "a header as wide as it may be": (lambda: _crowded(500) + b"x," * 499 + b"x\n", "which column"),
    "one name for every column": (lambda: b"Start,Start,Start\n" + ROW, "read 1"),
    "quotes never closed": (lambda: HEAD + b'"' + ROW * 100_000, "read as a table"),
    "a quote never closed": (lambda: HEAD + ROW + b'"' + ROW * 10, "never closed"),
    "nothing but quotes": (lambda: HEAD + b'"' * 900_000 + b"\n", "read as a table"),
    "formulas": (lambda: HEAD + b"=cmd|' /C calc'!A0,+1,@SUM(A1)\n" + ROW, "read 1"),
    "formulas for a header": (lambda: b"=SUM(A1),@X,Start,End,Type\nx,y," + ROW, "read 1"),
    "NUL bytes": (lambda: HEAD + ROW * 200 + b"\0\0\0,\0\n", "read as text"),
    "another encoding": (
        lambda: HEAD + ROW + "2026-01-06 09:00,,Zoë\n".encode("latin-1"),
        "read 2",
    ),
    "UTF-16": (lambda: (HEAD + ROW).decode().encode("utf-16"), "not saved as UTF-8"),
    "the ends of time": (
        lambda: HEAD + b"0001-01-01 00:00,,\n9999-12-31 23:59,,\n" + ROW,
        "read 1",
    ),
    "clocks that run backwards": (
        lambda: HEAD + b"2026-01-05 09:50,2026-01-05 09:00,Session\n",
        "read 1",
    ),
    "spaces where words repeat": (
        lambda: HEAD + ROW.replace(b"Session", b"protected" + b" " * 130_000),
        "read 1",
    ),
    "digits without end": (lambda: HEAD + ROW.replace(b"Session", b"1" * 130_000), "read 1"),
    "a report of one group": (
        lambda: REPORT + b"".join(b"01/05/2026 09:00,C%d,Ada,90853\n" % n for n in range(5_000)),
        "read 1",
    ),
    "a report without clients": (lambda: REPORT + b"01/05/2026 09:00,,,\n" * 5_000, "read 1"),
}
"""Name → (the file, what Fallow answers: words of the refusal, or how many appointments)."""

STRANGERS: dict[str, tuple[Make, str]] = {
    "empty": (lambda: b"", "empty"),
    "blank": (lambda: b" \r\n\t\n" * 1_000, "empty"),
    "a mark alone": (lambda: b"\xef\xbb\xbf", "empty"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 400, "a picture"),
    "a workbook": (lambda: b"PK\x03\x04" + bytes(range(256)) * 400, "a workbook"),
    "an old workbook": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9_000), "a workbook"),
    "a document": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400, "a PDF"),
    "a page": (lambda: b"<!DOCTYPE html><html><body>Sign in</body></html>", "a web page"),
    "noise": (lambda: bytes((n * 167 + n // 7) % 256 for n in range(300_000)), "table of text"),
    "noise without NUL": (
        lambda: bytes(1 + (n * 89 + n // 11) % 255 for n in range(300_000)),
        "table of text",
    ),
}
"""Files of other kinds, whatever their name says."""
