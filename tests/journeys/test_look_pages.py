"""Every page of the server, in both themes, on a phone and at a desk: axe, reflow, headings."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from tests.cast import Cast
from tests.journeys.conftest import PageAt
from tests.journeys.practice_pages import Visit, list_visits, visitor

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = {
    "light": {"runOnly": {"type": "tag", "values": TAGS}},
    # the page is the same in the dark: only what looks at colors can answer otherwise
    "dark": {"runOnly": ["color-contrast", "link-in-text-block"]},
}
# axe gives up on text above a gradient; without it the paper is measured, and the house test of
# contrast measures the other end of the gradient, the morning sky. What it gives up on counts too.
ASK_AXE = (
    "rules => { document.body.style.backgroundImage = 'none'; return axe.run(document, rules).then("
    "found => [...found.violations, ...found.incomplete].flatMap("
    "one => one.nodes.map(node => one.id + ' ' + node.target))) }"
)
ASK_FONTS = (
    "() => document.fonts.ready.then(fonts => [...fonts].filter(font => font.status === 'loaded')"
    ".map(font => font.family.replaceAll('\"', '')))"
)
SWEPT: dict[str, list[str]] = {}
ASK_WIDTH = "() => document.documentElement.scrollWidth"


def test_axe_finds_nothing_on_any_page_in_either_theme(
    page_at: PageAt, busy: Cast, troubles: list[str]
) -> None:
    swept = sweep_once(page_at, busy, troubles)

    assert swept["axe"] == []


def test_no_page_scrolls_sideways_at_320_pixels(
    page_at: PageAt, busy: Cast, troubles: list[str]
) -> None:
    swept = sweep_once(page_at, busy, troubles)

    assert swept["sideways"] == []


def test_every_page_has_one_heading_and_a_title_of_its_own(busy: Cast) -> None:
    visits = [visit for visit in list_visits(busy) if visit.html]

    assert [visit.name for visit in visits if visit.html.count("<h1") != 1] == []
    untitled = [visit.name for visit in visits if "<title>Fallow</title>" in visit.html]
    assert untitled == ["home"]


def test_headings_and_text_are_set_in_the_two_families_of_the_house(page_at: PageAt) -> None:
    page = page_at()
    page.goto("/")

    loaded = page.evaluate(ASK_FONTS)

    assert set(loaded) == {"Source Serif 4 Variable", "Source Sans 3 Variable"}


def sweep_once(page_at: PageAt, cast: Cast, troubles: list[str]) -> dict[str, list[str]]:
    """Opens every page once for both tests; loading them is what takes the time."""
    if not SWEPT:
        page = page_at(320, reduced_motion="reduce")
        page.context.add_init_script(AXE_SCRIPT)
        found: dict[str, list[str]] = {"axe": [], "sideways": []}
        for visit in _visit_all(page, cast):
            if page.evaluate(ASK_WIDTH) > 320:
                found["sideways"].append(visit.name)
            found["axe"] += [f"{visit.name} {one}" for one in _ask_axe(page)]
            page.set_viewport_size({"width": 320, "height": 800})
        _forget_the_missing_page(troubles)
        SWEPT.update(found)
    return SWEPT


def _ask_axe(page: Page) -> Iterator[str]:
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme, rules in RULES.items():
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            yield from (f"{width} {scheme}: {one}" for one in page.evaluate(ASK_AXE, rules))


def _visit_all(page: Page, cast: Cast) -> Iterator[Visit]:
    """Opens every page in turn, changing the visitor as seldom as can be."""
    who = ""
    for visit in list_visits(cast):
        if visit.who != who:
            who = visit.who
            visitor(page, who, cast)
        page.goto(visit.path)
        assert page.url.endswith(visit.path), f"{visit} led to {page.url}"
        yield visit


def _forget_the_missing_page(troubles: list[str]) -> None:
    """The browser complains of the page that does not exist, and of the note that is over."""
    for trouble in [x for x in troubles if "404" in x or "410" in x]:
        troubles.remove(trouble)
