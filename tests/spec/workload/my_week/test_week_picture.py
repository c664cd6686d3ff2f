"""The picture of a week: seven days of a clock, every entry where it lay, with sentence and table.

It is drawn by the clock on the wall, also on the day when the clock changes. What is not known is
drawn as unknown: never as an empty day, never as work.
"""

from datetime import date

import pytest
from tests.spec.workload.diary import (
    BERLIN,
    MON,
    MONDAY,
    MONDAY_BERLIN_FALL,
    MONDAY_BERLIN_SPRING,
    SUN,
    TUE,
    all_day,
    entry,
    measured,
    session,
    sessions,
    setting,
)

from fallow.figures.marks import Box, Line, Picture
from fallow.workload.appointments import Appointment, Kind, Status
from fallow.workload.exposure.selecting import view_week
from fallow.workload.my_week.week_picture import draw_week

GROUND = {"window", "grid"}


def draw(
    *diary: Appointment, monday: date = MONDAY, zone: str = "America/New_York", seen: bool = True
) -> Picture:
    terms = setting(zone=zone)
    week = measured(*diary, monday=monday, zone=zone, spans=None if seen else ())
    return draw_week(view_week(diary, monday=monday, setting=terms), week, gap_minutes=10)


def boxes(picture: Picture) -> list[Box]:
    return [m for m in picture.marks if isinstance(m, Box) and m.tone not in GROUND]


def test_an_entry_is_a_box_on_its_day_that_says_what_it_is() -> None:
    (box,) = boxes(draw(session(TUE, "9:00")))

    assert box.tone == "contact"
    assert box.says == "Tuesday 9:00, 50 min: individual session"


def test_twice_as_long_is_twice_as_high() -> None:
    short, long = boxes(draw(session(MON, "9:00", 60), session(TUE, "9:00", 120)))

    # a gap of one unit is left below each box
    assert round(long.height + 1, 6) == round(2 * (short.height + 1), 6)


def test_two_days_apart_is_two_columns_apart() -> None:
    first, second, third = boxes(draw(*(session(day, "9:00") for day in range(3))))

    assert round(third.x - first.x, 6) == round(2 * (second.x - first.x), 6)


def test_an_entry_across_midnight_has_a_box_on_both_days() -> None:
    evening, morning = boxes(draw(entry(Kind.CRISIS, MON, "23:30", 60)))

    assert evening.says.startswith("Monday 23:30, 30 min")
    assert morning.says.startswith("Tuesday 0:00, 30 min")


@pytest.mark.parametrize("monday", [MONDAY_BERLIN_SPRING, MONDAY_BERLIN_FALL])
def test_on_the_day_the_clock_changes_ten_o_clock_is_at_ten(monday: date) -> None:
    sunday = session(SUN, "10:00", monday=monday, zone=BERLIN)
    tuesday = session(TUE, "10:00", monday=monday, zone=BERLIN)

    plain, changed = boxes(draw(tuesday, sunday, monday=monday, zone=BERLIN))

    assert changed.says == "Sunday 10:00, 50 min: individual session"
    assert (changed.y, changed.height) == (plain.y, plain.height)


def test_an_entry_that_nobody_sorted_is_drawn_as_unknown() -> None:
    (box,) = boxes(draw(entry(Kind.UNKNOWN, MON, "9:00", 50)))

    assert (box.tone, box.says) == ("unknown", "Monday 9:00, 50 min: not sorted yet")


def test_an_entry_that_vanished_is_drawn_as_unknown() -> None:
    (box,) = boxes(draw(session(MON, "9:00", status=Status.VANISHED)))

    assert box.tone == "unknown"
    assert box.says.endswith("not to be found any more")


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.NO_SHOW, Status.WAITLIST])
def test_what_was_called_off_is_not_drawn(status: Status) -> None:
    assert boxes(draw(session(MON, "9:00", status=status))) == []


def test_personal_entries_are_not_drawn_at_all() -> None:
    assert boxes(draw(entry(Kind.PERSONAL, MON, "9:00", 50))) == []


def test_a_day_of_leave_fills_its_column() -> None:
    (box,) = boxes(draw(all_day(Kind.LEAVE, MON)))

    assert (box.tone, box.says) == ("leave", "Monday whole day: leave")


def test_three_sessions_without_a_pause_have_a_line_beside_them() -> None:
    in_a_row = sessions(TUE, "9:00", "10:00", "11:00", minutes=55)

    assert len(_runs(draw(*in_a_row))) == 1
    assert len(_runs(draw(*in_a_row[:2]))) == 0


def _runs(picture: Picture) -> list[Line]:
    return [m for m in picture.marks if isinstance(m, Line) and m.tone == "run"]


def test_the_sentence_names_the_longest_day() -> None:
    picture = draw(session(MON, "9:00"), *sessions(TUE, "9:00", "10:00"))

    assert picture.sentence == "2 h 30 min of work; Tuesday was the longest day with 1 h 40 min."


def test_the_table_says_every_day() -> None:
    table = draw(session(MON, "9:00"), entry(Kind.TRAVEL, MON, "8:00", 30)).table

    assert table.rows[0] == ("Monday", "50 min", "1 h 20 min")
    assert len(table.rows) == 7


def test_a_week_that_could_not_be_seen_says_so_in_sentence_and_table() -> None:
    picture = draw(session(MON, "9:00"), seen=False)

    assert picture.sentence == "This week is not known."
    assert {row[1:] for row in picture.table.rows} == {("not known", "not known")}


def test_every_mark_lies_inside_the_picture() -> None:
    night = entry(Kind.CRISIS, SUN, "22:00", 360)
    picture = draw(night, session(MON, "5:00"), all_day(Kind.LEAVE, TUE))

    assert len(boxes(picture)) == 3
    for box in boxes(picture):
        assert 0 <= box.x <= box.x + box.width <= picture.width
        assert 0 <= box.y <= box.y + box.height <= picture.height
