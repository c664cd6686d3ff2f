"""The catalog of interventions: the 33 rows of interventions.md §2, read from their file of facts.

It knows files. Every effect is derived from published figures, shrunk because trials were small.
"""

from functools import cache
from typing import Any

from fallow.base.errors import ValueRefused
from fallow.base.tables import read_table
from fallow.individual.guidance.interventions.intervention import (
    Effect,
    Grade,
    Intervention,
    Level,
    Prerequisite,
    Target,
)


@cache
def list_interventions() -> tuple[Intervention, ...]:
    """This will give every intervention, in the order of the table."""
    return tuple(_read(told) for told in read_table(__package__, "catalog.toml")["intervention"])


def find_intervention(key: str) -> Intervention:
    """This will find one intervention by its id, or raise ValueRefused."""
    for intervention in list_interventions():
        if intervention.id == key:
            return intervention
    raise ValueRefused("The catalog has no such intervention.", "Choose one that it lists.")


def _read(told: dict[str, Any]) -> Intervention:
    weeks = told.get("onset_weeks")
    return Intervention(
        **{key: told.get(key, "") for key in _TEXTS},
        levels=tuple(Level(level) for level in told["levels"]),
        takes=Level(told.get("takes", told["levels"][0])),
        effects=_read_effects(told["effects"]),
        fits=tuple(Target(target) for target in told.get("fits", ())),
        onset_weeks=(weeks[0], weeks[1]) if weeks else None,
        prerequisites=tuple(Prerequisite(**needed) for needed in told.get("prerequisites", ())),
        grade=Grade(told["grade"]),
        is_only_while_kept=told.get("is_only_while_kept", False),
    )


_TEXTS = (
    "id", "number", "name", "personal", "practice", "onset", "half_life",
    "evidence", "source", "counterpart", "note",
)  # fmt: skip


def _read_effects(told: list[list[Any]]) -> tuple[Effect, ...]:
    """Rows of target, mean, low, high; a mean alone borrows the width of the row's first effect."""
    return tuple(_read_effect(row, first=told[0]) for row in told)


def _read_effect(row: list[Any], *, first: list[Any]) -> Effect:
    target, mean = Target(row[0]), float(row[1])
    if len(row) == 4:
        return Effect(target=target, mean=mean, low=float(row[2]), high=float(row[3]))
    if len(first) < 4:
        return Effect(target=target, mean=mean)
    below, above = first[1] - first[2], first[3] - first[1]
    return Effect(
        target=target,
        mean=mean,
        low=mean - below,
        high=mean + above,
        is_width_carried=True,
    )
