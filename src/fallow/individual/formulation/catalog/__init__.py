"""The catalog: published correlations, patterns, questions and the page of each construct.

It knows files. Every figure in them has its source beside it, or says that it is a choice.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from fallow.base.errors import ValueRefused
from fallow.base.tables import read_table
from fallow.individual.formulation.model import Assumed, Loading, Model, Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One published correlation that the loadings were made from or are held against."""

    key: str
    r: float
    says: str
    source: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One fact that a person may be asked: yes, no, or not sure, which is left out."""

    key: str
    wording: str
    why: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """What one source says, in our words, and how sure that is."""

    says: str
    source: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstructPage:
    """What a construct is, how it differs, what helps to tell it apart, and what it asks for."""

    key: str
    label: str
    what: str
    differs: str
    tells_apart: str
    answer: str
    sources: tuple[SourceLine, ...]


@cache
def published_model() -> Model:
    """This will give the model that ships: general distress, seven patterns, 27 assumptions."""
    told = read_table(__package__, "patterns.toml")
    related = read_table(__package__, "correlations.toml")
    choices = told["choices"]
    return Model(
        patterns=tuple(_read_pattern(pattern) for pattern in told["pattern"]),
        loadings=tuple(Loading(**loading) for loading in related["loading"]),
        assumed=tuple(
            Assumed(overlap=overlap["factor"], contrast=contrast, else_odds=odds)
            for overlap in related["overlap"]
            for contrast in choices["contrasts"]
            for odds in choices["else_odds"]
        ),
        middle=Assumed(overlap=1.0, contrast=choices["contrasts"][1], else_odds=1.0),
        floor=choices["floor"],
        unevenness=choices["unevenness"],
    )


@cache
def list_published() -> tuple[Published, ...]:
    """This will list the published correlations, each with its source and evidence word."""
    told = read_table(__package__, "correlations.toml")["published"]
    return tuple(Published(**one) for one in told)


@cache
def list_questions() -> tuple[Question, ...]:
    """This will list the facts worth asking about, beyond the weekly items."""
    return tuple(Question(**told) for told in read_table(__package__, "patterns.toml")["question"])


@cache
def list_construct_pages() -> tuple[ConstructPage, ...]:
    """This will list the short sourced page of each construct."""
    told = read_table(__package__, "constructs.toml")["construct"]
    return tuple(_read_page(one) for one in told)


def find_construct_page(key: str) -> ConstructPage:
    """This will find one page by its construct or pattern, or raise ValueRefused."""
    for page in list_construct_pages():
        if page.key == key:
            return page
    raise ValueRefused("There is no page for this.", "Choose one that the catalog lists.")


def _read_pattern(told: dict[str, Any]) -> Pattern:
    turned = {
        "marks": tuple(told["marks"].items()),
        "says_yes": tuple(told["says_yes"].items()),
    }
    return Pattern(**told | turned)


def _read_page(told: dict[str, Any]) -> ConstructPage:
    return ConstructPage(
        **told | {"sources": tuple(SourceLine(**line) for line in told["sources"])}
    )
