"""Calendars that are not what they claim, or claim too much: each made when it is asked for."""

from collections.abc import Callable

Make = Callable[[], bytes]
AT_NINE = b"DTSTART:20260105T140000Z\r\nDTEND:20260105T145000Z\r\n"


def wrap(*parts: bytes) -> bytes:
    return b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + b"".join(parts) + b"END:VCALENDAR\r\n"


def event(*lines: bytes, uid: int = 0) -> bytes:
    return b"BEGIN:VEVENT\r\nUID:%d\r\n" % uid + b"".join(lines) + b"END:VEVENT\r\n"


def many(count: int, *lines: bytes) -> bytes:
    return b"".join(event(*lines, uid=number) for number in range(count))


def _zones(count: int) -> bytes:
    part = (
        b"BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n"
        b"RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=1MO\r\nEND:STANDARD\r\n"
    )
    zones = (
        b"BEGIN:VTIMEZONE\r\nTZID:Z%d\r\n%sEND:VTIMEZONE\r\n" % (n, part * 50) for n in range(count)
    )
    events = (event(b"DTSTART;TZID=Z%d:20260105T090000\r\n" % n, uid=n) for n in range(count))
    return wrap(*zones, *events)


def _rules(count: int, rule: bytes) -> bytes:
    return wrap(many(count, AT_NINE, b"RRULE:" + rule + b"\r\n"))


CALENDARS: dict[str, tuple[Make, str]] = {
    "cut off": (lambda: wrap(event(AT_NINE))[:-30], "its end is missing"),
    "without its beginning": (lambda: wrap(event(AT_NINE))[30:], "its beginning is missing"),
    "out of order": (lambda: wrap(b"BEGIN:VEVENT\r\n", AT_NINE), "out of order"),
    "ends that close nothing": (
        lambda: b"BEGIN:VCALENDAR\r\n" + b"END:VEVENT\r\n" * 9,
        "out of order",
    ),
    "nested deeply": (lambda: b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 900_000, "too deeply"),
    "one giant line": (
        lambda: wrap(event(AT_NINE, b"SUMMARY:" + b"x" * 15_000_000)),
        "single line",
    ),
    "folded without end": (
        lambda: wrap(event(AT_NINE, b"SUMMARY:x\r\n" + b" x\r\n" * 900_000)),
        "single line",
    ),
    "short lines without end": (
        lambda: wrap(event(AT_NINE, b"UID:a\r\n" * 2_800_000)),
        "more than 1,000,000 lines",
    ),
    "short lines": (lambda: wrap(event(AT_NINE, b"UID:a\r\n" * 250_000)), "read 1"),
    "blank lines": (lambda: wrap(event(AT_NINE), b"\n" * 19_000_000), "more than 1,000,000 lines"),
    "more than 20 MB": (lambda: wrap(event(AT_NINE), b"X:1\r\n" * 4_000_000), "more than 20 MB"),
    "too many entries": (lambda: wrap(many(20_001, AT_NINE)), "more than 20,000 entries"),
    "too many single dates": (
        lambda: wrap(event(AT_NINE, b"EXDATE:" + b"20260105T140000Z," * 50_000 + b"\r\n")),
        "more than 20,000 single dates",
    ),
    "too many calendars": (lambda: wrap(event(AT_NINE)) * 20_001, "more than 20,000 entries"),
    "a rule for ever": (lambda: _rules(1, b"FREQ=DAILY"), "read 330"),
    "rules for ever": (
        lambda: wrap(many(5_000, b"DTSTART:19000101T090000Z\r\nRRULE:FREQ=DAILY\r\n")),
        "repeats more entries",
    ),
    "rules by the second": (lambda: _rules(2_000, b"FREQ=SECONDLY"), "read 0"),
    "rules that never find a day": (
        lambda: _rules(2_000, b"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        "read 0",
    ),
    "rules that seldom find a day": (
        lambda: _rules(2_000, b"FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29"),
        "read 0",
    ),
    "a rule as long as a line may be": (
        lambda: _rules(1, b"FREQ=YEARLY;BYMONTHDAY=" + b"1," * 400_000 + b"1"),
        "read 0",
    ),
    "clocks that run backwards": (
        lambda: wrap(many(300, b"DTSTART:20260105T145000Z\r\nDTEND:20260105T140000Z\r\n")),
        "read 300",
    ),
    "the ends of time": (
        lambda: wrap(
            event(b"DTSTART:00010101T000000Z\r\n", uid=1),
            event(b"DTSTART:99991231T235959Z\r\n", uid=2),
            event(b"DTSTART;VALUE=DATE:00010101\r\nRRULE:FREQ=DAILY\r\n", uid=3),
            event(b"DTSTART:20260105T140000Z\r\nDURATION:P99999999D\r\n", uid=4),
            event(AT_NINE, uid=5),
        ),
        "read 1",
    ),
    "zones without end": (lambda: _zones(1_000), "read 1000"),
    "names of zones without end": (
        lambda: wrap(
            *(event(b"DTSTART;TZID=N%d/N:20260105T090000\r\n" % n, uid=n) for n in range(3_000))
        ),
        "read 3000",
    ),
    "one identity for all": (lambda: wrap(event(AT_NINE) * 2_000), "read 1"),
    "moved instances in a circle": (
        lambda: wrap(
            event(AT_NINE, b"RRULE:FREQ=WEEKLY;COUNT=3\r\n"),
            event(AT_NINE, b"RECURRENCE-ID;RANGE=THISANDFUTURE:20260105T140000Z\r\n") * 300,
        ),
        "read 3",
    ),
    "NUL bytes": (lambda: wrap(event(AT_NINE, b"SUMMARY:a\0b\r\n")), "calendar or a table of text"),
    "another encoding": (
        lambda: wrap(event(AT_NINE, "SUMMARY:Zoë\r\n".encode("latin-1"))),
        "read 1",
    ),
    "UTF-16": (lambda: wrap(event(AT_NINE)).decode().encode("utf-16"), "not saved as UTF-8"),
}
"""Name → (the file, what Fallow answers: words of the refusal, or how many appointments)."""
