"""The plan, as its page asks: a person first where answers are heavy, and never one side alone."""

from typing import Any

from tests.spec.individual.asking.room import ask, example

SEVERE = {"drained": 4, "not_there": 4, "rushed": 4}


def _week(answers: dict[str, int], monday: str = "2026-11-23") -> dict[str, Any]:
    return {"form": "fallow_weekly", "version": "1", "week": monday, "answers": answers}


def test_severe_answers_put_a_person_first_from_the_first_week_on() -> None:
    answer = ask("plan", checkins=[_week(SEVERE)])

    assert answer["care_first"]
    assert answer["warnings"][0].startswith("What you answered is a lot to carry.")
    assert len(answer["help"]["routes"]) >= 4


def test_severe_answers_leave_out_what_one_does_alone() -> None:
    """Rows 1 to 14 of interventions.md are not the sole answer (its rule 4)."""
    answer = ask("plan", checkins=[_week(SEVERE)])

    names = [one["id"] for one in answer["suggestions"]]
    assert names
    assert not {"mindfulness-group", "relaxation-breathing", "exercise-program"} & set(names)


def test_severe_answers_of_long_ago_do_not() -> None:
    light = {"drained": 0, "not_there": 0, "rushed": 0}
    weeks = [
        _week(SEVERE, "2026-11-02"),
        _week(light, "2026-11-16"),
        _week(light, "2026-11-23"),
    ]

    assert not ask("plan", checkins=weeks)["care_first"]


def test_a_heads_up_puts_a_person_first_too() -> None:
    assert ask("plan", **example())["care_first"]


def test_one_or_two_are_suggested_each_beside_the_practices_part() -> None:
    suggestions = ask("plan", **example())["suggestions"]

    assert 1 <= len(suggestions) <= 2
    assert all(one["practice"].startswith("The practice can") for one in suggestions)
    assert all(one["grade"] and one["source"] and one["effect"] for one in suggestions)


def test_what_was_declined_does_not_come_back() -> None:
    first = ask("plan", **example())["suggestions"][0]["id"]

    again = ask("plan", **example(), plan={"declined": [first]})["suggestions"]

    assert first not in [one["id"] for one in again]


def test_where_nothing_weighs_nothing_is_suggested() -> None:
    assert ask("plan", checkins=[])["suggestions"] == []


def test_the_gauge_of_rest_is_silent_until_it_is_chosen() -> None:
    days = [{"sleep_hours": 8}]

    off = ask("plan", checkins=[], plan={"rest": {"days": days}})["lines"]["rest"]
    on = ask("plan", checkins=[], plan={"rest": {"is_chosen": True, "days": days}})["lines"]["rest"]

    assert off["said"] == ""
    assert on["said"].startswith("Rest, with sleep, was 33% of 1 day; the book says 42%.")


def test_notes_come_late_ones_first_then_quick_ones() -> None:
    waiting = [
        {"reference": "long", "session_date": "2026-11-24", "minutes": 30},
        {"reference": "quick", "session_date": "2026-11-25", "minutes": 5},
        {"reference": "late", "session_date": "2026-11-02", "minutes": 30},
    ]

    notes = {"waiting": waiting, "due_days": 7, "free_minutes": 60, "fresh_minutes": 27}
    said = ask("plan", checkins=[], plan={"notes": notes})["lines"]["notes"]

    assert said["order"] == ["late", "quick", "long"]
    assert "about 2 weeks" in said["said"]  # 65 minutes wait, 33 a week are gained


def test_blocks_are_shown_before_a_calendar_gets_them_and_say_busy_alone() -> None:
    """12:30 in New York in winter is 17:30 UTC."""
    block = {"uid": "one", "date": "2026-12-01", "from": "12:30", "minutes": 45}

    answer = ask("blocks", blocks=[block], zone="America/New_York", now="2026-11-26T10:00:00+00:00")

    assert answer["preview"] == ["Tuesday 1 December, 12:30 to 13:15: Busy"]
    assert (
        "DTSTART:20261201T173000Z\r\nDTEND:20261201T181500Z\r\nSUMMARY:Busy" in answer["calendar"]
    )
