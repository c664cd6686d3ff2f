"""One long way: a first check-in, kept, opened by each way in, exported, and brought back.

The passkey is in test_own_room_passkey.py; what files are refused is in tests/vault/restoring*.mjs.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import (
    LONG,
    begin_room,
    check_in,
    enter,
    go_to,
    go_to_keys,
    keep_here,
    lock,
    make_sheet,
    make_words,
    open_with_sheet,
    open_with_words,
    wait_for,
    write_entry,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.without_desk,
    pytest.mark.django_db(transaction=True),
]
SECRET = "The chair by the window stayed empty."
LATER = "I walked home along the river."


def export(page: Page, path: Path) -> Path:
    """This will save the sealed export of an open room, and give its path."""
    go_to_keys(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Export, sealed").click()
    saved.value.save_as(path)
    return path


def choose(page: Page, path: Path) -> None:
    """This will go to where an export is brought back, and choose that file."""
    go_to(page, "My room")
    page.get_by_role("button", name="Ways in, export").click()
    page.get_by_role("button", name="I have an export").click()
    wait_for(page, "restore")
    page.locator("#export-file").set_input_files(path)


def bring_back(page: Page, path: Path) -> Page:
    """This will bring an export into a browser that has no room."""
    choose(page, path)
    page.get_by_role("button", name="Bring it into this browser").click(timeout=LONG)
    wait_for(page, "unlock")
    return page


def see(page: Page, text: str) -> None:
    go_to(page, "Journal")
    page.get_by_role("button", name=text).wait_for(timeout=LONG)


def open_home(page: Page) -> None:
    wait_for(page, "home")
    page.get_by_text("It is open").wait_for(timeout=LONG)


def test_from_a_first_check_in_to_a_fresh_browser_that_has_it_all(
    page_at: PageAt, built_page: str, tmp_path: Path
) -> None:
    page = enter(page_at(360))
    check_in(page)
    keep_here(page)
    lock(page)
    words, sheet = _open_by_each_way(page)
    write_entry(page, SECRET)
    path = export(page, tmp_path / "fallow-room.zip")
    assert SECRET.encode() not in path.read_bytes()

    for opens, key in ((open_with_words, words), (open_with_sheet, sheet)):
        fresh = bring_back(enter(page_at(360)), path)
        opens(fresh, key)
        open_home(fresh)
        fresh.get_by_text("The newest entry here").wait_for(timeout=LONG)
        assert fresh.locator(".problem").count() == 0
        see(fresh, SECRET)
        write_entry(fresh, LATER)
        see(fresh, LATER)


def _open_by_each_way(page: Page) -> tuple[str, str]:
    """By this device, then with words and a sheet that are made meanwhile; gives both."""
    page.locator(".top").get_by_role("button", name="Open", exact=True).click()
    page.get_by_role("button", name="Open on this device").click()
    open_home(page)
    go_to_keys(page)
    words, sheet = make_words(page), make_sheet(page)
    for opens, key in ((open_with_words, words), (open_with_sheet, sheet)):
        lock(page)
        wait_for(page, "unlock")
        opens(page, key)
        wait_for(page, "keys")
    return words, sheet


def test_a_file_that_is_cut_short_takes_nothing_and_loses_nothing(
    page_at: PageAt, built_page: str, tmp_path: Path
) -> None:
    path = export(begin_room(page_at(360)), tmp_path / "fallow-room.zip")
    cut = tmp_path / "cut.zip"
    cut.write_bytes(path.read_bytes()[:-1000])
    fresh = enter(page_at(360))
    check_in(fresh)

    choose(fresh, cut)
    fresh.get_by_text("This file is cut short or damaged.").wait_for(timeout=LONG)

    assert fresh.get_by_role("button", name="Bring it into this browser").count() == 0
    assert fresh.evaluate("async () => (await indexedDB.databases()).length") == 0
    go_to(fresh, "My room")
    fresh.get_by_text("What you wrote is on this page alone").wait_for(timeout=LONG)


def test_an_export_is_never_laid_over_a_room_and_one_unopened_can_be_put_away(
    page_at: PageAt, built_page: str, tmp_path: Path
) -> None:
    page = begin_room(page_at(360))
    path = export(page, tmp_path / "fallow-room.zip")
    assert page.get_by_role("button", name="I have an export").count() == 0

    fresh = bring_back(enter(page_at(360)), path)
    fresh.get_by_role("button", name="It is not mine, put it away").click()
    wait_for(fresh, "home")

    fresh.get_by_text("Nothing is kept here yet").wait_for(timeout=LONG)
    assert fresh.evaluate("async () => (await indexedDB.databases()).length") == 0
