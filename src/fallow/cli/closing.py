"""What stands out, what could be seen, and what an answer rests on, in short lines.

It knows a measured file. Titles are said for its owner to sort, made safe for a terminal.
"""

from datetime import datetime, time, timedelta

from fallow.base.periods import read_zone
from fallow.cli.measured import MeasuredFile
from fallow.cli.table import safe_text
from fallow.workload.exposure.selecting import view_week
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.my_week.moments import find_moments
from fallow.workload.my_week.months_picture import draw_months
from fallow.workload.my_week.sentences import Headline, coverage_words, find_headlines

_MOST_LEFTOVERS = 8
_LONGEST_TITLE = 60


def list_headlines(measured: MeasuredFile) -> tuple[Headline, ...]:
    """This will say what stands out in the last known week."""
    week, before = measured.shown[-1], measured.shown[:-1]
    setting = measured.setting
    view = view_week(measured.reading.appointments, monday=week.monday, setting=setting)
    gap = setting.policy.recovery_gap_minutes
    moments = find_moments(view, gap_minutes=gap, zone=setting.hours.zone)
    return find_headlines(week, before, moments=moments)


def closing_lines(measured: MeasuredFile) -> list[str]:
    """This will give the lines below the table."""
    if not measured.known:
        return [*_nothing_seen(measured), "", *basis_lines(measured)]
    week = measured.shown[-1]
    lines = [f"The week of {day_words(week)}"]
    for headline in list_headlines(measured):
        lines.extend([f"  {headline.sentence}", f"  {headline.counterpart}"])
    lines.extend(["", *seen_lines(measured), "", *basis_lines(measured)])
    return [*lines, *_leftover_lines(measured)]


def day_words(week: WeekExposure) -> str:
    return f"{week.monday.day} {week.monday:%B %Y}"


def seen_lines(measured: MeasuredFile) -> list[str]:
    """This will say how much could be seen, and whether the last week is over."""
    week = measured.shown[-1]
    lines = [draw_months(measured.weeks).sentence, coverage_words(week), *week.coverage.gaps]
    if not is_over(week, now=measured.question.now):
        lines.append("The last week is not over; what is booked counts.")
    return lines


def is_over(week: WeekExposure, *, now: datetime) -> bool:
    end = datetime.combine(week.monday + timedelta(days=7), time(), tzinfo=read_zone(week.zone))
    return end <= now


def basis_lines(measured: MeasuredFile) -> list[str]:
    """This will say what was read and what was taken for granted."""
    report = measured.reading.report
    read = _counted(report.rows_read, "entry", "entries")
    used = _counted(report.rows_used, "appointment", "appointments")
    form = "a table" if report.format == "table" else report.format
    lines = [f"Read as {form}: {read} in the file, {used} in these weeks."]
    lines.extend(f"Left out: {many:,}, {reason}." for reason, many in report.skipped)
    lines.extend(_assumed_lines(measured))
    hours = (
        "as your rules file says" if measured.question.terms.days else "Monday to Friday, 9 to 17"
    )
    lines.append(f"Zone: {measured.question.zone}. Working hours: {hours}.")
    lines.append("Weights are starting values, not evidence." + _weight_words(measured))
    return lines


def _assumed_lines(measured: MeasuredFile) -> list[str]:
    report, lines = measured.reading.report, []
    if report.ends_inferred:
        lines.append(f"{report.ends_inferred:,} came without a length; it was inferred.")
    if report.zones_assumed:
        lines.append(
            f"{report.zones_assumed:,} came without a zone; {measured.question.zone} was taken."
        )
    return lines


def _weight_words(measured: MeasuredFile) -> str:
    if measured.question.terms.acuity.caseload or not measured.known:
        return ""
    return " With a caseload in a rules file, the range becomes a number."


def _nothing_seen(measured: MeasuredFile) -> list[str]:
    weeks = _counted(len(measured.weeks), "week", "weeks")
    first, last = measured.weeks[0].monday, measured.weeks[-1].monday + timedelta(days=6)
    return [
        f"Nothing in this file lies in the {weeks} from {first} to {last}.",
        "That does not make them light ones. Look further with --weeks or --until.",
    ]


def _leftover_lines(measured: MeasuredFile) -> list[str]:
    leftovers = measured.reading.leftovers
    if not leftovers:
        return []
    whole = sum(left.count for left in leftovers)
    said = "entry is not sorted and counts", "entries are not sorted and count"
    lines = ["", f"{_counted(whole, *said)} as nothing:"]
    for left in leftovers[:_MOST_LEFTOVERS]:
        title = "without a title"
        if left.title:
            title = f"“{safe_text(left.title, longest=_LONGEST_TITLE)}”"
        lines.append(f"  {left.count} like this: {title}, usually {left.usual_minutes} min")
    if len(leftovers) > _MOST_LEFTOVERS:
        lines.append(f"  and {len(leftovers) - _MOST_LEFTOVERS} other groups")
    lines.append("What are they? Say it in a rules file: docs/how-to/rules.md shows how.")
    return lines


def _counted(count: int, one: str, many: str) -> str:
    return f"1 {one}" if count == 1 else f"{count:,} {many}"
