"""The sentence of a figure: read aloud, it says what was counted, and it adds up.

One and many are worded apart, nothing is worded as nothing, and not known as not known.
"""

from dataclasses import replace

import pytest
from tests.spec.workload.diary import (
    MON,
    SAT,
    SUN,
    TUE,
    WED,
    all_day,
    entry,
    measured,
    notes,
    session,
    sessions,
    setting,
)

from fallow.workload.appointments import Appointment, Kind, NoteState, Status
from fallow.workload.exposure.explaining import explain_figure, list_explained_figures
from fallow.workload.limits.policy import starting_policy

OPEN, LOCKED = NoteState.OPEN, NoteState.LOCKED


def say(figure: str, *entries: Appointment, **terms: object) -> str:
    week = measured(*entries, **terms)
    return explain_figure(figure, entries, week=week, setting=setting(**terms)).sentence


def test_hours_with_clients() -> None:
    said = say("contact_minutes", *sessions(MON, "9:00", "10:00"))

    assert said == "1 h 40 min with clients in 2 entries."


def test_time_that_counts_once_is_mentioned_where_there_is_any() -> None:
    said = say("contact_minutes", session(MON, "9:00", 60), session(MON, "9:30", 60))

    assert said == (
        "1 h 30 min with clients in 2 entries. Time that two of them share counts once."
    )


def test_one_session_and_two() -> None:
    assert say("sessions", session(MON, "9:00")) == "1 session."
    assert say("sessions", *sessions(MON, "9:00", "10:00")) == "2 sessions."


def test_weighted_hours_show_their_sum() -> None:
    said = say("weighted_hours", *sessions(MON, "9:00", "11:00", minutes=60))

    # 2 h × 1.0 + 2 × 0.25 h = 2.5
    assert said == (
        "2.5 weighted hours: 2 h in 2 sessions, each hour times its weight, "
        "and 30 min for their notes."
    )


def test_weighted_hours_of_a_group_show_the_notes_of_its_members() -> None:
    said = say("weighted_hours", entry(Kind.GROUP, MON, "9:00", 90, group_size=8))

    # 1.5 h × 1.5 + 0.25 h + 0.8 h = 3.3; notes are 15 + 48 minutes
    assert said == (
        "3.3 weighted hours: 1 h 30 min in 1 session, each hour times its weight, "
        "and 1 h 3 min for their notes."
    )


def test_a_range_says_why_it_is_one() -> None:
    said = say("weighted_hours", session(MON, "9:00", 60), caseload=None)

    assert said.startswith("1.1 to 1.9 weighted hours")  # 1.05 to 1.85
    assert said.endswith("It is a range, because not every weight is known.")


def test_a_share_names_the_sessions_it_is_made_of() -> None:
    said = say("high_acuity_share", session(MON, "9:00", 60), entry(Kind.CRISIS, MON, "11:00", 20))

    assert said == "25% of the time with clients was with high acuity, in 1 session."


def test_a_share_that_is_not_known_says_what_it_waits_for() -> None:
    said = say("trauma_share", session(MON, "9:00"), caseload=None)

    assert said == "Not known: 1 session still without a weight."


def test_the_longest_run_says_from_when() -> None:
    said = say("longest_run", *sessions(TUE, "9:00", "10:00", "11:00", minutes=55))

    assert said == (
        "3 sessions followed one another without a long enough pause, "
        "from Tuesday at 09:00: 2 h 55 min from first to last."
    )


def test_pauses_say_what_long_enough_means() -> None:
    said = say("gaps_kept", session(MON, "9:00"), session(MON, "10:00", 55), session(MON, "11:00"))

    assert said == (
        "1 of 2 pauses between sessions lasted long enough: 10 minutes without work, "
        "and 30 after 3 sessions."
    )


def test_pauses_say_what_the_practice_chose() -> None:
    quarter = replace(starting_policy(), recovery_gap_minutes=15)

    assert "15 minutes without work" in say(
        "gaps_kept", *sessions(MON, "9:00", "10:00"), policy=quarter
    )


def test_the_longest_day_is_named() -> None:
    said = say("longest_day_minutes", session(MON, "9:00"), *sessions(WED, "9:00", "10:00"))

    assert said == "Wednesday was the longest day: 1 h 40 min in 2 entries."


def test_protected_time_says_what_of_it_stayed_free() -> None:
    diary = (entry(Kind.PROTECTED_TIME, TUE, "14:00", 120), session(TUE, "14:00"))

    assert say("protected_minutes", *diary) == "1 h 10 min of 2 h of protected time stayed free."
    assert say("protected_lost_minutes", *diary) == "50 min of protected time was booked over."


def test_open_notes_and_their_age() -> None:
    diary = (session(-7, "9:00", note_state=OPEN), session(MON, "9:00", note_state=OPEN))

    assert say("notes_waiting", *diary) == "1 note of this week's sessions is still open."
    assert say("notes_waiting_before", *diary) == "1 note from before this week is still open."
    # Monday 9:50 of the week before, to midnight two weeks on: 13 days and 14 hours
    assert say("oldest_note_days", *diary) == "The oldest open note has waited 13 days."


def test_notes_of_which_the_calendar_says_nothing_are_not_known() -> None:
    said = say("notes_waiting", session(MON, "9:00"))

    assert said == "Not known: the calendar does not say which notes are done."


def test_work_after_hours_is_a_part_of_its_entries() -> None:
    said = say("after_hours_minutes", session(MON, "16:30", 60))

    assert said == "30 min of work outside your working hours, in 1 entry."


def test_a_night_says_from_when_to_when() -> None:
    said = say("shortest_night_minutes", notes(MON, "21:00", 30), session(TUE, "8:00"))

    assert said == "10 h 30 min without work, from Monday at 21:30 to Tuesday at 08:00."


def test_days_off_are_named() -> None:
    worked = [session(day, "9:00") for day in range(4)]

    assert say("days_off", *worked) == "3 days wholly off: Friday, Saturday and Sunday."
    assert say("days_off", *worked, session(4, "9:00"), session(SAT, "9:00")) == (
        "1 day wholly off: Sunday."
    )
    assert say("days_off", *(session(day, "9:00") for day in range(7))) == "No day was wholly off."


def test_leave_is_counted_in_working_days() -> None:
    assert say("leave_days", all_day(Kind.LEAVE, MON, days=2)) == "2 working days of leave."


def test_the_unsorted_are_told_of() -> None:
    said = say("unsorted_entries", entry(Kind.UNKNOWN, SUN, "10:00", 60))

    assert said == "1 entry is not sorted yet, and counts as nothing."


A_QUIET_WEEK = (all_day(Kind.LEAVE, MON, days=5),)
A_THIN_WEEK = (session(MON, "9:00", note_state=LOCKED), session(WED, "9:00", status=Status.NO_SHOW))


@pytest.mark.parametrize("diary", [A_QUIET_WEEK, A_THIN_WEEK])
@pytest.mark.parametrize("figure", list_explained_figures())
def test_every_sentence_can_be_read_aloud(figure: str, diary: tuple[Appointment, ...]) -> None:
    said = say(figure, *diary)

    assert said[0].isupper() or said[0].isdigit()
    assert said.endswith(".")
    assert [
        mark for mark in ("None", "_", "(", ";", "1 entries", "1 sessions") if mark in said
    ] == []
