"""Every weight of standards.md §2 is in the catalog, with the same value, range and evidence word.

The table is copied by hand from the fact sheet. All of it is assumption.
"""

import pytest

from fallow.workload.limits.acuity import INDIVIDUAL_KEYS, KEY_BY_KIND, MODIFIER_KEYS
from fallow.workload.limits.catalog import find_entry, list_entries

WEIGHTS = [
    ("maintenance", 0.8, (0.6, 0.9)),
    ("standard_individual", 1.0, (1.0, 1.0)),  # the reference, without a range
    ("moderate_comorbidity", 1.2, (1.1, 1.4)),
    ("trauma_processing", 1.4, (1.2, 1.7)),
    ("high_acute_risk", 1.5, (1.3, 1.8)),
    ("severe_pd_dbt", 1.6, (1.3, 1.9)),
    ("crisis_contact", 1.8, (1.4, 2.0)),
    ("intake_assessment", 1.4, (1.2, 1.6)),
    ("couple_family", 1.25, (1.1, 1.4)),
    ("child_with_carer", 1.2, (1.1, 1.4)),
    ("group_hour", 1.5, (1.2, 1.8)),
]
OTHERS = [
    ("mod_first_three", 0.15),
    ("mod_interpreter", 0.2),
    ("mod_court", 0.3),
    ("weight_ceiling", 2.0),  # "capped at 2.0"
    ("note_hours", 0.25),  # "0.25 h × number of appointments (notes)"
    ("group_note_hours", 0.1),  # "plus 0.1 h notes per member"
]


@pytest.mark.parametrize(("key", "value", "span"), WEIGHTS)
def test_a_weight_and_its_range(key: str, value: float, span: tuple[float, float]) -> None:
    entry = find_entry(key)

    assert (entry.value, entry.low, entry.high) == (value, *span)
    assert (entry.unit, entry.evidence) == ("weight", "assumption")


@pytest.mark.parametrize(("key", "value"), OTHERS)
def test_a_modifier_and_what_notes_take(key: str, value: float) -> None:
    entry = find_entry(key)

    assert (entry.value, entry.low, entry.evidence) == (value, None, "assumption")


def test_every_weight_can_be_given_by_an_answer_or_a_kind() -> None:
    assert {*INDIVIDUAL_KEYS, *KEY_BY_KIND.values()} == {key for key, _, _ in WEIGHTS}


def test_of_the_modifiers_all_but_the_first_three_appointments_are_counted() -> None:
    # No calendar says when a course of sessions began (ADR 11).
    modifiers = {entry.key for entry in list_entries() if entry.key.startswith("mod_")}

    assert modifiers - set(MODIFIER_KEYS) == {"mod_first_three"}
    assert find_entry("mod_first_three").note.startswith("Not counted")
