"""The steps a person takes in the private room, for journeys that go through it."""

from playwright.sync_api import Page
from tests.journeys.calendars import NOW

LONG = 60_000  # milliseconds; a busy machine loads the runtime slowly


def open_room(page: Page) -> Page:
    """This will open the room on the Sunday of the calendars and wait until it is ready."""
    page.clock.set_fixed_time(f"{NOW.isoformat()}-05:00")
    page.goto("/room/")
    wait_until_ready(page)
    return page


def wait_until_ready(page: Page) -> None:
    page.wait_for_selector("html[data-desk=ready]", timeout=LONG)
    page.wait_for_selector("html[data-offline]", timeout=LONG)


def bring(page: Page, name: str, content: bytes) -> None:
    """This will hand the page a file as the file button does."""
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.set_input_files("#file", [file])  # type: ignore[list-item]


def wait_for_screen(page: Page, screen: str) -> None:
    page.wait_for_selector(f"main[data-screen={screen}]", timeout=LONG)


def wait_for_week(page: Page) -> None:
    page.wait_for_selector("#picture-week", timeout=LONG)


def read_figure(page: Page, label: str) -> str:
    """This will give the value that stands beside a figure's label, folded away or not."""
    row = page.locator(".row > summary", has=page.get_by_text(label, exact=True))
    return row.locator(".value").text_content() or ""
