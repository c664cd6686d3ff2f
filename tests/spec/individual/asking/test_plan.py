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
    assert all(one["grade"] and one["effect"] for one in suggestions)
    assert all(one["source"].startswith("(") for one in suggestions)  # how sure it is


def test_what_was_declined_does_not_come_back() -> None:
    first = ask("plan", **example())["suggestions"][0]["id"]

    again = ask("plan", **example(), plan={"declined": [first]})["suggestions"]

    assert first not in [one["id"] for one in again]


def _needing(**plan: Any) -> dict[str, Any]:
    answer = ask("plan", **example(), plan=plan)
    return {one["id"]: one for one in answer["needing"]}


def test_what_needs_something_first_says_so_and_is_not_suggested() -> None:
    """interventions.md §3, rule 7: an item without its prerequisite is shown as "needs …"."""
    needing = _needing()

    assert list(needing) == ["exercise-program", "sleep-cbti"]
    assert needing["exercise-program"]["needs"].startswith("Needs a body that may")
    assert not needing["exercise-program"]["is_there"]
    assert needing["exercise-program"]["suggestion"] is None


def test_once_it_is_there_it_is_suggested_like_anything_else() -> None:
    needing = _needing(has=["medically_fine"])

    said = needing["exercise-program"]["suggestion"]
    assert list(needing) == ["exercise-program", "sleep-cbti"]  # each keeps its place
    assert needing["exercise-program"]["is_there"]
    assert all((said["effect"], said["grade"], said["source"]))
    assert said["practice"].startswith("The practice can")
    assert needing["sleep-cbti"]["suggestion"] is None


def test_once_it_is_there_it_can_be_among_the_first_and_is_not_said_twice() -> None:
    plan = {"has": ["medically_fine"], "feasible": {}, "declined": []}
    while "exercise-program" not in (ids := _suggested(plan)):
        plan["declined"] = [*plan["declined"], *ids]

    assert _needing(**plan)["exercise-program"]["suggestion"] is None


def _suggested(plan: dict[str, Any]) -> list[str]:
    ids = [one["id"] for one in ask("plan", **example(), plan=plan)["suggestions"]]
    assert ids, "nothing is left to suggest"
    return ids


def test_whoever_lacks_what_is_asked_sees_what_it_needs_until_it_is_there() -> None:
    plan = {"declined": ["mindfulness-group", "relaxation-breathing"]}
    (asked,) = [
        one
        for one in ask("plan", **example(), plan=plan)["suggestions"]
        if one["id"] == "cbt-stress-skills"
    ]
    assert (asked["needs"], asked["asks"]) == ("Needs a trainer or a course.", ["trainer"])

    lacking = {**plan, "lacks": asked["asks"]}
    there = {**plan, "has": asked["asks"]}

    assert "cbt-stress-skills" not in _suggested(lacking)
    assert not _needing(**lacking)["cbt-stress-skills"]["is_there"]
    assert "cbt-stress-skills" in _suggested(there)
    assert _needing(**there)["cbt-stress-skills"]["is_there"]


def test_a_call_after_a_bad_event_waits_for_a_yes_to_being_voluntary() -> None:
    tense = [_week({"rushed": 3}, f"2026-{day}") for day in ("11-09", "11-16", "11-23")]

    needing = ask("plan", checkins=tense)["needing"]

    (call,) = [one for one in needing if one["id"] == "critical-incident-contact"]
    assert call["needs"] == "Needs a call that is voluntary, with no forced debriefing."


def test_the_persons_own_word_on_how_easy_it_is_changes_the_order() -> None:
    first = ask("plan", **example())["suggestions"][0]["id"]

    told = ask("plan", **example(), plan={"feasible": {first: "hard"}})["suggestions"]

    assert first not in [one["id"] for one in told]


def test_a_caution_in_the_table_comes_along() -> None:
    declined = ["mindfulness-group", "relaxation-breathing"]

    told = ask("plan", **example(), plan={"declined": declined})["suggestions"]

    notes = {one["id"]: one["note"] for one in told}
    assert notes["cbt-stress-skills"] == "Works on exhaustion only."


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


def test_as_long_as_nobody_said_how_much_time_there_is_none_is_called_too_little() -> None:
    notes = {"waiting": [{"reference": "a", "session_date": "2026-11-24", "minutes": 30}]}

    unsaid = ask("plan", checkins=[], plan={"notes": notes})["lines"]["notes"]["said"]
    said = ask("plan", checkins=[], plan={"notes": {**notes, "free_minutes": 30}})

    assert unsaid == "1 note waits, the oldest for 2 days."
    assert said["lines"]["notes"]["said"] == (
        "1 note waits, the oldest for 2 days. With this time, it is about 1 week until none wait."
    )
