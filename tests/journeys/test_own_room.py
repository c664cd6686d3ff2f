"""A first check-in before any key, then keeping, locking, and every way back in."""

import json
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.cast import Cast
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import (
    LONG,
    begin_room,
    check_in,
    enter,
    erase_room,
    go_to,
    go_to_keys,
    keep_copy,
    keep_here,
    lock,
    make_sheet,
    make_words,
    open_again,
    open_with_sheet,
    open_with_words,
    read_journal,
    wait_for,
    write_entry,
)
from tests.journeys.practice_pages import enter as enter_as

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SECRET = "The chair by the window stayed empty."


def test_a_first_check_in_needs_no_key_and_no_word(page_at: PageAt, built_page: str) -> None:
    page = enter(page_at(360))

    check_in(page)

    page.get_by_role("heading", name="What weighed").wait_for(timeout=LONG)
    assert page.get_by_text("too early to say more").is_visible()
    assert page.get_by_role("heading", name="Keep this?").is_visible()
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0


@pytest.mark.without_desk
def test_one_tap_keeps_it_and_it_is_there_after_a_reload(page_at: PageAt, built_page: str) -> None:
    page = enter(page_at(360))
    check_in(page)
    keep_here(page)
    write_entry(page, SECRET)

    page.reload()
    wait_for(page, "home")
    page.get_by_role("button", name="Open my room").click()
    page.get_by_role("button", name="Open on this device").click()
    wait_for(page, "home")
    go_to(page, "Journal")

    page.get_by_role("button", name=SECRET).wait_for(timeout=LONG)
    assert page.locator(".problem").count() == 0


@pytest.mark.without_desk
def test_locking_takes_everything_off_the_screen(page_at: PageAt, built_page: str) -> None:
    page = begin_room(page_at(360))
    write_entry(page, SECRET)
    page.get_by_role("button", name=SECRET).wait_for(timeout=LONG)

    lock(page)

    wait_for(page, "unlock")
    assert SECRET not in page.content()
    page.go_back()
    assert SECRET not in page.content()


@pytest.mark.without_desk
def test_words_and_sheet_make_a_room_recoverable_in_a_fresh_browser(
    page_at: PageAt, built_page: str, cast: Cast
) -> None:
    page = page_at(360)
    enter_as(page, cast.ada.account)
    begin_room(page)
    write_entry(page, SECRET)
    go_to(page, "My room")
    page.get_by_text("Not yet recoverable").wait_for(timeout=LONG)
    go_to_keys(page)
    words, sheet = make_words(page), make_sheet(page)
    keep_copy(page)
    go_to(page, "My room")
    wait_for(page, "home")
    assert page.get_by_text("Not yet recoverable").count() == 0

    for opens, key in ((open_with_words, words), (open_with_sheet, sheet)):
        fresh = page_at(360)
        enter_as(fresh, cast.ada.account)
        _fetch(enter(fresh))
        opens(fresh, key)
        wait_for(fresh, "home")
        go_to(fresh, "Journal")
        fresh.get_by_role("button", name=SECRET).wait_for(timeout=LONG)


def _fetch(page: Page) -> None:
    go_to(page, "My room")
    page.get_by_role("button", name="Ways in, export").click()
    page.get_by_role("button", name="I have a room on another device").click()
    page.get_by_role("button", name="Fetch my sealed copy").click()
    wait_for(page, "unlock")


@pytest.mark.without_desk
def test_wrong_words_are_said_kindly_and_open_nothing(page_at: PageAt, built_page: str) -> None:
    page = begin_room(page_at(360))
    go_to_keys(page)
    words = make_words(page)
    lock(page)

    open_with_words(page, " ".join(reversed(words.split())))

    page.locator(".problem").wait_for(timeout=LONG)
    assert page.get_by_text("This lock does not open").is_visible()
    assert page.locator(".top").get_by_role("button", name="Open", exact=True).is_visible()


@pytest.mark.without_desk
def test_new_keys_close_every_old_way(page_at: PageAt, built_page: str) -> None:
    page = begin_room(page_at(360))
    write_entry(page, SECRET)
    go_to_keys(page)
    old = make_words(page)
    page.get_by_role("button", name="Change my keys").click()
    new = page.locator(".six-words li").all_inner_texts()
    page.get_by_role("button", name="They are on paper").click()
    page.get_by_label("Word 2").fill(new[1])
    page.get_by_label("Word 5").fill(new[4])
    page.get_by_role("button", name="Change my keys now").click()
    page.get_by_text("are sealed for your new keys").wait_for(timeout=LONG)
    lock(page)

    open_with_words(page, old)
    page.locator(".problem").wait_for(timeout=LONG)
    page.get_by_label("My six words").fill(" ".join(new))
    page.locator("form", has=page.get_by_label("My six words")).get_by_role("button").click()

    wait_for(page, "keys")
    go_to(page, "Journal")
    page.get_by_role("button", name=SECRET).wait_for(timeout=LONG)


@pytest.mark.without_desk
def test_an_export_holds_everything_sealed_and_readable_if_asked(
    page_at: PageAt, built_page: str, tmp_path: Path
) -> None:
    page = begin_room(page_at(360))
    write_entry(page, SECRET)
    go_to_keys(page)

    with page.expect_download() as sealed:
        page.get_by_role("button", name="Export, sealed").click()
    with page.expect_download() as readable:
        page.get_by_role("button", name="Export with a readable copy").click()
    sealed.value.save_as(tmp_path / "sealed.zip")
    readable.value.save_as(tmp_path / "readable.zip")

    whole = zipfile.ZipFile(tmp_path / "sealed.zip")
    assert "readable.json" not in whole.namelist()
    assert SECRET.encode() not in b"".join(whole.read(name) for name in whole.namelist())
    told = json.loads(zipfile.ZipFile(tmp_path / "readable.zip").read("readable.json"))
    assert SECRET in [record["body"].get("text") for record in told]


@pytest.mark.without_desk
def test_an_erased_room_is_gone_here_and_on_the_server(
    page_at: PageAt, built_page: str, cast: Cast
) -> None:
    from fallow_site.sharing.models import SealedRow  # noqa: PLC0415 - apps have to be ready

    page = page_at(360)
    enter_as(page, cast.ada.account)
    begin_room(page)
    keep_copy(page)
    assert SealedRow.objects.count() > 0

    erase_room(page)

    wait_for(page, "home")
    page.get_by_text("Nothing is kept here yet").wait_for()
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0
    assert SealedRow.objects.count() == 0


@pytest.mark.without_desk
def test_a_room_that_is_erased_in_one_tab_ends_in_the_other_too(
    page_at: PageAt, built_page: str
) -> None:
    page = begin_room(page_at(360))
    other = page.context.new_page()
    other.goto("/room/")
    open_again(other)
    read_journal(other)
    go_to_keys(page)

    erase_room(page)

    page.get_by_text("Nothing is kept here yet").wait_for(timeout=LONG)
    wait_for(other, "home")
    other.get_by_text("Nothing is kept here yet").wait_for(timeout=LONG)
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0
