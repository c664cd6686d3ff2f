"""The lines of one's own plan, read from its record and said back: boundaries, tasks, notes, rest.

It knows the plan's values and its record; it weighs nothing and praises nobody.
"""

from datetime import date
from typing import Any

from fallow.individual.guidance.plan.boundaries import (
    Boundary,
    Choice,
    explain_boundaries,
    find_due,
)
from fallow.individual.guidance.plan.rest_gauge import (
    PROVENANCE,
    RestDay,
    explain_gauge,
    read_gauge,
)
from fallow.individual.guidance.plan.steps import (
    PROMPTS,
    StepwiseTask,
    TaskStep,
    explain_next,
    find_large,
)
from fallow.individual.guidance.plan.triage import (
    COUNTERPART,
    COUNTERPART_SOURCE,
    WaitingNote,
    count_weeks_to_clear,
    explain_clearing,
    explain_waiting,
    sort_notes,
)
from fallow.individual.picture.records import read_day

Json = dict[str, Any]


def say_lines(plan: Json, *, today: date) -> Json:
    """This will say each part of a plan in the words of the page."""
    return {
        "boundaries": _say_boundaries(plan, today),
        "tasks": [_say_task(told) for told in plan.get("tasks", ())],
        "prompts": PROMPTS,
        "notes": _say_notes(plan.get("notes") or {}, today),
        "rest": _say_rest(plan.get("rest") or {}),
    }


def _say_boundaries(plan: Json, today: date) -> Json:
    lines = [_read_boundary(told) for told in plan.get("boundaries", ())]
    return {
        "said": explain_boundaries(lines),
        "due": [line.what for line in find_due(lines, today=today)],
    }


def _read_boundary(told: Json) -> Boundary:
    return Boundary(
        what=told["what"],
        choice=Choice(told["choice"]),
        look_again_date=read_day(told["look_again_date"]),
        to_whom=told.get("to_whom", ""),
    )


def _say_task(told: Json) -> Json:
    task = StepwiseTask(what=told["what"], steps=tuple(TaskStep(**step) for step in told["steps"]))
    return {"next": explain_next(task), "large": [step.text for step in find_large(task)]}


def _say_notes(told: Json, today: date) -> Json:
    notes = tuple(
        WaitingNote(
            reference=one["reference"],
            session_date=read_day(one["session_date"]),
            minutes=int(one["minutes"]),
        )
        for one in told.get("waiting", ())
    )
    ordered = sort_notes(notes, today=today, due_days=told.get("due_days"))
    waiting = 0
    for note in notes:
        waiting += note.minutes
    return {
        "order": [note.reference for note in ordered],
        "said": " ".join(
            (explain_waiting(notes, today=today), _say_clearing(told, waiting))
        ).strip(),
        "counterpart": COUNTERPART,
        "source": COUNTERPART_SOURCE,
    }


def _say_clearing(told: Json, waiting: int) -> str:
    """Nothing, until somebody has said how much time there is: no answer is not no time."""
    if not waiting or not told.get("free_minutes"):
        return ""
    weeks = count_weeks_to_clear(
        waiting,
        fresh_minutes_week=int(told.get("fresh_minutes", 0)),
        free_minutes_week=int(told["free_minutes"]),
    )
    return explain_clearing(weeks)


def _say_rest(told: Json) -> Json:
    days = tuple(RestDay(**day) for day in told.get("days", ()))
    gauge = read_gauge(days, is_chosen=bool(told.get("is_chosen")))
    return {
        "said": explain_gauge(gauge) if gauge else "",
        "source": gauge.source if gauge else "",
        "provenance": PROVENANCE,
    }
