"""The catalog: one record for each number, with its source and how sure it is.

It knows nothing of how a number is used. A practice may choose other values in its policy.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from fallow.base.errors import ValueRefused
from fallow.base.tables import read_table

_FILES = ("acuity.toml", "caps.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogEntry:
    """One number that Fallow ships, as its source gives it."""

    key: str
    label: str
    value: float
    unit: str
    population: str
    source: str
    edition: str
    evidence: str
    reviewed_on: date
    low: float | None = None
    high: float | None = None
    source_year: int | None = None
    note: str = ""

    @property
    def evidence_words(self) -> str:
        """How the evidence is said on a page."""
        if self.evidence == "assumption":
            return "a starting value, not evidence"
        return f"{self.source} ({self.evidence})"


@cache
def list_entries() -> tuple[CatalogEntry, ...]:
    """This will give every entry, in the order of the files."""
    records = [record for name in _FILES for record in read_table(__package__, name)["entry"]]
    return tuple(CatalogEntry(**record) for record in records)


def find_entry(key: str) -> CatalogEntry:
    """This will find one entry by its key, or raise ValueRefused."""
    for entry in list_entries():
        if entry.key == key:
            return entry
    raise ValueRefused("The catalog has no such entry.", "Choose one of the keys it lists.")
