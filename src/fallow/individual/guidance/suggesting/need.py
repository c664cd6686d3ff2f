"""What weighs on someone, and what they have to work with, as far as they said it.

It knows targets, drivers and prerequisites by their keys, and nothing of where they were found.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from fallow.base.errors import ValueRefused
from fallow.individual.guidance.interventions.intervention import Intervention, Level, Target

DRIVERS = (Target.LOAD, Target.ADMIN, Target.CONTROL, Target.SUPPORT)
"""What the work does to people, rather than how they feel (interventions.md §6)."""

TARGETS_OF_SCALE = {
    "exhaustion": (Target.EXHAUSTION,),
    "depersonalization": (Target.DEPERSONALIZATION,),
    "accomplishment": (Target.ACCOMPLISHMENT,),
    "stress": (Target.STRESS,),
    "secondary_traumatic_stress": (Target.SECONDARY_TRAUMATIC_STRESS,),
    "sleep": (Target.SLEEP,),
    "empathy_fatigue": (Target.EXHAUSTION, Target.FATIGUE),
    "worldview": (Target.WORLDVIEW,),
    "emotional_labor": (Target.EXHAUSTION, Target.SUPPORT),
    "control": (Target.CONTROL,),
    "boundaries": (Target.RECOVERY, Target.LOAD),
    "mood": (Target.STRESS,),
    "body": (Target.STRESS, Target.FATIGUE),
    "detachment": (Target.RECOVERY,),
    "gave_back": (Target.ACCOMPLISHMENT,),
}
"""Which targets a scale of our weekly questions speaks for. (a choice)"""


class Feasibility(StrEnum):
    """How easily something could be done, as the person says."""

    EASY = "easy"
    POSSIBLE = "possible"
    HARD = "hard"

    @property
    def share(self) -> float:
        """By how much a chance counts: 1.0, 0.7 or 0.4. (a choice)"""
        return {Feasibility.EASY: 1.0, Feasibility.POSSIBLE: 0.7, Feasibility.HARD: 0.4}[self]


_BY_WHOSE_YES = {
    Level.INDIVIDUAL: Feasibility.EASY,
    Level.INTERPERSONAL: Feasibility.POSSIBLE,
    Level.ORGANIZATIONAL: Feasibility.HARD,
}  # (a choice)
NOT_KNOWN_SHARE = 0.7
"""By how much it counts less that a prerequisite was not spoken of yet. (a choice)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What weighs most, first things first, what drives it at work, and whether care comes first.

    `is_worsening` is a heads-up; `asks_for_care` is the person's own word that it is too much, a
    thought of suicide, or a worry about safe work.
    """

    targets: tuple[Target, ...]
    drivers: tuple[Target, ...] = ()
    is_severe: bool = False
    is_worsening: bool = False
    asks_for_care: bool = False

    def __post_init__(self) -> None:
        if not set(self.drivers) <= set(DRIVERS):
            raise ValueRefused(
                "That is not something the work does.", "Name load, admin, control or support."
            )

    @property
    def care_first(self) -> bool:
        """Whether a person comes before any suggestion."""
        return self.is_severe or self.is_worsening or self.asks_for_care

    @property
    def is_beyond_self_help(self) -> bool:
        """Whether what one does alone is left out (rule 4 of interventions.md §3)."""
        return self.is_severe or self.asks_for_care

    @property
    def wanted(self) -> tuple[Target, ...]:
        """All targets, each once: what is felt, then what drives it."""
        return tuple(dict.fromkeys((*self.targets, *self.drivers)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What someone has and lacks, by the keys of prerequisites; what is in neither is not known.

    `decides_alone` is true for a practice of one; `feasible` holds the person's own word by id.
    """

    has: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()
    decides_alone: bool = False
    feasible: tuple[tuple[str, Feasibility], ...] = ()

    def __post_init__(self) -> None:
        if self.has & self.lacks:
            raise ValueRefused("One thing is said to be there and not there.", "Keep one of both.")

    def feasibility_of(self, intervention: Intervention) -> Feasibility:
        """This will give the person's own word, or what follows from whose yes it takes."""
        said = dict(self.feasible).get(intervention.id)
        if said is not None:
            return said
        if intervention.takes is Level.ORGANIZATIONAL and self.decides_alone:
            return Feasibility.POSSIBLE
        return _BY_WHOSE_YES[intervention.takes]


def targets_of(scales: Iterable[str]) -> tuple[Target, ...]:
    """This will give the targets of scales of our weekly questions, in their order, each once."""
    named = list(scales)
    if not set(named) <= set(TARGETS_OF_SCALE):
        raise ValueRefused(
            "That is not one of our own scales.", "Name scales of the weekly questions."
        )
    return tuple(dict.fromkeys(target for name in named for target in TARGETS_OF_SCALE[name]))
