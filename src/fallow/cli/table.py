"""Weeks as a plain table of text, with the sentence on what stands out.

It knows widths and words, nothing of terminals.
"""

from fallow.workload.exposure.explaining import hours_words
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.my_week.labels import estimate_words
from fallow.workload.my_week.months_picture import draw_months
from fallow.workload.my_week.sentences import coverage_words
from fallow.workload.readers.reading import Reading, ReadReport

_HEADER = ("week of", "clients", "weighted", "sessions", "run", "outside", "notes", "seen")


def write_table(weeks: tuple[WeekExposure, ...], reading: Reading) -> str:
    """This will give the table, what could not be sorted, and the sentence."""
    first = next((i for i, week in enumerate(weeks) if week.coverage.is_known), len(weeks))
    rows = [_HEADER, *(_row(week) for week in weeks[first:])]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEADER))]
    lines = ["  ".join(_cells(row, widths)).rstrip() for row in rows]
    return "\n".join([*lines, "", *_closing(weeks, reading)])


def _cells(row: tuple[str, ...], widths: list[int]) -> list[str]:
    return [
        row[0].ljust(widths[0]),
        *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True)),
    ]


def _row(week: WeekExposure) -> tuple[str, ...]:
    day = week.monday.isoformat()
    if not week.coverage.is_known:
        return (day, *["not known"] * 6, "0 %")
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


def _closing(weeks: tuple[WeekExposure, ...], reading: Reading) -> list[str]:
    known = [week for week in weeks if week.coverage.is_known]
    lines = [draw_months(weeks).sentence]
    if known:
        lines.append(coverage_words(known[-1]))
    lines.extend(_report_words(reading.report))
    for left in reading.leftovers[:8]:
        title = left.title or "(no title)"
        lines.append(f"{left.count} like “{title}”: what are they? Say it in a rules file.")
    return lines


def _report_words(report: ReadReport) -> list[str]:
    lines = [f"Read as {report.format}: {report.rows_used} used of {report.rows_read} read."]
    lines.extend(f"{count} left out: {reason}." for reason, count in report.skipped)
    if report.ends_inferred:
        lines.append(f"{report.ends_inferred} lengths were inferred.")
    if report.zones_assumed:
        lines.append(f"{report.zones_assumed} times had no zone; {report.zone} was assumed.")
    return lines
