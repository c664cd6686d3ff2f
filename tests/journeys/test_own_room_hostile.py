"""A server that lies, met in a real browser: refused, said aloud, and nothing emitted."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page
from tests.cast import Cast
from tests.journeys.conftest import PageAt
from tests.journeys.lying import Json, change_answers, forge
from tests.journeys.own_room import (
    LONG,
    begin_room,
    enter,
    go_to,
    go_to_keys,
    keep_copy,
    make_words,
    open_with_words,
    wait_for,
    write_entry,
)
from tests.journeys.practice_pages import enter as enter_as

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SECRET = "The chair by the window stayed empty."
FORGED = "You agreed to the new caseload."


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Ada's room with one entry and a sealed copy on the server."""

    page: Page
    words: str
    entry: str
    """The name under which the entry's record lies, with younger ones behind it."""


@pytest.fixture
def kept(page_at: PageAt, built_page: str, cast: Cast) -> Kept:
    page = page_at(360)
    enter_as(page, cast.ada.account)
    begin_room(page)
    before = page.evaluate(_NAMES)
    write_entry(page, SECRET)
    (entry,) = set(page.evaluate(_NAMES)) - set(before)
    go_to_keys(page)
    words = make_words(page)
    keep_copy(page)
    return Kept(page=page, words=words, entry=entry)


def fetch_fresh(page_at: PageAt, cast: Cast) -> Page:
    page = page_at(360)
    enter_as(page, cast.ada.account)
    enter(page)
    go_to(page, "My room")
    page.get_by_role("button", name="Ways in, export").click()
    page.get_by_role("button", name="I have a room on another device").click()
    return page


def fetch_and_open(page: Page, words: str) -> None:
    page.get_by_role("button", name="Fetch my sealed copy").click()
    wait_for(page, "unlock")
    open_with_words(page, words)


def test_a_record_that_is_left_out_is_missed(page_at: PageAt, cast: Cast, kept: Kept) -> None:
    page = fetch_fresh(page_at, cast)
    sent: list[str] = []

    def leave_out(told: Json) -> Json:
        sent.append("asked")
        return told | {"rows": [name for name in told["rows"] if name != kept.entry]}

    change_answers(page, "vault", leave_out)
    fetch_and_open(page, kept.words)

    page.get_by_text("Something you wrote is missing on the server.").wait_for(timeout=LONG)
    assert sent


_NAMES = """() => new Promise((resolve) => {
  const request = indexedDB.open("fallow.vault");
  request.onsuccess = () => {
    const asked = request.result.transaction("rows").objectStore("rows").getAllKeys();
    asked.onsuccess = () => { request.result.close(); resolve(asked.result); };
  };
})"""


def test_records_that_change_places_are_refused(page_at: PageAt, cast: Cast, kept: Kept) -> None:
    page = fetch_fresh(page_at, cast)

    def swap(told: Json) -> Json:
        names = list(told["rows"])
        turned = dict(zip(names, [told["rows"][n] for n in [*names[1:], names[0]]], strict=True))
        return {"rows": turned}

    change_answers(page, "vault/rows/read", swap)
    fetch_and_open(page, kept.words)

    page.get_by_text("This record lies in another record's place.").wait_for(timeout=LONG)
    go_to(page, "Journal")
    assert page.get_by_role("button", name=SECRET).count() == 0


def test_a_forged_record_is_never_shown(page_at: PageAt, cast: Cast, kept: Kept) -> None:
    forged = forge(kept.page, kept.words)
    page = fetch_fresh(page_at, cast)
    change_answers(page, "vault", lambda told: told | {"rows": [*told["rows"], forged["row"]]})
    planted = {forged["row"]: forged["sealed"]}
    change_answers(page, "vault/rows/read", lambda told: {"rows": told["rows"] | planted})

    fetch_and_open(page, kept.words)

    page.get_by_text("This record was not signed by you.").wait_for(timeout=LONG)
    go_to(page, "Journal")
    page.get_by_role("button", name=SECRET).wait_for(timeout=LONG)
    assert FORGED not in page.content()


def test_a_weak_lock_with_other_keys_is_not_tried(page_at: PageAt, cast: Cast, kept: Kept) -> None:
    weak = forge(kept.page, kept.words)["slot"]
    page = fetch_fresh(page_at, cast)
    change_answers(
        page, "vault/slots/read", lambda told: {"rows": dict.fromkeys(told["rows"], weak)}
    )

    fetch_and_open(page, kept.words)

    page.get_by_text("This lock is weaker than the ones this page makes.").wait_for(timeout=LONG)
    assert page.locator(".top").get_by_role("button", name="Open", exact=True).is_visible()


def test_someone_elses_session_gets_nothing(page_at: PageAt, cast: Cast, kept: Kept) -> None:
    from fallow_site.sharing.models import SealedRow  # noqa: PLC0415 - apps have to be ready

    page = kept.page
    change_answers(page, "session", lambda told: told | {"account": "0" * 64})
    page.reload()
    wait_for(page, "home")
    before = SealedRow.objects.count()
    page.get_by_role("button", name="Open my room").click()
    with page.expect_response("**/api/own/session", timeout=LONG):
        page.get_by_role("button", name="Open on this device").click()
        write_entry(page, "for nobody else")

    assert SealedRow.objects.count() == before


def test_markup_in_a_record_stays_text(
    page_at: PageAt, built_page: str, troubles: list[str]
) -> None:
    page = begin_room(page_at(360))
    markup = '<img src="x" onerror="document.title=1"><script>document.title=2</script>'

    write_entry(page, markup)

    page.get_by_role("button", name=markup).wait_for(timeout=LONG)
    assert page.title() == "My journal · Fallow"
    assert troubles == []
