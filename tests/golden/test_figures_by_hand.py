"""The figures in the golden files, worked out with pencil and paper from the calendars beside them.

Each stands with its arithmetic, so that a golden file can never be kept with a wrong number in it.
Weights are those of standards.md §2; a session weighs its hours times its weight, and 0.25 h for
its note, and a group 0.1 h more for each member.
"""

import json
from typing import Any

import pytest
from tests.golden.asking import list_questions, read_expected

SPRING = {  # Monday 2 March 2026 in New York, hours 9 to 17, nothing said about the caseload
    "contact_minutes": "5 h 50 min",  # 3 × 50 + 50 + intake 90 + crisis 1:30 EST to 3:30 EDT = 60
    "sessions": "6",  # three on Tuesday, one over protected time, the intake, the crisis call
    "weighted_hours": "8.1 to 10.7 h",  # 200 min × 0.8 or 1.6 + 1.5 × 1.4 + 1 × 1.8 + 6 × 0.25
    "direct_share": "18%",  # 350 of 1,920 min: 40 h less the day of leave
    "no_shows": "1",
    "longest_run": "3 sessions",  # 10:00, 10:50, 11:45, with 0 and 5 minutes between them
    "gaps_kept": "0 of 2",
    "longest_day_minutes": "3 h 40 min",  # Tuesday: 150 + notes 70
    "work_minutes": "10 h",  # 350 + notes 70 + supervision 60 + peers 60 + travel 30 + free 30
    "after_hours_minutes": "2 h 10 min",  # notes 20:00 to 21:10 and the crisis call
    "after_hours_notes_minutes": "1 h 10 min",
    "weekend_minutes": "1 h",  # the clock skips 2 to 3 on Sunday
    "protected_minutes": "30 min",  # 12:00 to 13:00, booked over from 12:30
    "protected_lost_minutes": "30 min",
    "shortest_night_minutes": "11 h 50 min",  # Tuesday 21:10 to Wednesday 9:00
    "days_off": "3 days",  # Monday (its session moved), Friday (leave), Saturday
    "leave_days": "1 day",
    "travel_minutes": "30 min",  # 11:00 to 10:30 was meant the other way round
    "unsorted_entries": "1",  # J.M. 3
    "trauma_share": "not known",
}
AUTUMN = {  # Monday 19 October 2026 in Berlin, hours 8 to 16, trauma caseload, 30 paid hours
    "contact_minutes": "7 h 50 min",  # 50 + 90 + night 60 + 90 + crisis 1:30 to 3:30, 3 h long
    "sessions": "5",
    "weighted_hours": "14.1 h",  # 5/6 × 1.4 + 1.5 × 1.5 + 4 × 1.8 + 1.5 × 1.25 + 1.25 + 0.4
    "trauma_share": "11%",  # 50 of 470
    "high_acuity_share": "51%",  # the two crisis contacts, 240 of 470
    "direct_share": "26%",  # 470 of 1,800
    "after_hours_minutes": "5 h 30 min",  # 60 around midnight + 90 from 16:00 + 180 on Sunday
    "weekend_minutes": "3 h",
    "work_minutes": "8 h 50 min",  # 470 + supervision 60
    "longest_day_minutes": "3 h",  # Sunday, 25 hours long
    "shortest_night_minutes": "15 h 30 min",  # Wednesday 0:30, which was Tuesday's work, to 16:00
    "days_off": "2 days",  # Friday (cancelled) and Saturday
    "notes_waiting": "1",  # the practice knows of one
    "oldest_note_days": "7 days",  # 19 October 9:50 to 26 October 9:00, one hour twice
    "no_shows": "1",
    "gaps_kept": "1 of 1",  # 9:50 to 10:00
}
NOTES = {  # Monday 14 September 2026 in Chicago, hours 9 to 17, 24.5 paid hours
    "contact_minutes": "4 h 5 min",  # 45 + 55 (its code is set so) + 45 + 50 + 50
    "sessions": "5",  # the three rows of the group are one
    "weighted_hours": "6.8 h",  # 0.75 × 1.6 + 100/60 + 5/6 × 1.5 + 5/6 × 1.4 + 5 × 0.25 + 3 × 0.1
    "high_acuity_share": "18%",  # one client said to weigh more: 45 of 245
    "trauma_share": "0%",
    "direct_share": "17%",  # 245 of 1,470
    "notes_waiting": "2",  # Monday 10:00 and Tuesday 18:00
    "notes_waiting_before": "1",  # 8 September
    "oldest_note_days": "12 days",  # 8 September 9:45 to 21 September 8:00
    "lengths_inferred": "5",  # this report gives none
    "after_hours_minutes": "45 min",  # Tuesday 18:00
    "longest_day_minutes": "1 h 40 min",  # Monday: 45 + 55
    "shortest_night_minutes": "16 h 15 min",  # Tuesday 18:45 to Wednesday 11:00
    "days_off": "3 days",
}
TURN = {  # Monday 28 December 2026 in London, hours 9 to 13 and 14 to 18
    "contact_minutes": "3 h 40 min",  # 50 + 50 + 22:30 to 0:30
    "sessions": "3",
    "weighted_hours": "6.7 h",  # 100/60 × 1.4 + 2 × 1.8 + 3 × 0.25
    "trauma_share": "45%",  # 100 of 220
    "high_acuity_share": "55%",  # 120 of 220
    "direct_share": "11%",  # 220 of 1,980: 40 h less 7 of 8 h on New Year's Day
    "after_hours_minutes": "2 h",
    "work_minutes": "8 h 10 min",  # 220 + training 180 + peers 60 + travel 30
    "longest_day_minutes": "3 h 30 min",  # Tuesday: 0:00 to 0:30 and 9 to 12
    "shortest_night_minutes": "8 h 30 min",  # 0:30, which was Monday's work, to 9:00
    "days_off": "3 days",  # Friday (leave), Saturday, Sunday; Thursday holds something unsorted
    "leave_days": "1 day",
    "unsorted_entries": "1",
}
BY_HAND = [
    ("spring", "2026-03-02", SPRING),
    ("autumn", "2026-10-19", AUTUMN),
    ("notes", "2026-09-14", NOTES),
    ("turn", "2026-12-28", TURN),
]


def _answers(case: str, do: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The questions of one kind, each with its golden answer."""
    pairs = zip(list_questions(case), read_expected(case), strict=True)
    read = [(json.loads(question.request), json.loads(answer)) for question, answer in pairs]
    return [pair for pair in read if pair[0]["do"] == do]


def _week(case: str, monday: str) -> dict[str, Any]:
    (week,) = [answer for asked, answer in _answers(case, "week") if asked["monday"] == monday]
    return week


@pytest.mark.parametrize(("case", "monday", "by_hand"), BY_HAND, ids=[c[0] for c in BY_HAND])
def test_the_figures_of_a_golden_week_are_those_worked_out_by_hand(
    case: str, monday: str, by_hand: dict[str, str]
) -> None:
    figures = {figure["key"]: figure["value"] for figure in _week(case, monday)["figures"]}

    assert {key: figures[key] for key in by_hand} == by_hand


def test_a_source_that_went_quiet_leaves_four_days_of_seven() -> None:
    """It speaks for 19 to 22 October and is quiet from the 23rd."""
    coverage = _week("autumn", "2026-10-19")["coverage"]

    assert coverage["share"] == 4 / 7


def test_five_numbers_give_what_they_give_by_hand() -> None:
    """22 × 50 min = 18.3 h; × 0.8 + 5.5 = 20.2 and × 1.6 + 5.5 = 34.8; 18.3 + 6 + 1 = 25.3."""
    ((_, rough),) = _answers("turn", "rough")

    values = [figure["value"] for figure in rough["figures"]]
    assert values[:3] == ["about 18.3 h", "about 20.2 to 34.8 h", "about 25.3 h"]


def test_dates_with_points_are_offered_day_first_though_one_row_has_none() -> None:
    """28.12.2026 is no date month first; "soon" is none at all and says nothing."""
    asked, first = _answers("turn", "read")[0]

    assert asked["mapping"] is None
    assert first["suggestion"]["date_format"] == "dmy"


def test_the_cases_reach_both_clock_changes_and_all_four_formats() -> None:
    formats = {
        answer["report"]["format"]
        for case, *_ in BY_HAND
        for _, answer in _answers(case, "read")
        if "report" in answer
    }

    assert formats == {"iCalendar", "FHIR", "SimplePractice", "table"}
