"""Weeks of invented work for the laws: appointments, terms, and the days a source speaks for.

It knows the values of `fallow.workload` and favours what breaks arithmetic: clock changes, odd
zones, midnights, overlaps, entries of no length, and entries over the edge of a week.
"""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from fallow.base.periods import from_utc_minute, utc_minute
from fallow.base.working_time import WorkingHours
from fallow.workload.appointments import Appointment, Kind, KindFrom, NoteState, Status
from fallow.workload.exposure.setting import SourceSpan, WeekSetting
from fallow.workload.limits.acuity import (
    INDIVIDUAL_KEYS,
    MODIFIER_KEYS,
    AcuityException,
    CaseloadAcuity,
)
from fallow.workload.limits.policy import starting_policy

ZONES = (
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",  # a clock change of half an hour
    "Asia/Kathmandu",  # 5 h 45 min, no change
    "America/Havana",  # changes at midnight
    "Africa/Casablanca",  # a change around Ramadan
    "Pacific/Chatham",
    "UTC",
)
MONDAYS = (
    date(2026, 3, 2),  # New York changes on the Sunday
    date(2026, 3, 23),  # Berlin changes on the Sunday
    date(2026, 6, 15),
    date(2026, 10, 26),  # New York changes back on the Sunday
    date(2026, 12, 28),  # over the turn of the year, ISO week 53
)
CLIENTS = tuple(f"client{number}" for number in range(4))
LABELS = tuple(f"label{number}" for number in range(4))
_DAY = 24 * 60

mondays = st.sampled_from(MONDAYS)
zones = st.sampled_from(ZONES)


@st.composite
def spans_of_minutes(draw: st.DrawFn, monday: date) -> tuple[datetime, datetime]:
    """A start within the week or two days of it, on a grid or off it, and a length up to 14 h."""
    begin = utc_minute(datetime.combine(monday, datetime.min.time(), tzinfo=UTC))
    grid = draw(st.sampled_from((1, 10, 60)))
    start = draw(st.integers(-2 * _DAY // grid, 9 * _DAY // grid)) * grid
    length = draw(st.one_of(st.integers(0, 14 * 60), st.sampled_from((0, 45, 50, 60, 90))))
    return from_utc_minute(begin + start), from_utc_minute(begin + start + length)


@st.composite
def appointments(draw: st.DrawFn, monday: date, *, uid: str = "entry") -> Appointment:
    starts_at, ends_at = draw(spans_of_minutes(monday))
    return Appointment(
        source="calendar",
        uid=uid,
        starts_at=starts_at,
        ends_at=ends_at,
        kind=draw(st.sampled_from(Kind)),
        kind_from=KindFrom.RULE,
        status=draw(st.one_of(st.just(Status.BOOKED), st.sampled_from(Status))),
        client_ref=draw(st.one_of(st.none(), st.sampled_from(CLIENTS))),
        label_ref=draw(st.one_of(st.none(), st.sampled_from(LABELS))),
        note_state=draw(st.sampled_from(NoteState)),
        group_size=draw(st.integers(1, 8)),
        all_day=draw(st.sampled_from((False,) * 9 + (True,))),
        end_inferred=draw(st.booleans()),
    )


@st.composite
def calendars(draw: st.DrawFn, monday: date, *, most: int = 14) -> tuple[Appointment, ...]:
    """Entries around one week, each with an identity of its own, in no order."""
    count = draw(st.integers(0, most))
    return tuple(draw(appointments(monday, uid=f"entry{number}")) for number in range(count))


@st.composite
def working_hours(draw: st.DrawFn, zone: str | None = None) -> WorkingHours:
    """One or two windows a day, or none."""
    days = draw(
        st.lists(
            st.sampled_from(
                (
                    (),
                    ((9 * 60, 17 * 60),),
                    ((7 * 60 + 30, 12 * 60), (13 * 60, 19 * 60)),
                    ((0, _DAY),),
                    ((22 * 60, _DAY),),
                )
            ),
            min_size=7,
            max_size=7,
        )
    )
    return WorkingHours(zone=zone or draw(zones), days=tuple(days))


exceptions = st.one_of(
    st.builds(
        AcuityException,
        weight_key=st.sampled_from(INDIVIDUAL_KEYS),
        client_ref=st.sampled_from(CLIENTS),
    ),
    st.builds(
        AcuityException,
        weight_key=st.sampled_from(INDIVIDUAL_KEYS),
        label_ref=st.sampled_from(LABELS),
    ),
)
modifiers = st.builds(
    AcuityException,
    modifier_key=st.sampled_from(MODIFIER_KEYS),
    client_ref=st.sampled_from(CLIENTS),
)
acuities = st.builds(
    CaseloadAcuity,
    caseload=st.one_of(st.none(), st.sampled_from(INDIVIDUAL_KEYS)),
    exceptions=st.lists(st.one_of(exceptions, modifiers), max_size=3).map(tuple),
)


@st.composite
def week_settings(draw: st.DrawFn) -> WeekSetting:
    return WeekSetting(
        hours=draw(working_hours()),
        policy=starting_policy(),
        acuity=draw(acuities),
        fte_share=draw(st.sampled_from((0.4, 0.5, 0.8, 1.0))),
        paid_minutes=draw(st.sampled_from((None, 1200, 2400))),
    )


@st.composite
def source_spans(draw: st.DrawFn, monday: date, *, source: str = "calendar") -> SourceSpan:
    """Days around the week, and a day on which the source went quiet, or none."""
    first = monday + timedelta(days=draw(st.integers(-10, 7)))
    last = first + timedelta(days=draw(st.integers(0, 20)))
    quiet = draw(st.one_of(st.none(), st.integers(-3, 9)))
    return SourceSpan(
        source=source,
        first_date=first,
        last_date=last,
        quiet_since=None if quiet is None else monday + timedelta(days=quiet),
    )
