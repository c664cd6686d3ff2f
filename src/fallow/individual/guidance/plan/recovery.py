"""Recovery in small first steps: switching off, walking, yoga, strength, swimming, a pause.

It knows what is known of each and what is a guess. It counts nothing and praises nobody.
"""

from dataclasses import dataclass
from functools import cache

from fallow.base.tables import read_table
from fallow.individual.guidance.interventions import find_intervention
from fallow.individual.guidance.interventions.intervention import Intervention


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """One kind of rest: a first step with its minutes, what is known of it, and its catalog row."""

    key: str
    name: str
    first_step: str
    minutes: int
    intervention: str
    known: str
    source: str


@cache
def list_rests() -> tuple[Rest, ...]:
    """This will give every kind of rest, in the order of the file."""
    return tuple(Rest(**told) for told in read_table(__package__, "recovery.toml")["rest"])


def find_counterpart(rest: Rest) -> Intervention:
    """This will find what the practice can do about the same thing."""
    return find_intervention(find_intervention(rest.intervention).counterpart)
