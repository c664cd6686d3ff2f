"""Coverage: how much of a week could be seen, from 0 to 1, and in sentences what could not.

It is the share of days for which every expected source speaks, times the share of entries once seen
that are still there. A week in which nothing could be seen is not known, never light (ADR 5).
"""

from datetime import date, timedelta

import pytest
from tests.spec.workload.diary import (
    FRI,
    MON,
    MONDAY,
    MONDAY_BERLIN_FALL,
    MONDAY_NEW_YORK_SPRING,
    SUN,
    WED,
    all_day,
    measured,
    posted,
    session,
    whole_week,
)

from fallow.workload.appointments import Kind, Status
from fallow.workload.exposure.setting import SourceSpan

ONE = session(MON, "9:00")


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def span(first: int, last: int, **more: object) -> SourceSpan:
    return SourceSpan(source="feed", first_date=day(first), last_date=day(last), **more)


def test_a_source_that_speaks_for_all_seven_days_lets_all_be_seen() -> None:
    coverage = measured(ONE, spans=(span(MON, SUN),)).coverage

    assert (coverage.share, coverage.gaps) == (1, ())
    assert coverage.is_whole


def test_a_file_that_ends_on_wednesday_lets_three_days_be_seen() -> None:
    coverage = measured(ONE, spans=(span(-30, WED),)).coverage

    assert coverage.share == 3 / 7
    assert coverage.gaps == ("A calendar speaks for only 3 days of this week.",)


def test_one_day_is_one_day() -> None:
    coverage = measured(ONE, spans=(span(-30, MON),)).coverage

    assert coverage.gaps == ("A calendar speaks for only 1 day of this week.",)


def test_a_feed_that_went_quiet_speaks_no_more_from_that_day_on() -> None:
    quiet = span(-30, 30, quiet_since=day(FRI), label="The practice's calendar")

    coverage = measured(ONE, spans=(quiet,)).coverage

    assert coverage.share == 4 / 7
    assert coverage.gaps == (
        "The practice's calendar speaks for only 4 days of this week; it went quiet on 6 February.",
    )


def test_a_feed_that_went_quiet_on_sunday_says_so() -> None:
    quiet = span(-30, 30, quiet_since=day(SUN))

    assert measured(ONE, spans=(quiet,)).coverage.gaps == (
        "A calendar speaks for only 6 days of this week; it went quiet on 8 February.",
    )


def test_a_feed_that_began_late_is_not_called_quiet() -> None:
    late = span(WED, 30, quiet_since=day(20))

    assert measured(ONE, spans=(late,)).coverage.gaps == (
        "A calendar speaks for only 5 days of this week.",
    )


def test_a_feed_that_went_quiet_before_the_week_makes_it_not_known() -> None:
    quiet = span(-30, 30, quiet_since=day(-3))

    week = measured(ONE, spans=(quiet,))

    assert (week.coverage.share, week.coverage.is_known) == (0, False)


def test_with_two_sources_a_day_is_seen_when_both_speak_for_it() -> None:
    own, practice = span(-30, 30), span(WED, 30)

    assert measured(ONE, spans=(own, practice)).coverage.share == 5 / 7


def test_a_second_source_never_makes_more_of_the_week_seen() -> None:
    alone = measured(ONE, spans=(span(MON, WED),)).coverage
    joined = measured(ONE, spans=(span(MON, WED), span(MON, SUN))).coverage

    assert joined.share == alone.share == 3 / 7


def test_an_entry_that_vanished_lowers_coverage_and_is_told_of() -> None:
    kept = [session(MON, f"{hour}:00") for hour in (9, 10, 11)]
    gone = session(MON, "12:00", status=Status.VANISHED)

    coverage = measured(*kept, gone).coverage

    assert coverage.share == 0.75  # 3 of 4 entries are still there
    assert coverage.gaps == ("1 entry that was there before cannot be found any more.",)


def test_a_cancelled_entry_is_seen() -> None:
    off = session(MON, "10:00", status=Status.CANCELLED)

    assert measured(ONE, off).coverage.share == 1


def test_a_week_without_an_entry_is_not_known_even_where_its_source_speaks() -> None:
    coverage = measured().coverage

    assert not coverage.is_known
    assert coverage.gaps == ("No entry is there, not even leave.",)


def test_a_week_of_which_all_entries_vanished_is_not_known() -> None:
    coverage = measured(session(MON, "9:00", status=Status.VANISHED)).coverage

    assert not coverage.is_known


def test_a_week_of_leave_is_known() -> None:
    assert measured(all_day(Kind.LEAVE, MON, days=5)).coverage.is_whole


def test_without_a_calendar_nothing_is_known() -> None:
    coverage = measured(spans=()).coverage

    assert coverage.gaps[0] == "No calendar has been read."


def test_an_entry_of_the_day_before_does_not_make_the_week_known() -> None:
    assert not measured(session(-1, "9:00")).coverage.is_known


def test_an_entry_that_reaches_into_the_week_does() -> None:
    assert measured(session(-1, "23:50")).coverage.is_known


@pytest.mark.parametrize("monday", [MONDAY_NEW_YORK_SPRING, MONDAY_BERLIN_FALL])
def test_a_week_of_a_clock_change_has_seven_days(monday: date) -> None:
    five = SourceSpan(
        source="feed", first_date=monday, last_date=monday + timedelta(days=4), label="A calendar"
    )

    week = measured(session(MON, "9:00", monday=monday), monday=monday, spans=(five,))

    assert week.coverage.share == 5 / 7


def test_everyone_sees_the_same_coverage_as_the_clinician() -> None:
    spans = (span(-30, WED), whole_week())

    assert posted(ONE, spans=spans).coverage == measured(ONE, spans=spans).coverage
