"""A picture: marks, its sentence and its table; drawn as SVG by Python, or as JSON for the device.

A mark names a tone and no color, so that light and dark answer alike and no tone is red. All text
is escaped. Every picture can be read instead of looked at.
"""

import re
from xml.etree import ElementTree

import pytest

from fallow.figures.marks import Box, Dot, Line, Mark, Picture, Table, Words
from fallow.figures.picture_json import write_picture
from fallow.figures.svg import draw_svg, draw_table, read_stylesheet

SVG = "{http://www.w3.org/2000/svg}"
SHARP = "<b>&\"'</b>"
MARKS: tuple[Mark, ...] = (
    Box(x=1, y=2, width=3, height=4, tone="contact", says=SHARP),
    Line(x1=0, y1=0.125, x2=10, y2=10, tone="grid"),
    Dot(x=5, y=5, radius=2, tone="evening", says="a dot"),
    Words(x=0, y=9, text=SHARP, tone="quiet", anchor="end"),
)
PICTURE = Picture(
    name="week",
    title=SHARP,
    sentence="Two hours.",
    width=10,
    height=10.5,
    marks=MARKS,
    table=Table(caption=SHARP, header=("Day", "Hours"), rows=((SHARP, "2 h"), ("Tue", "0 min"))),
)


def drawn() -> ElementTree.Element:
    return ElementTree.fromstring(draw_svg(PICTURE))


def test_it_has_a_size_a_title_and_a_sentence_that_a_reader_is_led_to() -> None:
    root = drawn()

    assert (root.get("viewBox"), root.get("role")) == ("0 0 10 10.5", "img")
    assert root.get("aria-labelledby") == "week-title week-sentence"
    assert [root.find(f"{SVG}{part}").get("id") for part in ("title", "desc")] == [
        "week-title",
        "week-sentence",
    ]
    assert root.find(f"{SVG}desc").text == "Two hours."


def test_each_mark_is_drawn_where_it_says() -> None:
    root = drawn()

    assert root.find(f"{SVG}rect").attrib == {
        "class": "tone-contact", "x": "1", "y": "2", "width": "3", "height": "4", "rx": "2",
    }  # fmt: skip
    assert root.find(f"{SVG}circle").attrib == {
        "class": "tone-evening", "cx": "5", "cy": "5", "r": "2",
    }  # fmt: skip
    assert root.find(f"{SVG}text").get("text-anchor") == "end"


def test_numbers_have_at_most_two_decimals_and_no_idle_zeros() -> None:
    line = drawn().find(f"{SVG}line")

    assert (line.get("x1"), line.get("y1"), line.get("x2")) == ("0", "0.12", "10")


def test_text_means_itself_everywhere() -> None:
    root = drawn()

    assert root.find(f"{SVG}title").text == SHARP
    assert root.find(f"{SVG}rect/{SVG}title").text == SHARP
    assert root.find(f"{SVG}text").text == SHARP


def test_the_table_has_a_caption_and_header_cells_and_escapes_its_text() -> None:
    table = ElementTree.fromstring(draw_table(PICTURE))

    assert table.find("caption").text == SHARP
    assert [cell.get("scope") for cell in table.iter("th")] == ["col", "col", "row", "row"]
    assert [cell.text for cell in table.iter("td")] == ["2 h", "0 min"]
    assert table.find("tbody/tr/th").text == SHARP


def test_for_the_device_every_mark_goes_by_its_name() -> None:
    told = write_picture(PICTURE)

    assert [mark["mark"] for mark in told["marks"]] == ["box", "line", "dot", "words"]
    assert told["marks"][0] == {
        "mark": "box", "x": 1, "y": 2, "width": 3, "height": 4, "tone": "contact", "says": SHARP,
    }  # fmt: skip
    assert told["table"]["rows"][1] == ("Tue", "0 min")


@pytest.mark.parametrize("tone", ["contact", "leave", "unknown", "oncall", "run", "usual", "grid"])
def test_the_stylesheet_answers_to_every_tone(tone: str) -> None:
    assert f".tone-{tone} " in read_stylesheet()


def test_no_tone_is_red() -> None:
    """Red means danger, and nothing in a week of work is one: green or blue keeps up with it."""
    colors = re.findall(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b", read_stylesheet())

    assert len(colors) >= 10
    assert [c for c in colors if int(c[0], 16) > 1.35 * max(int(c[1], 16), int(c[2], 16))] == []
