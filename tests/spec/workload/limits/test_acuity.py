"""Acuity: what the treating clinician said of how much a client's care asks of them.

One answer for the whole caseload, and exceptions for one recurring entry or one client, known by
keyed references alone. Uncoded is not known. Nothing guesses it from a calendar (formats.md §4).
"""

from dataclasses import replace

import pytest
from tests.spec.workload.diary import MON, entry, session

from fallow.base.errors import ValueRefused
from fallow.workload.appointments import Kind
from fallow.workload.limits.acuity import (
    INDIVIDUAL_KEYS,
    UNCODED,
    AcuityException,
    CaseloadAcuity,
    find_modifier,
    find_weight_key,
)

SESSION = session(MON, "9:00", client_ref="client", label_ref="label")
BY_CLIENT = AcuityException(weight_key="maintenance", client_ref="client")
BY_LABEL = AcuityException(weight_key="trauma_processing", label_ref="label")


def told(
    *exceptions: AcuityException, caseload: str | None = "standard_individual"
) -> CaseloadAcuity:
    return CaseloadAcuity(caseload=caseload, exceptions=exceptions)


def test_without_an_answer_a_session_is_not_known() -> None:
    assert find_weight_key(SESSION, UNCODED) is None


@pytest.mark.parametrize("answer", INDIVIDUAL_KEYS)
def test_one_answer_holds_for_the_whole_caseload(answer: str) -> None:
    assert find_weight_key(SESSION, told(caseload=answer)) == answer


@pytest.mark.parametrize("exception", [BY_CLIENT, BY_LABEL])
def test_an_exception_holds_for_its_client_or_its_recurring_entry(
    exception: AcuityException,
) -> None:
    other = replace(SESSION, client_ref="another", label_ref="another")

    assert find_weight_key(SESSION, told(exception)) == exception.weight_key
    assert find_weight_key(other, told(exception)) == "standard_individual"


def test_where_two_exceptions_fit_the_first_decides() -> None:
    assert find_weight_key(SESSION, told(BY_CLIENT, BY_LABEL)) == "maintenance"
    assert find_weight_key(SESSION, told(BY_LABEL, BY_CLIENT)) == "trauma_processing"


def test_an_entry_without_a_client_or_a_title_is_no_exception() -> None:
    bare = session(MON, "9:00")

    assert find_weight_key(bare, told(BY_CLIENT, BY_LABEL)) == "standard_individual"


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (Kind.COUPLE_FAMILY, "couple_family"),
        (Kind.GROUP, "group_hour"),
        (Kind.INTAKE, "intake_assessment"),
        (Kind.CRISIS, "crisis_contact"),
    ],
)
def test_what_an_entry_is_can_say_its_weight_without_any_answer(kind: Kind, key: str) -> None:
    assert find_weight_key(entry(kind, MON, "9:00", 60), UNCODED) == key


def test_an_exception_goes_before_what_an_entry_is() -> None:
    couple = entry(Kind.COUPLE_FAMILY, MON, "9:00", 60, client_ref="client")
    heavier = AcuityException(weight_key="high_acute_risk", client_ref="client")

    assert find_weight_key(couple, told(heavier)) == "high_acute_risk"


def test_a_modifier_alone_leaves_the_weight_to_the_caseload() -> None:
    interpreter = AcuityException(modifier_key="mod_interpreter", client_ref="client")

    assert find_weight_key(SESSION, told(interpreter)) == "standard_individual"
    assert find_modifier(SESSION, told(interpreter)) == 0.2  # standards.md §2


def test_of_several_modifiers_the_strongest_counts() -> None:
    interpreter = AcuityException(modifier_key="mod_interpreter", client_ref="client")
    court = AcuityException(modifier_key="mod_court", label_ref="label")

    assert find_modifier(SESSION, told(interpreter, court)) == 0.3
    assert find_modifier(SESSION, told()) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"weight_key": "maintenance"},  # of whom?
        {"weight_key": "maintenance", "client_ref": "client", "label_ref": "label"},
        {"client_ref": "client"},  # what of them?
        {"weight_key": "mod_court", "client_ref": "client"},
        {"modifier_key": "maintenance", "client_ref": "client"},
        {"modifier_key": "mod_first_three", "client_ref": "client"},
        {"weight_key": "note_hours", "client_ref": "client"},
    ],
)
def test_an_exception_that_says_too_little_or_too_much_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueRefused):
        AcuityException(**wrong)


def test_a_caseload_answer_outside_the_list_is_refused() -> None:
    with pytest.raises(ValueRefused, match="not a weight for a caseload"):
        CaseloadAcuity(caseload="crisis_contact")
