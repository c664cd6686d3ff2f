"""How large a source may be, and the words for refusing one.

It knows nothing of formats. Limits from formats.md §1 and the issue: a hostile file ends with a
sentence, not with the machine.
"""

from fallow.base.errors import FileRefused

MOST_BYTES = 100_000_000  # any source
MOST_TREE_BYTES = 20_000_000  # a file that must be held whole: iCalendar, FHIR Bundle
MOST_COMPONENTS = 20_000  # entries in such a file, and dates listed one by one
MOST_APPOINTMENTS = 150_000  # one reading keeps at most, after recurrence is written out
MOST_ROWS = 1_000_000  # a table or NDJSON of 100 MB has fewer
MOST_UNREAD = 20_000  # rows with nothing in them that Fallow reads: it is another kind of file
MOST_LINE_BYTES = 1_000_000  # one line of a table or of NDJSON
MOST_COLUMNS = 500
MOST_DEPTH = 60  # nesting of JSON

SMALLER = "Export a shorter period, for example the last six months, and try again."
AGAIN = "Export it again from where it came, and try once more."


def too_large(what: str) -> FileRefused:
    return FileRefused(f"This file is larger than Fallow reads: {what}.", SMALLER)


def not_readable(what: str) -> FileRefused:
    return FileRefused(f"This file could not be read as {what}.", AGAIN)


def holds_nothing() -> FileRefused:
    return FileRefused(
        f"More than {MOST_UNREAD:,} rows of this file hold nothing that Fallow reads.",
        "Check that it is the right file, and which of its columns holds the start.",
    )


def is_empty() -> FileRefused:
    return FileRefused("This file is empty.", AGAIN)


def not_utf8() -> FileRefused:
    return FileRefused(
        "This file is not saved as UTF-8.",
        "Open it where it came from and save it again with the encoding UTF-8.",
    )
