"""The room locks by itself, and what the browser keeps is scrambled or cannot be taken out."""

import pytest
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import LONG, begin_room, go_to, wait_for, write_entry

pytestmark = [
    pytest.mark.browser,
    pytest.mark.without_desk,
    pytest.mark.django_db(transaction=True),
]
SECRET = "The chair by the window stayed empty."
_KEYS = """() => new Promise((resolve) => {
  const request = indexedDB.open("fallow.vault");
  request.onsuccess = () => {
    const asked = request.result.transaction("kept").objectStore("kept").getAll();
    asked.onsuccess = () => {
      request.result.close();
      const inside = asked.result.flatMap((one) => [one, ...Object.values(one)]);
      const keys = inside.filter((one) => one instanceof CryptoKey);
      resolve(keys.map(({ type, extractable }) => type + (extractable ? " can be taken out" : "")));
    };
  };
})"""


def test_five_quiet_minutes_lock_the_room(page_at: PageAt, built_page: str) -> None:
    page = page_at(360)
    page.clock.install()
    begin_room(page)
    write_entry(page, SECRET)
    page.get_by_role("button", name=SECRET).wait_for(timeout=LONG)

    page.clock.fast_forward("04:30")
    assert page.get_by_role("button", name=SECRET).is_visible()
    page.clock.fast_forward("01:00")

    wait_for(page, "unlock")
    assert SECRET not in page.content()


def test_a_touch_keeps_it_open(page_at: PageAt, built_page: str) -> None:
    page = page_at(360)
    page.clock.install()
    begin_room(page)

    page.clock.fast_forward("04:30")
    go_to(page, "Journal")
    page.clock.fast_forward("04:30")

    assert page.locator(".top").get_by_role("button", name="Lock", exact=True).is_visible()


def test_the_private_keys_that_a_browser_keeps_cannot_be_taken_out(
    page_at: PageAt, built_page: str
) -> None:
    page = begin_room(page_at(360))

    assert sorted(page.evaluate(_KEYS)) == ["private", "private"]  # the device's, and its lock
