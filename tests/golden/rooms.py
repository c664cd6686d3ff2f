"""What a golden room asks of the desk: the example's weeks through picture, pattern, plan, trial.

Scores and exposures have to be the same bytes everywhere; numbers of models the same to 1e-9 of
themselves, since a logarithm may differ in its last digit from one machine to another.
"""

import json
import math
from pathlib import Path
from typing import Any

from fallow.individual.desk import RoomDesk

KEPT = Path(__file__).parent / "cases" / "room" / "expected.jsonl"
TODAY = "2026-11-26"
Json = dict[str, Any]
EXACT = ("example", "score", "first_words")
NEAR = 1e-9
_TRIAL = {
    "what": "A walk at noon",
    "measure": "exhaustion",
    "start_date": "2026-08-03",
    "look_date": "2026-11-02",
    "onset_weeks": 4,
    "works_through_load": False,
}


def list_room_questions() -> tuple[str, ...]:
    """This will give the questions in their order, as the page sends them."""
    records = json.loads(RoomDesk().answer(json.dumps({"do": "example"})))["records"]
    checkins = [one["body"] for one in records if one["kind"] == "checkin"]
    (weeks,) = [one["body"] for one in records if one["kind"] == "worked_weeks"]
    room = {"checkins": checkins, "weeks": weeks, "today": TODAY}
    answers = checkins[-1]["answers"]
    asked: list[Json] = [
        {"do": "example"},
        {"do": "score", "instrument": "fallow_weekly", "answers": answers},
        {"do": "first_words", "answers": answers},
        {"do": "picture", **room},
        {"do": "picture_weeks", "construct": "exhaustion", **room},
        {"do": "picture_weeks", "construct": "accomplishment", "all": True, **room},
        {"do": "could_be", **room},
        {"do": "plan", **room},
        {"do": "trials", "trials": [_TRIAL], **room},
    ]
    return tuple(json.dumps(one) for one in asked)


def answer_room() -> list[str]:
    """This will put every question to one desk."""
    desk = RoomDesk()
    return [desk.answer(question) for question in list_room_questions()]


def read_room_expected() -> list[str]:
    return KEPT.read_bytes().decode("utf-8").split("\n")[:-1]


def keep_room_answers(answers: list[str]) -> None:
    KEPT.write_bytes("".join(f"{answer}\n" for answer in answers).encode("utf-8"))


def find_differences(question: str, answer: str, expected: str) -> list[str]:
    """This will name what differs: any byte of what is exact, and numbers by more than 1e-9."""
    do = json.loads(question)["do"]
    if do in EXACT:
        return [] if answer == expected else [f"{do}: other bytes"]
    return list(_differ(do, json.loads(answer), json.loads(expected)))


def _differ(place: str, one: Any, other: Any) -> list[str]:
    if type(one) is not type(other):
        return [place]
    if isinstance(one, dict):
        return [
            *([place] if one.keys() != other.keys() else []),
            *(
                found
                for key in one
                for found in _differ(f"{place}.{key}", one[key], other.get(key))
            ),
        ]
    if isinstance(one, list):
        pairs = zip(one, other, strict=False)
        longer = [place] if len(one) != len(other) else []
        return [*longer, *(found for a, b in pairs for found in _differ(place, a, b))]
    if isinstance(one, float):
        return [] if math.isclose(one, other, rel_tol=NEAR, abs_tol=1e-12) else [place]
    return [] if one == other else [place]
