"""The desk answers today what it answered when the golden files were looked over: byte for byte.

What the numbers in them ought to be is worked out by hand in test_figures_by_hand.py. The same
files are asked of the page's own Python in a browser, in tests/journeys.
"""

import pytest
from tests.golden.asking import CASES, answer_all, list_questions, read_expected


@pytest.mark.parametrize("case", CASES)
def test_the_desk_answers_byte_for_byte(case: str) -> None:
    answers = answer_all(case)

    for question, answer, expected in zip(
        list_questions(case), answers, read_expected(case), strict=True
    ):
        assert answer == expected, question.request[:200]


@pytest.mark.parametrize("case", CASES)
def test_nothing_a_calendar_says_is_in_the_answers_but_titles_to_sort(case: str) -> None:
    """Titles of unsorted entries come back to their owner; notes, places and people do not."""
    said = "\n".join(read_expected(case))

    for dropped in ("dropped while reading", "Room 2", "Invented", "golden.invalid", "Patient/"):
        assert dropped not in said
