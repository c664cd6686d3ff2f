"""The models answer today what they answered when the golden room was looked over.

What the numbers ought to be is held by the models' own chapters; here they stay what they are, in
this Python and, in tests/journeys, in the page's own.
"""

import json

from tests.golden.rooms import (
    answer_room,
    find_differences,
    list_room_questions,
    read_room_expected,
)


def test_the_models_answer_what_they_answered() -> None:
    told = zip(list_room_questions(), answer_room(), read_room_expected(), strict=True)

    assert [one for three in told for one in find_differences(*three)] == []


def test_a_number_that_moves_by_a_millionth_is_found() -> None:
    question, expected = list_room_questions()[3], read_room_expected()[3]
    moved = json.loads(expected)
    moved["constructs"][0]["numbers"][0] *= 1 + 1e-6

    assert find_differences(question, json.dumps(moved), expected) == ["picture.constructs.numbers"]


def test_one_other_byte_of_a_score_is_found() -> None:
    question, expected = list_room_questions()[1], read_room_expected()[1]

    assert find_differences(question, f"{expected} ", expected) == ["score: other bytes"]
