"""Words that worry bring help up gently: once a day, asking nobody, and telling nothing after."""

from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import LONG, begin_room, enter, go_to, open_again, write_entry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORRYING = "Some days I want to die."
CALM = "We walked along the river."
DAY = timedelta(days=1)


def offer_of(page: Page) -> Locator:
    return page.get_by_role("region", name="Help, if you want it")


def begin_entry(page: Page) -> None:
    go_to(page, "Journal")
    page.get_by_role("button", name="Write something").click()


def write_and_pause(page: Page, text: str, *, name: str) -> None:
    """This will write, and wait until the page has looked at it: then it points at the name.

    Whether to offer help is decided before; so an offer that is not there then does not come.
    """
    page.get_by_label("In my words").fill(f"{text} Then {name} came.")
    page.get_by_text(f"“{name}” (a name)").wait_for(timeout=LONG)


def test_help_is_offered_once_and_nobody_is_asked(page_at: PageAt, built_page: str) -> None:
    page = enter(page_at(360))
    page.wait_for_selector("html[data-desk=ready]", timeout=LONG)
    page.wait_for_selector("html[data-offline]", timeout=LONG)
    begin_entry(page)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))

    write_and_pause(page, WORRYING, name="Marigold")

    expect(offer_of(page)).to_be_visible()
    page.get_by_role("button", name="Not now").click()
    write_and_pause(page, f"{WORRYING} I say it again.", name="Quillon")
    expect(offer_of(page)).to_have_count(0)
    begin_entry(page)
    write_and_pause(page, WORRYING, name="Tamsin")
    expect(offer_of(page)).to_have_count(0)
    assert asked == []


@pytest.mark.without_desk
def test_a_reload_does_not_offer_it_again_and_another_day_does(
    page_at: PageAt, built_page: str
) -> None:
    page = begin_room(page_at(360))
    begin_entry(page)
    write_and_pause(page, WORRYING, name="Marigold")
    expect(offer_of(page)).to_be_visible()

    open_again(page)
    begin_entry(page)
    write_and_pause(page, WORRYING, name="Quillon")
    expect(offer_of(page)).to_have_count(0)

    now = page.evaluate("Date.now()")
    page.clock.set_fixed_time(now + DAY.total_seconds() * 1000)
    write_and_pause(page, WORRYING, name="Tamsin")
    expect(offer_of(page)).to_be_visible()


@pytest.mark.without_desk
def test_what_the_browser_keeps_is_the_same_whether_help_was_offered(
    page_at: PageAt, built_page: str
) -> None:
    page = begin_room(page_at(360))
    begin_entry(page)
    kept = []
    for text, name in ((CALM, "Marigold"), (WORRYING, "Quillon")):
        write_and_pause(page, text, name=name)
        kept.append(page.evaluate(_NAMES_AND_SIZES))

    expect(offer_of(page)).to_be_visible()
    assert kept[0] == kept[1]


@pytest.mark.without_desk
def test_words_that_are_kept_at_once_bring_the_offer_to_the_journal_and_only_once(
    page_at: PageAt, built_page: str
) -> None:
    page = begin_room(page_at(360))

    write_entry(page, WORRYING)

    expect(offer_of(page)).to_be_visible()
    go_to(page, "Journal")
    expect(offer_of(page)).to_have_count(0)
    begin_entry(page)
    write_and_pause(page, WORRYING, name="Marigold")
    expect(offer_of(page)).to_have_count(0)


@pytest.mark.without_desk
def test_words_that_were_left_unkept_use_up_no_offer(page_at: PageAt, built_page: str) -> None:
    page = begin_room(page_at(360))
    begin_entry(page)
    page.get_by_label("In my words").fill(WORRYING)
    go_to(page, "Journal")
    page.wait_for_timeout(1_000)  # longer than the pause after which the page would have looked

    begin_entry(page)
    write_and_pause(page, WORRYING, name="Marigold")

    expect(offer_of(page)).to_be_visible()


_NAMES_AND_SIZES = """async () => {
  const database = await new Promise((resolve) => {
    const request = indexedDB.open("fallow.vault");
    request.onsuccess = () => resolve(request.result);
  });
  const all = (place, ask) => new Promise((resolve) => {
    const asked = database.transaction(place).objectStore(place)[ask]();
    asked.onsuccess = () => resolve(asked.result);
  });
  const told = [];
  for (const place of database.objectStoreNames) {
    const [names, values] = [await all(place, "getAllKeys"), await all(place, "getAll")];
    told.push([place, names, values.map((value) => (value.sealed ?? value).length ?? 0)]);
  }
  database.close();
  const others = [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie];
  return JSON.stringify([told, others]);
}"""
