"""The picture of the last weeks: hours with clients, the weighted range, the usual behind them.

A week that is not known is drawn as unknown over its whole height, never as an empty one.
"""

from tests.spec.workload.my_week.weeks import week_of, weeks_of

from fallow.figures.marks import Box, Line, Picture, Words
from fallow.workload.my_week.months_picture import draw_months


def boxes(picture: Picture, *tones: str) -> list[Box]:
    return [m for m in picture.marks if isinstance(m, Box) and m.tone in tones]


def test_each_week_is_a_box_as_high_as_its_hours() -> None:
    ten, twenty = boxes(draw_months(weeks_of(10, 20)), "contact")

    assert round(twenty.height, 6) == round(2 * ten.height, 6)
    assert ten.says == "week of 19 January: 10 h with clients"


def test_a_week_that_is_not_known_is_drawn_as_unknown_and_not_as_nothing() -> None:
    (box,) = boxes(draw_months((week_of(20, seen=False),)), "contact", "unknown")

    assert (box.tone, box.says) == ("unknown", "week of 2 February: not known")
    assert box.height > 100


def test_a_week_of_mostly_leave_has_a_ground_of_its_own_from_top_to_bottom() -> None:
    leave, contact = boxes(draw_months((week_of(8, leave=3),)), "contact", "leave")

    assert (leave.tone, leave.says) == ("leave", "week of 2 February: mostly leave")
    assert leave.height > contact.height > 100


def test_a_month_of_one_week_leaves_its_name_out_so_that_names_never_touch() -> None:
    # 23 weeks before 2 February 2026 begin with 25 August 2025, the only one of its month
    picture = draw_months(weeks_of(*[20] * 23))

    names = [m.text for m in picture.marks if isinstance(m, Words) and m.text.isalpha()]

    assert names == ["Sep", "Oct", "Nov", "Dec", "Jan"]


def test_the_usual_lies_behind_from_three_weeks_on() -> None:
    assert boxes(draw_months(weeks_of(18, 20)), "usual") == []
    assert len(boxes(draw_months(weeks_of(18, 20, 22)), "usual")) == 1


def test_weighted_hours_that_are_a_range_are_a_longer_line() -> None:
    known, unknown = (
        _weighted_line(draw_months((week_of(20, caseload=answer),)))
        for answer in ("maintenance", None)
    )

    # 20 h × 0.8 is a point; 20 h × 0.8 to 1.6 is 16 hours long
    assert abs(unknown.y1 - unknown.y2) > 10 * abs(known.y1 - known.y2)


def _weighted_line(picture: Picture) -> Line:
    (line,) = (m for m in picture.marks if isinstance(m, Line) and m.tone == "weighted")
    return line


def test_the_sentence_tells_the_usual() -> None:
    picture = draw_months(weeks_of(10, 18, 20, 22, 40))

    assert picture.sentence == (
        "More than half of your fully seen weeks held 18 h to 22 h with clients."
    )


def test_the_sentence_counts_what_is_not_known() -> None:
    picture = draw_months((*weeks_of(20, 20), week_of(20, seen=False)))

    assert picture.sentence == (
        "2 weeks could be seen; your usual shows after 3. Not known: 1 of 3 weeks."
    )


def test_the_table_has_a_row_for_each_week_and_says_not_known() -> None:
    table = draw_months((*weeks_of(20), week_of(20, seen=False))).table

    # 5 sessions: 20 h × 1.0 + 5 × 0.25 h = 21.25 h weighted; 12:00 to 13:00 is inside 9 to 17
    assert table.rows[0] == ("26 January 2026", "20 h", "21.2 h", "0 min")
    assert table.rows[1] == ("2 February 2026", "not known", "not known", "not known")
