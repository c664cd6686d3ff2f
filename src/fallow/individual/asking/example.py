"""An example room: a clinician whom nobody is, with 26 weeks of answers and of work.

It is made on the device, always the same, and lives in memory alone. From the eighteenth week on it
grows heavier, so that there is something to see; a published form was answered three times beside
the weekly questions. Every number in it is invented (a choice).
"""

from collections.abc import Callable
from datetime import date, timedelta
from statistics import NormalDist
from typing import Any

from fallow.base.periods import monday_of
from fallow.individual.instruments.catalog import OWN, find_instrument
from fallow.individual.instruments.instrument import Scale
from fallow.individual.instruments.rotation import choose_items, week_number

Json = dict[str, Any]
WEEKS = 26
DAY = date(2026, 11, 26)
"""The example stands still, so that it is the same on every day and every device."""
_MISSED = (6, 7, 13)  # two of leave, and one that was just missed
_RISES_FROM = 17
_RISE = {
    "exhaustion": 2.7,
    "sleep": 2.5,
    "stress": 2.2,
    "depersonalization": 1.2,
    "accomplishment": 1.2,
    "secondary_traumatic_stress": 0.8,
    "detachment": 1.6,
    "boundaries": 1.2,
}
_USUAL = 0.8  # points of 4, for all that is heavy
_FORM = "cbi"
_FORM_WEEKS = 10  # from one time to the next that the form is answered
_FORM_USUAL = 35.0  # of 100
_FORM_RISE = {"personal": 35.0, "work": 12.0, "client": 0.0}
_FORM_STEP = 25  # points from one answer of the form to the next
_GOLDEN = 0.6180339887498949
_WHOLE_AFTER = 4.0  # weeks until a rise is whole


def answer_example(_request: Json) -> Json:
    """This will give the records of the example, and the day on which they are looked at."""
    return {"records": invent_records(DAY), "today": DAY.isoformat()}


REQUESTS: dict[str, Callable[[Json], Json]] = {"example": answer_example}


def invent_records(today: date, *, weeks: int = WEEKS) -> list[Json]:
    """This will invent check-ins of so many weeks, and what a calendar would have said of them."""
    first = monday_of(today) - timedelta(weeks=weeks)
    mondays = [first + timedelta(weeks=place) for place in range(weeks)]
    offset = weeks - WEEKS
    records = [
        _record("checkin", _invent_checkin(day, place - offset), day)
        for place, day in enumerate(mondays)
        if place - offset not in _MISSED
    ]
    forms = [
        _record("checkin", _invent_form(day, place - offset), day)
        for place, day in enumerate(mondays)
        if (place - offset) % _FORM_WEEKS == _FORM_WEEKS // 2
    ]
    worked = [_invent_work(day, place - offset) for place, day in enumerate(mondays)]
    return [*forms, *records, _record("worked_weeks", {"weeks": worked}, mondays[-1])]


def _record(kind: str, body: Json, monday: date) -> Json:
    friday = monday + timedelta(days=4)
    return {"kind": kind, "body": body, "at": f"{friday.isoformat()}T16:00:00.000Z"}


def _invent_checkin(monday: date, place: int) -> Json:
    form = find_instrument(OWN)
    answers: dict[str, int] = {}
    for key in choose_items(week_number(monday)):
        scale = next(scale for scale in form.scales if key in scale.items)
        heavy = min(4, max(0, round(_heaviness(scale, place) + 0.5 * _wobble(place, key))))
        is_good = (scale.higher_is == "better") != form.find_item(key).is_reversed
        answers[key] = 4 - heavy if is_good else heavy
    return {"form": OWN, "version": form.version, "week": monday.isoformat(), "answers": answers}


def _invent_form(monday: date, place: int) -> Json:
    form = find_instrument(_FORM)
    answers: dict[str, int] = {}
    for scale in form.scales:
        usual = _FORM_USUAL + _risen(place) * _FORM_RISE[scale.name]
        for number, key in enumerate(scale.items):
            heavy = usual + 10 * _wobble(place + number, scale.name)
            heavy = round(heavy / _FORM_STEP) * _FORM_STEP
            answers[key] = 100 - heavy if form.find_item(key).is_reversed else heavy
    return {"form": _FORM, "version": form.version, "week": monday.isoformat(), "answers": answers}


def _heaviness(scale: Scale, place: int) -> float:
    return _USUAL + _risen(place) * _RISE.get(scale.name, 0.0)


def _risen(place: int) -> float:
    return min(max(place - _RISES_FROM, 0) / _WHOLE_AFTER, 1.0)


def _invent_work(monday: date, place: int) -> Json:
    is_leave = place in _MISSED[:2]
    hours = (
        0.0
        if is_leave
        else 22.0 + (4.0 if place >= _RISES_FROM else 0.0) + 2.0 * _wobble(place, "work")
    )
    hours = round(max(hours, 0.0), 1)
    return {
        "monday": monday.isoformat(),
        "seen_share": 1.0,
        "contact_minutes": round(hours * 55),
        "weighted_hours": hours,
        "weighted_low": hours,
        "weighted_high": hours,
    }


def _wobble(place: int, key: str) -> float:
    """A standard normal step that is always the same for one week and one question.

    Multiples of the golden ratio spread evenly over 0 to 1 without any chance (Kronecker).
    """
    turns = (place + 1) * 17 + len(key) * 5 + ord(key[0])
    return NormalDist().inv_cdf(0.01 + 0.98 * (turns * _GOLDEN % 1.0))
