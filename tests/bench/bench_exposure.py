"""Exposures per second: Fallow's plain Python against a straightforward pandas version.

Both measure the same invented practice, 200 clinicians over 52 weeks, and have to agree on every
figure before they are timed. The ratio is told; nothing is held but the agreement.
"""

import sys
from datetime import UTC, date, timedelta
from math import isnan
from random import Random

import pandas as pd
from tests.bench.calendars import LAST_MONDAY, NOW, SEED
from tests.bench.pandas_weeks import measure_with_pandas
from tests.bench.racing import close, run_in_turns, say, say_machine

from fallow.base.periods import read_zone
from fallow.base.working_time import office_hours
from fallow.workload.appointments import Appointment, Kind, NoteState
from fallow.workload.exposure.measure import measure_weeks
from fallow.workload.exposure.setting import SourceSpan, WeekSetting
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.limits.acuity import KEY_BY_KIND, CaseloadAcuity
from fallow.workload.limits.policy import starting_policy
from fallow.workload.readers.cells.words import read_note_state, read_status
from fallow.workload.sorting.sort import KIND_BY_CODE, Sorter
from fallow.workload.sorting.starting_rules import starting_rules
from fallow_site.demo.files import ZONE
from fallow_site.demo.generator import InventedEntry, make_weeks
from fallow_site.demo.people import PEOPLE

CLINICIANS, WEEKS, REPEATS = 200, 52, 3
CASELOAD = "standard_individual"
SORTER = Sorter(starting_rules())
SETTING = WeekSetting(
    hours=office_hours(ZONE),
    policy=starting_policy(),
    acuity=CaseloadAcuity(caseload=CASELOAD),
)
MONDAYS = tuple(LAST_MONDAY - timedelta(weeks=back) for back in reversed(range(WEEKS)))
SPANS = (SourceSpan(source="s", first_date=date(2020, 1, 1), last_date=date(2030, 1, 1)),)

Calendars = dict[int, list[Appointment]]
Weeks = dict[tuple[int, date], WeekExposure]


def main() -> int:
    """This will see whether both agree, and then time them in turns."""
    calendars = make_practice()
    frame = make_frame(calendars)
    weights = {kind: SETTING.policy.weight_of(KEY_BY_KIND.get(kind, CASELOAD)) for kind in Kind}
    say("Measuring weeks: Fallow in plain Python against pandas, the same figures")
    say_machine()
    differing = compare(measure_all(calendars), measure_with_pandas(frame, weights, zone=ZONE))
    medians = run_in_turns(
        {
            "pandas": lambda: measure_with_pandas(frame, weights, zone=ZONE),
            "fallow": lambda: measure_all(calendars),
        },
        repeats=REPEATS,
    )
    count = CLINICIANS * WEEKS
    say(f"  {count:,} exposures from {len(frame):,} appointments")
    for name, seconds in medians.items():
        say(f"  {name}: {seconds:.2f} s, {count / seconds:,.0f} exposures a second")
    say(f"  ratio, Fallow to pandas: {medians['fallow'] / medians['pandas']:.2f}")
    return close("exposure", broken=differing)


def make_practice() -> Calendars:
    """This will invent the calendars of all clinicians, each from a seed of their own."""
    calendars: Calendars = {}
    for number in range(CLINICIANS):
        person, rng = PEOPLE[number % len(PEOPLE)], Random(SEED + number)
        entries = make_weeks(person, last_monday=LAST_MONDAY, rng=rng, weeks=WEEKS)
        calendars[number] = [_read(entry, place) for place, entry in enumerate(entries)]
    return calendars


def _read(entry: InventedEntry, place: int) -> Appointment:
    starts_at = entry.starts_at.replace(tzinfo=read_zone(ZONE)).astimezone(UTC)
    return Appointment(
        source="s",
        uid=str(place),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=entry.minutes),
        kind=SORTER.sort(label_ref=None, title=entry.title, field=KIND_BY_CODE.get(entry.code))[0],
        status=read_status(entry.status),
        note_state=read_note_state(entry.note),
    )


def make_frame(calendars: Calendars) -> pd.DataFrame:
    rows = [
        {
            "clinician": clinician,
            "starts_at": a.starts_at,
            "ends_at": a.ends_at,
            "kind": a.kind.value,
            "status": a.status.value,
            "is_open": a.note_state is NoteState.OPEN and a.ends_at <= NOW,
        }
        for clinician, calendar in calendars.items()
        for a in calendar
    ]
    return pd.DataFrame(rows)


def measure_all(calendars: Calendars) -> Weeks:
    measured: Weeks = {}
    for clinician, calendar in calendars.items():
        weeks = measure_weeks(calendar, mondays=MONDAYS, setting=SETTING, spans=SPANS, now=NOW)
        measured.update({(clinician, week.monday): week for week in weeks})
    return measured


def compare(measured: Weeks, table: pd.DataFrame) -> list[str]:
    """This will name the figures on which the two differ anywhere."""
    differing = []
    for figure in table.columns:
        column = table[figure].to_dict()
        unlike = [
            key
            for key, week in measured.items()
            if not _agree(_number(week, figure), column.get(_key(*key)))
        ]
        if unlike:
            differing.append(f"{figure}: {len(unlike)} weeks differ.")
    return differing


def _key(clinician: int, monday: date) -> tuple[int, pd.Timestamp]:
    return clinician, pd.Timestamp(monday)


def _number(week: WeekExposure, figure: str) -> float | None:
    value = getattr(week, figure)
    return value.value if figure == "weighted_hours" else value


def _agree(ours: float | None, theirs: float | None) -> bool:
    """A week of which pandas has no row, or no night, is a week of nothing."""
    if theirs is None or isnan(theirs):
        return not ours or ours == 7
    return ours is not None and abs(ours - theirs) < 1e-9


if __name__ == "__main__":
    sys.exit(main())
