"""What an exchange with the server noticed is said on the room's first page, with what to do."""

import pytest
from playwright.sync_api import expect
from tests.cast import Cast
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import (
    LONG,
    begin_room,
    go_to,
    go_to_keys,
    keep_copy,
    open_again,
    wait_for,
    write_entry,
)
from tests.journeys.practice_pages import enter as enter_as

pytestmark = [
    pytest.mark.browser,
    pytest.mark.without_desk,
    pytest.mark.django_db(transaction=True),
]
LOST = "The server no longer had something that you wrote."


def test_records_that_the_server_lost_are_sent_again_and_said_until_they_were_read(
    page_at: PageAt, built_page: str, cast: Cast
) -> None:
    from fallow_site.sharing.models import SealedRow  # noqa: PLC0415 - apps have to be ready

    page = page_at(360)
    enter_as(page, cast.ada.account)
    begin_room(page)
    keep_copy(page)
    rows = SealedRow.objects.filter(kind=SealedRow.Kind.RECORD)
    lost = rows.earliest("pk")
    lost.delete()

    with page.expect_response("**/api/own/vault/rows", timeout=LONG):
        write_entry(page, "The river was high.")
        go_to(page, "My room")
    page.get_by_text(LOST).wait_for(timeout=LONG)

    assert rows.filter(name=lost.name).exists()
    open_again(page)
    page.get_by_text(LOST).wait_for(timeout=LONG)
    assert page.get_by_role("alert").filter(has_text="sent there again").is_visible()
    page.get_by_role("button", name="I have read it").click()
    page.get_by_text(LOST).wait_for(state="detached")  # it goes once that is kept
    open_again(page)
    page.get_by_text("Not yet recoverable").wait_for(timeout=LONG)
    assert page.get_by_text(LOST).count() == 0


def test_that_something_was_lost_is_read_and_what_to_do_about_another_room_stays(
    page_at: PageAt, built_page: str
) -> None:
    page = begin_room(page_at(360))
    page.evaluate(_NOTICE, {"lost": 2, "isElsewhere": True})
    go_to(page, "My room")
    page.get_by_text(LOST).wait_for(timeout=LONG)

    page.get_by_role("button", name="I have read it").click()

    expect(page.get_by_text(LOST)).to_have_count(0)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("The server keeps a room with other keys than this one.")
    expect(alert.get_by_role("button", name="Put this room away here")).to_be_visible()


_NOTICE = """(noticed) => new Promise((resolve) => {
  const request = indexedDB.open("fallow.vault");
  request.onsuccess = () => {
    const kept = request.result.transaction("kept", "readwrite").objectStore("kept");
    kept.put(noticed, "noticed").onsuccess = () => { request.result.close(); resolve(); };
  };
})"""


def test_a_second_room_is_not_mixed_into_the_one_that_the_account_keeps(
    page_at: PageAt, built_page: str, cast: Cast
) -> None:
    from fallow_site.sharing.models import SealedRow  # noqa: PLC0415 - apps have to be ready

    first = page_at(360)
    enter_as(first, cast.ada.account)
    keep_copy(begin_room(first))
    there = set(SealedRow.objects.values_list("name", flat=True))
    second = page_at(360)
    enter_as(second, cast.ada.account)
    go_to_keys(begin_room(second))

    second.get_by_role("button", name="Keep a sealed copy there").click()
    second.get_by_text("Another room is kept with this account already.").wait_for(timeout=LONG)
    assert set(SealedRow.objects.values_list("name", flat=True)) == there

    second.get_by_role("button", name="Put the other one away").click()
    second.get_by_role("button", name="Yes, put it away and keep this one").click()
    second.get_by_text("A sealed copy is kept").wait_for(timeout=LONG)
    assert there.isdisjoint(SealedRow.objects.values_list("name", flat=True))
    wait_for(second, "keys")
