"""The whole way by keyboard alone: from choosing a calendar to a figure that explains itself."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page
from tests.journeys.calendars import write_ics
from tests.journeys.room_page import bring, wait_for_screen, wait_for_week

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST_STEPS = 200
ONE_ROW = 60  # pixels; what stands in one row may differ in height
FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const shown = one.matches(".unseen") ? one.nextElementSibling : one;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const { top, bottom } = one.getBoundingClientRect();
  const words = one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent;
  return {
    words: words.trim(),
    isVisible: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    top: top + scrollY,
    isOnScreen: bottom > 0 && top < innerHeight,
  };
}"""


def _tab_to(room: Page, words: str) -> None:
    """This will press Tab until what stands there begins with `words`."""
    for _ in range(MOST_STEPS):
        room.keyboard.press("Tab")
        focused = room.evaluate(FOCUSED)
        if focused and focused["words"].startswith(words):
            return
    raise AssertionError(f"The keyboard never came to: {words}")


def test_from_the_file_to_an_explained_figure_by_keyboard(room: Page) -> None:
    _tab_to(room, "Choose a file")
    with room.expect_file_chooser() as chooser:
        room.keyboard.press("Space")
    file = {"name": "c.ics", "mimeType": "text/calendar", "buffer": write_ics(8, client_title="KM")}
    chooser.value.set_files(file)  # type: ignore[arg-type]
    wait_for_screen(room, "sorting")

    _tab_to(room, "Individual session")
    room.keyboard.press("Enter")
    _tab_to(room, "Show my week")
    room.keyboard.press("Enter")
    wait_for_week(room)
    _tab_to(room, "Sessions")
    room.keyboard.press("Enter")

    room.locator(".row[open] .entries li").first.wait_for()


def test_focus_is_always_visible_goes_down_the_page_and_is_never_trapped(room: Page) -> None:
    bring(room, "calendar.ics", write_ics(8))
    wait_for_week(room)

    stops = []
    for _ in range(MOST_STEPS):
        room.keyboard.press("Tab")
        focused = room.evaluate(FOCUSED)
        if focused is None:
            break
        stops.append(focused)

    assert len(stops) < MOST_STEPS
    assert stops[-1]["words"].startswith("How to check that nothing leaves")
    assert [stop["words"] for stop in stops if not stop["isVisible"]] == []
    assert [stop["words"] for stop in stops if not stop["isOnScreen"]] == []
    upwards = [b["words"] for a, b in pairwise(stops) if b["top"] < a["top"] - ONE_ROW]
    assert upwards == []


def test_a_new_screen_begins_at_its_heading(room: Page) -> None:
    bring(room, "calendar.ics", write_ics(8))
    wait_for_week(room)

    room.get_by_role("button", name="Zone, hours and rules").click()

    wait_for_screen(room, "settings")
    assert room.evaluate("document.activeElement.tagName") == "H1"


def test_an_answer_keeps_the_keyboard_where_it_was(room: Page) -> None:
    bring(room, "calendar.ics", write_ics(8, client_title="K.M."))
    wait_for_screen(room, "sorting")

    room.locator(".leftover").get_by_role("button", name="Individual session").press("Enter")

    assert room.evaluate("document.activeElement.textContent") == "change"
    assert room.locator("#status").text_content() == "Sorted as individual session."
