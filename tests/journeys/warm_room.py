"""One private room for all journeys of a file: its runtime is loaded once, and it forgets between.

Journeys about loading, offline use and new versions open a room of their own with `page_at`.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from tests.journeys.room_page import open_room, wait_for_screen

PHONE: ViewportSize = {"width": 360, "height": 740}
GO_TO_SETTINGS = """() => {
  history.pushState({ screen: "settings" }, "");
  dispatchEvent(new PopStateEvent("popstate", { state: { screen: "settings" } }));
}"""
REPORT_BREACHES = (
    "addEventListener('securitypolicyviolation', (breach) => "
    "console.error('policy: ' + breach.violatedDirective + ' ' + breach.blockedURI))"
)


@pytest.fixture(scope="module")
def warm_page(browser: Browser, live_server: Any, built_page: str) -> Iterator[tuple[Page, Any]]:
    context = browser.new_context(
        base_url=live_server.url.replace("127.0.0.1", "localhost"),
        viewport=PHONE,
        timezone_id="America/New_York",
        locale="en-US",
    )
    complaints: list[str] = []
    context.add_init_script(REPORT_BREACHES)
    context.on("console", lambda said: said.type == "error" and complaints.append(said.text))
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    yield open_room(context.new_page()), complaints
    context.close()


@pytest.fixture
def room(warm_page: tuple[Page, list[str]]) -> Iterator[Page]:
    """A phone at the start of the room, loaded and empty; a complaint of the browser fails."""
    page, complaints = warm_page
    complaints.clear()
    yield page
    start_anew(page)
    assert complaints == []


def start_anew(page: Page) -> None:
    """This will forget all that a journey brought, as a person can on the settings screen."""
    page.unroute_all()
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="light", media="screen", forced_colors="none")
    page.evaluate(GO_TO_SETTINGS)
    page.get_by_role("button", name="Forget settings").click()
    page.get_by_role("button", name="Yes, forget them").click()
    wait_for_screen(page, "start")
