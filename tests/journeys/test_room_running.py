"""The room as a program on a device: starting, failing to start, installing, growing newer."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, Route
from tests.journeys.calendars import NOW, write_ics
from tests.journeys.conftest import PageAt
from tests.journeys.room_page import (
    LONG,
    bring,
    open_room,
    read_figure,
    wait_for_week,
    wait_until_ready,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MEGABYTE = 1_000_000


def _padded(megabytes: float) -> bytes:
    """A calendar of one event a few kilobytes, as invitations with long descriptions are."""
    plain = write_ics(50)
    events = plain.count(b"BEGIN:VEVENT")
    line = b"DESCRIPTION:" + b"x" * 60
    padding = (b"\r\n " + b"y" * 70) * int((megabytes * MEGABYTE - len(plain)) / events / 73)
    return plain.replace(b"SUMMARY:", line + padding + b"\r\nSUMMARY:")


def test_a_runtime_that_cannot_load_says_so_and_what_to_do(
    page_at: PageAt, built_page: str, troubles: list[str]
) -> None:
    page = page_at(360)
    page.route("**/fallow.zip", lambda route: route.abort())

    page.goto("/room/")

    page.wait_for_selector("html[data-desk=failed]", timeout=LONG)
    assert page.locator(".readiness .problem").inner_text().split("\n\n") == [
        "The part of this page that reads calendars could not start.",
        "Open the page again, or try a newer browser. Nothing was sent and nothing is lost.",
    ]
    bring(page, "calendar.ics", write_ics(2))
    page.locator(".said .problem").wait_for()
    troubles.clear()  # the browser tells of the file that was held back


def test_a_calendar_may_come_before_the_runtime_does(page_at: PageAt, built_page: str) -> None:
    page = page_at(360)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/fallow.zip", hold)
    page.clock.set_fixed_time(f"{NOW.isoformat()}-05:00")
    page.goto("/room/")

    bring(page, "calendar.ics", write_ics(8))

    page.get_by_text("Reading your calendar …").wait_for()
    page.wait_for_function("() => document.querySelector('.waiting progress').value > 0")
    assert page.locator(".waiting progress").evaluate("(bar) => bar.value < 0.9")
    held[0].continue_()
    wait_for_week(page)


def test_the_browser_finds_nothing_against_installing_the_room(
    page_at: PageAt, built_page: str
) -> None:
    page = open_room(page_at(360))
    talk = page.context.new_cdp_session(page)

    manifest = talk.send("Page.getAppManifest")
    against = talk.send("Page.getInstallabilityErrors")["installabilityErrors"]

    assert manifest["errors"] == []
    said = json.loads(manifest["data"])
    assert (said["start_url"], said["scope"], said["display"]) == ("/room/", "/room/", "standalone")
    # a test browser keeps every page in a private window, and that alone speaks against it
    assert [one["errorId"] for one in against if one["errorId"] != "in-incognito"] == []


def test_the_service_worker_keeps_to_the_room(page_at: PageAt, built_page: str) -> None:
    page = open_room(page_at(360))

    scope = page.evaluate("async () => (await navigator.serviceWorker.ready).scope")

    assert scope.endswith("/room/")


@pytest.fixture
def newer_version(built_page: str, tmp_path: Path) -> Iterator[str]:
    """The same page under another folder name, served once `switch` is called; its folder."""
    before: Path = settings.FALLOW_BUILT
    folder = hashlib.sha256(built_page.encode()).hexdigest()[:16]
    after = tmp_path / "built"
    shutil.copytree(before, after)
    (after / "room" / built_page).rename(after / "room" / folder)
    for path in (after / "room").glob("*.*"):
        if path.suffix in {".gz", ".br"}:
            path.unlink()
        else:
            path.write_text(path.read_text().replace(built_page, folder))
    manifest = (after / "room.json").read_text().replace(built_page, folder)
    (after / "room.json").write_text(manifest)
    yield str(after)
    settings.FALLOW_BUILT = before


def _folder_of(page: Page) -> str:
    return str(page.evaluate("document.querySelector('script').src.split('/').at(-2)"))


def test_a_newer_version_waits_until_it_is_asked_for(
    page_at: PageAt, built_page: str, newer_version: str
) -> None:
    page = open_room(page_at(360))
    page.reload()
    wait_until_ready(page)
    settings.FALLOW_BUILT = Path(newer_version)

    page.reload()
    page.locator(".newer").wait_for(timeout=LONG)
    assert _folder_of(page) == built_page  # still the one of before

    page.get_by_role("button", name="now", exact=True).click()
    page.wait_for_function(
        "(folder) => document.querySelector('script')?.src.includes(folder) === false",
        arg=built_page,
    )
    wait_until_ready(page)
    assert _folder_of(page) != built_page


def test_a_file_just_below_twenty_megabytes_is_read(room: Page, tmp_path: Path) -> None:
    file = tmp_path / "calendar.ics"
    file.write_bytes(_padded(19.9))

    room.set_input_files("#file", file)

    room.wait_for_selector("#picture-week", timeout=LONG)
    assert read_figure(room, "Sessions") == "24"


def test_a_file_above_twenty_megabytes_is_refused_with_a_way_on(room: Page, tmp_path: Path) -> None:
    file = tmp_path / "calendar.ics"
    file.write_bytes(_padded(20.2))

    room.set_input_files("#file", file)

    room.locator(".problem").wait_for(timeout=LONG)
    assert "20 MB" in room.locator(".problem").inner_text()
    assert room.get_by_text("Choose a file").is_visible()
