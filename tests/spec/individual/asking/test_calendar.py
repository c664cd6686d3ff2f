"""What the plan asks of the calendar on the device: never a title, never a feeling, by act alone.

The calendar is by hand: on Tuesday 24 November two sessions and a couple, on Wednesday supervision,
and on Tuesday 1 December a session from 12:00 to 12:50, all in New York. It is Thursday the 26th.
"""

import json
import re
from typing import Any
from uuid import UUID

from tests.spec.cli.samples import ZONE, write_calendar, write_event
from tests.spec.individual.asking.room import example

from fallow.individual.desk import RoomDesk
from fallow.individual.guidance.plan.calendar.clashes import NO_CALENDAR

Json = dict[str, Any]
WORKDAY = [[9 * 60, 17 * 60]]
ASKED = {
    "settings": {"zone": ZONE, "hours": [WORKDAY] * 5 + [[], []], "rules": []},
    "now": "2026-11-26T10:00:00-05:00",
    "key": "00" * 32,
    "is_example": False,
}
CALENDAR = write_calendar(
    write_event("a", "20261124", "0900-0950", "Session Wilhelmina"),
    write_event("b", "20261124", "1000-1050", "Couple Quagmire"),
    write_event("c", "20261124", "1000-1050", "Couple Quagmire again"),
    write_event("d", "20261125", "1400-1450", "Supervision"),
    write_event("e", "20261201", "1200-1250", "Session Wilhelmina"),
)
MARKS = [
    "Tuesday 24 November, 09:00, individual session",
    "Tuesday 24 November, 10:00, couple or family session",
    "Tuesday 24 November, 10:00, couple or family session (2)",
]
BLOCK = {"uid": str(UUID(int=1)), "date": "2026-12-01", "from": "12:30", "minutes": 30}


def _ask(do: str, *, has_calendar: bool = True, **more: Any) -> Json:
    desk = RoomDesk()
    if has_calendar:
        read = {"do": "read", "source": "own", "name": "own.ics", **ASKED}
        assert json.loads(desk.answer(json.dumps(read), CALENDAR.encode()))["ok"]
    answer: Json = json.loads(desk.answer(json.dumps({"do": do, **ASKED, **more})))
    assert answer["ok"], answer
    return answer


def _past(**more: Any) -> list[str]:
    asked = {"weeks": 2, "listed": [], **more}
    days = _ask("past_sessions", **asked)["days"]
    return [one["reference"] for day in days for one in day["sessions"]]


def test_blocks_are_shown_before_a_calendar_gets_them_and_say_busy_alone() -> None:
    """12:30 in New York in winter is 17:30 UTC."""
    answer = _ask("blocks", blocks=[BLOCK], has_calendar=False)

    assert [one["says"] for one in answer["blocks"]] == ["Tuesday 1 December, 12:30 to 13:00: Busy"]
    times = "DTSTART:20261201T173000Z\r\nDTEND:20261201T180000Z\r\nSUMMARY:Busy"
    assert times in answer["calendar"]


def test_a_block_that_meets_a_session_comes_with_the_nearest_free_place() -> None:
    answer = _ask("blocks", blocks=[BLOCK])

    (block,) = answer["blocks"]
    assert block["standing"] == "taken"
    assert block["note"].startswith("Your calendar has something at 12:00 to 12:50.")
    assert block["nearest"] == {"date": "2026-12-01", "from": "12:50"}
    assert "Wilhelmina" not in json.dumps(answer)


def test_the_file_holds_the_place_its_owner_chose_until_they_choose_another() -> None:
    moved = {**BLOCK, "from": "12:50"}

    assert "DTSTART:20261201T173000Z" in _ask("blocks", blocks=[BLOCK])["calendar"]
    answer = _ask("blocks", blocks=[moved])
    assert "DTSTART:20261201T175000Z" in answer["calendar"]
    assert answer["said"] == "Nothing in your calendar is in the way."


def test_without_a_calendar_it_is_said_that_nothing_was_checked() -> None:
    answer = _ask("blocks", blocks=[BLOCK], has_calendar=False)

    assert (answer["said"], answer["has_calendar"]) == (NO_CALENDAR, False)
    assert (answer["blocks"][0]["standing"], answer["blocks"][0]["note"]) == ("not_seen", "")


def test_an_example_is_not_held_against_the_calendar_of_whoever_looks_at_it() -> None:
    assert _ask("blocks", blocks=[BLOCK], is_example=True)["said"] == NO_CALENDAR


def test_nothing_of_how_someone_feels_can_be_in_what_leaves() -> None:
    felt = {**example(), "plan": {"drivers": ["load"], "asks_for_care": True}, "why": "worn out"}

    bare = _ask("blocks", blocks=[BLOCK])["calendar"]
    full = _ask("blocks", blocks=[{**BLOCK, "why": "exhaustion 4"}], **felt)["calendar"]

    assert full == bare
    values = {line.split(":")[0]: line.split(":", 1)[1] for line in bare.split()}
    words = [value for name, value in values.items() if name not in ("UID", "PRODID")]
    assert all(re.fullmatch(r"[0-9TZ]+|[A-Z.0-9]+|Busy", word) for word in words)


def test_notes_that_may_wait_come_by_day_with_their_age() -> None:
    (day,) = _ask("past_sessions", weeks=2, listed=[])["days"]

    assert (day["date"], day["says"]) == ("2026-11-24", "Tuesday 24 November, 2 days ago")
    assert [one["reference"] for one in day["sessions"]] == MARKS
    assert day["sessions"][0]["says"] == "09:00, individual session"


def test_no_name_of_the_calendar_is_in_them() -> None:
    answer = json.dumps(_ask("past_sessions", weeks=2, listed=[]))

    assert "Session" in CALENDAR
    assert not [name for name in ("Wilhelmina", "Quagmire") if name in answer]


def test_what_is_on_the_list_already_is_not_offered_again() -> None:
    assert _past(listed=[MARKS[0]]) == MARKS[1:]
    assert _past(listed=[MARKS[1]]) == [MARKS[0], MARKS[2]]


def test_what_was_looked_at_is_not_offered_again() -> None:
    looked = _ask("past_sessions", weeks=1, listed=[])["looked"]

    assert looked == {"from": "2026-11-19T00:00:00-05:00", "until": "2026-11-26T10:00:00-05:00"}
    assert _past(looked=looked) == []
    assert _past(looked={**looked, "until": "2026-11-24T10:30:00-05:00"}) == MARKS[1:]
    assert _past(looked={**looked, "from": "2026-11-24T09:30:00-05:00"}) == MARKS[:1]


def test_an_example_is_offered_nobodys_sessions() -> None:
    assert _past(is_example=True) == []
