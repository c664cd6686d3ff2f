"""A published form: its wording is brought by someone who may, and counts by the key that ships."""

import pytest
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import LONG, begin_room, bring_wording

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEYS = [*(f"p{n}" for n in range(1, 7)), *(f"w{n}" for n in range(1, 8))]
KEYS += [f"c{n}" for n in range(1, 7)]
MARKUP = "<b>Invented</b> question"


def invented_form() -> bytes:
    rows = [f"{key},{MARKUP} {key}" for key in KEYS]
    return "\n".join(["key,text", *rows, "answers,Always|Often|Sometimes|Seldom|Never"]).encode()


def test_wording_is_brought_in_answered_and_scored(page_at: PageAt, built_page: str) -> None:
    page = begin_room(page_at(360))
    bring_wording(page, invented_form(), basis="Invented for a test")

    page.get_by_role("button", name="Answer it").click()
    assert page.locator("legend").inner_text() == f"{MARKUP} p1"  # as text, never as markup
    for _ in KEYS:
        page.get_by_role("button", name="Often", exact=True).click()

    page.get_by_role("heading", name="What it comes to").wait_for(timeout=LONG)
    scores = page.locator("main dd").all_inner_texts()
    assert scores[0].startswith("75 of 100, give or take 12")  # 1.96 × 16.5 × √(1 − .87) = 11.7
    assert scores[1].startswith("68 of 100")  # (6 × 75 + 25) / 7: the last of seven is reversed
