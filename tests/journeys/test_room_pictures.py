"""The two renderers draw the same: SVG text from Python, and DOM nodes on the device.

Expected nodes come from `fallow.figures.svg`, read with the standard library's XML reader.
"""

import hashlib
import json
from typing import Any
from xml.etree import ElementTree

import pytest
from django.conf import settings
from playwright.sync_api import Page
from tests.journeys.calendars import NOW, write_ics
from tests.journeys.room_page import bring, wait_for_week

from fallow.figures.marks import Box, Dot, Line, Picture, Table, Words
from fallow.figures.picture_json import write_picture
from fallow.figures.svg import draw_svg
from fallow.workload.my_week.facade import Desk
from fallow_site.kit.build.ingredients.bundling import bundle_script
from fallow_site.kit.build.places import PAGE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MARKS = {"box": Box, "line": Line, "dot": Dot, "words": Words}
READ_NODE = """(svg) => {
  const read = (node) => {
    const given = [...node.attributes].map(({ name, value }) => [name, value]);
    const own = node.children.length ? "" : node.textContent;
    return [node.tagName, Object.fromEntries(given), own, [...node.children].map(read)];
  };
  return read(svg);
}"""
DRAW = f"""async ([address, picture]) => {{
  const {{ drawMarks }} = await import(address);
  return ({READ_NODE})(drawMarks(picture));
}}"""
ODD = "a < b & \"c\" > 'd' é"
PICTURE = Picture(
    name="odd",
    title=ODD,
    sentence=f"One sentence: {ODD}.",
    width=360.0,
    height=170.5,
    marks=(
        Box(x=1 / 3, y=0.125, width=47.142857, height=0.375, tone="contact", says=ODD),
        Box(x=30, y=-0.001, width=2.675, height=1.005, tone="usual"),
        Line(x1=0.625, y1=10.0, x2=360.0, y2=10.999, tone="grid"),
        Dot(x=12.345, y=1e-9, radius=2.5, tone="run", says="one week"),
        Dot(x=100.0, y=5.0, radius=3.0, tone="run"),
        Words(x=26.0, y=4.444, text=ODD, tone="quiet", anchor="end"),
        Words(x=26.0, y=4.446, text="10", tone="text", anchor="middle"),
    ),
    table=Table(caption="", header=(), rows=()),
)


def _read(svg: str) -> Any:
    def node(found: ElementTree.Element) -> list[Any]:
        tag = found.tag.split("}")[1]
        return [tag, dict(found.attrib), found.text or "", [node(child) for child in found]]

    return node(ElementTree.fromstring(svg))


@pytest.fixture(scope="module")
def renderer(built_page: str) -> str:
    """The address of the page's renderer, served as a module beside the built page."""
    body = bundle_script(PAGE / "page" / "parts" / "picture.js", known={}, external=())
    manifest = settings.FALLOW_BUILT / "room.json"
    told = json.loads(manifest.read_text())
    (settings.FALLOW_BUILT / "room" / built_page / "picture.js").write_bytes(body)
    told["files"]["picture.js"] = hashlib.sha256(body).hexdigest()
    manifest.write_text(json.dumps(told))
    return f"/room/{built_page}/picture.js"


def test_every_mark_is_drawn_alike_by_both(room: Page, renderer: str) -> None:
    drawn = room.evaluate(DRAW, [renderer, write_picture(PICTURE)])

    assert drawn == _read(draw_svg(PICTURE))


@pytest.mark.parametrize("name", ["week", "months"])
def test_a_real_week_is_drawn_alike_by_both(room: Page, name: str) -> None:
    bring(room, "calendar.ics", write_ics(8))
    wait_for_week(room)

    drawn = room.locator(f"#picture-{name} > svg").evaluate(READ_NODE)

    assert drawn == _read(draw_svg(_picture_of_python(name)))


def _picture_of_python(name: str) -> Picture:
    """The same calendar and settings, asked of the same desk in this Python."""
    request: dict[str, Any] = {
        "settings": {
            "zone": "America/New_York",
            "hours": [[[540, 1020]]] * 5 + [[], []],
            "rules": [],
        },
        "now": f"{NOW.isoformat()}-05:00",
        "key": "00" * 32,
    }
    desk = Desk()
    reading = {"do": "read", "source": "calendar 1", "name": "calendar.ics"}
    desk.answer(json.dumps(request | reading), write_ics(8))
    week = json.loads(desk.answer(json.dumps(request | {"do": "week", "monday": None})))
    told = next(picture for picture in week["pictures"] if picture["name"] == name)
    marks = tuple(MARKS[mark.pop("mark")](**mark) for mark in told.pop("marks"))
    return Picture(**{**told, "marks": marks, "table": Table(**told["table"])})
