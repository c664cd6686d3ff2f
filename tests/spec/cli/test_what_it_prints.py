"""`fallow work FILE` prints a line for each week, what stands out, and what that rests on."""

import pytest
from tests.spec.cli.samples import (
    FHIR,
    SIMPLEPRACTICE,
    TUESDAY_RUN,
    cells_of,
    write_calendar,
    write_event,
)


def test_a_week_is_one_line_under_the_names_of_its_columns(work) -> None:
    said = work(TUESDAY_RUN)

    # 4 sessions of 50 minutes; weights 0.8 to 1.6 of 3.33 h and 4 × 0.25 h for notes: 3.7 to 6.3;
    # the hour of notes at 20:10 lies outside 9 to 17
    cells = cells_of(said.out, "2026-11-16")
    assert cells == [
        "2026-11-16",
        "3 h 20 min",
        "3.7 to 6.3 h",
        "4",
        "4",
        "1 h",
        "not known",
        "100 %",
    ]
    assert said.out.startswith("week of ")
    assert said.code == 0


def test_a_week_the_file_does_not_tell_of_is_not_known_and_never_nought(work) -> None:
    said = work(TUESDAY_RUN)

    assert cells_of(said.out, "2026-11-23") == ["2026-11-23", "not known", "0 %"]


def test_what_stands_out_is_said_with_the_practices_counterpart(work) -> None:
    said = work(TUESDAY_RUN)

    # 9:00 to 12:35 are 3 h 35 min
    assert "The week of 16 November 2026\n  On Tuesday 4 sessions followed one another" in said.out
    assert "3 h 35 min from first to last" in said.out
    assert "\n  The practice can " in said.out


def test_entries_of_no_kind_are_asked_about_in_groups(work) -> None:
    said = work(TUESDAY_RUN)

    assert "1 entry is not sorted and counts as nothing:" in said.out
    assert "  1 like this: “Blue room”, usually 60 min" in said.out


def test_what_was_taken_for_granted_is_said(work) -> None:
    said = work(SIMPLEPRACTICE, name="report.csv")

    assert "Read as SimplePractice: 2 entries in the file, 2 appointments" in said.out
    assert "2 came without a length; it was inferred." in said.out
    assert "2 came without a zone; America/New_York was taken." in said.out
    assert "Working hours: Monday to Friday, 9 to 17." in said.out
    assert "Weights are starting values, not evidence." in said.out


def test_a_week_that_is_not_over_says_so(work) -> None:
    said = work(write_calendar(write_event("a", "20261127", "0900-0950", "Session")))

    assert "The last week is not over; what is booked counts." in said.out


def test_nothing_in_the_asked_weeks_is_said_with_where_to_look(work) -> None:
    said = work(write_calendar(write_event("a", "20200106", "0900-0950", "Session")))

    assert "Nothing in this file lies in the 2 weeks from 2026-11-16 to 2026-11-29." in said.out
    assert "Look further with --weeks or --until." in said.out
    assert said.code == 0


def test_the_last_week_can_be_another_one(work) -> None:
    said = work(TUESDAY_RUN, "--until", "2026-11-18")

    assert cells_of(said.out, "2026-11-16")
    assert "2026-11-23" not in said.out


def test_a_no_show_takes_no_time(work) -> None:
    said = work(FHIR, name="feed.ndjson")

    assert cells_of(said.out, "2026-11-16")[1] == "50 min"


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x9b31m", "\u202e"])
def test_a_title_cannot_steer_the_terminal(work, sign: str) -> None:
    said = work(write_calendar(write_event("a", "20261117", "0900-0950", f"Blue{sign}room")))

    assert sign not in said.out
    assert "like this: “Blue" in said.out
