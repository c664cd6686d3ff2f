"""The answer as JSON, for programs: stable names, ISO days, and null for what is not known.

It knows a measured file. No title is in it, because such files are passed on.
"""

from dataclasses import asdict, fields
from typing import Any

from fallow.cli.closing import is_over, list_headlines
from fallow.cli.measured import MeasuredFile
from fallow.workload.exposure.week import WeekExposure

Json = dict[str, Any]
_SAID_APART = {"monday", "zone", "coverage", "measured_at"}


def write_json(measured: MeasuredFile) -> Json:
    """This will give the weeks, what stands out in the last known one, and what was read."""
    return {
        "zone": measured.question.zone,
        "measured_at": measured.question.now.isoformat(),
        "weeks": [_write_week(week, measured) for week in measured.weeks],
        "stands_out": _write_headlines(measured),
        "read": _write_report(measured),
    }


def _write_week(week: WeekExposure, measured: MeasuredFile) -> Json:
    names = [field.name for field in fields(week) if field.name not in _SAID_APART]
    figures = asdict(week) if week.coverage.is_known else dict.fromkeys(names)
    return {
        "monday": week.monday.isoformat(),
        "is_over": is_over(week, now=measured.question.now),
        "coverage": {"share": week.coverage.share, "gaps": list(week.coverage.gaps)},
        **{name: figures[name] for name in names},
    }


def _write_headlines(measured: MeasuredFile) -> Json | None:
    if not measured.known:
        return None
    return {
        "monday": measured.shown[-1].monday.isoformat(),
        "headlines": [asdict(headline) for headline in list_headlines(measured)],
    }


def _write_report(measured: MeasuredFile) -> Json:
    report = measured.reading.report
    return {
        "format": report.format,
        "entries": report.rows_read,
        "appointments": report.rows_used,
        "first_date": report.first_date and report.first_date.isoformat(),
        "last_date": report.last_date and report.last_date.isoformat(),
        "lengths_inferred": report.ends_inferred,
        "zones_assumed": report.zones_assumed,
        "not_sorted": sum(left.count for left in measured.reading.leftovers),
        "left_out": [{"reason": reason, "count": count} for reason, count in report.skipped],
        "dropped": list(report.dropped),
    }
