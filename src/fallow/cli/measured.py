"""One calendar file read and measured: what every shape of the answer is made from.

It knows one person's file, and nothing of how the answer is written.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import BinaryIO

from fallow.base.periods import Period, read_zone
from fallow.cli.options import Terms
from fallow.workload.exposure.measure import measure_weeks
from fallow.workload.exposure.setting import WeekSetting
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.limits.policy import starting_policy
from fallow.workload.my_week.one_person import choose_one, list_spans
from fallow.workload.readers.dispatch import read_calendar
from fallow.workload.readers.reading import ColumnMapping, Reading, ReadingPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkQuestion:
    """What was asked: the weeks, the zone, a person's terms, which clinician, and when."""

    mondays: tuple[date, ...]
    zone: str
    terms: Terms
    mapping: ColumnMapping | None
    clinician: str | None
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredFile:
    """The weeks of one file with the reading they came from, oldest first."""

    question: WorkQuestion
    reading: Reading
    setting: WeekSetting
    weeks: tuple[WeekExposure, ...]

    @property
    def known(self) -> tuple[WeekExposure, ...]:
        return tuple(week for week in self.weeks if week.coverage.is_known)

    @property
    def shown(self) -> tuple[WeekExposure, ...]:
        """The weeks up to the last one that is known; all of them where none is."""
        known = [index for index, week in enumerate(self.weeks) if week.coverage.is_known]
        return self.weeks[: known[-1] + 1] if known else self.weeks


def measure_file(stream: BinaryIO, *, name: str, question: WorkQuestion) -> MeasuredFile:
    """This will read a calendar and measure the asked weeks; the key for hashes lives for one run.

    ClinicianNeeded when several people are in it, MappingNeeded when its columns are not known.
    """
    plan = _make_plan(question)
    reading = choose_one(read_calendar(stream, name=name, plan=plan), question.clinician)
    setting = WeekSetting(
        hours=question.terms.hours_in(question.zone),
        policy=starting_policy(),
        acuity=question.terms.acuity,
        paid_minutes=question.terms.paid_minutes,
    )
    weeks = measure_weeks(
        reading.appointments,
        mondays=question.mondays,
        setting=setting,
        spans=list_spans(reading, source="file", label="The calendar"),
        now=question.now,
    )
    return MeasuredFile(question=question, reading=reading, setting=setting, weeks=weeks)


def _make_plan(question: WorkQuestion) -> ReadingPlan:
    place = read_zone(question.zone)
    first = question.mondays[0] - timedelta(days=1)
    last = question.mondays[-1] + timedelta(days=7)
    begin, end = (datetime(day.year, day.month, day.day, tzinfo=place) for day in (first, last))
    return ReadingPlan(
        source="file",
        key=secrets.token_bytes(32),
        zone=question.zone,
        period=Period(starts_at=begin, ends_at=end),
        rules=question.terms.rules,
        mapping=question.mapping,
        minutes_by_code=question.terms.minutes_by_code,
        keep_titles=True,
    )
