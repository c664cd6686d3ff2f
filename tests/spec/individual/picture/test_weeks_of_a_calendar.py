"""What is kept of one's own calendar: figures of weeks that are over, and never an entry."""

import json
from typing import Any

from tests.journeys.calendars import write_ics

from fallow.individual.desk import RoomDesk

SETTINGS = {
    "zone": "America/New_York",
    "hours": [[[540, 1020]]] * 5 + [[], []],
    "rules": [],
    "caseload": "maintenance",
    "exceptions": [],
    "minutes_by_code": {},
    "paid_hours": None,
}
ASKED = {"settings": SETTINGS, "key": "00" * 32, "now": "2026-11-18T12:00:00-05:00"}


def _read_calendar(weeks: int) -> RoomDesk:
    desk = RoomDesk()
    request = {"do": "read", "source": "calendar 1", "name": "ada.ics", "mapping": None, **ASKED}
    assert json.loads(desk.answer(json.dumps(request), write_ics(weeks)))["ok"]
    return desk


def _keep(desk: RoomDesk, kept: Any = None, today: str = "2026-11-18") -> dict[str, Any]:
    request = {"do": "worked_weeks", "weeks": kept, "monday": None, "today": today, **ASKED}
    answer: dict[str, Any] = json.loads(desk.answer(json.dumps(request)))
    assert answer["ok"]
    return answer


def test_weeks_that_are_over_are_kept_with_their_hours() -> None:
    """Each week holds 20 h with clients; the last one is not over on a Wednesday."""
    kept = _keep(_read_calendar(4))["weeks"]

    assert [week["monday"] for week in kept] == ["2026-10-26", "2026-11-02", "2026-11-09"]
    assert {week["contact_minutes"] for week in kept} == {1200}


def test_nothing_else_of_a_calendar_is_kept() -> None:
    answer = _keep(_read_calendar(2))

    assert set(answer["weeks"][0]) == {
        "monday",
        "seen_share",
        "contact_minutes",
        "weighted_hours",
        "weighted_low",
        "weighted_high",
    }


def test_weeks_kept_before_stay_when_a_shorter_calendar_comes() -> None:
    before = _keep(_read_calendar(4))

    after = _keep(_read_calendar(2), {"weeks": before["weeks"]})

    assert after["weeks"] == before["weeks"]
    assert not after["is_new"]


def test_a_room_without_a_calendar_keeps_nothing() -> None:
    assert _keep(RoomDesk()) == {"ok": True, "weeks": [], "is_new": False}
