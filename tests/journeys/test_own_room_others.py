"""Someone else's session and hostile markup, met in a real browser; and what each check is for."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect
from tests.cast import Cast
from tests.journeys.conftest import PageAt
from tests.journeys.lying import change_answers
from tests.journeys.own_room import (
    LONG,
    begin_room,
    erase_room,
    go_to_keys,
    keep_copy,
    open_again,
    wait_for,
    write_entry,
)
from tests.journeys.practice_pages import enter as enter_as
from tests.journeys.weakening import AS_TEXT, Patch, weaken

pytestmark = [
    pytest.mark.browser,
    pytest.mark.without_desk,
    pytest.mark.django_db(transaction=True),
]
SAME_ACCOUNT: Patch = ("keeping/copying.js", "if (remote.account !== account)", "if (false)")
MARKUP = '<img src="x" onerror="document.title=1"><script>document.title=2</script>'


def write_in_someone_elses_session(page: Page, cast: Cast) -> None:
    """Ada keeps a copy; then the server says that somebody else is signed in, and she writes."""
    enter_as(page, cast.ada.account)
    begin_room(page)
    keep_copy(page)
    change_answers(page, "session", lambda told: told | {"account": "0" * 64})
    open_again(page)
    write_entry(page, "for nobody else")


def is_kept(response: Response) -> bool:
    return response.url.endswith("/api/own/vault/rows") and response.request.method == "PUT"


def test_someone_elses_session_gets_nothing(page_at: PageAt, built_page: str, cast: Cast) -> None:
    from fallow_site.sharing.models import SealedRow  # noqa: PLC0415 - apps have to be ready

    page = page_at(360, service_workers="block")

    write_in_someone_elses_session(page, cast)
    before = SealedRow.objects.count()
    for _ in range(2):  # the second question comes after all that the first could have led to
        with page.expect_response("**/api/own/session", timeout=LONG):
            page.evaluate("dispatchEvent(new Event('online'))")

    assert SealedRow.objects.count() == before


def test_without_the_check_someone_elses_session_gets_it(
    page_at: PageAt, built_page: str, cast: Cast, tmp_path: Path
) -> None:
    page = page_at(360, service_workers="block")
    weaken(page, tmp_path, SAME_ACCOUNT)

    with page.expect_response(lambda one: is_kept(one) and _is_late(page), timeout=LONG) as kept:
        write_in_someone_elses_session(page, cast)

    assert kept.value.status == 200


def erase_in_someone_elses_session(page: Page, cast: Cast) -> None:
    """Ada keeps a copy; then the server says that somebody else is signed in, and she erases."""
    enter_as(page, cast.ada.account)
    begin_room(page)
    keep_copy(page)
    change_answers(page, "session", lambda told: told | {"account": "0" * 64})
    open_again(page)
    go_to_keys(page)
    erase_room(page)


def test_erasing_ones_room_leaves_what_is_kept_for_someone_else(
    page_at: PageAt, built_page: str, cast: Cast
) -> None:
    from fallow_site.sharing.models import SealedRow  # noqa: PLC0415 - apps have to be ready

    page = page_at(360, service_workers="block")

    erase_in_someone_elses_session(page, cast)

    page.get_by_text("the server's copy could not be reached").wait_for(timeout=LONG)
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0
    assert SealedRow.objects.count() > 0


def test_without_the_check_what_is_kept_for_someone_else_would_go(
    page_at: PageAt, built_page: str, cast: Cast, tmp_path: Path
) -> None:
    from fallow_site.sharing.models import SealedRow  # noqa: PLC0415 - apps have to be ready

    page = page_at(360, service_workers="block")
    weaken(page, tmp_path, SAME_ACCOUNT)

    erase_in_someone_elses_session(page, cast)

    wait_for(page, "home")
    assert SealedRow.objects.count() == 0


def _is_late(page: Page) -> bool:
    return bool(page.locator("main[data-screen=journal]").count())


def test_markup_in_a_record_stays_text(
    page_at: PageAt, built_page: str, troubles: list[str]
) -> None:
    page = begin_room(page_at(360))

    write_entry(page, MARKUP)

    page.get_by_role("button", name=MARKUP).wait_for(timeout=LONG)
    assert page.title() == "My journal · Fallow"
    assert troubles == []


def test_without_the_two_walls_before_it_markup_would_run(
    page_at: PageAt, built_page: str, tmp_path: Path, troubles: list[str]
) -> None:
    """The walls are that text is set as text, and the content policy behind it."""
    page = page_at(360, bypass_csp=True, service_workers="block")
    weaken(page, tmp_path, AS_TEXT)
    begin_room(page)

    write_entry(page, MARKUP)

    expect(page).to_have_title("1", timeout=LONG)
    troubles.clear()  # there is no picture at the address in the markup
