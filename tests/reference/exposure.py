"""The figures of a week as a page: names, units, and the words in which each explains itself.

The sentences are those of one example week, measured while the page is written.
"""

import io
from dataclasses import fields
from datetime import date

from tests.reference.tables import write_table
from tests.spec.cli.samples import NOW, TUESDAY_RUN, ZONE

from fallow.cli.measured import MeasuredFile, WorkQuestion, measure_file
from fallow.cli.options import read_terms
from fallow.workload.exposure.explaining import explain_figure, list_explained_figures
from fallow.workload.exposure.week import PostedWeek, WeekExposure
from fallow.workload.my_week.labels import LABEL_BY_FIGURE

_INTRO = """\
# The figures of a week

The names are those of `fallow work --json`. `null` is *not known*, and never nought. The words are
what Fallow says when you ask where a figure comes from, for one example week: on a Tuesday four
sessions with five minutes between them and an hour of notes from 20:10, on Wednesday an hour that
nobody has sorted. Definitions, worked examples and edges are the tests in
[tests/spec/workload](../../tests/spec/workload).

"""
_POSTED = """\
## What everyone in a practice can see

These fields and no others, for every member alike. In a week of which nothing could be seen, all
but the cap are *not known*.

"""
_OWN_UNITS = {
    "weighted_hours": "weighted hours",
    "cap_hours": "weighted hours",
    "headroom_hours": "weighted hours",
    "coverage": "share, 0 to 1, and what is missing",
    "days_off": "days",
    "longest_run": "sessions",
}
_APART = {"monday", "zone", "coverage", "measured_at"}
_UNITS = (
    ("_minutes", "minutes"),
    ("_hours", "hours"),
    ("_share", "share, 0 to 1"),
    ("_days", "days"),
)


def write_exposure() -> str:
    names = [field.name for field in fields(WeekExposure) if field.name not in _APART]
    example = _measure_example()
    rows = [
        (f"`{n}`", _unit(n), LABEL_BY_FIGURE.get(n, "–"), _explained(n, example)) for n in names
    ]
    figures = write_table(("Name", "Unit", "On the page", "In words, for the example"), rows)
    posted = [field.name for field in fields(PostedWeek) if field.name != "monday"]
    return (
        _INTRO
        + figures
        + _POSTED
        + write_table(("Name", "Unit"), [(f"`{name}`", _unit(name)) for name in posted])
    )


def _measure_example() -> MeasuredFile:
    question = WorkQuestion(
        mondays=(date(2026, 11, 16),),
        zone=ZONE,
        terms=read_terms(None),
        mapping=None,
        clinician=None,
        now=NOW,
    )
    return measure_file(io.BytesIO(TUESDAY_RUN.encode()), name="example.ics", question=question)


def _explained(name: str, example: MeasuredFile) -> str:
    if name not in list_explained_figures():
        return "–"
    entries = example.reading.appointments
    week, setting = example.weeks[0], example.setting
    return explain_figure(name, entries, week=week, setting=setting).sentence


def _unit(name: str) -> str:
    ending = next((unit for ending, unit in _UNITS if name.endswith(ending)), "count")
    return _OWN_UNITS.get(name, ending)
