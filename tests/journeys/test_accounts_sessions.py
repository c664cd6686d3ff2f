"""Someone sees every browser in which they are signed in, and ends the others."""

import pytest
from playwright.sync_api import expect
from tests.cast import PASSWORD, Cast
from tests.journeys.conftest import PageAt
from tests.journeys.practice_pages import enter

pytestmark = pytest.mark.browser


def test_the_other_browsers_are_seen_and_signed_out(page_at: PageAt, cast: Cast) -> None:
    phone, desk = page_at(360), page_at()
    enter(phone, cast.ada.account)
    phone.goto("/mine/")
    enter(desk, cast.ada.account)

    desk.goto("/mine/")
    desk.get_by_role("link", name="My account").click()
    desk.get_by_role("link", name="Where I am signed in").click()
    expect(desk.get_by_role("rowheader")).to_have_count(2)
    desk.get_by_role("button", name="Sign out the others").click()

    expect(desk.get_by_role("rowheader")).to_have_count(1)
    phone.goto("/mine/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_a_wrong_password_is_said_without_telling_who_has_an_account(
    page_at: PageAt, cast: Cast
) -> None:
    said = set()
    for email in (cast.ada.account.email, "nobody@fallow.example"):
        page = page_at()
        page.goto("/accounts/login/")
        page.get_by_label("Email").fill(email)
        page.get_by_label("Password").fill(f"not {PASSWORD}")
        page.get_by_role("button", name="Sign in", exact=True).click()
        said.add(page.get_by_role("alert").inner_text())

    assert len(said) == 1
