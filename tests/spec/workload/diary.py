"""Ada's diary: appointments in few words, and her week measured from them.

It knows wall clocks. Day 0 is Monday and 6 is Sunday; -1 is the Sunday before, 7 the Monday after.
The plain week has no clock change; the weeks with one are named after the zone that has it.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from fallow.base.working_time import Window, WorkingHours
from fallow.workload.appointments import Appointment, Kind, Status
from fallow.workload.exposure.measure import measure_week
from fallow.workload.exposure.posted import post_week
from fallow.workload.exposure.setting import SourceSpan, WeekSetting
from fallow.workload.exposure.week import PostedWeek, WeekExposure
from fallow.workload.limits.acuity import AcuityException, CaseloadAcuity
from fallow.workload.limits.policy import Policy, starting_policy

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
NEW_YORK, BERLIN = "America/New_York", "Europe/Berlin"
MONDAY = date(2026, 2, 2)
MONDAY_NEW_YORK_SPRING = date(2026, 3, 2)  # Sunday 8 March, 2:00 becomes 3:00
MONDAY_NEW_YORK_FALL = date(2026, 10, 26)  # Sunday 1 November, 2:00 becomes 1:00
MONDAY_BERLIN_SPRING = date(2026, 3, 23)  # Sunday 29 March, 2:00 becomes 3:00
MONDAY_BERLIN_FALL = date(2026, 10, 19)  # Sunday 25 October, 3:00 becomes 2:00
NINE_TO_FIVE: Window = (9 * 60, 17 * 60)


def at(day: int, clock: str, *, monday: date = MONDAY, zone: str = NEW_YORK) -> datetime:
    """This will give a wall time, such as `at(TUE, "9:30")`, as a moment in UTC."""
    hours, minutes = (int(part) for part in clock.split(":"))
    whole_days, hour = divmod(hours, 24)
    day_of = monday + timedelta(days=day + whole_days)
    local = datetime(day_of.year, day_of.month, day_of.day, hour, minutes, tzinfo=ZoneInfo(zone))
    return local.astimezone(UTC)


def entry(
    kind: Kind,
    day: int,
    clock: str,
    minutes: int,
    *,
    monday: date = MONDAY,
    zone: str = NEW_YORK,
    **more: object,
) -> Appointment:
    """This will make one entry of so many minutes that really pass, whatever the clock does."""
    starts_at = at(day, clock, monday=monday, zone=zone)
    fields = {"source": "own", "uid": f"{kind} {day} {clock} {minutes}", **more}
    ends_at = starts_at + timedelta(minutes=minutes)
    return Appointment(starts_at=starts_at, ends_at=ends_at, kind=kind, **fields)


def between(
    kind: Kind, day: int, clocks: tuple[str, str], *, monday: date = MONDAY, zone: str = NEW_YORK
) -> Appointment:
    """This will make one entry from one wall time to another, however long that really takes."""
    starts_at, ends_at = (at(day, clock, monday=monday, zone=zone) for clock in clocks)
    minutes = (ends_at - starts_at) // timedelta(minutes=1)
    return entry(kind, day, clocks[0], minutes, monday=monday, zone=zone)


def session(day: int, clock: str, minutes: int = 50, **more: object) -> Appointment:
    return entry(Kind.INDIVIDUAL, day, clock, minutes, **more)


def notes(day: int, clock: str, minutes: int = 30, **more: object) -> Appointment:
    return entry(Kind.ADMINISTRATION, day, clock, minutes, **more)


def all_day(
    kind: Kind, day: int, *, days: int = 1, monday: date = MONDAY, zone: str = NEW_YORK
) -> Appointment:
    """This will make an entry from midnight to midnight, without a time of day."""
    starts_at = at(day, "0:00", monday=monday, zone=zone)
    ends_at = at(day + days, "0:00", monday=monday, zone=zone)
    uid = f"{kind} all day {day}"
    return Appointment(
        source="own", uid=uid, starts_at=starts_at, ends_at=ends_at, kind=kind, all_day=True
    )


def sessions(day: int, *clocks: str, minutes: int = 50, **more: object) -> tuple[Appointment, ...]:
    return tuple(session(day, clock, minutes, **more) for clock in clocks)


def working(*windows: Window, zone: str = NEW_YORK, weekend: bool = False) -> WorkingHours:
    """This will give the same windows for Monday to Friday, 9 to 17 where none are told."""
    each = windows or (NINE_TO_FIVE,)
    return WorkingHours(zone=zone, days=(*(each,) * 5, *((each,) * 2 if weekend else ((), ()))))


def setting(
    *,
    zone: str = NEW_YORK,
    hours: WorkingHours | None = None,
    caseload: str | None = "standard_individual",
    exceptions: tuple[AcuityException, ...] = (),
    policy: Policy | None = None,
    **more: object,
) -> WeekSetting:
    """This will give Ada's terms: 9 to 17, a standard caseload, no policy adopted."""
    acuity = CaseloadAcuity(caseload=caseload, exceptions=exceptions)
    return WeekSetting(
        hours=hours or working(zone=zone),
        policy=policy or starting_policy(),
        acuity=acuity,
        **more,
    )


def whole_week(monday: date = MONDAY, source: str = "own") -> SourceSpan:
    """This will give a source that speaks for a year around the week."""
    year = timedelta(days=182)
    return SourceSpan(source=source, first_date=monday - year, last_date=monday + year)


def measured(
    *entries: Appointment,
    monday: date = MONDAY,
    spans: tuple[SourceSpan, ...] | None = None,
    now: datetime | None = None,
    **terms: object,
) -> WeekExposure:
    """This will measure Ada's week as it stands on the Monday after."""
    terms_of_week = setting(**terms)
    zone = terms_of_week.hours.zone
    return measure_week(
        entries,
        monday=monday,
        setting=terms_of_week,
        spans=(whole_week(monday),) if spans is None else spans,
        now=now or at(7, "0:00", monday=monday, zone=zone),
    )


def posted(
    *entries: Appointment,
    monday: date = MONDAY,
    spans: tuple[SourceSpan, ...] | None = None,
    **terms: object,
) -> PostedWeek:
    """This will give what everyone in Ada's practice may see of her week."""
    known = (whole_week(monday),) if spans is None else spans
    return post_week(entries, monday=monday, setting=setting(**terms), spans=known)


NOT_HELD = (Status.CANCELLED, Status.NO_SHOW, Status.WAITLIST, Status.VANISHED)
"""Ways for an hour not to take place."""
