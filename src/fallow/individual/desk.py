"""The one door of the private room's page to its Python: my week, and what one's own answers say.

It passes questions about work on to the desk of *my week*, and others to the room they belong to.
JSON in, JSON out, never an exception.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

from fallow.base.errors import FallowError
from fallow.individual.asking import example, review
from fallow.individual.asking.calendar import CalendarDesk
from fallow.individual.asking.could_be import CouldBeDesk
from fallow.individual.asking.plan import PlanDesk
from fallow.individual.asking.trials import TrialDesk
from fallow.individual.first_words.words import say_first_words
from fallow.individual.instruments.catalog import find_instrument, list_instruments
from fallow.individual.instruments.score import score
from fallow.individual.instruments.wording import (
    Attestation,
    explain_other_words,
    read_wording,
    recall_wording,
)
from fallow.individual.picture.answering import PictureDesk
from fallow.individual.picture.records import read_day, read_worked_weeks
from fallow.individual.picture.work import keep_weeks, write_weeks
from fallow.workload.my_week.facade import Desk

Json = dict[str, Any]
_NOTHING_KNOWN = {
    "ok": False,
    "happened": "What was asked could not be answered here.",
    "mend": "Load the page again. What you wrote is kept.",
}


class RoomDesk:
    """This will answer one page's requests; what it holds goes when the room is locked."""

    def __init__(self) -> None:
        self._work = Desk()
        pictures = PictureDesk()
        self._does: dict[str, Callable[[Json], Json]] = {
            "first_words": _first_words,
            "instruments": _instruments,
            "kept_wording": _kept_wording,
            "score": _score,
            "worked_weeks": self._worked_weeks,
            **pictures.requests,
            **CouldBeDesk(pictures).requests,
            **PlanDesk(pictures).requests,
            **CalendarDesk(self._work).requests,
            **TrialDesk(pictures).requests,
            **example.REQUESTS,
            **review.REQUESTS,
        }

    def answer(self, request_json: str, file: bytes | None = None) -> str:
        """This will give `{"ok": true, …}`, or `{"ok": false, "happened": …, "mend": …}`."""
        try:
            request = json.loads(request_json)
            if request["do"] == "wording":
                return _dump({"ok": True, **_wording(request, file)})
            do = self._does.get(request["do"])
            if do is None:
                return self._work.answer(request_json, file)
            return _dump({"ok": True, **do(request)})
        except FallowError as refusal:
            return _dump({"ok": False, "happened": refusal.happened, "mend": refusal.mend})
        except Exception:
            return _dump(_NOTHING_KNOWN)

    def _worked_weeks(self, request: Json) -> Json:
        """What is kept of a calendar: exposures of weeks that are over, joined with those kept."""
        known = read_worked_weeks(request.get("weeks"))
        today = read_day(request["today"])
        kept = keep_weeks(known, self._work.measure_last_weeks(request), today=today)
        return {**write_weeks(kept), "is_new": kept != known}


def _first_words(request: Json) -> Json:
    return asdict(say_first_words(request["answers"]))


def _instruments(_request: Json) -> Json:
    return {"instruments": [asdict(instrument) for instrument in list_instruments()]}


def _score(request: Json) -> Json:
    scores = score(find_instrument(request["instrument"]), request["answers"])
    return {"scores": [asdict(one) for one in scores]}


def _wording(request: Json, file: bytes | None) -> Json:
    given = date.fromisoformat(request["given_date"])
    wording = read_wording(
        file or b"",
        instrument=find_instrument(request["instrument"]),
        attestation=Attestation(basis=request["basis"], given_date=given),
    )
    return {"wording": asdict(wording)}


def _kept_wording(request: Json) -> Json:
    form = find_instrument(request["instrument"])
    wording = recall_wording(request["wording"], instrument=form)
    other_words = explain_other_words(wording, answered=request["answered"])
    return {"wording": asdict(wording), "other_words": other_words}


def _dump(answer: Json) -> str:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"), default=str)
