"""`fallow work FILE`: the weeks behind a calendar, without a server and without a trace.

It knows files and options. Nothing of the calendar is kept.
"""

import argparse
import json
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from fallow.base.errors import FileRefused, ValueRefused
from fallow.base.periods import monday_of, read_zone
from fallow.cli.as_json import write_json
from fallow.cli.closing import closing_lines
from fallow.cli.measured import MeasuredFile, WorkQuestion, measure_file
from fallow.cli.new_table import mapping_lines
from fallow.cli.opening import STANDARD_INPUT, open_calendar
from fallow.cli.options import guess_zone, read_mapping_file, read_terms
from fallow.cli.page import write_page
from fallow.cli.progress import Progress
from fallow.cli.table import safe_text, write_table
from fallow.workload.my_week.one_person import ClinicianNeeded
from fallow.workload.readers.dispatch import MappingNeeded

_MOST_WEEKS = 260
_LONGEST_NAME = 200  # signs of a clinician; all that is kept, because it is asked for in full


def add(commands: Any) -> None:
    """This will add the command and its options to the parser."""
    parser = commands.add_parser(
        "work",
        help="the weeks behind a calendar, week by week",
        description="The weeks behind a calendar. Nothing is sent and nothing is kept.",
    )
    parser.add_argument(
        "file", help="a calendar: .ics, FHIR, SimplePractice, or any table; - reads what is piped"
    )
    parser.add_argument(
        "--zone", type=_read_zone, help="your time zone, such as Europe/Berlin (this machine's)"
    )
    parser.add_argument("--weeks", type=_read_weeks, default=26, help="how many, 1 to 260 (26)")
    parser.add_argument("--until", type=_read_day, help="a day of the last week (today)")
    parser.add_argument("--rules", metavar="TOML", help="title rules, working hours, caseload")
    parser.add_argument("--mapping", metavar="TOML", help="which column of a table holds what")
    parser.add_argument("--clinician", metavar="NAME", help="whose week, where a file has several")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print JSON for programs")
    shape.add_argument("--html", metavar="OUT", help="write one page that needs nothing else")
    parser.set_defaults(run=run)


def _read_zone(text: str) -> str:
    try:
        return read_zone(text).key
    except ValueRefused as refusal:
        raise argparse.ArgumentTypeError(f"{refusal.happened} {refusal.mend}") from refusal


def _read_weeks(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:4]) <= _MOST_WEEKS:
        raise argparse.ArgumentTypeError(f"Give 1 to {_MOST_WEEKS} weeks.")
    return int(text)


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("Write the day as 2026-11-23.") from error


def run(chosen: argparse.Namespace) -> int:
    """This will read the file, measure its weeks, and print or write them."""
    question = _make_question(chosen)
    try:
        with Progress("Reading the calendar") as progress:
            stream = open_calendar(chosen.file, watch=progress.count)
            name = "" if chosen.file == STANDARD_INPUT else Path(chosen.file).name
            with stream:
                measured = measure_file(stream, name=name, question=question)
    except MappingNeeded as needed:
        return _say_and_ask(needed, mapping_lines(needed))
    except ClinicianNeeded as needed:
        names = [f"  {safe_text(name, longest=_LONGEST_NAME)}" for name in needed.names]
        return _say_and_ask(needed, ["Name one with --clinician:", *names])
    _show(measured, chosen)
    return 0


def _make_question(chosen: argparse.Namespace) -> WorkQuestion:
    now = chosen.clock()
    zone = chosen.zone or guess_zone()
    last = monday_of(chosen.until or now.astimezone(read_zone(zone)).date())
    return WorkQuestion(
        mondays=tuple(last - timedelta(weeks=n) for n in reversed(range(chosen.weeks))),
        zone=zone,
        terms=read_terms(chosen.rules),
        mapping=read_mapping_file(chosen.mapping),
        clinician=chosen.clinician,
        now=now,
    )


def _say_and_ask(needed: FileRefused, lines: list[str]) -> int:
    print("\n".join([f"{needed.happened} {needed.mend}", *lines]), file=sys.stderr)
    return 1


def _show(measured: MeasuredFile, chosen: argparse.Namespace) -> None:
    if chosen.json:
        print(json.dumps(write_json(measured), ensure_ascii=False, indent=1))
    elif chosen.html:
        _write_html(measured, chosen.html)
    else:
        gap = measured.setting.policy.recovery_gap_minutes
        table = [write_table(measured.weeks, gap_minutes=gap), ""] if measured.known else []
        print("\n".join([*table, *closing_lines(measured)]))


def _write_html(measured: MeasuredFile, out: str) -> None:
    try:
        Path(out).write_text(write_page(measured), encoding="utf-8")
    except OSError as error:
        raise FileRefused(
            "The page could not be written there.", "Choose another place for --html."
        ) from error
    print(f"Written: {out}")
