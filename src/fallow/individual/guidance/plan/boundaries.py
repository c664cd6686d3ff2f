"""Boundaries: what to keep, what to decline, what to hand on, and when to look again.

It knows words of one's own and a choice. The three come from the article that Fallow follows
(article.md); no trial has tested them as such (interventions.md row 13).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fallow.base.errors import ValueRefused

LONGEST_TEXT = 200
"""Signs in one line of a plan: a line, and no story. (a choice)"""
MANY_KEPT = 5
"""Things kept and nothing declined or handed on, from which one is asked to wait. (a choice)"""


class Choice(StrEnum):
    """What becomes of one thing that is asked of someone."""

    KEEP = "keep"
    DECLINE = "decline"
    DELEGATE = "delegate"


COUNTERPARTS = {
    Choice.KEEP: "The practice can take something else away when it gives someone more.",
    Choice.DECLINE: "The practice can say for everyone what may be declined, and that it is fine.",
    Choice.DELEGATE: "The practice can give whoever takes it over the time for it.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """One thing and its choice. `to_whom` is a role, such as "front desk", never a client."""

    what: str
    choice: Choice
    look_again_date: date
    to_whom: str = ""

    def __post_init__(self) -> None:
        if not 0 < len(self.what.strip()) <= LONGEST_TEXT:
            raise ValueRefused("A line of the plan is empty or very long.", "Write one line.")
        if (self.choice is Choice.DELEGATE) != bool(self.to_whom.strip()):
            raise ValueRefused(
                "What is handed on needs someone who takes it, and nothing else does.",
                "Say who takes it, or choose keep or decline.",
            )


def find_due(boundaries: Iterable[Boundary], *, today: date) -> tuple[Boundary, ...]:
    """This will give the lines whose day to look again has come, the oldest first."""
    due = [one for one in boundaries if one.look_again_date <= today]
    return tuple(sorted(due, key=lambda one: one.look_again_date))


def explain_boundaries(boundaries: Iterable[Boundary]) -> str:
    """This will say in a sentence or two what was chosen; never how well."""
    chosen = [one.choice for one in boundaries]
    kept, declined = chosen.count(Choice.KEEP), chosen.count(Choice.DECLINE)
    handed_on = chosen.count(Choice.DELEGATE)
    if not chosen:
        return "Nothing is sorted yet. One line is enough to begin."
    counted = f"You keep {kept}, decline {declined} and hand on {handed_on}."
    if kept >= MANY_KEPT and kept == len(chosen):
        return f"{counted} Is there one among them that could wait a month?"
    return counted
