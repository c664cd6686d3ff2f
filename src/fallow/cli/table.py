"""Weeks as a plain table of text, for a terminal of 90 signs, and a file's own words made safe.

It knows widths and signs. Weeks before the first known one are left out.
"""

from fallow.workload.exposure.telling.words import hours_words
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.my_week.labels import estimate_words

_HEADER = ("week of", "clients", "weighted", "sessions", "in a row", "outside", "notes", "seen")
LEGEND = (
    "clients: time with them. weighted: each hour times its weight, and the notes.",
    "in a row: most sessions without a pause of {gap} minutes. outside: work outside your hours.",
    "notes: still open. seen: how much of the week the file tells of.",
)


def write_table(weeks: tuple[WeekExposure, ...], *, gap_minutes: int) -> str:
    """This will give a line for each week, and what the columns mean."""
    first = next((i for i, week in enumerate(weeks) if week.coverage.is_known), len(weeks))
    rows = [_HEADER, *(_row(week) for week in weeks[first:])]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEADER))]
    lines = ["  ".join(_cells(row, widths)).rstrip() for row in rows]
    return "\n".join([*lines, "", *(line.format(gap=gap_minutes) for line in LEGEND)])


def safe_text(text: str, *, longest: int) -> str:
    """This will make spaces of signs that steer a terminal: a file may hold them in any text."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"


def _cells(row: tuple[str, ...], widths: list[int]) -> list[str]:
    return [
        row[0].ljust(widths[0]),
        *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True)),
    ]


def _row(week: WeekExposure) -> tuple[str, ...]:
    day = week.monday.isoformat()
    if not week.coverage.is_known:
        return (day, "not known", *[""] * 5, "0 %")
    return (
        day,
        hours_words(week.contact_minutes),
        estimate_words(week.weighted_hours),
        str(week.sessions),
        str(week.longest_run),
        hours_words(week.after_hours_minutes),
        "not known" if week.notes_waiting is None else str(week.notes_waiting),
        f"{week.coverage.share * 100:.0f} %",
    )
