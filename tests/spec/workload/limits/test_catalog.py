"""The catalog: one record for each number that Fallow ships, as standards.md §1 asks for it.

key, value, range, unit, population, source, source year, edition, evidence, date of review, note.
A practice may choose another value; beside an assumption stands "a starting value, not evidence".
"""

import pytest

from fallow.base.errors import ValueRefused
from fallow.workload.limits.catalog import CatalogEntry, find_entry, list_entries

EVIDENCE = {"verified", "secondary", "unverified", "derived", "assumption"}  # standards.md, head
WITHOUT_A_YEAR = {"moderate_comorbidity", "after_hours_docs_week", "supervision_dose"}


@pytest.mark.parametrize("entry", list_entries(), ids=lambda entry: entry.key)
def test_a_record_says_what_it_is_of_whom_and_from_where(entry: CatalogEntry) -> None:
    told = (entry.key, entry.label, entry.unit, entry.population, entry.source, entry.edition)

    assert [text for text in told if not text.strip()] == []
    assert entry.evidence in EVIDENCE
    assert entry.reviewed_on.year >= 2026


@pytest.mark.parametrize("entry", list_entries(), ids=lambda entry: entry.key)
def test_a_record_has_the_year_of_its_source_or_says_that_it_was_not_found(
    entry: CatalogEntry,
) -> None:
    if entry.key in WITHOUT_A_YEAR:
        assert entry.source_year is None
        assert "not found" in entry.note
    else:
        assert entry.source_year is not None


@pytest.mark.parametrize("entry", list_entries(), ids=lambda entry: entry.key)
def test_a_value_lies_in_its_range(entry: CatalogEntry) -> None:
    assert (entry.low is None) == (entry.high is None)
    if entry.low is not None and entry.high is not None:
        assert entry.low <= entry.value <= entry.high


def test_every_key_is_there_once() -> None:
    keys = [entry.key for entry in list_entries()]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("entry", list_entries(), ids=lambda entry: entry.key)
def test_an_assumption_is_called_a_starting_value_and_not_evidence(entry: CatalogEntry) -> None:
    is_called_so = entry.evidence_words == "a starting value, not evidence"

    assert is_called_so == (entry.evidence == "assumption")


def test_a_number_with_evidence_names_its_source_and_how_sure_it_is() -> None:
    assert find_entry("after_hours_docs_week").evidence_words == "KLAS, eScholarship (verified)"


def test_a_number_that_is_not_in_the_catalog_is_refused() -> None:
    with pytest.raises(ValueRefused, match="no such entry"):
        find_entry("streak")
