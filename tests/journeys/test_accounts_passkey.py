"""A passkey is made, and then signs its owner in without a password."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect
from tests.cast import Cast
from tests.journeys.conftest import PageAt
from tests.journeys.practice_pages import enter
from tests.journeys.test_look_pages import ASK_AXE, RULES

from fallow_site.foundation.organizations.models import Membership

pytestmark = pytest.mark.browser
DEVICE = {
    "protocol": "ctap2",
    "ctap2Version": "ctap2_1",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
    "hasPrf": True,
}


def test_a_passkey_is_made_and_signs_in_without_a_password(page_at: PageAt, cast: Cast) -> None:
    page = page_at()
    _hold_a_device(page)
    enter(page, cast.ada.account, is_sure=True)

    _make_a_passkey(page)
    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_role("link", name="Sign out")).to_be_visible()
    page.goto("/mine/")
    expect(page.get_by_text("You are signed in as Ada Amber.")).to_be_visible()


def test_a_passkey_says_again_who_one_is(page_at: PageAt, cast: Cast) -> None:
    page = page_at(reduced_motion="reduce")
    _hold_a_device(page)
    enter(page, cast.ada.account, is_sure=True)
    _make_a_passkey(page)
    enter(page, cast.ada.account)

    page.goto("/accounts/2fa/webauthn/reauthenticate/?next=/accounts/2fa/recovery-codes/")
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(ASK_AXE, RULES["light"])
    page.get_by_role("button", name="Use a passkey").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    assert found == []


def test_a_passkey_that_was_not_used_is_said_in_words(page_at: PageAt, cast: Cast) -> None:
    page = page_at()
    page.goto("/accounts/login/")
    _hold_a_device(page)  # it holds no passkey of anyone

    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_role("alert")).to_contain_text("The passkey was not used.")


def test_a_practice_opens_for_a_supervisor_once_there_is_a_second_factor(
    page_at: PageAt, cast: Cast
) -> None:
    Membership.objects.filter(pk=cast.ada.membership.pk).update(roles=["clinician", "supervisor"])
    page = page_at()
    _hold_a_device(page)
    enter(page, cast.ada.account, is_sure=True)

    page.goto(f"/practice/{cast.practice.public_id}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ways to sign in")
    _make_a_passkey(page)
    page.goto(f"/practice/{cast.practice.public_id}/")

    expect(page.get_by_role("heading", level=1)).to_have_text("Harbor Street Practice")


def _hold_a_device(page: Page) -> None:
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def _make_a_passkey(page: Page) -> None:
    """The first one brings recovery codes along."""
    page.goto("/accounts/2fa/webauthn/add/")
    page.get_by_label("Name for it").fill("My laptop")
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
