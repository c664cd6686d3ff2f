"""A director reads the posted list, finds nothing more, and adopts a policy."""

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.cast import AT, Cast, add_second_factor
from tests.journeys.conftest import PageAt
from tests.journeys.practice_pages import WEEK, enter

from fallow.workload.limits.policy import starting_policy
from fallow_site.demo.seeding import seed_demo
from fallow_site.foundation.accounts.models import Account
from fallow_site.kit import clock
from fallow_site.workload.actions import adopt_policy

pytestmark = pytest.mark.browser
PICTURE = Path(__file__).parents[2] / "docs" / "images" / "posted-list.png"
TOP_OF_PAGE = {"x": 0, "y": 0, "width": 1280, "height": 1226}


def test_a_director_reads_headroom_by_team_and_what_is_not_known(
    page_at: PageAt, busy: Cast, clock_stands: datetime
) -> None:
    policy = replace(starting_policy(), version=1, adopted_date=AT.date(), weekly_cap_hours=24)
    adopt_policy(by=busy.omar, policy=policy, at=AT)
    page = _open_list(page_at(), busy)

    harbor = page.get_by_role("table", name="Room by team").get_by_role("row", name="Harbor")
    expect(harbor.get_by_role("cell").nth(0)).to_contain_text(" h")
    expect(harbor.get_by_role("cell").nth(1)).to_have_text("2 of 3")  # Petra and Sol
    persons = page.get_by_role("table", name="Person by person")
    expect(persons.get_by_role("row", name="Ada Amber")).to_contain_text("3 h 20 min")  # 4 × 50
    expect(persons.get_by_role("row", name="Petra Pebble")).to_contain_text("not known")


def test_on_a_phone_the_list_is_still_a_table_with_its_headings(
    page_at: PageAt, busy: Cast, clock_stands: datetime
) -> None:
    page = _open_list(page_at(360), busy)

    persons = page.get_by_role("table", name="Person by person")
    headings = persons.get_by_role("columnheader").all_inner_texts()
    expect(persons.get_by_role("rowheader", name="Ada Amber")).to_be_visible()
    assert len(headings) == 8
    assert persons.get_by_role("row", name="Ada Amber").get_by_role("cell").count() == 7


def test_the_list_is_alphabetical_and_offers_nothing_to_sort_it_by(
    page_at: PageAt, busy: Cast, clock_stands: datetime
) -> None:
    page = _open_list(page_at(), busy)

    persons = page.get_by_role("table", name="Person by person")
    names = persons.get_by_role("rowheader").all_inner_texts()
    colors = {
        one.evaluate("node => getComputedStyle(node).backgroundColor")
        for one in persons.get_by_role("cell").all()
    }

    assert names == ["Ada Amber", "Omar Oak", "Petra Pebble", "Sol Sorrel"]
    assert persons.locator("a, button, [aria-sort]").count() == 0
    assert colors == {"rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize("address", ["people/{ada}/week/", "mine/{ada}/", "posted/{ada}/"])
def test_where_a_page_about_one_person_would_be_there_is_nothing(
    page_at: PageAt, busy: Cast, troubles: list[str], address: str
) -> None:
    page = page_at()
    enter(page, busy.omar.account)

    path = address.format(ada=busy.ada.membership.public_id)
    answer = page.goto(f"/practice/{busy.practice.public_id}/{path}")

    troubles.clear()  # the browser says 404, and that is the point
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing here")


def test_a_director_adopts_a_cap_and_the_list_shows_headroom(
    page_at: PageAt, busy: Cast, clock_stands: datetime
) -> None:
    page = page_at()
    enter(page, busy.omar.account)

    page.goto(f"/practice/{busy.practice.public_id}/policy/")
    page.get_by_role("link", name="Adopt a new version").click()
    page.get_by_label("Weekly cap in weighted hours").fill("24")
    page.get_by_role("button", name="Adopt it").click()
    expect(page.get_by_text("Version 1, adopted on 8 March 2026.")).to_be_visible()

    _open_list(page, busy)
    row = page.get_by_role("row", name="Ada Amber")
    expect(row.get_by_role("cell").nth(2)).to_have_text("24 h")


if "FALLOW_SCREENSHOTS" in os.environ:  # the picture of the README is taken on request

    def test_the_posted_list_has_its_picture_taken(page_at: PageAt, trail_ends: None) -> None:
        practice = seed_demo(at=clock.now(), say=lambda _sentence, **_far: None).practice
        omar = Account.objects.get(email="omar@fallow.example")
        add_second_factor(omar)
        page = page_at()
        enter(page, omar)

        page.goto(f"/practice/{practice.public_id}/posted/")
        page.screenshot(path=PICTURE, full_page=True, clip=TOP_OF_PAGE)

        assert PICTURE.stat().st_size < 150_000


def _open_list(page: Page, cast: Cast) -> Page:
    enter(page, cast.omar.account)
    page.goto(f"/practice/{cast.practice.public_id}/posted/{WEEK}")
    return page
