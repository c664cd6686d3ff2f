"""A walk past every screen of the private room, stopping wherever it looks different."""

from collections.abc import Iterator

from playwright.sync_api import Page
from tests.journeys.calendars import write_ics, write_table
from tests.journeys.room_page import bring, wait_for_screen, wait_for_week

NO_CALENDAR = b"\x89PNG\r\n\x1a\n\x00\x00"


def walk(page: Page) -> Iterator[str]:
    """This will say the name of each stop, once the page stands there; it begins at the start.

    Wherever one stands, help is one tap away.
    """
    for stop in _walk(page):
        assert page.locator(".top").get_by_role("button", name="Help now").is_visible(), stop
        yield stop


def _walk(page: Page) -> Iterator[str]:
    yield from _walk_the_start(page)
    yield from _walk_the_rough_picture(page)
    yield from _walk_a_table(page)
    yield from _walk_the_sorting(page)
    yield from _walk_the_week(page)
    yield from _walk_the_settings(page)


def _walk_the_start(page: Page) -> Iterator[str]:
    yield "start"
    page.get_by_text("Paste it instead").click()
    page.get_by_text("Where do I find it?").click()
    page.get_by_text("How to check that nothing leaves").click()
    yield "start with everything open"
    page.locator(".hours > summary").click()
    yield "start, working hours alike"
    page.get_by_role("button", name="The hours differ by day").click()
    page.get_by_role("button", name="Add hours after a break").first.click()
    yield "start, working hours by day"
    page.locator("#country").select_option("")
    yield "start, another country"
    bring(page, "holiday.ics", NO_CALENDAR)
    page.locator(".problem").wait_for()
    yield "start, a file that could not be read"


def _walk_the_rough_picture(page: Page) -> Iterator[str]:
    page.get_by_role("button", name="Five numbers").click()
    yield "five numbers"
    page.get_by_role("button", name="Show the rough picture").click()
    page.get_by_role("heading", name="A rough picture").wait_for()
    yield "the rough picture"
    page.get_by_role("button", name="Bring a calendar instead").click()


def _walk_a_table(page: Page) -> Iterator[str]:
    bring(page, "export.csv", write_table(8))
    wait_for_screen(page, "mapping")
    yield "mapping"
    page.go_back()
    wait_for_screen(page, "start")


def _walk_the_sorting(page: Page) -> Iterator[str]:
    bring(page, "calendar.ics", write_ics(8, client_title="K.M. 7"))
    wait_for_screen(page, "sorting")
    yield "sorting"
    page.locator(".leftover").get_by_text("something else").click()
    yield "sorting, all kinds"
    page.locator(".leftover").get_by_role("button", name="Individual session").click()
    yield "sorting, answered"
    page.get_by_role("button", name="Show my week").click()


def _walk_the_week(page: Page) -> Iterator[str]:
    wait_for_week(page)
    yield "week"
    for table in page.locator(".as-table > summary").all():
        table.click()
    page.locator(".row > summary").first.click()
    page.locator(".row[open] .entries li").first.wait_for()
    page.get_by_text("What was read, and what was dropped").click()
    yield "week, explained and as tables"


def _walk_the_settings(page: Page) -> Iterator[str]:
    page.get_by_role("button", name="Zone, hours and rules").click()
    for words in ("Team day", "Reading group"):
        page.get_by_label("When a title says").fill(words)
        page.get_by_role("button", name="Add this rule").click()
    page.get_by_role("button", name="change: Team day").click()
    page.get_by_text("The rules Fallow starts with").click()
    page.get_by_text("Lengths by billing code").click()
    page.get_by_role("button", name="Forget settings").click()
    yield "settings"
    page.get_by_role("button", name="Say how heavy the work is").click()
    page.locator(".entry").first.wait_for()
    yield "caseload"
