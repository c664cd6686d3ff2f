"""The values of one thing that may help: for what, how sure, what it needs, who it takes.

They know nothing of the person. Effects are in standard deviations of their target, with the
95 % interval of interventions.md §2; negative is better, for accomplishment positive.
"""

from dataclasses import dataclass
from enum import StrEnum

from fallow.base.errors import ValueRefused


class Level(StrEnum):
    """Who acts: the clinician, the people around them, the practice."""

    INDIVIDUAL = "individual"
    INTERPERSONAL = "interpersonal"
    ORGANIZATIONAL = "organizational"


class Target(StrEnum):
    """What an intervention is meant to move."""

    STRESS = "stress"
    EXHAUSTION = "exhaustion"
    DEPERSONALIZATION = "depersonalization"
    ACCOMPLISHMENT = "accomplishment"
    SECONDARY_TRAUMATIC_STRESS = "secondary_traumatic_stress"
    WORLDVIEW = "worldview"
    RECOVERY = "recovery"
    SLEEP = "sleep"
    FATIGUE = "fatigue"
    AWARENESS = "awareness"
    LOAD = "load"
    ADMIN = "admin"
    CONTROL = "control"
    SUPPORT = "support"

    @property
    def is_better_when_higher(self) -> bool:
        return self is Target.ACCOMPLISHMENT


class Grade(StrEnum):
    """How good the evidence is, as interventions.md §1 grades it."""

    POOLED = "pooled"
    POOLED_LOW = "pooled-low"
    TRIAL = "trial"
    PILOT = "pilot"
    THIN = "thin"
    INDIRECT = "indirect"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One prior in standard deviations of its target; low and high are None where none is known.

    `is_width_carried`: the table gives a mean alone, and the width of the row's first effect was
    carried over (assumption).
    """

    target: Target
    mean: float
    low: float | None = None
    high: float | None = None
    is_width_carried: bool = False

    def __post_init__(self) -> None:
        if (self.low is None) != (self.high is None):
            raise ValueRefused("An interval has one end only.", "Give both ends, or none.")
        if self.low is not None and self.high is not None and not self.low < self.mean < self.high:
            raise ValueRefused("An effect lies outside its interval.", "Mend the catalog.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prerequisite:
    """What has to be there first. `is_own_choice`: the person can simply decide it.

    `comes_first`: without a yes it is not ranked at all, because going ahead could do harm.
    """

    key: str
    says: str
    is_own_choice: bool = False
    comes_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """One row of interventions.md §2, in words for people. Weeks and effects as the row gives them.

    `personal` says what one does oneself, `practice` what the practice does; one may be empty.
    `counterpart` is the id of an organizational one, or of the bundle a single step belongs to.
    `fits` names targets on which nobody has measured it: it may be offered for them, never ranked
    (assumption). `takes` is whose yes it takes. `half_life` is a whole sentence;
    `is_only_while_kept` where the table has no half-life but "while on".
    """

    id: str
    number: str
    name: str
    levels: tuple[Level, ...]
    takes: Level
    personal: str
    practice: str
    effects: tuple[Effect, ...]
    fits: tuple[Target, ...]
    onset: str
    onset_weeks: tuple[int, int] | None
    half_life: str
    prerequisites: tuple[Prerequisite, ...]
    grade: Grade
    evidence: str
    source: str
    counterpart: str
    note: str
    is_only_while_kept: bool = False

    def __post_init__(self) -> None:
        if not self.is_organizational and not self.counterpart:
            raise ValueRefused(
                "A suggestion stands without the practice's part.", "Name its counterpart."
            )

    @property
    def is_individual(self) -> bool:
        """True for what one does oneself, whether or not the practice can do it too."""
        return Level.INDIVIDUAL in self.levels

    @property
    def changes_work(self) -> bool:
        """True where the practice has a part in it."""
        return Level.ORGANIZATIONAL in self.levels

    @property
    def is_organizational(self) -> bool:
        return self.levels == (Level.ORGANIZATIONAL,)

    def find_effect(self, target: Target) -> Effect | None:
        """This will find what is known of one target, or None."""
        return next((effect for effect in self.effects if effect.target is target), None)
