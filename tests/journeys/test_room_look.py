"""Every screen of the private room, on a phone and at a desk: axe, reflow, targets, headings."""

import json
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from tests.journeys.room_walk import walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ALL_RULES: dict[str, Any] = {"runOnly": {"type": "tag", "values": TAGS}}
COLOR_RULES: dict[str, Any] = {"runOnly": ["color-contrast", "link-in-text-block"]}
# What axe gives up on counts too, but for what is understood: why it gives up, and where.
UNDERSTOOD = {
    # It cannot tell what lies behind words in a drawing; the house test of contrast measures both.
    "imgNode": ".picture > svg text",
    # It does not judge one letter; the letters of the days have the color of the other words.
    "shortTextContent": ".picture > svg text",
    # The last column of a wide table is cut by the edge of its region, which scrolls.
    "elmPartiallyObscured": ".picture .scroll :is(th, td)",
}
# Text above a gradient is given up on as well: the house test of contrast measures both its ends.
ASK_AXE = """async (rules) => {
  const understood = UNDERSTOOD;
  document.body.style.backgroundImage = "none";
  const found = await axe.run(document, { ...rules, resultTypes: ["violations", "incomplete"] });
  document.body.style.backgroundImage = "";
  const name = (one, node) => one.id + " " + node.target;
  const isUnderstood = ({ target, any }) => any.length === 1
    && any[0].id === "color-contrast" && any[0].data.messageKey in understood
    && document.querySelector(target).matches(understood[any[0].data.messageKey]);
  const broken = found.violations.flatMap((one) => one.nodes.map((node) => name(one, node)));
  const open = found.incomplete.flatMap((one) => one.nodes
    .filter((node) => !isUnderstood(node))
    .map((node) => "not decided: " + name(one, node)));
  return [...broken, ...open];
}""".replace("UNDERSTOOD", json.dumps(UNDERSTOOD))
TOO_SMALL = """() => [...document.querySelectorAll("button, summary, select, input, textarea, a")]
  .filter((one) => one.checkVisibility() && !one.closest(".unseen, .skip"))
  .map((one) => [one.closest("label") ?? one, one])
  .filter(([target]) => {
    const { width, height } = target.getBoundingClientRect();
    return width > 0 && (width < 24 || height < 24);
  })
  .map(([, one]) => one.outerHTML.slice(0, 80))"""
SMALL_WORDS = """() => [...document.querySelectorAll(".picture > svg")].flatMap((svg) => {
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return [...svg.querySelectorAll("text")]
    .filter((text) => scale * parseFloat(getComputedStyle(text).fontSize) < 11)
    .map((text) => text.textContent);
})"""
TOUCHING_WORDS = """() => [...document.querySelectorAll(".picture > svg")].flatMap((svg) => {
  const all = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBBox()]);
  const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width
    && a.y < b.y + b.height && b.y < a.y + a.height;
  return all.flatMap(([one, a], at) =>
    all.slice(at + 1).filter(([, b]) => meet(a, b)).map(([other]) => one + " on " + other));
})"""
OUTLINE = """() => {
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1]));
  const jumps = levels.some((level, at) => at > 0 && level > levels[at - 1] + 1);
  return { tops: levels.filter((level) => level === 1).length, jumps, title: document.title };
}"""


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_any_screen_in_either_theme(room: Page, width: int) -> None:
    room.set_viewport_size({"width": width, "height": 800})
    room.emulate_media(reduced_motion="reduce")
    room.evaluate(AXE_SCRIPT)

    found = []
    for stop in walk(room):
        found += [f"{stop}, light: {one}" for one in room.evaluate(ASK_AXE, ALL_RULES)]
        room.emulate_media(color_scheme="dark")
        found += [f"{stop}, dark: {one}" for one in room.evaluate(ASK_AXE, COLOR_RULES)]
        room.emulate_media(color_scheme="light")

    assert found == []


def test_every_screen_fits_a_small_phone_and_words_in_pictures_can_be_read(room: Page) -> None:
    room.set_viewport_size({"width": 320, "height": 700})

    found = []
    for stop in walk(room):
        wide = room.evaluate("document.documentElement.scrollWidth")
        found += [f"{stop}: {wide} wide"] if wide > 320 else []
        if stop == "week":
            found += room.evaluate(SMALL_WORDS) + room.evaluate(TOUCHING_WORDS)

    assert found == []


def test_every_target_fits_a_thumb_and_every_screen_has_an_outline_and_a_title(room: Page) -> None:
    wrong = []
    for stop in walk(room):
        wrong += [f"{stop}: {one}" for one in room.evaluate(TOO_SMALL)]
        said = room.evaluate(OUTLINE)
        is_fine = said["tops"] == 1 and not said["jumps"] and said["title"].endswith("· Fallow")
        wrong += [] if is_fine else [f"{stop}: {said}"]

    assert wrong == []
