"""A director sets up codes from an app, keeps recovery codes, and signs in with each."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.urls import reverse
from playwright.sync_api import Page, expect
from tests.cast import PASSWORD, Cast
from tests.journeys.conftest import PageAt
from tests.journeys.practice_pages import enter

pytestmark = pytest.mark.browser


def test_a_director_sets_up_an_app_and_opens_the_practice(page_at: PageAt, cast: Cast) -> None:
    Authenticator.objects.filter(user=cast.omar.account).delete()
    page = page_at()
    enter(page, cast.omar.account, is_sure=True)

    page.goto(f"/practice/{cast.practice.public_id}/")
    page.get_by_role("link", name="Set up an app").click()
    page.get_by_text("The app cannot read pictures").click()
    secret = page.locator(".copy").inner_text()
    page.get_by_label("Authenticator code").fill(_code(secret))
    page.get_by_role("button", name="Use this app").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    page.goto(f"/practice/{cast.practice.public_id}/")

    expect(page.get_by_role("heading", level=1)).to_have_text("Harbor Street Practice")


def test_a_recovery_code_stands_in_for_the_app_once(page_at: PageAt, cast: Cast) -> None:
    page = page_at()
    enter(page, cast.omar.account, is_sure=True)
    page.goto(reverse("mfa_generate_recovery_codes"))
    page.get_by_role("button", name="Make new ones").click()
    code = page.get_by_role("listitem").first.inner_text()
    page.context.clear_cookies()

    _give_password(page, cast)
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Sign in").click()
    page.goto(reverse("mfa_index"))

    expect(page.get_by_text("9 are left.")).to_be_visible()  # ten were made, one was used


def test_a_wrong_code_is_said_beside_its_field(page_at: PageAt, cast: Cast) -> None:
    page = page_at()
    _give_password(page, cast)

    page.get_by_label("Code").fill("000000")
    page.get_by_role("button", name="Sign in").click()

    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("Code")).to_be_focused()


def _give_password(page: Page, cast: Cast) -> None:
    page.goto(reverse("account_login"))
    page.get_by_label("Email").fill(cast.omar.account.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The second factor")


def _code(secret: str) -> str:
    """What an app would show now (RFC 6238: a counter of half minutes)."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))
