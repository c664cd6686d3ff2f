"""The one door through which the page asks: JSON in, JSON out, and never an exception.

It holds the calendars of one open page in memory. It knows nothing of browsers or servers.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from fallow.base.errors import FallowError
from fallow.base.periods import Period, monday_of, read_zone
from fallow.workload.appointments import Appointment, Kind
from fallow.workload.exposure.explaining import explain_figure
from fallow.workload.exposure.measure import measure_week, measure_weeks
from fallow.workload.exposure.rough import RoughNumbers, estimate_rough_week
from fallow.workload.exposure.setting import SourceSpan
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.history.held import HeldCalendar
from fallow.workload.history.joining import join_appointments
from fallow.workload.limits.acuity import INDIVIDUAL_KEYS, UNCODED
from fallow.workload.limits.catalog import find_entry
from fallow.workload.limits.policy import Policy, starting_policy
from fallow.workload.my_week.answers import (
    write_explanation,
    write_reading,
    write_rough_week,
    write_week,
)
from fallow.workload.my_week.appointment_json import read_appointment
from fallow.workload.my_week.one_person import ClinicianNeeded, choose_one, list_spans
from fallow.workload.my_week.requests import (
    Json,
    Settings,
    read_acuity,
    read_key,
    read_mapping,
    read_monday,
    read_now,
    read_policy,
    read_settings,
    read_span,
)
from fallow.workload.my_week.week_picture import KIND_WORDS
from fallow.workload.readers.cells.durations import MINUTES_BY_CODE
from fallow.workload.readers.dispatch import MappingNeeded, read_calendar
from fallow.workload.readers.reading import Reading, ReadingPlan
from fallow.workload.sorting.standing import find_standing_entries
from fallow.workload.sorting.starting_rules import starting_rules

WEEKS_SHOWN = 26
_WEEKS_AHEAD = 8
_NOTHING_KNOWN = "What was asked could not be answered here."
_LOAD_AGAIN = "Load the page again and drop the calendar in once more."


class Desk:
    """This will answer one page's requests; what it holds goes when the page closes."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[str, bytes, Json]] = {}
        self._readings: dict[str, Reading] = {}
        self._practice: tuple[Appointment, ...] = ()
        self._practice_spans: tuple[SourceSpan, ...] = ()
        self._policy: Policy | None = None
        self._acuity = UNCODED
        self._does: dict[str, Callable[[Json, bytes | None], Json]] = {
            "read": self._read,
            "resort": self._resort,
            "join": self._join,
            "week": self._week,
            "explain": self._explain,
            "rough": self._rough,
            "standing": self._standing,
            "kinds": self._kinds,
            "forget": self._forget,
        }

    def answer(self, request_json: str, file: bytes | None = None) -> str:
        """This will give `{"ok": true, …}`, or `{"ok": false, "happened": …, "mend": …}`."""
        try:
            request = json.loads(request_json)
            answer = self._does[request["do"]](request, file)
        except MappingNeeded as needed:
            suggestion = asdict(needed.suggestion) if needed.suggestion else None
            answer = {"needs": "mapping", "header": list(needed.header), "suggestion": suggestion}
            answer["fingerprint"] = needed.fingerprint
        except ClinicianNeeded as needed:
            answer = {"needs": "clinician", "clinicians": list(needed.names)}
        except FallowError as refusal:
            return _dump({"ok": False, "happened": refusal.happened, "mend": refusal.mend})
        except Exception:
            return _dump({"ok": False, "happened": _NOTHING_KNOWN, "mend": _LOAD_AGAIN})
        return _dump({"ok": True, **answer})

    def _read(self, request: Json, file: bytes | None) -> Json:
        source = request["source"]
        reading = self._reading(request, source, request["name"], file or b"")
        self._files[source] = (request["name"], file or b"", _asked(request))
        self._readings[source] = reading
        return write_reading(reading)

    def _resort(self, request: Json, _file: bytes | None) -> Json:
        """Reads what the page holds once more, by changed rules or another zone."""
        leftovers: list[Any] = []
        for source, (name, content, asked) in self._files.items():
            self._readings[source] = self._reading({**request, **asked}, source, name, content)
            leftovers.extend(write_reading(self._readings[source])["leftovers"])
        return {"leftovers": leftovers}

    def _reading(self, request: Json, source: str, name: str, content: bytes) -> Reading:
        settings, now = self._settings(request), read_now(request)
        plan = ReadingPlan(
            source=source,
            key=read_key(request),
            zone=settings.setting.hours.zone,
            period=_period(now, settings.setting.hours.zone),
            rules=settings.rules,
            mapping=read_mapping(request),
            minutes_by_code=settings.minutes_by_code,
            keep_titles=True,
        )
        return choose_one(read_calendar(content, name=name, plan=plan), request.get("clinician"))

    def _settings(self, request: Json) -> Settings:
        return read_settings(request, policy=self._policy, acuity=self._acuity)

    def _join(self, request: Json, _file: bytes | None) -> Json:
        self._practice = tuple(read_appointment(record) for record in request["appointments"])
        self._practice_spans = tuple(read_span(record) for record in request["spans"])
        self._policy = read_policy(request.get("policy"))
        self._acuity = read_acuity(request.get("acuity") or {})
        return {"joined": len(self._practice)}

    def _appointments(self) -> tuple[Appointment, ...]:
        own = tuple(a for reading in self._readings.values() for a in reading.appointments)
        return join_appointments(own, self._practice)

    def _spans(self) -> tuple[SourceSpan, ...]:
        own = [
            span
            for source, reading in self._readings.items()
            for span in list_spans(reading, source=source, label="Your calendar")
        ]
        return (*own, *self._practice_spans)

    def hold_calendar(self, request: Json) -> HeldCalendar:
        """This will give what the page holds of calendars, joined."""
        hours = self._settings(request).setting.hours
        return HeldCalendar(appointments=self._appointments(), spans=self._spans(), hours=hours)

    def measure_last_weeks(self, request: Json) -> tuple[WeekExposure, ...]:
        """This will measure the 26 weeks up to the one that is asked for, oldest first."""
        now, setting = read_now(request), self._settings(request).setting
        monday = read_monday(request) or _this_monday(now, setting.hours.zone)
        return measure_weeks(
            self._appointments(),
            mondays=tuple(monday - timedelta(weeks=n) for n in reversed(range(WEEKS_SHOWN))),
            setting=setting,
            spans=self._spans(),
            now=now,
        )

    def _week(self, request: Json, _file: bytes | None) -> Json:
        now, setting = read_now(request), self._settings(request).setting
        weeks = self.measure_last_weeks(request)
        return write_week(weeks, self._appointments(), setting=setting, now=now)

    def _explain(self, request: Json, _file: bytes | None) -> Json:
        now, setting = read_now(request), self._settings(request).setting
        monday = read_monday(request) or _this_monday(now, setting.hours.zone)
        appointments = self._appointments()
        week = measure_week(
            appointments, monday=monday, setting=setting, spans=self._spans(), now=now
        )
        explanation = explain_figure(request["figure"], appointments, week=week, setting=setting)
        return write_explanation(explanation, zone=setting.hours.zone)

    def _rough(self, request: Json, _file: bytes | None) -> Json:
        numbers = RoughNumbers(**request["numbers"])
        caseload = request.get("settings", {}).get("caseload") or None
        policy = self._policy or starting_policy()
        return write_rough_week(estimate_rough_week(numbers, policy=policy, caseload=caseload))

    def _standing(self, request: Json, _file: bytes | None) -> Json:
        """Contacts that come back, so that one of them may weigh more or less than the others."""
        zone = read_settings(request, policy=self._policy).setting.hours.zone
        contacts = [a for a in self._appointments() if a.is_contact]
        return {"entries": [asdict(e) for e in find_standing_entries(contacts, zone=zone)]}

    def _kinds(self, _request: Json, _file: bytes | None) -> Json:
        entries = [find_entry(key) for key in INDIVIDUAL_KEYS]
        return {
            "kinds": [
                {"key": kind, "label": KIND_WORDS[kind]} for kind in Kind if kind != "unknown"
            ],
            "acuity": [
                {"key": e.key, "label": e.label, "weight": e.value, "note": e.evidence_words}
                for e in entries
            ],
            "minutes_by_code": dict(MINUTES_BY_CODE),
            "starting_rules": [{"kind": r.kind, "words": r.words} for r in starting_rules()],
        }

    def _forget(self, _request: Json, _file: bytes | None) -> Json:
        self.__init__()  # type: ignore[misc] # everything it held goes
        return {}


def _asked(request: Json) -> Json:
    """What was said of one file, to read it the same way again."""
    return {name: request.get(name) for name in ("mapping", "clinician")}


def _dump(answer: Json) -> str:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"), default=str)


def _this_monday(now: datetime, zone: str) -> date:
    return monday_of(now.astimezone(read_zone(zone)).date())


def _period(now: datetime, zone: str) -> Period:
    """From 26 weeks and one before this week to eight weeks ahead."""
    today = now.astimezone(read_zone(zone)).replace(hour=0, minute=0, second=0, microsecond=0)
    begin = today - timedelta(weeks=2 * WEEKS_SHOWN + 1)
    return Period(starts_at=begin, ends_at=today + timedelta(weeks=_WEEKS_AHEAD))
