"""The page *Did it help*: beginning to try something, and the answer on the day to look.

It knows tracked answers and the evaluation next door. A trial's record says what, from when, on
which measure and when to look, before anything is looked at.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from fallow.base.periods import monday_of
from fallow.individual.evaluation.again import propose_again
from fallow.individual.evaluation.looking import Look, look
from fallow.individual.evaluation.reach import find_reach
from fallow.individual.evaluation.sentences import (
    START_AHEAD,
    explain_again,
    explain_look,
    explain_reach,
)
from fallow.individual.evaluation.trial import (
    Ending,
    Measure,
    Phase,
    Trial,
    find_overlapping,
    propose_trial,
)
from fallow.individual.evaluation.weeks import MeasureHistory
from fallow.individual.guidance.interventions import find_intervention
from fallow.individual.instruments.catalog import OWN, find_instrument
from fallow.individual.instruments.instrument import Scale
from fallow.individual.picture.answering import PictureDesk
from fallow.individual.picture.history import observe_weeks
from fallow.individual.picture.records import read_day
from fallow.individual.picture.work import find_loads
from fallow.individual.trajectory.observation import edges_of

Json = dict[str, Any]


class TrialDesk:
    """This will answer whether what was tried helped, from the history the picture follows."""

    def __init__(self, pictures: PictureDesk) -> None:
        self._pictures = pictures
        self.requests: dict[str, Callable[[Json], Json]] = {
            "trial": self._propose,
            "trials": self._look_at_all,
        }

    def _propose(self, request: Json) -> Json:
        """What a trial would be, and how large a difference could be seen, before its start."""
        measure = find_measure(request["measure"])
        thing = find_intervention(request["intervention"])
        trial = propose_trial(thing, measure, start_date=read_day(request["start_date"]))
        reach = find_reach(trial, self._watched(measure.name, request))
        return {
            "trial": write_trial(trial),
            "label": measure.label,
            "reach": explain_reach(trial, reach),
            "start_ahead": START_AHEAD,
            "measures": [{"key": s.name, "label": s.label} for s in find_instrument(OWN).scales],
        }

    def _look_at_all(self, request: Json) -> Json:
        trials = [read_trial(body) for body in request["trials"]]
        today = read_day(request["today"])
        return {"looks": [self._look(trial, trials, request, today=today) for trial in trials]}

    def _look(self, trial: Trial, trials: Sequence[Trial], request: Json, *, today: date) -> Json:
        watched = self._watched(trial.measure.name, request)
        seen = look(trial, watched, today=today)
        return {
            "answer": seen.answer.value,
            "sentences": explain_look(trial, seen),
            "numbers": None
            if seen.effect is None
            else (seen.effect.value, seen.effect.low, seen.effect.high),
            "beside": [one.what for one in find_overlapping(trial, trials)],
            "is_due": today >= trial.last.last_date,
            "can_end": trial.last.start_date <= today < trial.last.last_date,
            "again": _write_again(trial, seen, today=today),
            "source": "" if seen.effect is None else seen.effect.source,
        }

    def _watched(self, name: str, request: Json) -> MeasureHistory:
        """All weeks of one measure; a room without any begins on the Monday that is asked about."""
        history, _ = self._pictures.follow(request)
        loads = find_loads(history.mondays, history.worked)
        first = history.mondays[0] if history.mondays else monday_of(read_day(request["today"]))
        observations = observe_weeks(history, _find_scale(name), loads=loads)
        return MeasureHistory(first_monday=first, observations=observations)


def find_measure(name: str) -> Measure:
    """This will give a scale of our own questions as something to look at."""
    scale = _find_scale(name)
    least, most = edges_of(find_instrument(OWN), scale)
    return Measure(
        name=scale.name,
        label=scale.label.lower(),
        least=least,
        most=most,
        is_better_when_higher=scale.higher_is == "better",
    )


def write_trial(trial: Trial) -> Json:
    """This will give a trial as its record keeps it, before it begins."""
    return {
        "what": trial.what,
        "measure": trial.measure.name,
        "start_date": trial.start_date.isoformat(),
        "look_date": trial.last.look_date.isoformat(),
        "onset_weeks": trial.onset_weeks,
        "washout_weeks": trial.washout_weeks,
        "works_through_load": trial.works_through_load,
    }


def read_trial(body: Json) -> Trial:
    """This will read a trial's record. Where it ended, and when it was done again, may be there."""
    return Trial(
        what=body["what"],
        measure=find_measure(body["measure"]),
        phases=tuple(_read_phase(told) for told in (body, *body.get("again", ()))),
        onset_weeks=int(body["onset_weeks"]),
        washout_weeks=body.get("washout_weeks"),
        works_through_load=bool(body["works_through_load"]),
    )


def _read_phase(told: Json) -> Phase:
    ended = told.get("end_date")
    return Phase(
        start_date=read_day(told["start_date"]),
        look_date=read_day(told["look_date"]),
        end_date=read_day(ended) if ended else None,
        ending=Ending(told.get("ending", Ending.UNSAID)),
    )


def _write_again(trial: Trial, seen: Look, *, today: date) -> Json | None:
    """What doing it again would be, once it was looked at; None where nobody should be asked to."""
    coming = propose_again(trial, seen.answer, today=today)
    if coming is None:
        return None
    return {
        "end_date": (trial.last.end_date or today).isoformat(),
        "phase": {
            "start_date": coming.start_date.isoformat(),
            "look_date": coming.look_date.isoformat(),
        },
        "says": explain_again(coming),
    }


def _find_scale(name: str) -> Scale:
    return next(scale for scale in find_instrument(OWN).scales if scale.name == name)
