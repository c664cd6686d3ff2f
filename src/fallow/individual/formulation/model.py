"""The values of the model: patterns, how constructs hang together, and what is merely assumed.

They know nothing of any person. The shape, general distress plus contrasts, is instruments.md §10;
every figure stands with its source in catalog/.
"""

from dataclasses import dataclass

from fallow.base.errors import ValueRefused

SOMETHING_ELSE = "something_else"
ORDINARY = "ordinary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One thing it could be: what stands out in it beyond general distress, and what helps.

    `marks` are contrasts by construct: 1 marked, 0.5 some, -0.5 less than general distress alone
    would bring. `says_yes` is the assumed share of people with this pattern who answer a question
    with yes. `odds` are its weight before anything was asked, `short` its name inside a sentence.
    """

    key: str
    label: str
    short: str
    answer: str
    odds: float
    distress_sds: float
    looseness: float
    marks: tuple[tuple[str, float], ...]
    says_yes: tuple[tuple[str, float], ...]
    source: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    """How strongly a construct moves with general distress: a correlation, with where from."""

    construct: str
    label: str
    loading: float
    source: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """One set of assumptions: overlap of constructs, size of contrasts, weight of something else.

    Each is a factor: `overlap` on the loadings, `contrast` on a marked contrast in SD of what is
    specific to a construct, `else_odds` on the odds of something else.
    """

    overlap: float
    contrast: float
    else_odds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Patterns, loadings and the sets of assumptions that are thought equally likely.

    `floor` is the share of people in whom something else looks just like any pattern. `unevenness`
    is the SD of how strongly a pattern shows, as a share of its size.
    """

    patterns: tuple[Pattern, ...]
    loadings: tuple[Loading, ...]
    assumed: tuple[Assumed, ...]
    middle: Assumed
    floor: float
    unevenness: float

    def __post_init__(self) -> None:
        names = [loading.construct for loading in self.loadings]
        marked = {name for pattern in self.patterns for name, _ in pattern.marks}
        if len(set(names)) != len(names) or marked - set(names):
            raise ValueRefused("A pattern names a construct without loading.", "Mend the catalog.")
        if SOMETHING_ELSE not in {pattern.key for pattern in self.patterns}:
            raise ValueRefused("A model leaves out that it is something else.", "Add it.")

    @property
    def constructs(self) -> tuple[str, ...]:
        return tuple(loading.construct for loading in self.loadings)

    def find_pattern(self, key: str) -> Pattern:
        """This will find one pattern by its key, or raise ValueRefused."""
        for pattern in self.patterns:
            if pattern.key == key:
                return pattern
        raise ValueRefused("There is no such pattern.", "Choose one that the catalog lists.")
