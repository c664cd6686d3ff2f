"""The figures of my week as a page shows them: a label, a value, the usual beside it, a note.

Not known is said as such, and no value is colored or ranked. A cap stands beside the weighted hours
once there is one, and not before.
"""

from dataclasses import fields, replace
from datetime import date

import pytest
from tests.spec.workload.diary import MON, all_day, entry, measured, session, sessions, working
from tests.spec.workload.my_week.weeks import week_of, weeks_of

from fallow.workload.appointments import Kind, NoteState
from fallow.workload.exposure.posted import find_cap
from fallow.workload.exposure.setting import WeekSetting
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.limits.policy import starting_policy
from fallow.workload.my_week.labels import LABEL_BY_FIGURE, FigureWords, list_figure_words

NOTED_ELSEWHERE = {"uncoded_sessions", "gaps_possible", "longest_run_minutes"}
NOT_FIGURES = {"monday", "zone", "measured_at", "coverage"}


def words(
    week: WeekExposure, key: str, *, before: tuple[WeekExposure, ...] = (), cap: float | None = None
) -> FigureWords:
    return next(w for w in list_figure_words(week, before, cap_hours=cap) if w.key == key)


def test_every_figure_of_a_week_has_its_label() -> None:
    figures = {field.name for field in fields(WeekExposure)} - NOT_FIGURES

    assert figures - set(LABEL_BY_FIGURE) == NOTED_ELSEWHERE


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("contact_minutes", "1 h 40 min"),
        ("weighted_hours", "2.2 h"),  # 2 × (0.8333 + 0.25) = 2.1667
        ("sessions", "2"),
        ("trauma_share", "0%"),
        ("longest_run", "1 session"),
        ("gaps_kept", "1 of 1"),
        ("days_off", "6 days"),
        ("notes_waiting", "not known"),
        ("shortest_night_minutes", "not known"),
    ],
)
def test_a_value_in_words(key: str, value: str) -> None:
    week = measured(*sessions(MON, "9:00", "10:00"))

    assert words(week, key).value == value


def test_the_usual_stands_beside_a_value() -> None:
    beside = words(week_of(20), "contact_minutes", before=weeks_of(18, 20, 22))

    assert beside.usual == "usually 18 h to 22 h"


def test_a_usual_of_one_value_is_said_once() -> None:
    assert words(week_of(20), "sessions", before=weeks_of(18, 20, 22)).usual == "usually 5"


def test_without_three_weeks_nothing_stands_there() -> None:
    assert words(week_of(20), "contact_minutes", before=weeks_of(18, 20)).usual == ""


def test_shares_and_rest_are_held_against_no_usual() -> None:
    before = weeks_of(18, 20, 22)

    assert words(week_of(20), "trauma_share", before=before).usual == ""
    assert words(week_of(20), "days_off", before=before).usual == ""


def test_of_a_week_that_could_not_be_seen_every_value_is_not_known() -> None:
    unseen = week_of(20, seen=False)

    assert {w.value for w in list_figure_words(unseen, (), cap_hours=24)} == {"not known"}
    assert {w.note for w in list_figure_words(unseen, (), cap_hours=24)} == {""}


def test_a_range_says_how_many_sessions_have_no_weight() -> None:
    weighted = words(week_of(5, caseload=None), "weighted_hours")

    assert weighted.value == "5.2 to 9.2 h"  # 5.25 to 9.25, and 5.25 is said as 5.2
    assert weighted.note == "A range: 5 sessions without a weight."


def test_a_cap_stands_beside_the_weighted_hours() -> None:
    assert words(week_of(20), "weighted_hours", cap=14.4).note == "Your cap is 14.4 h."
    assert words(week_of(20), "weighted_hours").note == ""


def test_a_cap_is_there_once_the_practice_adopted_it() -> None:
    hours = working()
    policy = replace(starting_policy(), weekly_cap_hours=24.0)
    adopted = replace(policy, version=1, adopted_date=date(2026, 1, 5))

    assert find_cap(WeekSetting(hours=hours, policy=policy)) is None
    assert find_cap(WeekSetting(hours=hours, policy=adopted)) == 24


def test_notes_say_what_a_value_leaves_out() -> None:
    unsorted = entry(Kind.UNKNOWN, MON, "12:00", 50)
    week = measured(session(MON, "9:00"), unsorted, caseload=None)

    assert words(week, "contact_minutes").note == "1 entry not sorted, and not counted."
    assert words(week, "trauma_share").note == "Not known until the caseload has an answer."
    assert words(week, "notes_waiting").note == "The calendar does not say which notes are done."


def test_notes_waiting_from_earlier_weeks_stand_on_their_own() -> None:
    debt = session(-7, "9:00", note_state=NoteState.OPEN)
    week = measured(debt, session(MON, "9:00", note_state=NoteState.LOCKED))

    assert words(week, "notes_waiting").value == "0"
    assert words(week, "notes_waiting_before").value == "1"


def test_one_day_is_one_day() -> None:
    week = measured(*(session(day, "9:00") for day in range(5)), all_day(Kind.TRAINING, 5))

    assert words(week, "days_off").value == "1 day"
