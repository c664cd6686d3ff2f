"""The rules to start from: words that clinicians commonly write, for each kind of work.

They are a starting value, not evidence, and their owner can change each of them. None of them
guesses at what a client has: no condition and no treatment decides anything.
"""

import pytest

from fallow.workload.appointments import Kind
from fallow.workload.sorting.rules import TitleRule
from fallow.workload.sorting.sort import Sorter
from fallow.workload.sorting.starting_rules import starting_rules

TITLES = [
    ("Supervision w/ Sol", Kind.SUPERVISION),
    ("Peer supervision", Kind.PEER_CONSULTATION),
    ("Balint", Kind.PEER_CONSULTATION),
    ("Intake - new referral", Kind.INTAKE),
    ("Skills group", Kind.GROUP),
    ("Couple, room 2", Kind.COUPLE_FAMILY),
    ("Crisis", Kind.CRISIS),
    ("on-call contact", Kind.CRISIS),
    ("On call", Kind.ON_CALL),
    ("Notes", Kind.ADMINISTRATION),
    ("Staff meeting", Kind.ADMINISTRATION),
    ("CPD webinar", Kind.TRAINING),
    ("Drive to clinic B", Kind.TRAVEL),
    ("DO NOT BOOK", Kind.PROTECTED_TIME),
    ("Annual leave", Kind.LEAVE),
    ("Out of office", Kind.LEAVE),
    ("Lunch", Kind.PERSONAL),
    ("Telehealth", Kind.INDIVIDUAL),
]
NEVER = (
    "trauma", "emdr", "ptsd", "dbt", "suicidal", "si", "depression", "anxiety", "ocd", "psychosis",
    "bipolar", "borderline", "bpd", "addiction", "sud", "eating disorder", "grief", "autism",
)  # fmt: skip


@pytest.fixture(name="sorter", scope="module")
def _sorter() -> Sorter:
    return Sorter(starting_rules())


@pytest.mark.parametrize(("title", "kind"), TITLES)
def test_a_usual_title_is_sorted(sorter: Sorter, title: str, kind: Kind) -> None:
    assert sorter.sort(label_ref=None, title=title)[0] is kind


@pytest.mark.parametrize("condition", NEVER)
def test_a_condition_decides_nothing(sorter: Sorter, condition: str) -> None:
    assert sorter.sort(label_ref=None, title=condition)[0] is Kind.UNKNOWN


@pytest.mark.parametrize("title", ["J.S.", "", "Tue 10", "AB (3)"])
def test_initials_and_numbers_stay_open(sorter: Sorter, title: str) -> None:
    assert sorter.sort(label_ref=None, title=title)[0] is Kind.UNKNOWN


def test_every_kind_but_unknown_has_a_rule() -> None:
    assert {rule.kind for rule in starting_rules()} == set(Kind) - {Kind.UNKNOWN}


def test_no_rule_says_the_same_twice() -> None:
    words = [rule.words for rule in starting_rules()]

    assert len(words) == len(set(words))


def test_a_rule_of_ones_own_goes_before_them() -> None:
    own = TitleRule(kind=Kind.TRAINING, words="supervision")

    sorter = Sorter((own, *starting_rules()))

    assert sorter.sort(label_ref=None, title="Supervision")[0] is Kind.TRAINING
