"""What the page *Plan* asks of the calendar on one device: time kept free, notes that may wait.

It knows times and kinds, and nothing of any answer: no value about how someone feels comes near
what is given to a calendar.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from fallow.base.periods import Period, read_zone
from fallow.individual.guidance.plan.calendar.blocks import (
    Block,
    preview_block,
    say_day,
    write_icalendar,
)
from fallow.individual.guidance.plan.calendar.clashes import (
    HeldBlock,
    explain_all,
    explain_held,
    hold_against,
)
from fallow.individual.guidance.plan.calendar.past_sessions import (
    PastSession,
    count_unsorted,
    explain_age,
    explain_past_sessions,
    find_past_sessions,
    is_within,
    join_looked,
    span_of_weeks,
)
from fallow.individual.picture.records import read_day
from fallow.workload.history.held import HeldCalendar
from fallow.workload.my_week.facade import Desk
from fallow.workload.my_week.requests import read_now
from fallow.workload.my_week.week_picture import KIND_WORDS

Json = dict[str, Any]


class CalendarDesk:
    """This will answer what the plan asks of the calendars that the page holds."""

    def __init__(self, work: Desk) -> None:
        self._work = work
        self.requests: dict[str, Callable[[Json], Json]] = {
            "blocks": self._blocks,
            "past_sessions": self._past_sessions,
        }

    def _hold(self, request: Json) -> HeldCalendar:
        """An example is nobody's: it is never held against the calendar of whoever looks at it."""
        calendar = self._work.hold_calendar(request)
        return replace(calendar, appointments=(), spans=()) if request["is_example"] else calendar

    def _blocks(self, request: Json) -> Json:
        """Blocks as others will see them, what they meet, and the file that is given when asked."""
        calendar, now = self._hold(request), read_now(request)
        blocks = [_read_block(told, zone=calendar.hours.zone) for told in request["blocks"]]
        held = hold_against(blocks, calendar, now=now)
        return {
            "said": explain_all(held, calendar),
            "has_calendar": calendar.is_there,
            "blocks": [_write_block(one, calendar) for one in held],
            "calendar": write_icalendar(blocks, now=now),
        }

    def _past_sessions(self, request: Json) -> Json:
        """Sessions that may need a note, by day; those looked at before or listed are left out."""
        calendar, now, weeks = self._hold(request), read_now(request), int(request["weeks"])
        entries, zone = calendar.appointments, calendar.hours.zone
        looked, span = _read_span(request.get("looked")), span_of_weeks(weeks, now=now, zone=zone)
        named = _name(find_past_sessions(entries, weeks=weeks, now=now, zone=zone))
        fresh = {
            mark: one
            for mark, one in named.items()
            if mark not in request["listed"] and not (looked and is_within(one, looked))
        }
        unsorted = count_unsorted(entries, weeks=weeks, now=now, zone=zone)
        has_calendar = calendar.is_there
        return {
            "said": explain_past_sessions(len(fresh), unsorted=unsorted, has_calendar=has_calendar),
            "has_calendar": has_calendar,
            "days": _write_days(fresh),
            "looked": _write_span(join_looked(looked, span)),
        }


def _read_block(told: Json, *, zone: str) -> Block:
    begin = time.fromisoformat(told["from"])
    starts_at = datetime.combine(read_day(told["date"]), begin, tzinfo=read_zone(zone))
    ends_at = starts_at + timedelta(minutes=int(told["minutes"]))
    return Block(uid=told["uid"], span=Period(starts_at=starts_at, ends_at=ends_at))


def _write_block(one: HeldBlock, calendar: HeldCalendar) -> Json:
    zone = read_zone(calendar.hours.zone)
    return {
        "uid": one.block.uid,
        "says": preview_block(one.block, zone=zone),
        "standing": one.standing,
        "note": explain_held(one, zone=zone) if calendar.is_there else "",
        "nearest": _write_place(one.nearest, zone=zone) if one.nearest else None,
    }


def _write_place(place: Period, *, zone: ZoneInfo) -> Json:
    """A place in the words in which the page asks for one."""
    local = place.starts_at.astimezone(zone)
    return {"date": local.date().isoformat(), "from": f"{local:%H:%M}"}


def _name(found: tuple[PastSession, ...]) -> dict[str, PastSession]:
    """Each session under a mark of day, time and kind; two at one time get a number."""
    named: dict[str, PastSession] = {}
    for one in found:
        mark = f"{say_day(one.session_date)}, {one.starts_at:%H:%M}, {KIND_WORDS[one.kind]}"
        same = len([name for name in named if name.startswith(mark)])
        named[f"{mark} ({same + 1})" if same else mark] = one
    return named


def _read_span(told: Json | None) -> Period | None:
    if told is None:
        return None
    starts_at, ends_at = (datetime.fromisoformat(told[end]) for end in ("from", "until"))
    return Period(starts_at=starts_at, ends_at=ends_at)


def _write_span(span: Period) -> Json:
    return {"from": span.starts_at.isoformat(), "until": span.ends_at.isoformat()}


def _write_days(named: dict[str, PastSession]) -> list[Json]:
    days: dict[str, Json] = {}
    for name, one in named.items():
        key = one.session_date.isoformat()
        says = f"{say_day(one.session_date)}, {explain_age(one.age_days)}"
        day = days.setdefault(key, {"date": key, "says": says, "sessions": []})
        time_and_kind = name.split(", ", 1)[1]
        day["sessions"].append({"reference": name, "says": time_and_kind})
    return list(days.values())
