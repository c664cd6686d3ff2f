"""The first words after a check-in. No score, no band and no trend: one week cannot carry them.

It knows our own weekly items. That three core answers of "nearly all the time" put human care
first is a starting value of Fallow (assumption), meant to be reached early rather than late.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from fallow.base.tables import read_table
from fallow.individual.instruments.catalog import OWN, find_instrument
from fallow.individual.instruments.instrument import Item, Scale
from fallow.individual.instruments.rotation import CORE
from fallow.individual.instruments.score import score

SEVERE_ANSWERS = 3
_OFTEN = 3  # of 0 to 4
TOO_EARLY = (
    "It is too early to say more. After eight weeks your own usual begins to show, "
    "and only then can a change be told from ordinary ups and downs."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One answer in words: what was asked, and what the person answered."""

    wording: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """One thing within reach, the practice's part beside it, and how sure either is."""

    personal: str
    practice: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWords:
    """What is said back. Where `care_first` is true, a person comes before any suggestion."""

    weighed: tuple[Said, ...]
    carried: tuple[Said, ...]
    other: tuple[Said, ...]
    reach: Reach | None
    care_first: bool
    too_early: str


def say_first_words(answers: Mapping[str, float]) -> FirstWords:
    """This will say answers back in words; ValueRefused for an answer that is not one of ours."""
    form = find_instrument(OWN)
    score(form, answers)  # refuses what does not fit
    said = [(item, _said(item, answers[item.key])) for item in form.items if item.key in answers]
    weighed = tuple(s for item, s in said if _weighs(item, answers[item.key]))
    carried = tuple(s for item, s in said if _carries(item, answers[item.key]))
    care_first = _count_severe(answers) >= SEVERE_ANSWERS
    return FirstWords(
        weighed=weighed,
        carried=carried,
        other=tuple(s for _, s in said if s not in weighed and s not in carried),
        reach=None if care_first else _choose_reach(answers),
        care_first=care_first,
        too_early=TOO_EARLY,
    )


def _said(item: Item, value: float) -> Said:
    anchors = find_instrument(OWN).anchors_of(item)
    return Said(wording=item.wording, answer=anchors.words[anchors.values.index(value)])


def _is_good(item: Item) -> bool:
    """Whether "nearly all the time" is a good answer to this question."""
    return (_scale_of(item).higher_is == "better") != item.is_reversed


def _scale_of(item: Item) -> Scale:
    scales = find_instrument(OWN).scales
    return next(scale for scale in scales if item.key in scale.items)


def _burden(item: Item, value: float) -> float:
    """0 to 4, the heavier the higher, whichever way the question was put."""
    return 4 - value if _is_good(item) else value


def _weighs(item: Item, value: float) -> bool:
    return _burden(item, value) >= _OFTEN


def _carries(item: Item, value: float) -> bool:
    return _is_good(item) and value >= _OFTEN


def _count_severe(answers: Mapping[str, float]) -> int:
    form = find_instrument(OWN)
    core = [item for item in form.items if _scale_of(item).name in CORE and item.key in answers]
    return len([item for item in core if _burden(item, answers[item.key]) == 4])


def _choose_reach(answers: Mapping[str, float]) -> Reach | None:
    """The thing for what weighs most; the order of the form decides between equals."""
    form = find_instrument(OWN)
    asked = [item for item in form.items if item.key in answers]
    if not asked:
        return None
    heaviest = max(asked, key=lambda item: _burden(item, answers[item.key]))
    return _reaches()[_scale_of(heaviest).name]


@cache
def _reaches() -> dict[str, Reach]:
    table = read_table(__package__, "reach.toml")
    return {name: Reach(**told) for name, told in table.items()}
