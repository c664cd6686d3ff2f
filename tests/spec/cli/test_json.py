"""`--json`: stable names, ISO days, null for what is not known, and no title of any entry."""

import json

from tests.spec.cli.samples import TUESDAY_RUN


def test_the_answer_has_four_parts_and_a_zone(work) -> None:
    answer = json.loads(work(TUESDAY_RUN, "--json").out)

    assert list(answer) == ["zone", "measured_at", "weeks", "stands_out", "read"]
    assert answer["measured_at"] == "2026-11-25T12:00:00+00:00"


def test_a_week_has_every_figure_by_the_name_of_the_reference(work) -> None:
    week = json.loads(work(TUESDAY_RUN, "--json").out)["weeks"][0]

    assert (week["monday"], week["is_over"]) == ("2026-11-16", True)
    assert week["coverage"] == {"share": 1.0, "gaps": []}
    assert (week["contact_minutes"], week["sessions"], week["longest_run"]) == (200, 4, 4)
    assert week["after_hours_notes_minutes"] == 60
    assert week["notes_waiting"] is None
    assert set(week["weighted_hours"]) == {"value", "low", "high", "unit", "source"}


def test_a_week_that_is_not_known_has_null_in_every_figure(work) -> None:
    week = json.loads(work(TUESDAY_RUN, "--json").out)["weeks"][1]

    figures = {k: v for k, v in week.items() if k not in ("monday", "is_over", "coverage")}
    assert week["coverage"]["share"] == 0
    assert set(figures.values()) == {None}


def test_what_stands_out_is_there_in_words(work) -> None:
    answer = json.loads(work(TUESDAY_RUN, "--json").out)

    assert answer["stands_out"]["monday"] == "2026-11-16"
    assert "4 sessions" in answer["stands_out"]["headlines"][0]["sentence"]


def test_what_was_read_is_told_in_counts(work) -> None:
    read = json.loads(work(TUESDAY_RUN, "--json").out)["read"]

    assert (read["format"], read["entries"], read["not_sorted"]) == ("iCalendar", 6, 1)
    assert (read["first_date"], read["last_date"]) == ("2026-11-17", "2026-11-18")


def test_no_title_is_in_it(work) -> None:
    assert "Blue room" not in work(TUESDAY_RUN, "--json").out
