"""The answers the page gets, as plain JSON values, and the page of the command line too.

It knows how values are said; it computes nothing of its own.
"""

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from fallow.base.periods import read_zone
from fallow.figures.marks import Picture
from fallow.figures.picture_json import write_picture
from fallow.workload.appointments import Appointment
from fallow.workload.exposure.explaining import Explanation
from fallow.workload.exposure.posted import find_cap
from fallow.workload.exposure.rough import RoughWeek
from fallow.workload.exposure.selecting import view_week
from fallow.workload.exposure.setting import WeekSetting
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.my_week.labels import estimate_words, list_figure_words
from fallow.workload.my_week.moments import find_moments
from fallow.workload.my_week.months_picture import draw_months
from fallow.workload.my_week.sentences import coverage_words, find_headlines
from fallow.workload.my_week.week_picture import KIND_WORDS, draw_week
from fallow.workload.readers.reading import Reading

Json = dict[str, Any]


def write_reading(reading: Reading) -> Json:
    report = asdict(reading.report)
    report.pop("clinician_keys")
    return {"report": report, "leftovers": [asdict(left) for left in reading.leftovers]}


def write_week(
    weeks: tuple[WeekExposure, ...],
    appointments: tuple[Appointment, ...],
    *,
    setting: WeekSetting,
    now: datetime,
) -> Json:
    """This will say the last of `weeks`, held against the ones before it, with both pictures."""
    week, before, cap = weeks[-1], weeks[:-1], find_cap(setting)
    view = view_week(appointments, monday=week.monday, setting=setting)
    gap = setting.policy.recovery_gap_minutes
    moments = find_moments(view, gap_minutes=gap, zone=setting.hours.zone)
    headlines = find_headlines(week, before, moments=moments)
    pictures = draw_pictures(weeks, appointments, setting=setting)
    return {
        "monday": week.monday.isoformat(),
        "sunday": (week.monday + timedelta(days=6)).isoformat(),
        "is_over": view.midnights[-1] * 60 <= now.timestamp(),
        "coverage": {
            "share": week.coverage.share,
            "sentence": coverage_words(week),
            "gaps": list(week.coverage.gaps),
        },
        "headlines": [asdict(headline) for headline in headlines],
        "known_weeks": [w.monday.isoformat() for w in weeks if w.coverage.is_known],
        "figures": [asdict(words) for words in list_figure_words(week, before, cap_hours=cap)],
        "pictures": [write_picture(picture) for picture in pictures],
    }


def draw_pictures(
    weeks: tuple[WeekExposure, ...], appointments: tuple[Appointment, ...], *, setting: WeekSetting
) -> tuple[Picture, ...]:
    """This will draw the last of `weeks` day by day, and all of them side by side."""
    view = view_week(appointments, monday=weeks[-1].monday, setting=setting)
    gap = setting.policy.recovery_gap_minutes
    return draw_week(view, weeks[-1], gap_minutes=gap), draw_months(weeks)


def write_explanation(explanation: Explanation, *, zone: str) -> Json:
    place = read_zone(zone)
    return {
        "figure": explanation.figure,
        "sentence": explanation.sentence,
        "entries": [
            {
                "starts_at": entry.starts_at.astimezone(place).isoformat(),
                "ends_at": entry.ends_at.astimezone(place).isoformat(),
                "kind": KIND_WORDS[entry.kind],
                "status": entry.status,
            }
            for entry in explanation.entries
        ],
    }


def write_rough_week(week: RoughWeek) -> Json:
    weighted = estimate_words(week.weighted_hours)
    figures = (
        ("With clients", f"about {week.contact_hours:.1f} h"),
        ("Weighted hours", f"about {weighted}"),
        ("All work", f"about {week.work_hours:.1f} h"),
        ("Evenings with work", str(week.evenings)),
        ("Supervision", f"about {week.supervision_hours:.1f} h"),
    )
    return {
        "rough": True,
        "sentence": f"About {week.contact_hours:.0f} hours with clients in a usual week; "
        "days, runs and nights need a calendar.",
        "figures": [{"label": label, "value": value} for label, value in figures],
    }
