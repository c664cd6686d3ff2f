"""A published form: its wording is brought by someone who may, and counts by the key that ships.

What a reader refuses of a wording is in tests/unit/forms; here is what it lets through, on a page.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.journeys.conftest import PageAt
from tests.journeys.desk_here import answer_from_here
from tests.journeys.own_room import LONG, begin_room, bring_wording, go_to
from tests.journeys.weakening import AS_TEXT, weaken

from fallow.individual import desk
from fallow.individual.instruments import wording
from fallow.individual.instruments.instrument import Instrument

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEYS = [*(f"p{n}" for n in range(1, 7)), *(f"w{n}" for n in range(1, 8))]
KEYS += [f"c{n}" for n in range(1, 7)]
MARKUP = "<img src=x onerror=lied=1><script>lied=2</script> Invented question"


def invented_form() -> bytes:
    rows = [f"{key},{MARKUP} {key}" for key in KEYS]
    return "\n".join(["key,text", *rows, "answers,Always|Often|Sometimes|Seldom|Never"]).encode()


def test_wording_is_brought_in_answered_and_scored(page_at: PageAt, built_page: str) -> None:
    page = begin_room(page_at(360))
    bring_wording(page, invented_form(), basis="Invented for a test")
    page.get_by_text("Look at the words").click()
    words = page.locator("details", has=page.get_by_text("Look at the words"))
    assert words.locator("ol li").all_inner_texts() == [f"{MARKUP} {key}" for key in KEYS]
    assert words.locator("ul li").first.inner_text() == "Always counts 100"
    assert len(words.locator("code").inner_text().replace(" ", "")) == 64

    page.get_by_role("button", name="Answer it").click()
    assert page.locator("legend").inner_text() == f"{MARKUP} p1"  # as text, never as markup
    for _ in KEYS:
        page.get_by_role("button", name="Often", exact=True).click()

    page.get_by_role("heading", name="What it comes to").wait_for(timeout=LONG)
    scores = page.locator("main dd").all_inner_texts()
    assert scores[0].startswith("75 of 100, give or take 12")  # 1.96 × 16.5 × √(1 − .87) = 11.7
    assert scores[1].startswith("68 of 100")  # (6 × 75 + 25) / 7: the last of seven is reversed
    assert page.evaluate("window.lied") is None


@pytest.mark.without_desk
def test_without_the_two_walls_before_it_wording_would_run(
    page_at: PageAt, built_page: str, tmp_path: Path, troubles: list[str]
) -> None:
    """The walls are that text is set as text, and the content policy behind it."""
    page = page_at(360, bypass_csp=True)
    weaken(page, tmp_path, AS_TEXT)
    answer_from_here(page)
    begin_room(page)

    bring_wording(page, invented_form(), basis="Invented for a test")

    page.wait_for_function("window.lied === 1", timeout=LONG)
    troubles.clear()  # there is no picture at the address in the markup


@pytest.mark.without_desk
def test_words_that_are_not_those_of_before_are_said_or_not_shown(
    page_at: PageAt, built_page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_at(360)
    answer_from_here(page)
    begin_room(page)
    bring_wording(page, invented_form(), basis="Invented for a test")
    page.get_by_role("button", name="Answer it").click()
    for _ in KEYS:
        page.get_by_role("button", name="Skip").click()
    page.get_by_role("heading", name="What it comes to").wait_for(timeout=LONG)

    go_to_forms(page)
    page.get_by_role("button", name="Answer it").wait_for(timeout=LONG)
    assert page.get_by_role("alert").count() == 0

    with monkeypatch.context() as elsewhere:  # other words came in, as from another device
        elsewhere.setattr(desk, "recall_wording", with_other_hash)
        go_to_forms(page)
        page.get_by_text("These are not the words you answered before.").wait_for(timeout=LONG)
    monkeypatch.setattr(wording, "_digest", lambda _: "0" * 64)  # the hash fits no more
    go_to_forms(page)
    page.get_by_text("not as it was when it was brought in").wait_for(timeout=LONG)
    assert page.get_by_role("button", name="Answer it").count() == 0


def go_to_forms(page: Page) -> None:
    go_to(page, "My room")
    page.get_by_role("button", name="Published forms").click()


def with_other_hash(told: dict[str, Any], *, instrument: Instrument) -> wording.Wording:
    return replace(wording.recall_wording(told, instrument=instrument), digest="0" * 64)
