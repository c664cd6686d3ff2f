"""The values of an instrument: items, scales, anchors, what it may be used for, whose norms.

They know nothing of any answer. A key belongs to one version of a form, never to a name.
"""

from dataclasses import dataclass
from enum import StrEnum

from fallow.base.errors import ValueRefused


class License(StrEnum):
    """What may be done with an instrument's wording (instruments.md §1)."""

    OWN = "own"
    PUBLIC_DOMAIN = "public_domain"
    FREE_CITE = "free_cite"
    PERMISSION = "permission"
    PAID = "paid"


class Method(StrEnum):
    """How the answers of a scale become its score."""

    MEAN = "mean"
    SUM = "sum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """The answers in order, each with the number it counts; words only where they are ours."""

    values: tuple[float, ...]
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(set(self.values)) != len(self.values) or len(self.values) < 2:
            raise ValueRefused("Answers need at least two different numbers.", "Mend the key.")
        if self.words and len(self.words) != len(self.values):
            raise ValueRefused("Each answer needs its words.", "Mend the key.")

    @property
    def least(self) -> float:
        return min(self.values)

    @property
    def most(self) -> float:
        return max(self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question by its key. `wording` is empty for an instrument of others."""

    key: str
    wording: str = ""
    is_reversed: bool = False
    anchors: str = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """One scale: its items, how many of them must be answered, and what a high score means."""

    name: str
    label: str
    items: tuple[str, ...]
    method: Method
    least_answered: int
    higher_is: str  # "more" of what the label names, or "better"
    reliability: float | None = None  # Cronbach's alpha where a source gives one
    population_sd: float | None = None
    reliability_source: str = ""
    reliability_evidence: str = ""

    @property
    def has_known_error(self) -> bool:
        """Whether a source says how far off a score may be."""
        return self.reliability is not None and self.population_sd is not None

    def __post_init__(self) -> None:
        if not 1 <= self.least_answered <= len(self.items):
            raise ValueRefused("A scale asks for more answers than it has.", "Mend the key.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NormSet:
    """Published figures to hold a score against, by the name of their population."""

    scale: str
    name: str
    mean: float
    sd: float | None
    count: int
    source: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One version of one form. Where no minimum is known, complete forms alone are scored."""

    key: str
    version: str
    label: str
    license: License
    license_note: str
    source: str
    evidence: str
    is_validated: bool
    anchors: tuple[tuple[str, Anchors], ...]
    items: tuple[Item, ...]
    scales: tuple[Scale, ...]
    norms: tuple[NormSet, ...] = ()
    recall_days: int | None = None  # how far back the form asks; None where it names no period

    def __post_init__(self) -> None:
        keys = [item.key for item in self.items]
        if len(set(keys)) != len(keys):
            raise ValueRefused("Two items of a form have one key.", "Mend the key.")
        unknown = {key for scale in self.scales for key in scale.items} - set(keys)
        if unknown or {item.anchors for item in self.items} - {name for name, _ in self.anchors}:
            raise ValueRefused(
                "A scale names an item that the form does not have.", "Mend the key."
            )

    def find_item(self, key: str) -> Item:
        """This will find one item by its key, or raise ValueRefused."""
        for item in self.items:
            if item.key == key:
                return item
        raise ValueRefused("The form has no such question.", "Answer the ones it asks.")

    def anchors_of(self, item: Item) -> Anchors:
        return dict(self.anchors)[item.anchors]
