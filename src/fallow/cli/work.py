"""`fallow work FILE`: the weeks behind a calendar, without a server and without a trace.

It knows files and options. Nothing of the calendar is kept; the key for hashes lives for one run.
"""

import argparse
import json
import secrets
import sys
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from fallow.base.errors import FileRefused
from fallow.base.periods import Period, monday_of, read_zone
from fallow.base.working_time import WorkingHours, office_hours
from fallow.cli.options import Terms, guess_zone, read_mapping_file, read_terms
from fallow.cli.page import write_page
from fallow.cli.progress import Progress
from fallow.cli.table import write_table
from fallow.workload.appointments import Appointment
from fallow.workload.exposure.measure import measure_weeks
from fallow.workload.exposure.setting import SourceSpan, WeekSetting
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.limits.policy import starting_policy
from fallow.workload.my_week.answers import draw_pictures, write_week
from fallow.workload.readers.dispatch import read_calendar
from fallow.workload.readers.reading import Reading, ReadingPlan

_MOST_WEEKS = 260


def add(commands: Any) -> None:
    """This will add the command and its options to the parser."""
    parser = commands.add_parser("work", help="the weeks behind a calendar, week by week")
    parser.add_argument("file", help="a calendar: .ics, FHIR, SimplePractice or any table; - reads")
    parser.add_argument("--zone", default=None, help="IANA zone, such as Europe/Berlin")
    parser.add_argument("--weeks", type=_read_weeks, default=26, help="how many weeks, 1 to 260")
    parser.add_argument(
        "--until", type=date.fromisoformat, default=None, help="a day of the last week"
    )
    parser.add_argument("--rules", default=None, help="TOML: title rules, working hours, acuity")
    parser.add_argument("--mapping", default=None, help="TOML: which column of a table holds what")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print JSON")
    shape.add_argument("--html", default=None, metavar="OUT", help="write one page")
    parser.set_defaults(run=run)


def _read_weeks(text: str) -> int:
    weeks = int(text)
    if not 1 <= weeks <= _MOST_WEEKS:
        raise argparse.ArgumentTypeError("Give 1 to 260 weeks.")
    return weeks


def run(chosen: argparse.Namespace) -> int:
    """This will read the file, measure its weeks and print or write them."""
    now = datetime.now(UTC)
    zone = chosen.zone or guess_zone()
    read_zone(zone)
    terms = read_terms(chosen.rules)
    last = monday_of(chosen.until or now.astimezone(read_zone(zone)).date())
    mondays = tuple(last - timedelta(weeks=n) for n in reversed(range(chosen.weeks)))
    with Progress("Reading the calendar") as progress:
        reading = _read(chosen, zone=zone, terms=terms, mondays=mondays)
        progress.say("Measuring weeks")
        setting = _setting(zone, terms)
        weeks = _measure(reading, mondays=mondays, setting=setting, now=now)
    if chosen.json:
        print(json.dumps([asdict(week) for week in weeks], default=str, indent=1))
    elif chosen.html:
        _write_html(chosen.html, weeks, reading.appointments, setting=setting, now=now)
    else:
        print(write_table(weeks, reading))
    return 0


def _read(
    chosen: argparse.Namespace, *, zone: str, terms: Terms, mondays: tuple[date, ...]
) -> Reading:
    place = read_zone(zone)
    first, last = mondays[0] - timedelta(days=1), mondays[-1] + timedelta(days=7)
    begin, end = (datetime(day.year, day.month, day.day, tzinfo=place) for day in (first, last))
    plan = ReadingPlan(
        source="file",
        key=secrets.token_bytes(32),
        zone=zone,
        period=Period(starts_at=begin, ends_at=end),
        rules=terms.rules,
        mapping=read_mapping_file(chosen.mapping),
        keep_titles=True,
    )
    name = "" if chosen.file == "-" else Path(chosen.file).name
    return read_calendar(_bytes_of(chosen.file), name=name, plan=plan)


def _bytes_of(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise FileRefused(
            "The calendar file could not be opened.", "Check its name and who may read it."
        ) from error


def _setting(zone: str, terms: Terms) -> WeekSetting:
    hours = WorkingHours(zone=zone, days=terms.days) if terms.days else office_hours(zone)
    return WeekSetting(hours=hours, policy=starting_policy(), acuity=terms.acuity)


def _measure(
    reading: Reading, *, mondays: tuple[date, ...], setting: WeekSetting, now: datetime
) -> tuple[WeekExposure, ...]:
    first, last = reading.report.first_date, reading.report.last_date
    spans: tuple[SourceSpan, ...] = ()
    if first and last:
        sunday = monday_of(last) + timedelta(days=6)
        span = SourceSpan(source="file", first_date=monday_of(first), last_date=sunday)
        spans = (span,)
    return measure_weeks(
        reading.appointments, mondays=mondays, setting=setting, spans=spans, now=now
    )


def _write_html(
    out: str,
    weeks: tuple[WeekExposure, ...],
    appointments: tuple[Appointment, ...],
    *,
    setting: WeekSetting,
    now: datetime,
) -> None:
    known = [index for index, week in enumerate(weeks) if week.coverage.is_known]
    shown = weeks[: known[-1] + 1] if known else weeks
    answer = write_week(shown, appointments, setting=setting, now=now)
    pictures = draw_pictures(shown, appointments, setting=setting)
    try:
        page = write_page(answer, pictures, monday=shown[-1].monday)
        Path(out).write_text(page, encoding="utf-8")
    except OSError as error:
        raise FileRefused("The page could not be written.", "Choose another place.") from error
    print(f"Written: {out}")
