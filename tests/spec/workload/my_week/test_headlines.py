"""What stands out: at most two plain sentences, each with what the practice can do about it.

A week is held against one's own usual and one's own terms. Nothing labels a person or alarms. Where
nothing stands out it is "ordinary ups and downs"; what could not be seen is never called light.
"""

from dataclasses import replace

import pytest
from tests.spec.workload.diary import (
    MON,
    SAT,
    TUE,
    WED,
    entry,
    measured,
    notes,
    session,
    sessions,
    setting,
)
from tests.spec.workload.my_week.weeks import week_of, weeks_of

from fallow.workload.appointments import Appointment, Kind
from fallow.workload.exposure.selecting import view_week
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.my_week.moments import Moments, find_moments
from fallow.workload.my_week.sentences import Headline, coverage_words, find_headlines

NO_MOMENTS = Moments(run_day="", latest_notes="")
USUAL = weeks_of(20, 21, 22, 20, 21)
FIVE_IN_A_ROW = sessions(TUE, "9:00", "10:00", "11:00", "12:00", "13:00", minutes=55)
SUPERVISION = entry(Kind.SUPERVISION, WED, "9:00", 60)


def headlines(*diary: Appointment, before: tuple[WeekExposure, ...] = ()) -> tuple[Headline, ...]:
    week, terms = measured(*diary), setting()
    view = view_week(diary, monday=week.monday, setting=terms)
    moments = find_moments(view, gap_minutes=10, zone=week.zone)
    return find_headlines(week, before, moments=moments)


def one(week: WeekExposure, before: tuple[WeekExposure, ...] = USUAL) -> str:
    (headline,) = find_headlines(week, before, moments=NO_MOMENTS)
    return headline.sentence


def test_a_run_of_five_names_its_day() -> None:
    (headline,) = headlines(*FIVE_IN_A_ROW)

    assert headline.sentence == (
        "On Tuesday 5 sessions followed one another without a pause, 4 h 55 min from first to last."
    )
    assert headline.counterpart == (
        "The practice can keep a pause between sessions closed to booking, "
        "so that no one has to defend it."
    )


def test_a_run_of_four_stands_out_and_one_of_three_does_not() -> None:
    # standards.md §3, `back_to_back`: 3 is full, from 4 it is over.
    (four,), (three,) = headlines(*FIVE_IN_A_ROW[:4]), headlines(*FIVE_IN_A_ROW[:3])

    assert "4 sessions followed one another" in four.sentence
    assert "followed one another" not in three.sentence


def test_an_hour_of_evening_notes_says_until_when() -> None:
    # standards.md §3, `after_hours_docs_week`: usual ends at 1 hour.
    (headline,) = headlines(notes(MON, "20:00", 30), notes(TUE, "20:40", 30))

    assert headline.sentence == (
        "1 h of notes and administration lay outside your hours, the latest until 21:10 on Tuesday."
    )


def test_less_than_an_hour_of_them_does_not_stand_out() -> None:
    (headline,) = headlines(notes(TUE, "20:00", 59))

    assert "outside your hours" not in headline.sentence


def test_the_latest_notes_are_those_latest_in_the_day() -> None:
    (headline,) = headlines(notes(MON, "21:30", 30), notes(WED, "20:00", 30))

    assert headline.sentence.endswith("the latest until 22:00 on Monday.")


def test_notes_until_the_last_minute_of_the_day_are_not_late() -> None:
    (headline,) = headlines(notes(MON, "16:00", 60), notes(TUE, "7:00", 60))

    assert headline.sentence.endswith("lay outside your hours.")


def test_notes_before_the_day_begins_are_outside_and_not_late() -> None:
    (headline,) = headlines(notes(TUE, "7:00", 60))

    assert headline.sentence.endswith("lay outside your hours.")


def test_notes_on_a_free_day_are_late_at_any_hour() -> None:
    (headline,) = headlines(notes(SAT, "10:00", 60))

    assert headline.sentence.endswith("the latest until 11:00 on Saturday.")


def test_protected_time_that_was_booked_over_is_the_practices_miss() -> None:
    (headline,) = headlines(entry(Kind.PROTECTED_TIME, TUE, "14:00", 120), session(TUE, "14:00"))

    assert headline.sentence == "50 min of protected time was booked over."
    assert "the practice's miss" in headline.counterpart


def test_more_than_an_hour_above_the_usual_stands_out() -> None:
    # the middle half of 20 20 21 21 22 is 20 to 21: beyond 22 h it stands out
    assert one(week_of(22.25)) == "22 h 15 min with clients; your usual is up to 21 h."


def test_up_to_an_hour_above_it_is_ordinary() -> None:
    assert one(week_of(22)).endswith("; ordinary ups and downs for you.")


def test_a_wide_usual_asks_for_more_before_it_speaks() -> None:
    wide = weeks_of(10, 14, 18, 22, 26)  # the middle half is 14 to 22, 8 hours wide

    assert one(week_of(29), wide).endswith("ordinary ups and downs for you.")
    assert one(week_of(31), wide).endswith("your usual is up to 22 h.")


def test_four_weeks_without_supervision_stand_out() -> None:
    before = weeks_of(20, 20, 20, supervision=0)

    assert one(week_of(20, supervision=0), before) == (
        "Four weeks have gone by without supervision in the calendar."
    )


def test_a_week_that_was_not_wholly_seen_may_have_held_supervision() -> None:
    *earlier, last = weeks_of(20, 20, 20, supervision=0)
    blurred = replace(last, coverage=replace(last.coverage, share=0.9))

    assert "supervision" not in one(week_of(20, supervision=0), (*earlier, blurred))


def test_a_week_without_clients_needs_no_supervision() -> None:
    before = (*weeks_of(20, 20, supervision=0), week_of(0, supervision=0, leave=5))

    assert "supervision" not in one(week_of(20, supervision=0), before)


def test_a_week_that_nobody_sorted_is_not_read_as_an_empty_one() -> None:
    unsorted = [entry(Kind.UNKNOWN, day, "9:00", 50) for day in range(3)]

    (headline,) = headlines(*unsorted, session(WED, "11:00"), before=USUAL)

    assert headline.sentence == (
        "3 entries of this week are not sorted yet; until then not all of its hours are known."
    )


def test_at_most_two_stand_out_in_the_order_of_what_is_most_in_reach() -> None:
    found = headlines(
        *FIVE_IN_A_ROW,
        notes(MON, "20:00", 70),
        entry(Kind.PROTECTED_TIME, TUE, "9:00", 120),
    )

    assert ["without a pause" in h.sentence for h in found] == [True, False]
    assert ["outside your hours" in h.sentence for h in found] == [False, True]


def test_an_ordinary_week_says_so() -> None:
    assert (
        one(week_of(20.5))
        == "20 h 30 min with clients in 5 sessions; ordinary ups and downs for you."
    )


def test_a_week_far_below_the_usual_says_that_it_is() -> None:
    assert one(week_of(10)).endswith("; less than your usual, which begins at 20 h.")


def test_a_week_of_leave_says_that_it_was_leave() -> None:
    assert one(week_of(0, leave=5)) == "No session with clients; 5 working days of leave."


def test_before_three_weeks_the_usual_is_still_to_come() -> None:
    assert one(week_of(20), weeks_of(20, 20)).endswith("; your usual shows after 3 weeks.")


def test_a_week_seen_in_part_is_never_called_ordinary() -> None:
    week = week_of(5)
    part = replace(week, coverage=replace(week.coverage, share=0.5))

    assert one(part).endswith("; that is what could be seen of this week, and not all of it.")


def test_a_week_that_could_not_be_seen_is_not_known_and_not_light() -> None:
    assert one(week_of(20, seen=False)) == (
        "This week is not known. That does not make it a light one."
    )


def test_every_sentence_stands_beside_the_practices_counterpart() -> None:
    weeks = (week_of(20), week_of(40), week_of(20, seen=False), week_of(20, supervision=0))
    found = [h for w in weeks for h in find_headlines(w, USUAL, moments=NO_MOMENTS)]
    found += headlines(*FIVE_IN_A_ROW, notes(MON, "20:00", 70))

    assert [h for h in found if "practice" not in h.counterpart.lower()] == []


def test_supervision_before_these_four_weeks_does_not_count() -> None:
    before = (week_of(20, supervision=60), *weeks_of(20, 20, 20, supervision=0))

    assert "without supervision" in one(week_of(20, supervision=0), before)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "Nothing of this week could be seen."),
        (0.43, "About 43% of this week could be seen; the rest is not known."),
        (1.0, "The whole week could be seen."),
    ],
)
def test_how_much_could_be_seen_is_said_in_a_sentence(share: float, said: str) -> None:
    week = week_of(20)

    assert coverage_words(replace(week, coverage=replace(week.coverage, share=share))) == said


def test_supervision_in_one_of_four_weeks_is_enough() -> None:
    before = (*weeks_of(20, 20, supervision=0), week_of(20, supervision=60))

    assert "supervision" not in one(week_of(20, supervision=0), before)
