"""One room whose page asks the desk, for the chapters on what it asks."""

import json
from typing import Any

from fallow.individual.desk import RoomDesk

Json = dict[str, Any]
TODAY = "2026-11-26"


def ask(do: str, **more: Any) -> Json:
    """This will put one question to a fresh desk, as the page does, and give its answer."""
    answer: Json = json.loads(RoomDesk().answer(json.dumps({"do": do, "today": TODAY, **more})))
    return answer


def example() -> Json:
    """The records of the example room, as the page sends them."""
    records = ask("example")["records"]
    (worked,) = [one["body"] for one in records if one["kind"] == "worked_weeks"]
    return {
        "checkins": [one["body"] for one in records if one["kind"] == "checkin"],
        "weeks": worked,
    }
