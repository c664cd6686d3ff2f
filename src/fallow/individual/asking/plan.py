"""The page *Plan*: what may help beside the practice's part, and the lines of one's own plan.

It knows tracked answers, guidance and the plan's record. Where answers are severe or worsening it
says so first. What counts as severe is what the first words after a check-in count.
"""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from fallow.individual.asking.lines import say_lines
from fallow.individual.first_words.words import say_first_words
from fallow.individual.guidance.care import find_help
from fallow.individual.guidance.interventions.intervention import Target
from fallow.individual.guidance.plan.boundaries import COUNTERPARTS
from fallow.individual.guidance.plan.recovery import find_counterpart, list_rests
from fallow.individual.guidance.plan.saying_no import Asker, list_words
from fallow.individual.guidance.suggesting.need import (
    Circumstances,
    Feasibility,
    Need,
    targets_of,
)
from fallow.individual.guidance.suggesting.sentences import (
    explain_chance,
    explain_effect,
    explain_grade,
    explain_prerequisites,
    explain_source,
    explain_time,
)
from fallow.individual.guidance.suggesting.suggest import Suggestion, suggest
from fallow.individual.picture.answering import PictureDesk, is_early
from fallow.individual.picture.heaviness import weigh_now
from fallow.individual.picture.history import History, Tracked
from fallow.individual.picture.records import read_day

Json = dict[str, Any]
LATEST_WEEKS = 2
"""Answered weeks in which severe answers put a person first. (a choice)"""
MOST_TARGETS = 2
"""Constructs that suggestions are looked for, where none stands out by itself. (a choice)"""
_HEAVY = 2.5  # points of 4: nearer to "often" than to "sometimes"; a choice


class PlanDesk:
    """This will answer what may help, from the history that the picture follows."""

    def __init__(self, pictures: PictureDesk) -> None:
        self._pictures = pictures
        self.requests: dict[str, Callable[[Json], Json]] = {"plan": self._plan}

    def _plan(self, request: Json) -> Json:
        plan = request.get("plan") or {}
        need = self._find_need(request, plan)
        told = suggest(need, _read_circumstances(plan))
        return {
            "care_first": told.care_first,
            "help": asdict(find_help()),
            "suggestions": [_write(one) for one in told.first] if need.wanted else [],
            "needing": [_write_needing(one, told.first) for one in told.waiting],
            "warnings": told.warnings,
            "lines": say_lines(plan, today=read_day(request["today"])),
            "rests": [
                asdict(rest) | {"practice": find_counterpart(rest).practice}
                for rest in list_rests()
            ],
            "words": {asker.value: [asdict(one) for one in list_words(asker)] for asker in Asker},
            "counterparts": {choice.value: says for choice, says in COUNTERPARTS.items()},
        }

    def _find_need(self, request: Json, plan: Json) -> Need:
        history, tracked = self._pictures.follow(request)
        known = {name: one for name, one in tracked.items() if not is_early(one)}
        return Need(
            targets=targets_of(find_heavy(tracked)),
            drivers=tuple(Target(one) for one in plan.get("drivers", ())),
            is_severe=is_severe(history),
            is_worsening=bool(known) and self._pictures.watch(request)[1].is_on,
            asks_for_care=bool(plan.get("asks_for_care")),
        )


def is_severe(history: History) -> bool:
    """Whether the latest answers were such that the first words put a person first."""
    latest = sorted(history.answers)[-LATEST_WEEKS:]
    return any(say_first_words(history.answers[monday]).care_first for monday in latest)


def find_heavy(tracked: dict[str, Tracked]) -> tuple[str, ...]:
    """This will name what weighs most: what moved; where nothing did, what is heavy now."""
    found = [weigh_now(one) for one in tracked.values() if not is_early(one)]
    moved = sorted((one for one in found if one.low > 0), key=lambda one: -one.mean / one.ordinary)
    if moved:
        return tuple(one.name for one in moved)
    levels = {name: _level(one) for name, one in tracked.items()}
    heavy = sorted((name for name in levels if levels[name] >= _HEAVY), key=lambda n: -levels[n])
    return tuple(heavy[:MOST_TARGETS])


def _level(tracked: Tracked) -> float:
    level = tracked.watched.trajectory.weeks[-1].now.mean
    return level if tracked.is_worse_when_higher else 4.0 - level


def _read_circumstances(plan: Json) -> Circumstances:
    eased = plan.get("feasible") or {}
    return Circumstances(
        has=frozenset(plan.get("has", ())),
        lacks=frozenset(plan.get("lacks", ())),
        declined=frozenset(plan.get("declined", ())),
        decides_alone=bool(plan.get("decides_alone")),
        feasible=tuple((key, Feasibility(said)) for key, said in eased.items()),
    )


def _write(one: Suggestion) -> Json:
    thing, other = one.intervention, one.counterpart or one.intervention
    return {
        "id": thing.id,
        "name": thing.name,
        "personal": thing.personal,
        "practice": other.practice,
        "effect": explain_effect(thing, one.effect),
        "chance": explain_chance(one.chance, grade=thing.grade),
        "grade": explain_grade(thing.grade),
        "time": explain_time(thing),
        "needs": explain_prerequisites(one.asks),
        "asks": [needed.key for needed in one.asks],
        "note": thing.note,
        "source": explain_source(thing),
    }


def _write_needing(one: Suggestion, shown: tuple[Suggestion, ...]) -> Json:
    """What has to be there first; and all of it once it is, unless it is shown already."""
    needed = one.lacks or one.has
    return {
        "id": one.intervention.id,
        "name": one.intervention.name,
        "needs": explain_prerequisites(needed),
        "keys": [each.key for each in needed],
        "is_there": not one.lacks,
        "suggestion": None if one.lacks or one in shown else _write(one),
    }
